"""The project pages of the shipped content: what a reader finds on them, and what they weigh."""

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from building import read_tree

MOST_BYTES = 30 * 1024
MOST_STYLE_BYTES = 25_000
RECKONED = "130324-shuangwang-2024-05"
REPEATED = "130682-liuzao-2021-01"


@pytest.fixture(scope="module")
def made(shipped_site: Path) -> dict[str, bytes]:
    return read_tree(shipped_site)


def read(made: dict[str, bytes], project: str, prefix: str = "") -> BeautifulSoup:
    return BeautifulSoup(made[f"{prefix}projects/{project}/index.html"], "html.parser")


def files_of_projects(made: dict[str, bytes], name: str) -> dict[str, bytes]:
    return {
        path: data
        for path, data in made.items()
        if path.removeprefix("en/").startswith("projects/") and path.removeprefix("en/").count("/") == 2
        if path.endswith(name)
    }


def test_no_project_page_is_heavier_than_thirty_kilobytes(made: dict[str, bytes]):
    pages = files_of_projects(made, "index.html")

    assert len(pages) == 146
    assert {path: len(data) for path, data in pages.items() if len(data) > MOST_BYTES} == {}


def test_the_style_sheets_of_a_project_page_are_small(made: dict[str, bytes]):
    sheets = [str(link["href"])[1:] for link in read(made, RECKONED).select("link[rel=stylesheet]")]

    assert len(sheets) == 2
    assert sum(len(made[sheet]) for sheet in sheets) < MOST_STYLE_BYTES


def test_every_anchor_on_a_page_leads_somewhere_on_it(made: dict[str, bytes]):
    for path, data in files_of_projects(made, "index.html").items():
        page = BeautifulSoup(data, "html.parser")
        anchors = [str(tag["id"]) for tag in page.select("[id]")]
        wanted = {str(link["href"])[1:] for link in page.select('a[href^="#"]')}
        wanted |= {str(button["popovertarget"]) for button in page.select("[popovertarget]")}

        assert len(anchors) == len(set(anchors)), path
        assert wanted <= set(anchors), path


def test_a_target_stands_with_its_reading(made: dict[str, bytes]):
    row = read(made, RECKONED).select_one("#row-04 th + td")

    assert row.find(string=True, recursive=False) == "200元/人"
    assert row.select_one(".reading summary").get_text() == "每人 200 元"
    assert row.select_one(".reading p").get_text() == "没有印比较符号。"


def test_the_reading_is_in_the_language_of_the_page(made: dict[str, bytes]):
    row = read(made, RECKONED, "en/").select_one("#row-04 .reading summary")

    assert row.get_text() == "200 yuan per person"


def test_a_sum_that_agrees_is_written_out_with_its_facts_and_lines(made: dict[str, bytes]):
    found = read(made, RECKONED).select_one("#check-04-a01")

    assert "1354 人 × 200 元/人 = 270,800 元 = 27.08 万元" in found.get_text()
    assert [str(link["href"]).partition("#")[2] for link in found.select("span a")] == [
        "L522",
        "L545",
        "L488",
    ]


def test_both_rows_of_a_sum_lead_to_it(made: dict[str, bytes]):
    page = read(made, RECKONED)

    assert page.select_one('#row-01 a[href="#check-04-a01"]')
    assert page.select_one('#row-04 a[href="#check-04-a01"]')


def test_a_note_on_every_row_is_one_entry(made: dict[str, bytes]):
    page = read(made, REPEATED)

    assert [link.get_text() for link in page.select("#check-rows-i01 > p:first-child a")] == ["1–9"]
    assert not page.select('[id^="check-"][id$="-i01"]:not(#check-rows-i01)')


def test_the_twin_gives_readings_and_findings(made: dict[str, bytes]):
    twin = json.loads(made[f"projects/{RECKONED}/index.json"])

    reading = twin["indicators"][3]["reading"]
    assert (reading["kind"], reading["value"], reading["unit"], reading["per"]) == (
        "money",
        "200",
        "元",
        ["人"],
    )
    found = {finding["finding_id"]: finding for finding in twin["findings"]}
    assert found[f"{RECKONED}-04-a01"]["outcome"] == "agrees"
    assert [fact["line"] for fact in found[f"{RECKONED}-04-a01"]["facts"]] == ["522", "545", "488"]


def test_only_published_findings_stand_in_the_twins(made: dict[str, bytes]):
    published = made["data/findings.csv"].decode()
    for data in files_of_projects(made, "index.json").values():
        assert all(f"\n{found['finding_id']}," in published for found in json.loads(data)["findings"])


def test_a_page_can_be_cited_and_reported(made: dict[str, bytes]):
    page = read(made, RECKONED)

    assert [block.get_text() for block in page.select(".cite .style")] == ["GB/T 7714", "APA", "BibTeX"]
    assert all(RECKONED in block.get_text() for block in page.select(".cite pre"))
    assert f"projects/{RECKONED}/" in str(page.select_one(".use > p a")["href"])
