"""The pages of checks and questions: whole in HTML up to a bound, whole in their CSV, and kind to small groups."""

import csv
import io
import shutil
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup
from building import SITES, build

TWO = SITES / "valid/two/content"
HEXI = "townships/130324/hexi/2024/disclosure.yaml"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TWO, tmp_path / "content"))


@pytest.fixture
def shipped(shipped_site: Path) -> Path:
    return shipped_site


def page(site: Path, address: str) -> BeautifulSoup:
    return BeautifulSoup((site / address / "index.html").read_bytes(), "html.parser")


def rows(site: Path, address: str) -> list[dict[str, str]]:
    text = (site / address / "index.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text), strict=True))


def change(path: Path, edit) -> None:
    data = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    edit(data)
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, default_style='"')
    path.write_text(text, encoding="utf-8")


def build_site(content: Path) -> Path:
    site = content.parent / "site"
    build(content, site, is_strict=False)
    return site


def test_a_finding_shows_its_sums_its_facts_with_their_lines_and_the_editors_word(content):
    site = build_site(content)

    [finding] = page(site, "checks/m01").select(".findings > li")
    assert finding["id"] == "130324-hexi-2024-01-m01"
    assert [link["href"] for link in finding.select("a.line")] == [
        "/sub/townships/130324-hexi/2024/source/#L5"
    ] * 3
    assert "已核实" in finding.select_one(".editor-word").get_text()
    assert finding.select_one("a")["href"] == "/sub/projects/130324-hexi-2024-01/"


def test_a_withdrawn_finding_stands_apart_and_is_not_counted(content):
    words = content / "findings.yaml"
    words.write_text(words.read_text(encoding="utf-8").replace("confirmed", "withdrawn"), encoding="utf-8")

    site = build_site(content)

    soup = page(site, "checks/m01")
    assert [section["aria-labelledby"] for section in soup.select("main section")] == ["withdrawn"]
    assert rows(site, "checks/m01") == []
    [counted] = [row for row in rows(site, "checks") if row["rule"] == "M01"]
    assert counted["agrees"] == "0"


def test_the_html_is_bounded_and_the_csv_is_not(content):
    def many(data) -> None:
        data["projects"][1:] = [
            {
                "no": str(number),
                "name": f"第{number}项经费",
                "budget": {"total": "3.00", "fiscal": "2.00", "other": "1.00"},
                "line": "30",
            }
            for number in range(2, 131)
        ]
        data["expected"] = {"projects": "130", "indicators": "2", "sub_targets": "1"}

    (content / "findings.yaml").unlink()
    change(content / HEXI, many)

    site = build_site(content)

    soup = page(site, "checks/m01")
    assert len(soup.select("#agrees, .findings > li")) == 1 + 100
    assert "130" in soup.select_one("main section .note").get_text()
    assert len(rows(site, "checks/m01")) == 130
    assert [row["project_id"] for row in rows(site, "checks/m01")][:2] == [
        "130324-hexi-2024-01",
        "130324-hexi-2024-02",
    ]
    assert len(page(site, "questions/shares-of-projects").select("tbody tr")) == 100
    assert len(rows(site, "questions/shares-of-projects")) == 131


def test_findings_on_small_groups_are_not_gathered(shipped):
    soup = page(shipped, "checks/a04")

    assert soup.select(".findings") == []
    assert "少于 5 人" in soup.select_one(".notice").get_text()
    assert rows(shipped, "checks/a04") == []


def test_payments_to_few_persons_are_not_gathered(shipped):
    soup = page(shipped, "questions/payments-to-persons")

    assert "少于 5 人" in soup.select_one(".notice").get_text()
    listed = {row["project_id"] for row in rows(shipped, "questions/payments-to-persons")}
    assert "130324-shuangwang-2024-13" in listed
    assert "130324-shuangwang-2024-09" not in listed


def test_each_question_is_two_clicks_from_home(shipped):
    home = page(shipped, "")
    first = {link["href"] for link in home.select("main a[href]")}
    second = {link["href"] for link in page(shipped, "questions").select("main a[href]")}

    answers = {f"/questions/{path.name}/" for path in (shipped / "questions").iterdir() if path.is_dir()}

    assert len(answers) == 15
    assert "/questions/" in first
    assert answers <= first | second


def test_what_changed_between_two_years(content):
    site = build_site(content)

    changes = rows(site, "questions/changes-since-last-year")
    assert [(row["what"], row["before"], row["after"], row["change"]) for row in changes] == [
        ("预算数（万元）", "2.00005", "3.00", "+0.99995"),
        ("群众满意度（%）", "≥90%", "95", ""),
    ]
    assert changes[0]["matched_by"] == "项目名称"
    assert "2023 → 2024" in page(site, "questions/changes-since-last-year").table.get_text()


def test_one_year_alone_says_that_nothing_can_be_compared(shipped):
    soup = page(shipped, "questions/changes-since-last-year")

    assert soup.select("table") == []
    assert "只有一个年度" in soup.select_one(".notice").get_text()


def test_sums_of_themes_stand_year_by_year(shipped):
    soup = page(shipped, "questions/themes-by-year")

    assert [head.get_text().split()[0] for head in soup.select("main section > h2[id^=year]")] == [
        "2024年",
        "2021年",
    ]
    [environment] = [
        row
        for row in rows(shipped, "questions/themes-by-year")
        if (row["year"], row["theme"]) == ("2024", "environment")
    ]
    assert (environment["projects"], environment["budget_wan"]) == ("1", "6.00")


def test_the_page_of_target_values_leads_to_published_rows(shipped):
    soup = page(shipped, "method/target-values")

    forms = soup.select("main section:has(table)")
    assert len(forms) > 20
    link = soup.select_one("#rates ~ table a[href^='/projects/']")
    assert "#row-" in link["href"]


@pytest.mark.parametrize("folder", ["", "en/"])
def test_shares_lead_to_the_part_on_shares_of_each_document(shipped, folder):
    soup = page(shipped, f"{folder}questions/shares-of-projects")

    chosen = {str(link["href"]) for link in soup.select(".inline-facts + h2 + ul.tags a")}
    in_rows = {str(link["href"]) for link in soup.select("tbody td a:not(.line)")}
    assert len(chosen) == 4
    assert chosen == in_rows
    for address in chosen:
        path, anchor = address.split("#")
        assert anchor == "shares"
        assert page(shipped, path[1:]).select_one("#shares")


def test_the_answer_stands_before_the_method(shipped):
    for address in (shipped / "questions").iterdir():
        if address.is_dir():
            soup = page(shipped, f"questions/{address.name}")
            sections = [section.h2["id"] for section in soup.select("main section:has(> h2[id])")]
            assert sections[-1] == "method", address
