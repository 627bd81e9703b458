"""Everything can be reached and done with the keyboard, and it can be seen where one is."""

import re

import pytest
from kinds import KINDS, LANGUAGES, samples
from playwright.sync_api import expect
from watching import OPEN_EVERYTHING

FOCUSABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']"
UNSEEN_FOCUS = """(focusable) => {
  const look = (element) => {
    const style = getComputedStyle(element);
    return ["outlineStyle", "outlineWidth", "outlineColor", "boxShadow"].map((name) => style[name]).join(" ");
  };
  const shows = (element) => {
    const style = getComputedStyle(element);
    const hasOutline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    return hasOutline || style.boxShadow !== "none";
  };
  const unseen = [];
  for (const element of document.querySelectorAll(focusable)) {
    if (!element.checkVisibility() || element.disabled) continue;
    element.blur();
    const before = look(element);
    element.focus();
    const { top, bottom } = element.getBoundingClientRect();
    const isInView = bottom > 0 && top < innerHeight;
    if (document.activeElement !== element) unseen.push(`takes no focus: ${element.outerHTML.slice(0, 150)}`);
    else if (!element.matches(":focus-visible") || before === look(element) || !shows(element) || !isInView) {
      unseen.push(`${before} → ${look(element)}: ${element.outerHTML.slice(0, 150)}`);
    }
  }
  return unseen;
}"""
SCROLLERS = """(focusable) => [...document.querySelectorAll("body *")]
  .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowX))
  .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.checkVisibility())
  .filter((element) => !element.matches(focusable) && !element.querySelector(focusable))
  .map((element) => element.outerHTML.slice(0, 150))"""
WHERE = "document.activeElement.matches('body') ? '' : document.activeElement.outerHTML.slice(0, 200)"
ORDER = """(focusable) => [...document.querySelectorAll(focusable)]
  .filter((element) => element.checkVisibility() && !element.disabled)
  .map((element) => element.outerHTML.slice(0, 200))"""


@pytest.fixture(scope="module")
def tab(visitor):
    return visitor.new_page()


@pytest.fixture
def fresh(page, shipped):
    """A page of a visitor who has pressed nothing yet."""
    return lambda address: page.goto(f"{shipped}{address}") and page


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "code"])
def test_focus_can_be_seen_on_everything_that_takes_it(tab, shipped, built_site, kind):
    unseen = []
    for sample in samples(built_site, kind, "zh"):
        for scheme in ("light", "dark"):
            tab.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            tab.goto(f"{shipped}{sample.address}")
            tab.evaluate(OPEN_EVERYTHING)
            tab.keyboard.press("Tab")
            unseen += tab.evaluate(UNSEEN_FOCUS, FOCUSABLE)

    assert unseen == []


def test_focus_that_cannot_be_seen_is_found(tab, shipped):
    tab.goto(f"{shipped}/")
    tab.keyboard.press("Tab")
    tab.evaluate("document.querySelector('main a').style.outline = 'none'")

    assert len(tab.evaluate(UNSEEN_FOCUS, FOCUSABLE)) == 1


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "code"])
def test_what_scrolls_sideways_can_be_scrolled_with_the_keyboard(tab, shipped, built_site, kind):
    tab.set_viewport_size({"width": 320, "height": 640})
    unreachable = []
    for language in LANGUAGES:
        for sample in samples(built_site, kind, language):
            tab.goto(f"{shipped}{sample.address}")
            tab.evaluate(OPEN_EVERYTHING)
            unreachable += tab.evaluate(SCROLLERS, FOCUSABLE)

    assert unreachable == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "code"])
def test_first_tab_offers_to_skip_to_the_content(fresh, built_site, kind):
    page = fresh(samples(built_site, kind, "en")[0].address)

    page.keyboard.press("Tab")
    skip = page.locator("a.skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize(
    "address", ["/", "/projects/130324-shuangwang-2024-05/", "/townships/", "/search/", "/en/about/"]
)
def test_tab_walks_through_everything_in_the_order_of_the_page(fresh, address):
    page = fresh(address)
    expected = page.evaluate(ORDER, FOCUSABLE)

    walk = []
    for _ in expected:
        page.keyboard.press("Tab")
        walk.append(page.evaluate(WHERE))

    assert walk == expected


def test_search_from_any_page_to_a_hit_without_a_pointer(fresh, shipped):
    page = fresh("/about/")

    page.keyboard.press("/")
    page.keyboard.type("13032424P00443110675Y")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/search/\?q="))
    expect(page.locator("[data-results]")).to_have_attribute("data-state", "done")
    expect(page.locator("a[data-result]")).to_have_count(1)
    press_until(page, "Tab", "a[data-result]")
    page.keyboard.press("Enter")

    page.wait_for_url(f"{shipped}/projects/130324-shuangwang-2024-05/")


def press_until(page, key, selector, limit=60):
    for _ in range(limit):
        page.keyboard.press(key)
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} is not reached with {key}")


def test_list_is_filtered_and_the_filter_taken_back_without_a_pointer(fresh):
    page = fresh("/projects/")
    rows = page.locator("[data-list] tbody tr:visible")

    press_until(page, "Tab", "#filter-q")
    page.keyboard.type("党组织")
    expect(rows).not_to_have_count(73)
    assert 0 < rows.count() < 20
    press_until(page, "Tab", "#filter-year")
    page.keyboard.press("ArrowDown")
    assert "year=" in page.url
    press_until(page, "Tab", "[data-filters] button[type=reset]")
    page.keyboard.press("Enter")

    expect(rows).to_have_count(73)


def test_filters_of_the_search_are_chosen_without_a_pointer(fresh):
    page = fresh("/search/?q=经费")
    results = page.locator("[data-results]")
    expect(results).to_have_attribute("data-state", "done")
    before = int(results.get_attribute("data-total"))

    if not page.locator("#search-kind").is_visible():
        press_until(page, "Tab", "summary")
        page.keyboard.press("Enter")
    press_until(page, "Tab", "#search-kind")
    page.keyboard.press("ArrowDown")
    expect(page).to_have_url(re.compile("kind="))
    expect(results).to_have_attribute("data-state", "done")

    assert 0 < int(results.get_attribute("data-total")) < before


def test_row_of_a_target_table_is_reached_by_its_number(fresh):
    page = fresh("/projects/130324-shuangwang-2024-05/")

    press_until(page, "Tab", "a[href='#row-01']")
    page.keyboard.press("Enter")

    assert page.url.endswith("#row-01")
    expect(page.locator("#row-01")).to_be_in_viewport()


def test_details_open_and_close_with_the_keyboard(fresh, built_site):
    address = next(
        page.address
        for kind in KINDS
        for page in samples(built_site, kind, "zh")
        if kind != "search" and "<details" in page.file.read_text("utf-8")
    )
    page = fresh(address)
    details = page.locator("details").first

    press_until(page, "Tab", "summary", limit=300)
    was_open = details.get_attribute("open") is not None
    page.keyboard.press("Enter")

    assert (details.get_attribute("open") is not None) is not was_open
