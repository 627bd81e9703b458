"""No page scrolls sideways: on a narrow phone, zoomed to 200 %, with wide spacing."""

import pytest
from kinds import KINDS, LANGUAGES, sweep
from playwright.sync_api import Browser
from visiting import FOCUSABLE, visit

WIDTHS = (320, 390, 768, 1440)
WIDE_SPACING = """for (const element of document.querySelectorAll('main *')) {
  element.style.setProperty("line-height", "1.5", "important");
  element.style.setProperty("letter-spacing", "0.12em", "important");
  element.style.setProperty("word-spacing", "0.16em", "important");
  if (element.matches("p")) element.style.setProperty("margin-block-end", "2em", "important");
}"""
"""The spacing that WCAG 1.4.12 asks a page to bear."""
UNREACHABLE = """(focusable) => [...document.querySelectorAll("body *")]
  .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowX))
  .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.checkVisibility())
  .filter((element) => !element.matches(focusable) && !element.querySelector(focusable))
  .map((element) => element.outerHTML.slice(0, 150))"""
"""What scrolls sideways and takes no focus."""

STICKS_OUT = """() => {
  const width = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= innerWidth) return [];
  return [...document.body.querySelectorAll("*")]
    .filter((element) => element.getBoundingClientRect().right > width + 0.5)
    .filter((element) => !element.parentElement.closest("[data-scrolls]"))
    .map((element) => `${element.tagName}.${element.className}: ${element.getBoundingClientRect().right}`)
    .slice(0, 6).concat(`page: ${document.scrollingElement.scrollWidth} of ${innerWidth}`);
}"""


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "code"])
def test_only_parts_that_the_keyboard_reaches_scroll_sideways_and_never_the_page(
    tab, shipped, built_site, kind
):
    found = []
    for sample in sweep(built_site, kind):
        tab.set_viewport_size({"width": WIDTHS[0], "height": 800})
        visit(tab, shipped, sample)
        found += [(sample.address, "out of reach", text) for text in tab.evaluate(UNREACHABLE, FOCUSABLE)]
        for width in WIDTHS:
            tab.set_viewport_size({"width": width, "height": 800})
            found += [(sample.address, width, text) for text in tab.evaluate(STICKS_OUT)]
        tab.set_viewport_size({"width": WIDTHS[0], "height": 800})
        tab.evaluate(WIDE_SPACING)
        found += [(sample.address, "wide spacing", text) for text in tab.evaluate(STICKS_OUT)]

    assert found == []


PLANS = ("130208-unnamed-town-2024-07", "130208-unnamed-town-2024-09", "130682-liuzao-2021-08")
"""Printed as money with shares of two decimals, with blank cells, as percentages of two decimals."""
PRINT_LONG_FIGURES = """for (const cell of document.querySelectorAll(".plan-table th + td")) {
  cell.textContent = "538,690,000.00";
}"""
"""The budget of a whole township in yuan: longer than any plan that is shipped."""
CUT_FIGURES = """[...document.querySelectorAll(".plan-table td")].filter((cell) => {
  const range = document.createRange();
  range.selectNodeContents(cell);
  return new Set([...range.getClientRects()].map((line) => Math.round(line.top))).size > 1;
}).map((cell) => cell.textContent)"""


@pytest.mark.parametrize("folder", LANGUAGES.values(), ids=LANGUAGES)
@pytest.mark.parametrize("project", PLANS)
def test_no_figure_of_a_plan_is_cut_on_a_narrow_phone(tab, shipped, folder, project):
    tab.set_viewport_size({"width": WIDTHS[0], "height": 800})
    tab.goto(f"{shipped}/{folder}projects/{project}/")
    tab.evaluate(WIDE_SPACING)

    printed = (tab.evaluate(CUT_FIGURES), tab.evaluate(STICKS_OUT))
    tab.evaluate(PRINT_LONG_FIGURES)
    longer = (tab.evaluate(CUT_FIGURES), tab.evaluate(STICKS_OUT))

    assert printed == longer == ([], [])


NARROWEST = """Math.min(...[...document.querySelectorAll(".targets [data-label]")].map(
  (cell) => cell.clientWidth / parseFloat(getComputedStyle(cell).fontSize)))"""
"""Of the columns with words, in their own letters."""


@pytest.mark.parametrize("folder", LANGUAGES.values(), ids=LANGUAGES)
@pytest.mark.parametrize("width", [600, 768, 1000, 1024, 1440])
def test_no_column_of_words_is_too_narrow_to_read(tab, shipped, folder, width):
    tab.set_viewport_size({"width": width, "height": 800})
    tab.goto(f"{shipped}/{folder}projects/130324-shuangwang-2024-05/")

    assert tab.evaluate(NARROWEST) > 5


@pytest.mark.parametrize("address", ["/", "/projects/130324-shuangwang-2024-05/", "/en/data/"])
def test_window_of_640_pixels_at_200_per_cent_does_not_scroll_sideways(browser: Browser, shipped, address):
    """What zooming does: half as many CSS pixels, each twice as large."""
    context = browser.new_context(viewport={"width": 320, "height": 400}, device_scale_factor=2)
    page = context.new_page()

    page.goto(f"{shipped}{address}")

    assert page.evaluate("[devicePixelRatio, innerWidth]") == [2, 320]
    assert page.evaluate(STICKS_OUT) == []
    context.close()


def test_a_page_that_scrolls_sideways_is_found(tab, shipped):
    tab.set_viewport_size({"width": 320, "height": 800})
    tab.goto(f"{shipped}/")
    tab.evaluate("document.querySelector('h1').style.width = '400px'")

    assert any(text.startswith("H1") for text in tab.evaluate(STICKS_OUT))
