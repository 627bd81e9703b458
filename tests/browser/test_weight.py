"""How light the pages are and how still they stand, as a visitor with a phone gets them."""

import pytest
from hosting import serve_folder
from kinds import KINDS, LANGUAGES, read_pages, samples
from playwright.sync_api import expect
from watching import Watch, total_bytes

MAX_PROJECT_HTML = 30_000
MAX_CSS = 25_000
MAX_SCRIPTS = 20_000
MAX_REQUESTS = 6
TOOLS = {"search", "compare"}
MAX_REQUESTS_OF_TOOLS = 16
"""Of the pages that are made of scripts; each is a module of its own, small and kept for ever."""
SCRIPT_DELAY = 0.25
"""Seconds; long after the first paint."""


def test_no_project_page_is_too_long(built_site):
    sizes = {page.address: page.size for page in read_pages(built_site) if page.kind == "project"}

    assert {address: size for address, size in sizes.items() if size > MAX_PROJECT_HTML} == {}


@pytest.fixture(scope="module")
def slow_origin(built_site):
    with serve_folder(built_site, script_delay=SCRIPT_DELAY) as origin:
        yield origin


@pytest.fixture(scope="module")
def phones(browser, slow_origin):
    """A page for each language, on a phone that keeps nothing of what it has loaded."""
    context = browser.new_context(locale="zh-CN", viewport={"width": 390, "height": 844})
    phones = {}
    for language in LANGUAGES:
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.setCacheDisabled", {"cacheDisabled": True})
        phones[language] = page, Watch(page, slow_origin)
    yield phones
    context.close()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "code"])
def test_page_is_light_and_stands_still(phones, slow_origin, built_site, kind):
    for language, (page, watch) in phones.items():
        watch.forget()
        sample = samples(built_site, kind, language)[0]
        page.goto(f"{slow_origin}{sample.address}", wait_until="commit")
    for page, _ in phones.values():
        page.wait_for_load_state("networkidle")

    faults = [
        f"{page.url}: {fault}"
        for page, watch in phones.values()
        for fault in (*find_faults(watch, kind), *find_shifts(page))
    ]
    assert faults == []


def find_shifts(page):
    """A busy machine may paint a page of which half has come; only what moves a second time too counts."""
    if page.evaluate("window.shifts.length"):
        page.reload(wait_until="networkidle")
    return [f"moved: {shift}" for shift in page.evaluate("window.shifts")]


def find_faults(watch, kind):
    css = total_bytes(watch, lambda url: url.endswith(".css"))
    if css >= MAX_CSS:
        yield f"{css} bytes of style"
    scripts = total_bytes(watch, lambda url: url.endswith(".js"))
    if scripts >= MAX_SCRIPTS:
        yield f"{scripts} bytes of scripts"
    limit = MAX_REQUESTS_OF_TOOLS if kind in TOOLS else MAX_REQUESTS
    if len(watch.requests) > limit:
        yield f"{len(watch.requests)} requests: {watch.requests}"
    yield from watch.complaints


@pytest.mark.parametrize("address", ["/", "/search/", "/en/search/"])
def test_scripts_stay_few_when_the_search_is_used(watched, shipped, address):
    page, watch = watched
    page.goto(f"{shipped}{address}")
    if "search" in address:
        page.locator("#search-q").fill("经费")
        expect(page.locator("[data-results]")).to_have_attribute("data-state", "done")
    else:
        page.keyboard.press("/")
        page.keyboard.type("经费")
        expect(page.get_by_role("option").first).to_be_visible()
    page.wait_for_load_state("networkidle")

    assert script_bytes(watch) < MAX_SCRIPTS


@pytest.mark.parametrize(
    ("kind", "ids", "typed"),
    [
        ("project", ("130324-shuangwang-2024-05", "130111-qiema-2021-18"), "服务群众专项经费"),
        ("township", ("130324-shuangwang", "130111-qiema"), "留早"),
        ("programme", ("village-party-activity", "village-public-service"), "禁烧"),
    ],
)
def test_scripts_stay_few_when_all_of_a_comparison_is_used(watched, shipped, kind, ids, typed):
    page, watch = watched
    page.goto(f"{shipped}/compare/?kind={kind}&" + "&".join(f"id={id_}" for id_ in ids))
    columns = page.locator("table.compare thead th")
    expect(columns).to_have_count(2)

    page.locator("[data-input]").fill(typed)
    page.get_by_role("option").first.click()
    if kind == "project":
        page.get_by_role("option", name="留早镇").click()
    expect(columns).to_have_count(3)
    with page.expect_download():
        page.locator("[data-csv]").click()
    page.locator("[data-search-box]").fill("经费")
    expect(page.locator("#suggestion a").first).to_be_visible()
    page.wait_for_load_state("networkidle")

    used = {url.rpartition("/")[2].partition(".")[0] for url in watch.requests if url.endswith(".js")}
    assert {"compare-table", "compare-picker", "compare-csv", "search-box", "search-suggest"} <= used
    assert script_bytes(watch) < MAX_SCRIPTS
    assert watch.complaints == []


def script_bytes(watch):
    return total_bytes(watch, lambda url: url.endswith(".js") and "/pagefind/" not in url)


def test_what_moves_is_noticed(watched, shipped):
    page, _ = watched
    page.goto(f"{shipped}/", wait_until="networkidle")
    assert page.evaluate("window.shifts") == []

    page.evaluate("document.querySelector('main').style.marginTop = '200px'")
    page.wait_for_timeout(200)

    assert page.evaluate("window.shifts")


def test_files_with_a_hash_in_their_name_are_kept_for_ever(watched, shipped):
    page, watch = watched
    page.goto(f"{shipped}/", wait_until="networkidle")

    kept = {
        response.url: response.all_headers().get("cache-control")
        for response in watch.responses
        if "/static/" in response.url
    }
    assert kept
    assert set(kept.values()) == {"public, max-age=31536000, immutable"}
