"""axe-core finds nothing against WCAG 2.2 A and AA: every kind of page, light and dark, narrow and wide, both languages."""

from itertools import product, zip_longest

import pytest
from axe_playwright_python.sync_playwright import Axe
from kinds import KINDS, LANGUAGES, samples
from playwright.sync_api import BrowserContext, Page, expect
from visiting import visit

AXE = Axe().axe_script
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa")
SCHEMES = ("light", "dark")
WIDTHS = (1440, 320)

START = """(tags) => {
  window.found = axe.run({ runOnly: tags, resultTypes: ["violations"], preload: false, elementRef: false });
}"""
FINISH = """async () => (await window.found).violations.flatMap(({ id, nodes }) =>
  nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)}: ${failureSummary}`))"""


@pytest.fixture(scope="module")
def tabs(visitor: BrowserContext):
    """One page for each language: two processes, which work at the same time."""
    visitor.add_init_script(AXE)
    return {language: visitor.new_page() for language in LANGUAGES}


def find_violations(pages: list[Page]) -> list[str]:
    found = []
    for scheme, width in product(SCHEMES, WIDTHS):
        for page in pages:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.set_viewport_size({"width": width, "height": 900})
            page.evaluate(START, TAGS)
        found += [f"{scheme} {width} {page.url}: {text}" for page in pages for text in page.evaluate(FINISH)]
    return found


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "code"])
def test_axe_finds_nothing(tabs, shipped, built_site, kind):
    chinese, english = (samples(built_site, kind, language) for language in LANGUAGES)
    rest = english[1:] if kind == "page" else ()
    found = []
    for pair in zip_longest(chinese, (english[0], *rest)):
        pages = [page for page in pair if page]
        for page in pages:
            visit(tabs[page.language], shipped, page)
        found += find_violations([tabs[page.language] for page in pages])

    assert found == []


def test_axe_finds_nothing_while_suggestions_are_shown(tabs, shipped):
    page = tabs["zh"]
    page.goto(f"{shipped}/")
    page.keyboard.press("/")
    page.keyboard.type("党")
    expect(page.get_by_role("option").first).to_be_visible()

    assert find_violations([page]) == []


def test_axe_finds_a_violation_where_there_is_one(tabs, shipped):
    page = tabs["zh"]
    page.goto(f"{shipped}/")
    page.evaluate("document.querySelector('main').innerHTML = '<img src=\"/static/favicon.svg\">'")

    assert any("image-alt" in text for text in find_violations([page]))
