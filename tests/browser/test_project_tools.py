"""What a visitor takes along from a project: its citation and its address."""

import re
from xml.etree import ElementTree as ET

import pytest

SVG = "{http://www.w3.org/2000/svg}"
ADDRESS = "/projects/130324-shuangwang-2024-05/"


@pytest.fixture
def project(browser, shipped):
    """A desk without a dialogue for sharing."""
    context = browser.new_context(locale="zh-CN", permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{shipped}{ADDRESS}", wait_until="networkidle")
    yield page
    context.close()


def test_citations_have_the_day_of_reading(project):
    national, _, bibtex = project.locator(".cite pre").all_text_contents()

    assert re.search(r"2026\(2026-11-21\)\[\d{4}-\d\d-\d\d\]\. https", national)
    assert re.search(r"urldate = \{\d{4}-\d\d-\d\d\}", bibtex)


def test_the_address_can_be_taken_along_where_nothing_else_shares_it(project):
    project.get_by_role("button", name="复制网址").click()

    assert project.evaluate("navigator.clipboard.readText()").endswith(ADDRESS)


def test_the_chart_of_the_plan_is_a_file_that_stands_alone(project):
    with project.expect_download() as download:
        project.get_by_role("button", name="下载支出计划图（SVG）").click()

    chart = ET.parse(download.value.path()).getroot()
    texts = [text.text for text in chart.iter(f"{SVG}text")]
    assert download.value.suggested_filename == "130324-shuangwang-2024-05-plan.svg"
    assert texts == ["0%", "3月底", "50%", "6月底", "50%", "10月底", "100%", "12月底"]
    assert ADDRESS in chart.findtext(f"{SVG}desc")
    assert all(text.get("fill").startswith("rgb") for text in chart.iter(f"{SVG}text"))
    assert {bar.get("width") for bar in chart.iter(f"{SVG}rect")} == {"100%", "52"}


def test_the_table_of_the_plan_opens_in_a_spreadsheet(project):
    with project.expect_download() as download:
        project.get_by_role("button", name="下载支出计划表（CSV）").click()

    rows = download.value.path().read_bytes().decode("utf-8-sig").split("\r\n")
    assert rows == [
        '"","文件所印","占预算"',
        '"3月底","0","0%"',
        '"6月底","50%","50%"',
        '"10月底","50%","50%"',
        '"12月底","100%","100%"',
        "",
    ]
