"""What a visitor takes along from a project: its citation and its address."""

import re

import pytest

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
