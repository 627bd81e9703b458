"""A real browser, a server with the headers of the published site, and the sites to look at."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

import pytest
from hosting import REPOSITORY, serve_folder
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from visiting import open_as_new
from watching import Watch

BROWSER_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first has no windows to draw, which spares two fifths of the processor's time."""
BROWSER_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class Serve(Protocol):
    def __call__(self, folder: Path) -> AbstractContextManager[str]: ...


@pytest.fixture(scope="session")
def serve() -> Serve:
    """A context manager: a folder in, its address (`http://127.0.0.1:…`) out; sends the headers of the site."""
    return serve_folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, BROWSER_NAMES)), None)
    if path is None:
        pytest.fail("No Chromium here: run `make test`, which installs one.", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(BROWSER_ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def window(browser: Browser) -> Iterator[BrowserContext]:
    """Opens a page in half the time that a context of its own takes, as long as it holds one already."""
    context = browser.new_context(locale="zh-CN")
    context.set_default_timeout(10_000)
    context.new_page()
    yield context
    context.close()


@pytest.fixture
def page(window: BrowserContext) -> Iterator[Page]:
    """A new page of a new visitor; what the page reports as an error fails the test."""
    page = open_as_new(window)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console", lambda message: errors.append(message.text) if "Security Policy" in message.text else None
    )
    yield page
    page.close()
    assert errors == []


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped content as a site, built once for all tests."""
    folder = tmp_path_factory.mktemp("built") / "site"
    command = [sys.executable, "-m", "generator", "build", "--output", str(folder), "--quiet"]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    if done.returncode:
        last = "\n".join((done.stdout + done.stderr).splitlines()[-5:])
        pytest.fail(f"The shipped content cannot be built:\n{last}", pytrace=False)
    return folder


@pytest.fixture(scope="session")
def shipped(built_site: Path) -> Iterator[str]:
    """The address of the shipped content's site."""
    with serve_folder(built_site) as origin:
        yield origin


@pytest.fixture(scope="module")
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    """One visitor who looks at many pages: what one test has loaded, the next has in the cache."""
    context = browser.new_context(
        locale="zh-CN",
        reduced_motion="reduce",
        viewport={"width": 1280, "height": 800},
        permissions=["clipboard-write"],
    )
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture(scope="module")
def tab(visitor: BrowserContext) -> Page:
    """The page in which the visitor looks at one address after the other."""
    return visitor.new_page()


@pytest.fixture(scope="module")
def watched_tab(visitor: BrowserContext, shipped: str) -> tuple[Page, Watch]:
    page = visitor.new_page()
    return page, Watch(page, shipped)


@pytest.fixture
def watched(watched_tab: tuple[Page, Watch]) -> tuple[Page, Watch]:
    """A page, and all that it asks for and complains about from now on."""
    page, watch = watched_tab
    page.goto("about:blank")
    watch.forget()
    return page, watch
