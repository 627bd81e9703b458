"""How many bytes of scripts a visitor of the search page loads, as they are served."""

import pytest
from playwright.sync_api import expect
from watching import total_bytes

LIMIT = 20_000


@pytest.mark.parametrize("home", ["", "en/"])
def test_search_page_with_all_of_it_used_loads_few_scripts(watched, shipped, home):
    """Without Pagefind itself: names that may have been meant, hits, filters, sorting, excerpts."""
    page, watch = watched
    page.goto(f"{shipped}/{home}search/?q=双旺镇")
    expect(page.locator("[data-near-township] a").first).to_be_visible()
    page.locator("#search-q").fill("经费")
    expect(page.locator("[data-results]")).to_have_attribute("data-state", "done")
    page.locator("select[name=kind]").select_option("project")
    page.locator("select[name=sort]").select_option("amount")
    expect(page.locator("mark").first).to_be_visible()
    page.wait_for_load_state("networkidle")

    assert total_bytes(watch, lambda url: url.endswith(".js") and "/pagefind/" not in url) < LIMIT
