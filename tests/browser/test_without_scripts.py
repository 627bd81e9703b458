"""With JavaScript switched off every kind of page can be read, nothing on it is dead, and the search says how to go on."""

import pytest
from kinds import KINDS, LANGUAGES, sweep
from playwright.sync_api import expect

DEAD = """() => [...document.querySelectorAll("button, input, select, textarea, [role=button], a")]
  .filter((element) => element.checkVisibility())
  .filter((element) => {
    if (element.matches("a")) return !element.href || element.href.startsWith("javascript:");
    if (document.getElementById(element.getAttribute("popovertarget"))?.popover) return false;
    const form = element.form;
    return !form || !(form.getAttribute("action") || form.querySelector("[type=submit]"));
  })
  .map((element) => element.outerHTML.slice(0, 120))"""
"""What can be seen and does nothing: fields and buttons of no form, and links to nowhere."""


@pytest.fixture(scope="module")
def plain_page(browser):
    context = browser.new_context(locale="zh-CN", java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page
    context.close()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "code"])
def test_page_can_be_read_and_nothing_on_it_is_dead(plain_page, shipped, built_site, kind):
    for sample in sweep(built_site, kind):
        plain_page.goto(f"{shipped}{sample.address}")

        expect(plain_page.locator("h1")).to_be_visible()
        assert len(plain_page.locator("main").inner_text()) > 60, sample.address
        assert plain_page.evaluate(DEAD) == [], sample.address


@pytest.mark.parametrize("folder", LANGUAGES.values(), ids=LANGUAGES)
def test_search_page_says_how_to_find_things_otherwise(plain_page, shipped, folder):
    plain_page.goto(f"{shipped}/{folder}search/?q=经费")

    expect(plain_page.locator("noscript")).to_be_visible()
    hrefs = plain_page.locator("main a:visible").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    lists = ("townships", "projects", "programmes", "indicators", "themes")
    assert {f"/{folder}{name}/" for name in lists} <= set(hrefs)


@pytest.mark.parametrize("folder", LANGUAGES.values(), ids=LANGUAGES)
def test_project_is_reached_from_the_home_page_by_links_alone(plain_page, shipped, folder):
    plain_page.goto(f"{shipped}/{folder}")

    town = "townships/130324-shuangwang/"
    for address in ("townships/", town, f"{town}2024/", "projects/130324-shuangwang-2024-05/"):
        plain_page.locator(f"a[href='/{folder}{address}']").first.click()

    expect(plain_page.locator("main")).to_contain_text("27.08")


def test_whole_list_is_shown_where_scripts_would_filter_it(plain_page, shipped):
    plain_page.goto(f"{shipped}/projects/")

    assert plain_page.locator("[data-list] tbody tr:visible").count() == 73
