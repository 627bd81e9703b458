"""Everything can be reached and done with the keyboard, and it can be seen where one is."""

import re

import pytest
from kinds import KINDS, samples
from playwright.sync_api import expect
from visiting import FOCUSABLE, visit

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
REMEMBER = """(focusable) => {
  window.walk = [...document.querySelectorAll(focusable)]
    .filter((element) => element.checkVisibility() && !element.disabled);
  return window.walk.length;
}"""
WHERE = "window.walk.indexOf(document.activeElement)"


@pytest.fixture
def fresh(tab, shipped):
    """A page on which nothing has been pressed yet."""
    return lambda address: tab.goto(f"{shipped}{address}", wait_until="networkidle") and tab


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "code"])
def test_first_tab_skips_to_the_content_and_focus_can_always_be_seen(tab, shipped, built_site, kind):
    for sample in samples(built_site, kind, "zh"):
        visit(tab, shipped, sample)

        tab.keyboard.press("Tab")
        skip = tab.locator("a.skip")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport()
        tab.keyboard.press("Enter")
        expect(tab.locator("main")).to_be_focused()

        tab.keyboard.press("Tab")
        for scheme in ("dark", "light"):
            tab.emulate_media(color_scheme=scheme)
            assert tab.evaluate(UNSEEN_FOCUS, FOCUSABLE) == [], f"{scheme} {sample.address}"


def test_focus_that_cannot_be_seen_is_found(tab, shipped):
    tab.goto(f"{shipped}/")
    tab.keyboard.press("Tab")
    tab.evaluate("document.querySelector('main a').style.outline = 'none'")

    assert len(tab.evaluate(UNSEEN_FOCUS, FOCUSABLE)) == 1


@pytest.mark.parametrize(
    "address", ["/", "/projects/130324-shuangwang-2024-05/", "/townships/", "/search/", "/en/about/"]
)
def test_tab_walks_through_everything_in_the_order_of_the_page(fresh, address):
    page = fresh(address)
    count = page.evaluate(REMEMBER, FOCUSABLE)

    walk = []
    for _ in range(count):
        page.keyboard.press("Tab")
        walk.append(page.evaluate(WHERE))

    assert walk == [*range(count)]


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
