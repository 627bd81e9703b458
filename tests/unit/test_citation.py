"""How a project is cited."""

from dataclasses import replace

from generator.pages.citation import Cited, make_citations

CITED = Cited(
    id="130324-shuangwang-2024-05",
    author="乡镇绩效目标公开数据编辑组",
    title="卢龙县双望镇 2024 年预算绩效目标：村党组织活动经费",
    published="2026-11-21",
    site="乡镇绩效目标公开数据",
    url="https://township-targets.example/projects/130324-shuangwang-2024-05/",
    accessed="引用日期",
)


def test_gb_t_7714_has_the_day_of_publication_and_leaves_room_for_that_of_reading():
    national, _, _ = make_citations(CITED)

    assert national.style == "GB/T 7714"
    assert national.text == (
        "乡镇绩效目标公开数据编辑组. 卢龙县双望镇 2024 年预算绩效目标：村党组织活动经费[DS/OL]. "
        "乡镇绩效目标公开数据, 2026(2026-11-21)[引用日期]. "
        "https://township-targets.example/projects/130324-shuangwang-2024-05/."
    )


def test_apa_gives_the_year_behind_the_author():
    _, apa, _ = make_citations(CITED)

    assert apa.text.startswith("乡镇绩效目标公开数据编辑组. (2026). 卢龙县双望镇 2024 年预算绩效目标")
    assert apa.text.endswith("[Data set]. 乡镇绩效目标公开数据. " + CITED.url)


def test_a_day_that_is_not_known_is_not_made_up():
    national, apa, bibtex = make_citations(replace(CITED, published=""))

    assert ". 乡镇绩效目标公开数据[引用日期]. " in national.text
    assert ". (n.d.). " in apa.text
    assert "year" not in bibtex.text


def test_bibtex_keeps_the_author_in_one_piece_and_the_address_where_every_style_prints_it():
    *_, bibtex = make_citations(CITED)

    assert bibtex.text.splitlines() == [
        "@misc{130324-shuangwang-2024-05,",
        "  author = {{乡镇绩效目标公开数据编辑组}},",
        "  title = {卢龙县双望镇 2024 年预算绩效目标：村党组织活动经费},",
        "  year = {2026},",
        rf"  howpublished = {{乡镇绩效目标公开数据, \url{{{CITED.url}}}}},",
        f"  url = {{{CITED.url}}},",
        "  urldate = {引用日期}",
        "}",
    ]


def test_bibtex_escapes_what_tex_would_read_as_commands():
    *_, bibtex = make_citations(replace(CITED, title=r"100% of {A_B} & \C"))

    assert r"title = {100\% of \{A\_B\} \& \textbackslash{}C}" in bibtex.text
