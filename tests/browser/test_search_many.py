"""The search page of a site with very many pages, made small: three indexes, and a file for each page."""

import pytest
from playwright.sync_api import expect
from search_site import make_record, write_search_site

from generator.search import index, page_files

COUNT = 300
"""More than the search page loads files to count."""


@pytest.fixture(scope="module")
def origin(serve, tmp_path_factory):
    folder = tmp_path_factory.mktemp("many") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page_files, "KEPT_WHOLE", 1)
        patch.setattr(page_files, "PER_FILE", 1)
        patch.setattr(index, "PAGES_PER_PART", 130)
        write_search_site(folder, records=[make_record(number) for number in range(COUNT)])
    with serve(folder) as origin:
        yield origin


@pytest.fixture
def asked(page):
    """The files of pages that are asked for."""
    urls: list[str] = []
    page.on("request", lambda request: "/pages/" in request.url and urls.append(request.url))
    return urls


def search(page, origin, address):
    page.goto(f"{origin}/search/{address}")
    expect(page.locator("[data-results]")).to_have_attribute("data-state", "done")


def options(page, name):
    return page.get_by_label(f"search_{name}").locator("option").all_inner_texts()


def test_narrow_query_loads_no_more_files_than_it_has_hits(page, origin, asked):
    search(page, origin, "?q=第7次")

    assert len(asked) == 1
    assert options(page, "township") == ["search_any", "镇一 (1)"]
    expect(page.locator("[data-many]")).to_be_hidden()


def test_query_with_too_many_hits_shows_them_and_says_that_they_are_not_counted(page, origin, asked):
    search(page, origin, "?q=党组织")

    assert asked == []
    expect(page.locator("[data-search-status]")).to_have_text(f"{COUNT} pages")
    expect(page.locator("a[data-result]")).to_have_count(20)
    expect(page.get_by_text("search_many")).to_be_visible()
    expect(page.get_by_label("search_sort")).to_be_hidden()
    assert options(page, "year") == ["search_any", "2023 年", "2024 年"]
    expect(page.get_by_label("search_township")).to_be_hidden()


def test_filter_narrows_exactly_what_is_not_counted(page, origin):
    search(page, origin, "?q=党组织")

    page.get_by_label("search_year").select_option("2023")
    expect(page.locator("[data-results]")).to_have_attribute("data-total", str(COUNT // 2))

    assert options(page, "township") == ["search_any", "镇零 (50)", "镇一 (50)", "镇二 (50)"]
    assert options(page, "theme") == ["search_any", "Party (150)", "Roads (30)"]
    assert options(page, "year") == ["search_any", "2023 年", "2024 年"]
    expect(page.locator("[data-many]")).to_be_hidden()
    expect(page.get_by_label("search_sort")).to_be_visible()


def test_filters_from_the_address_narrow_at_once(page, origin):
    search(page, origin, "?q=党组织&township=t-1&year=2024")

    expect(page.locator("[data-results]")).to_have_attribute("data-total", "50")
    expect(page.get_by_label("search_township")).to_have_value("t-1")
    assert options(page, "year") == ["search_any", "2023 年 (50)", "2024 年 (50)"]


def test_order_is_the_same_counted_or_not(page, origin):
    search(page, origin, "?q=党组织")
    before = page.locator("a[data-result]").evaluate_all("links => links.map(link => link.pathname)")

    assert before == sorted(before)


def test_several_indexes_are_asked_as_one(page, origin):
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))

    search(page, origin, "?q=第7次")

    assert sum(url.endswith(".pf_meta") for url in requests) == 3
    expect(page.locator("a[data-result]")).to_have_text("办公经费07")


def test_an_index_that_does_not_arrive_is_an_error_and_can_be_tried_again(page, origin):
    page.route("**/part-2/**", lambda route: route.abort())
    page.goto(f"{origin}/search/?q=党组织")
    results = page.locator("[data-results]")
    expect(results).to_have_attribute("data-state", "error")
    page.unroute("**/part-2/**")

    page.get_by_label("search_query").press("Enter")

    expect(results).to_have_attribute("data-total", str(COUNT))
