"""How a project is cited."""

from dataclasses import replace

from generator.pages.citation import Cited, make_citations

CITED = Cited(
    id="130324-shuangwang-2024-05",
    author="卢龙县双望镇人民政府本级",
    title="村党组织活动经费：2024 年预算项目绩效目标",
    year="2024",
    site="乡镇绩效目标公开数据",
    url="https://township-targets.example/projects/130324-shuangwang-2024-05/",
    accessed="引用日期",
)


def test_gb_t_7714_names_a_dataset_on_the_net_and_leaves_room_for_the_day():
    national, _, _ = make_citations(CITED)

    assert national.style == "GB/T 7714"
    assert national.text == (
        "卢龙县双望镇人民政府本级. 村党组织活动经费：2024 年预算项目绩效目标[DS/OL]. "
        "乡镇绩效目标公开数据, 2024[引用日期]. "
        "https://township-targets.example/projects/130324-shuangwang-2024-05/."
    )


def test_apa_gives_the_year_behind_the_author():
    _, apa, _ = make_citations(CITED)

    assert apa.text.startswith("卢龙县双望镇人民政府本级. (2024). 村党组织活动经费")
    assert apa.text.endswith("[Data set]. 乡镇绩效目标公开数据. " + CITED.url)


def test_bibtex_keeps_the_author_in_one_piece():
    *_, bibtex = make_citations(CITED)

    assert bibtex.text.startswith(
        "@misc{130324-shuangwang-2024-05,\n  author = {{卢龙县双望镇人民政府本级}},\n"
    )
    assert bibtex.text.endswith(f"  url = {{{CITED.url}}}\n}}")


def test_bibtex_escapes_what_tex_would_read_as_commands():
    *_, bibtex = make_citations(replace(CITED, title=r"100% of {A_B} & \C"))

    assert r"title = {100\% of \{A\_B\} \& \textbackslash{}C}" in bibtex.text
