"""Pages as a visitor has them before them: with something asked of the tools, and everything unfolded."""

from kinds import SitePage
from playwright.sync_api import BrowserContext, Page, expect

FOCUSABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']"
_ASKED = {
    "search": "?q=经费",
    "compare": "?kind=project&id=130324-shuangwang-2024-05&id=130111-qiema-2021-18",
}
"""What is asked of a page that is nearly empty otherwise."""
_STATES = {"search": "[data-results]", "compare": "[data-compare]"}
_UNFOLD = "for (const details of document.querySelectorAll('details')) details.open = true"


def open_as_new(window: BrowserContext) -> Page:
    """A page that knows nothing of those before: not in the cache, and not in what pages can keep."""
    page = window.new_page()
    session = window.new_cdp_session(page)
    session.send("Network.clearBrowserCache")
    session.send("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": "all"})
    return page


def visit(page: Page, origin: str, sample: SitePage) -> None:
    page.goto(f"{origin}{sample.address}{_ASKED.get(sample.kind, '')}")
    if sample.kind in _STATES:
        expect(page.locator(_STATES[sample.kind])).to_have_attribute("data-state", "done")
    page.evaluate(_UNFOLD)
