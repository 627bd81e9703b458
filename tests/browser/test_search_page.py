"""The search page as a reader uses it, on a small site of invented pages."""

import re
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect
from search_site import write_search_site

from generator.search.tokens import name_value

CASES = yaml.safe_load((Path(__file__).parents[1] / "search" / "tokens.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def origin(serve, tmp_path_factory):
    folder = tmp_path_factory.mktemp("search") / "site"
    write_search_site(folder)
    with serve(folder) as origin:
        yield origin


def wait_for(page: Page, state: str) -> None:
    expect(page.locator("[data-results]")).to_have_attribute("data-state", state)


def total(page: Page) -> str | None:
    return page.locator("[data-results]").get_attribute("data-total")


def search(page: Page, origin: str, address: str, state: str = "done") -> None:
    page.goto(f"{origin}/search/{address}")
    wait_for(page, state)


def hrefs(page: Page) -> list[str]:
    return page.locator("a[data-result]").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )


@pytest.fixture(scope="module")
def find(browser, origin):
    """The addresses that search.js finds for a query."""
    page = browser.new_page()
    page.goto(f"{origin}/search/")
    yield lambda query: page.evaluate(
        "async (query) => { const { hits } = await (await import('/static/search.js')).find(query);"
        " return (await Promise.all(hits.map((hit) => hit.load()))).map((page) => page.url); }",
        query,
    )
    page.close()


def test_search_js_makes_the_tokens_of_the_case_file(page, origin):
    page.goto(f"{origin}/search/")

    made = page.evaluate(
        "async (texts) => texts.map((await import('/static/search.js')).tokenise)",
        [case["text"] for case in CASES],
    )

    assert {case["title"]: " ".join(tokens) for case, tokens in zip(CASES, made, strict=True)} == {
        case["title"]: case["tokens"] for case in CASES
    }


def test_search_js_makes_the_tokens_of_values(page, origin):
    pairs = [("kind", "project"), ("township", "130324-shuangwang"), ("amount", "500-"), ("year", "2024")]
    page.goto(f"{origin}/search/")

    made = page.evaluate(
        "async (pairs) => { const { nameValue } = await import('/static/search.js');"
        " return pairs.map(([facet, id]) => nameValue(facet, id)); }",
        pairs,
    )

    assert made == [name_value(*pair) for pair in pairs]


@pytest.mark.parametrize(
    ("query", "urls"),
    [
        ("27.08", ["/townships/t-1/"]),
        ("７．０", ["/townships/t-1/"]),
        ("5万/村", ["/townships/t-1/"]),
        ("=79人", ["/townships/t-0/"]),
        ("郟马", ["/townships/t-0/"]),
        ("≥ 94 ％", ["/projects/t-2-2024-44/"]),
        ("p0044281 07 250g", ["/projects/t-1-2024-07/"]),
        ("4428107", ["/projects/t-1-2024-07/"]),
        ("a&<B>b</b>", ["/townships/t-1/"]),
        ("第一格第二格", []),
        ("格第", []),
        ("zz", []),
        ("zdnz", []),
    ],
)
def test_query_finds_what_contains_it_as_a_part(find, query, urls):
    assert find(query) == urls


def test_arriving_with_a_query_shows_its_hits(page, origin):
    search(page, origin, "?q=党组织活动")

    assert total(page) == "45"
    assert page.locator("a[data-result]").count() == 20
    expect(page.locator("[data-search-status]")).to_have_text("45 pages")
    expect(page.get_by_label("search_query")).to_have_value("党组织活动")


def test_hit_shows_title_place_and_the_cell_as_printed_with_the_find_marked(page, origin):
    search(page, origin, "?q=p004428107250g")

    hit = page.locator("[data-results] li")
    assert hrefs(page) == ["/projects/t-1-2024-07/"]
    expect(hit.locator("a")).to_have_text("办公经费07")
    expect(hit.locator(".search-place span")).to_have_text(["Project", "某县 · 镇一 · 2024 年", "0.7 wan"])
    expect(hit.locator("mark")).to_have_text("P004428107250G")
    expect(hit.locator(".search-excerpt")).to_have_text("13032424P004428107250G")


def test_long_cell_is_cut_around_the_find(page, origin):
    search(page, origin, "?q=第7次")

    excerpt = page.locator(".search-excerpt").inner_text()
    assert excerpt.startswith("保障村党组织活动（第7次）")
    assert excerpt.endswith("…")


def test_markup_in_a_cell_stays_text(page, origin):
    search(page, origin, "?q=<b>")

    expect(page.locator(".search-excerpt")).to_have_text("A & <b>B</b>")
    assert page.locator(".search-excerpt b").count() == 0


def test_typing_searches_and_keeps_the_query_in_the_address(page, origin):
    search(page, origin, "", state="idle")

    page.get_by_label("search_query").press_sequentially("27.08")
    wait_for(page, "done")

    assert page.url.endswith("/search/?q=27.08")
    assert total(page) == "1"


def test_filter_narrows_the_hits_and_stands_in_the_address(page, origin):
    search(page, origin, "?q=党组织")

    page.get_by_label("search_township").select_option("t-1")
    expect(page.locator("[data-results]")).to_have_attribute("data-total", "15")

    assert page.url.split("?")[1] == "q=%E5%85%9A%E7%BB%84%E7%BB%87&township=t-1"
    assert all("/t-1-" in href for href in hrefs(page))


def test_filters_from_the_address_are_applied_together(page, origin):
    search(page, origin, "?q=党组织&kind=project&township=t-1&year=2023")

    assert total(page) == "8"
    expect(page.get_by_label("search_township")).to_have_value("t-1")
    expect(page.get_by_label("search_year")).to_have_value("2023")


def test_each_filter_counts_what_the_others_leave(page, origin):
    search(page, origin, "?q=党组织&township=t-1")

    townships = page.get_by_label("search_township").locator("option").all_inner_texts()
    years = page.get_by_label("search_year").locator("option").all_inner_texts()
    assert townships == ["search_any", "镇零 (15)", "镇一 (15)", "镇二 (15)"]
    assert years == ["search_any", "2023 年 (8)", "2024 年 (7)"]


def test_filter_that_leaves_nothing_says_so_and_can_be_undone(page, origin):
    search(page, origin, "?q=27.08&township=t-0", state="empty")

    page.get_by_label("search_township").select_option("")
    wait_for(page, "done")

    assert total(page) == "1"


def test_more_shows_the_next_hits_and_moves_the_focus_to_them(page, origin):
    search(page, origin, "?q=党组织")

    page.locator("[data-more]").click()
    expect(page.locator("a[data-result]")).to_have_count(40)
    expect(page.locator("a[data-result]").nth(20)).to_be_focused()
    page.locator("[data-more]").click()

    expect(page.locator("a[data-result]")).to_have_count(45)
    expect(page.locator("[data-more]")).to_be_hidden()
    assert len(set(hrefs(page))) == 45


def test_back_and_forward_bring_back_query_and_hits(page, origin):
    search(page, origin, "?q=27.08")
    page.get_by_label("search_query").fill("党组织")
    page.get_by_label("search_query").press("Enter")
    expect(page.locator("[data-results]")).to_have_attribute("data-total", "45")
    page.get_by_label("search_year").select_option("2024")
    expect(page.locator("[data-results]")).to_have_attribute("data-total", "23")

    page.go_back()
    expect(page.locator("[data-results]")).to_have_attribute("data-total", "45")
    expect(page.get_by_label("search_year")).to_have_value("")
    page.go_back()
    expect(page.locator("[data-results]")).to_have_attribute("data-total", "1")
    expect(page.get_by_label("search_query")).to_have_value("27.08")
    page.go_forward()

    expect(page.locator("[data-results]")).to_have_attribute("data-total", "45")


def test_words_that_no_page_has_together_find_the_pages_that_have_each(page, origin):
    search(page, origin, "?q=次数 17人", state="empty")
    search(page, origin, "?q=党组织 17人")

    assert hrefs(page) == ["/projects/t-1-2024-07/"]
    expect(page.locator("[data-search-status]")).to_have_text(
        "1 pages with <党组织>+<17人>, none with <党组织 17人>"
    )
    expect(page.locator("mark")).to_have_text(["党组织", "17人"])


@pytest.mark.parametrize("query", ["", "%20%E3%80%80"])
def test_nothing_to_look_for_is_idle_and_asks_for_a_text(page, origin, query):
    search(page, origin, f"?q={query}", state="idle")

    assert total(page) == "0"
    expect(page.locator("[data-search-status]")).to_have_text("say what")


def test_nothing_found_is_said_in_words(page, origin):
    search(page, origin, "?q=没有的字", state="empty")

    assert total(page) == "0"
    expect(page.locator("[data-search-status]")).to_have_text("no page with <没有的字>")


@pytest.mark.parametrize(
    "blocked", ["**/pagefind/**", "**/pagefind.js*", "**/*.pf_index", "**/pagefind/pages/*", "**/*.pf_meta"]
)
def test_a_lost_part_of_the_index_is_an_error_in_words_and_can_be_tried_again(page, origin, blocked):
    page.route(blocked, lambda route: route.abort())
    page.goto(f"{origin}/search/?q=27.08")
    wait_for(page, "error")
    expect(page.locator("[data-search-status]")).to_have_text("failed")
    page.unroute(blocked)

    page.get_by_label("search_query").press("Enter")
    wait_for(page, "done")

    assert total(page) == "1"


def test_a_hit_that_cannot_be_shown_is_an_error_and_can_be_tried_again(page, origin):
    page.route("**/*.pf_fragment", lambda route: route.fulfill(status=404))
    page.goto(f"{origin}/search/?q=27.08")
    wait_for(page, "error")
    page.unroute("**/*.pf_fragment")

    page.get_by_label("search_query").press("Enter")
    wait_for(page, "done")

    assert total(page) == "1"


def test_what_is_typed_before_the_labels_arrive_is_kept(page, origin):
    held = []

    def hold(route):
        held.append(route)

    page.route("**/labels.*.json", hold)
    page.goto(f"{origin}/search/?q=党组织")
    page.get_by_label("search_query").fill("27.08")

    page.wait_for_timeout(500)
    held[0].continue_()
    expect(page.locator("[data-results]")).to_have_attribute("data-total", "1")

    expect(page.get_by_label("search_query")).to_have_value("27.08")


def test_labels_that_do_not_arrive_are_replaced_by_their_ids(page, origin):
    page.route("**/labels.*.json", lambda route: route.fulfill(status=404))

    search(page, origin, "?q=第7次")

    assert page.get_by_label("search_theme").locator("option").all_inner_texts() == [
        "search_any",
        "party (1)",
    ]


def test_waiting_is_said_in_words(page, origin):
    page.route("**/*.pf_index", lambda _route: None)

    page.goto(f"{origin}/search/?q=27.08")

    wait_for(page, "loading")
    expect(page.locator("[data-search-status]")).to_have_text("wait")


def test_only_the_latest_query_is_shown(page, origin):
    search(page, origin, "", state="idle")

    page.get_by_label("search_query").fill("党组织")
    page.get_by_label("search_query").press("Enter")
    page.get_by_label("search_query").fill("27.08")
    page.get_by_label("search_query").press("Enter")

    expect(page.locator("[data-results]")).to_have_attribute("data-total", "1")
    page.wait_for_timeout(200)
    assert hrefs(page) == ["/townships/t-1/"]


def test_no_other_host_is_asked(page, origin):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    search(page, origin, "?q=党组织")

    assert all(url.startswith(origin) for url in asked)


def test_all_of_it_can_be_done_by_keyboard(page, origin):
    search(page, origin, "?q=党组织")
    page.get_by_label("search_query").focus()

    stops = []
    for _ in range(32):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.name || document.activeElement.tagName"))

    assert stops[1:9] == ["SUMMARY", "kind", "township", "year", "theme", "amount", "sort", "A"]
    assert stops[8:28] == ["A"] * 20
    assert stops[28] == "BUTTON"


def test_narrow_screen_needs_no_sideways_scrolling(page, origin):
    page.set_viewport_size({"width": 320, "height": 640})

    search(page, origin, "?q=13032424P004428107250G")

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_site_under_a_prefix_finds_its_index_and_its_pages(page, serve, tmp_path):
    prefix = "/township-targets/"
    write_search_site(tmp_path / "root" / "township-targets", lang="en", root=prefix, home=prefix)
    with serve(tmp_path / "root") as origin:
        page.goto(f"{origin}/township-targets/search/?q=党组织")
        wait_for(page, "done")

        assert total(page) == "45"
        assert all(re.match(r"/township-targets/projects/t-\d-2024-\d\d/", href) for href in hrefs(page))
        page.goto("about:blank")


def test_without_scripts_the_lists_are_offered(browser, origin):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto(f"{origin}/search/")

    links = page.locator("a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    expect(page.locator("select").first).to_be_hidden()
    assert "search_no_script" in page.locator("noscript").inner_html()
    context.close()
    assert "/projects/" in links


def test_page_may_have_several_themes(page, origin):
    search(page, origin, "?q=党组织")

    themes = page.get_by_label("search_theme").locator("option").all_inner_texts()
    assert themes == ["search_any", "Party (45)", "Roads (9)"]
    page.get_by_label("search_theme").select_option("roads")

    expect(page.locator("[data-results]")).to_have_attribute("data-total", "9")


def test_amounts_are_offered_in_their_order(page, origin):
    search(page, origin, "?q=党组织")

    amounts = page.get_by_label("search_amount").locator("option").all_inner_texts()

    assert amounts == [
        "search_any",
        "search_amount_0_1 (1)",
        "search_amount_1_5 (43)",
        "search_amount_none (1)",
    ]


def test_hits_are_sorted_by_amount_with_the_unknown_last(page, origin):
    search(page, origin, "?q=党组织&year=2024")

    page.get_by_label("search_sort").select_option("amount")
    expect(page.locator("a[data-result]").first).to_have_text("办公经费42")
    page.locator("[data-more]").click()
    expect(page.locator("a[data-result]")).to_have_count(23)

    shown = [url.removesuffix("/")[-2:] for url in hrefs(page)]
    assert shown == [f"{number:02d}" for number in range(42, -1, -2)] + ["44"]
    assert page.url.endswith("&year=2024&sort=amount")


def test_whole_state_comes_back_from_the_address(page, origin):
    asked = {
        "q": "党组织",
        "kind": "project",
        "township": "t-1",
        "year": "2023",
        "theme": "party",
        "amount": "1-5",
        "sort": "amount",
    }

    search(page, origin, "?" + "&".join(f"{name}={value}" for name, value in asked.items()))

    state = page.evaluate("Object.fromEntries(new FormData(document.querySelector('[data-search-form]')))")
    assert {name: value for name, value in state.items() if value} == asked
    assert [href[-3:-1] for href in hrefs(page)] == ["43", "37", "31", "25", "19", "13", "07", "01"]


def test_unknown_values_in_the_address_do_no_harm(page, origin):
    search(page, origin, "?q=27.08&sort=nothing&other=1")

    assert total(page) == "1"
    search(page, origin, "?q=27.08&theme=nothing", state="empty")
    expect(page.locator("[data-all]")).to_have_text("1 without filters")


def test_filters_alone_list_all_that_they_leave(page, origin):
    search(page, origin, "?township=t-1&kind=project")

    assert total(page) == "15"
    expect(page.locator("mark")).to_have_count(0)


def test_filters_can_be_cleared_together(page, origin):
    search(page, origin, "?q=党组织&township=t-1&year=2023")

    page.get_by_role("button", name="search_clear").click()
    expect(page.locator("[data-results]")).to_have_attribute("data-total", "45")

    assert page.url.endswith("?q=%E5%85%9A%E7%BB%84%E7%BB%87")
    expect(page.get_by_role("button", name="search_clear")).to_be_hidden()


def test_what_the_filters_keep_away_is_one_press_away(page, origin):
    search(page, origin, "?q=27.08&township=t-0", state="empty")

    page.get_by_role("button", name="1 without filters").click()
    wait_for(page, "done")

    assert hrefs(page) == ["/townships/t-1/"]


@pytest.fixture(scope="module")
def near(browser, origin):
    """The names of townships that are offered for a query that finds nothing."""
    page = browser.new_page()
    page.goto(f"{origin}/")
    script = (
        "async (query) => (await (await import('/static/search-near.js')).findNear(query))"
        ".township.map((name) => name.text)"
    )
    yield lambda query: page.evaluate(script, query)
    page.close()


@pytest.mark.parametrize(
    ("query", "townships"),
    [
        ("双旺镇", ["双望镇"]),
        ("雙望鎮", ["双望镇"]),
        ("双望乡", ["双望镇"]),
        ("双镇", ["双望镇"]),
        ("双双望镇", ["双望镇"]),
        ("双旺", ["双望镇"]),
        ("双旺镇的武装经费", ["双望镇"]),
        ("郤马镇 武装", ["郄马镇"]),
        ("郤馬鎮和雙旺镇", ["郄马镇", "双望镇"]),
        ("武装经费", []),
        ("单望县", []),
        ("9", []),
    ],
)
def test_names_of_townships_that_may_have_been_meant(near, query, townships):
    assert near(query) == townships


def test_look_alike_name_leads_to_the_township(page, origin):
    search(page, origin, "?q=双旺镇", state="empty")

    link = page.locator("[data-near-township] a")
    expect(link).to_have_text("双望镇")
    expect(link).to_have_attribute("href", "/townships/t-1/")


def test_nearest_families_are_offered_when_nothing_is_found(page, origin):
    search(page, origin, "?q=党组织活动补贴", state="empty")

    links = page.locator("[data-near-family] a")
    expect(links).to_have_text(["党组织活动"])
    expect(links).to_have_attribute("href", "/programmes/party-activities/")
    expect(page.locator("[data-near-township]")).to_be_hidden()
    expect(page.get_by_text("search_hint_fewer")).to_be_visible()


def test_nothing_similar_leaves_hints_and_ways_to_browse(page, origin):
    search(page, origin, "?q=没有的字", state="empty")

    expect(page.locator("[data-near-township]")).to_be_hidden()
    expect(page.locator("[data-near-family]")).to_be_hidden()
    expect(page.get_by_role("link", name="search_list_townships")).to_be_visible()
    assert page.locator("[data-results] a").count() == 0


def test_help_goes_when_something_is_found(page, origin):
    search(page, origin, "?q=双旺镇", state="empty")

    page.get_by_label("search_query").fill("27.08")
    wait_for(page, "done")

    expect(page.locator("[data-search-help]")).to_be_hidden()


def test_number_of_hits_is_said_in_a_live_region(page, origin):
    search(page, origin, "?q=党组织")

    status = page.locator("[data-search-status]")
    expect(status).to_have_attribute("role", "status")
    expect(status).to_have_text("45 pages")


def test_coming_back_shows_as_many_hits_as_before(page, origin):
    search(page, origin, "?q=党组织")
    page.locator("[data-more]").click()
    expect(page.locator("a[data-result]")).to_have_count(40)

    page.locator("a[data-result]").nth(30).click()
    page.go_back()

    expect(page.locator("a[data-result]")).to_have_count(40)
