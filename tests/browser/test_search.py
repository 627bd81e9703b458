"""The search over the shipped content, in a real browser: everything printed is found, and nothing else."""

import pytest
from playwright.sync_api import expect
from shipped import normalise, read_projects, sample_queries

from generator.search.index import read_fragment
from generator.search.record import read_metadata

FIND = "async (query) => (await (await import('/static/search.js')).find(query)).hits.map(hit => hit.url)"


@pytest.fixture(scope="module")
def origin(serve, built_site):
    with serve(built_site) as origin:
        yield origin


@pytest.fixture(scope="module")
def find(browser, origin):
    page = browser.new_page()
    page.goto(f"{origin}/search/")
    yield lambda query: set(page.evaluate(FIND, query))
    page.close()


@pytest.fixture(scope="module")
def projects():
    return read_projects()


@pytest.fixture(scope="module")
def indexed(built_site):
    """Address → the texts of a page that the index was made of."""
    pages = {}
    for path in built_site.glob("pagefind/fragment/*"):
        fragment = read_fragment(path)
        shown = read_metadata(fragment, "shown")
        pages[read_metadata(fragment, "listed")["url"]] = [
            normalise(text) for text in (shown["title"], *shown["texts"])
        ]
    return pages


def test_recall_is_complete_and_precision_high(find, projects, indexed, capsys):
    queries = [query for query in sample_queries(projects) if normalise(query)]
    expected, found, right, wrong = 0, 0, 0, []
    for query in queries:
        wanted = normalise(query)
        truth = {
            project.url for project in projects if any(wanted in normalise(cell) for cell in project.cells)
        }
        hits = find(query)
        expected += len(truth)
        found += len(truth & hits)
        right += sum(any(wanted in text for text in indexed[url]) for url in hits)
        wrong += [(query, url) for url in hits if not any(wanted in text for text in indexed[url])]
        assert truth <= hits, f"{query}: not found: {sorted(truth - hits)}"
    recall, precision = found / expected, right / (right + len(wrong))
    with capsys.disabled():
        print(f"\nsearch: {len(queries)} queries, recall {recall:.4f}, precision {precision:.4f}")

    assert len(queries) >= 100
    assert recall == 1
    assert precision >= 0.97, wrong


def test_every_page_that_the_index_holds_a_text_of_is_found_by_it(find, indexed):
    texts = sorted({text for page in indexed.values() for text in page if len(text) > 1})[::97]

    for text in texts:
        assert find(text) == {url for url, page in indexed.items() if any(text in cell for cell in page)}, (
            text
        )


def test_every_name_of_a_township_finds_all_its_projects(find, projects):
    for project in projects:
        for alias in project.aliases:
            assert project.url in find(alias), alias


def test_every_hit_is_a_page_of_the_site(built_site, indexed):
    missing = [url for url in indexed if not (built_site / url.strip("/") / "index.html").is_file()]

    assert missing == []


def test_party_activity_funds_are_found_in_four_disclosures(page, origin, projects):
    page.goto(f"{origin}/search/?q=党组织活动经费&kind=project")
    expect(page.locator("[data-results]")).to_have_attribute("data-state", "done")

    hrefs = page.locator("a[data-result]").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    assert len({project.disclosure for project in projects if project.url in hrefs}) == 4


def test_filters_of_the_published_page_have_words_for_their_values(page, origin):
    page.goto(f"{origin}/search/?q=经费")
    expect(page.locator("[data-results]")).to_have_attribute("data-state", "done")

    for name in ("kind", "township", "county"):
        options = page.locator(f"select[name={name}] option").evaluate_all(
            "options => options.slice(1).map(option => [option.value, option.textContent])"
        )
        assert options
        assert all(not text.startswith(value) for value, text in options), options


def test_published_page_at_phone_width_needs_no_sideways_scrolling(page, origin):
    page.set_viewport_size({"width": 320, "height": 640})

    page.goto(f"{origin}/search/?q=13032424P00442810250G")
    expect(page.locator("[data-results]")).to_have_attribute("data-state", "done")

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
