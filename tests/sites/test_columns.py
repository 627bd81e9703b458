"""The files that the page of comparisons is made of: columns, and lists of projects to choose from."""

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from building import REPOSITORY, build

from generator import addresses
from generator.pages.columns import sums


def column(site: Path, kind: str, id_: str) -> tuple[dict[str, str], BeautifulSoup]:
    file = json.loads((site / addresses.column_path(kind, id_)).read_text(encoding="utf-8"))
    return file, BeautifulSoup(f"<table>{file.pop('table')}</table>", "html.parser")


def rows(table: Tag, topic: str) -> list[Tag]:
    return table.select(f'[data-topic="{topic}"]')


def words(element: Tag) -> str:
    return " ".join(element.get_text(" ").split())


def stems(site: Path, pattern: str) -> set[str]:
    return {path.stem for path in site.glob(pattern)}


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_whatever_has_a_page_has_a_column_in_each_language(shipped_site: Path, prefix: str):
    of_years = {
        addresses.disclosure_id(path.parts[-3], path.parts[-2])
        for path in shipped_site.glob("townships/*/2*/index.html")
    }

    assert stems(shipped_site, f"{prefix}compare/project/*") == {
        path.parent.name for path in shipped_site.glob("projects/*/index.json")
    }
    assert stems(shipped_site, f"{prefix}compare/programme/*") == {
        path.parent.name for path in shipped_site.glob("programmes/*/index.json")
    }
    assert stems(shipped_site, f"{prefix}compare/township/*") == of_years | {
        addresses.split_disclosure_id(id_)[0] for id_ in of_years
    }


def test_a_column_says_what_the_page_must_know_without_reading_its_table(shipped_site: Path):
    file, table = column(shipped_site, "project", "130324-shuangwang-2024-05")

    assert file == {
        "name": "村党组织活动经费",
        "url": "/projects/130324-shuangwang-2024-05/",
        "year": "2024",
        "township": "130324-shuangwang",
    }
    assert words(table.th) == "村党组织活动经费 双望镇 2024年"


def test_rows_of_a_family_share_a_topic_and_those_of_a_measure_a_key(shipped_site: Path):
    _, table = column(shipped_site, "project", "130324-shuangwang-2024-05")

    [row] = rows(table, "payment-standard")

    assert row["data-key"] == "money:元/人"
    assert row["data-lack"] == "no_family"
    assert words(row.th) == "补助和发放标准 元/人"


def test_a_row_of_a_small_group_has_a_form_for_each_case(shipped_site: Path):
    _, table = column(shipped_site, "project", "130324-shuangwang-2024-09")

    within, across = (row for row in table.select("tr[class]") if "发放人数" in words(row))

    assert (within["class"], across["class"]) == (["within"], ["across"])
    assert within["data-key"] == "count:persons"
    assert "1人" in words(within.td)
    assert across["data-key"] == ""
    assert words(across.td).startswith("涉及的人数少于 5 人")
    assert across.td.a["href"] == "/projects/130324-shuangwang-2024-09/"


def test_a_budget_for_each_names_its_base(shipped_site: Path):
    _, table = column(shipped_site, "project", "130324-shuangwang-2024-08")

    [row] = rows(table, "each")

    assert row["data-key"] == "村"
    assert words(row.td).startswith("≈ 46,047 元/村")


def test_programmes_of_a_township_stand_in_the_order_of_the_vocabulary(shipped_site: Path):
    _, table = column(shipped_site, "township", "130324-shuangwang")

    orders = [row["data-order"] for row in table.select('[data-part="programmes"] [data-order]')]

    assert orders == sorted(orders)
    assert rows(table, "others")[0]["data-order"] == orders[-1]


def test_a_township_has_the_projects_to_choose_from(shipped_site: Path):
    lists = json.loads(
        (shipped_site / addresses.choices_path("130324-shuangwang")).read_text(encoding="utf-8")
    )

    assert list(lists) == ["双望镇 2024"]
    assert len(lists["双望镇 2024"]) == 16
    assert lists["双望镇 2024"][4] == ["130324-shuangwang-2024-05", "村党组织活动经费", ""]


def test_projects_that_share_a_name_stand_in_the_file_of_that_name(shipped_site: Path):
    name = "服务群众专项经费"
    number = addresses.find_shard(name, 1)

    lists = json.loads((shipped_site / addresses.choices_path(str(number))).read_text(encoding="utf-8"))

    assert [place for _, _, place in lists[name]] == [
        "河北省石家庄市栾城区郄马镇 2021",
        "河北省秦皇岛市卢龙县双望镇 2024",
        "河北省保定市定州市留早镇 2021",
    ]
    assert {text for _, text, _ in lists[name]} == {name}


def test_a_programme_of_many_documents_shows_the_latest_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sums, "MOST_DOCUMENTS", 1)

    build(REPOSITORY / "content", tmp_path / "site")

    file, table = column(tmp_path / "site", "programme", "village-party-activity")
    documents = [row["data-topic"] for row in table.select("tr[data-order]")]
    assert documents == ["130324-shuangwang-2024"]
    assert file["lack"] == "only_first"
