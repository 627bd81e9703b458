"""Takes the pictures of the README from a built site: `make site`, then `python -m tools.screenshots [SITE]`.

Needs the test environment (`make test` makes it) and Chromium. Each picture is one screen, no larger than a page of
the repository should load.
"""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

REPOSITORY = Path(__file__).resolve().parent.parent
MAX_BYTES = 300 * 1024
_BROWSER_NAMES = ("chromium", "chromium-browser", "google-chrome")
_PROJECT = "projects/130324-shuangwang-2024-08/"


@dataclass(frozen=True, slots=True)
class Picture:
    name: str
    address: str
    """Relative to the root of the site."""
    size: tuple[int, int]
    """Width and height of the window in CSS pixels, one pixel of the picture each."""
    scheme: Literal["light", "dark"] = "light"
    awaited: str = "main"
    """A selector: the picture is taken when it is there."""


_COMPARED = "compare/?kind=project&id=130324-shuangwang-2024-05&id=130682-liuzao-2021-06"

PICTURES = (
    Picture("home", "", (1280, 800)),
    Picture("home-phone", "", (320, 700), scheme="dark"),
    Picture("project-desktop", _PROJECT, (1280, 1200)),
    Picture("project-phone", _PROJECT, (390, 844), scheme="dark"),
    Picture("project-checks", "projects/130324-shuangwang-2024-05/#checks", (1280, 900)),
    Picture("project-english", f"en/{_PROJECT}", (1440, 900)),
    Picture("disclosure", "townships/130324-shuangwang/2024/", (768, 1024)),
    Picture("programme", "programmes/village-cadre-pay/", (1440, 900), scheme="dark"),
    Picture("indicator", "indicators/public-satisfaction/", (768, 1024)),
    Picture("compare-phone", _COMPARED, (390, 844), awaited="table"),
    Picture("check", "checks/t01/", (1280, 900)),
    Picture("question", "questions/payments-to-persons/", (1280, 900)),
    Picture("search", "search/?q=党组织活动经费", (1280, 800), awaited='[data-results][data-state="done"]'),
)


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Nothing: the pictures tell whether a page was there."""


@contextmanager
def _serve(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def _take(browser: Browser, picture: Picture, root: str) -> bytes:
    width, height = picture.size
    page = browser.new_page(
        viewport={"width": width, "height": height}, color_scheme=picture.scheme, locale="zh-CN"
    )
    page.goto(root + picture.address, wait_until="networkidle")
    page.wait_for_selector(picture.awaited)
    data = page.screenshot(animations="disabled", caret="hide")
    page.close()
    return data


def find_browser() -> str | None:
    return next(filter(None, map(shutil.which, _BROWSER_NAMES)), None)


def main(arguments: list[str]) -> int:
    site = Path(arguments[0]) if arguments else REPOSITORY / "site"
    executable = find_browser()
    if executable is None or not (site / "index.html").is_file():
        print("Chromium and a built site are needed: run `make site` and `make test` first.", file=sys.stderr)
        return 3
    images = REPOSITORY / "docs" / "images"
    images.mkdir(parents=True, exist_ok=True)
    with _serve(site) as root, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        taken = {picture.name: _take(browser, picture, root) for picture in PICTURES}
        browser.close()
    for name, data in taken.items():
        (images / f"{name}.png").write_bytes(data)
        print(f"docs/images/{name}.png: {len(data) / 1024:.0f} KB")
    return 1 if any(len(data) > MAX_BYTES for data in taken.values()) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
