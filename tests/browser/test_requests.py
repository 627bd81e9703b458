"""Under the headers of the published site no page asks another host, is denied anything, misses a file or says a word."""

import re

import pytest
from hosting import headers_of
from kinds import KINDS, LANGUAGES, samples
from playwright.sync_api import Page, expect
from visiting import open_as_new, visit

QUERY = "党组织"


def use(page: Page) -> None:
    """All that can be pressed, the last first since some buttons take themselves away; the first thing to type into and the first to choose from."""
    for button in reversed(page.locator("main button[type=button]:visible").all()):
        button.click()
    for field in page.locator("main input[type=search]:visible").all()[:1]:
        field.fill(QUERY)
    for choice in page.locator("main select:visible").all()[:1]:
        choice.select_option(index=1)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "code"])
def test_page_asks_only_its_host_and_says_nothing(watched, shipped, built_site, kind):
    page, watch = watched
    for sample in (samples(built_site, kind, language)[0] for language in LANGUAGES):
        visit(page, shipped, sample)
        use(page)
    page.wait_for_load_state("networkidle")

    assert watch.requests
    assert watch.complaints == []


@pytest.mark.parametrize("folder", LANGUAGES.values(), ids=LANGUAGES)
def test_search_and_suggestions_ask_only_their_host(watched, shipped, folder):
    page, watch = watched
    page.goto(f"{shipped}/{folder}")
    page.keyboard.press("/")
    page.keyboard.type(QUERY)
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/search/\?q="))
    expect(page.locator("[data-results]")).to_have_attribute("data-state", "done")
    page.locator("a[data-result]").first.click()
    expect(page.locator("h1")).to_be_visible()
    page.wait_for_load_state("networkidle")

    assert watch.complaints == []


@pytest.mark.parametrize("folder", ["", "en/"])
def test_unknown_code_leads_to_the_search_and_a_known_one_to_its_project(watched, shipped, folder):
    page, watch = watched
    page.goto(f"{shipped}/{folder}code/13032424P00443110675Y/", wait_until="networkidle")
    assert page.url == f"{shipped}/{folder}projects/130324-shuangwang-2024-05/"

    page.goto(f"{shipped}/{folder}code/P004431")
    expect(page.locator("[data-results]")).to_have_attribute("data-state", "done")

    assert page.url.startswith(f"{shipped}/{folder}search/?q=P004431")
    assert watch.complaints == []


@pytest.mark.parametrize(("folder", "language"), [("", "zh-CN"), ("en/", "en")])
def test_missing_address_shows_a_page_in_the_language(page, shipped, folder, language):
    response = page.goto(f"{shipped}/{folder}nothing/here/")

    assert response.status == 404
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("main a").count() >= 3


def test_the_server_of_these_tests_sends_the_headers_of_the_published_site(page, shipped):
    response = page.goto(f"{shipped}/")

    headers = response.all_headers()
    assert headers_of("/")["Content-Security-Policy"]
    assert {name: headers.get(name.lower()) for name in headers_of("/")} == headers_of("/")


KEEP = "localStorage.kept = sessionStorage.kept = 1; document.cookie = 'kept=1'"
KEPT = "[localStorage.length, sessionStorage.length, document.cookie, history.length]"
FROM_CACHE = (
    "performance.getEntriesByType('resource').filter((entry) => entry.deliveryType === 'cache').length"
)


def test_a_new_visitor_of_these_tests_has_nothing_of_the_one_before(window, page, shipped):
    page.goto(f"{shipped}/", wait_until="networkidle")
    page.evaluate(KEEP)
    page.reload(wait_until="networkidle")
    assert page.evaluate(FROM_CACHE) > 0

    new = open_as_new(window)
    new.goto(f"{shipped}/", wait_until="networkidle")

    assert new.evaluate(KEPT) == [0, 0, "", 2]
    assert new.evaluate(FROM_CACHE) == 0
    new.close()


@pytest.mark.parametrize(
    "script",
    [
        "document.body.append(Object.assign(document.createElement('script'), { text: 'window.ran = 1' }))",
        "document.body.setAttribute('style', 'color: red')",
        "document.body.append(Object.assign(new Image(), { src: 'https://elsewhere.invalid/a.png' }))",
        "fetch('https://elsewhere.invalid/').catch(() => 0)",
        "fetch('/nothing/').catch(() => 0)",
        "console.log('a word')",
        "setTimeout(() => { throw new Error('a fault') })",
    ],
)
def test_whatever_should_not_be_is_heard(watched, shipped, script):
    page, watch = watched
    page.goto(f"{shipped}/", wait_until="networkidle")
    assert watch.complaints == []

    page.evaluate(f"() => {{ {script} }}")
    page.wait_for_timeout(200)

    assert watch.complaints
