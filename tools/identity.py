"""Draws the pictures of the theme that are no SVG: `python -m tools.identity`, with what `make test` installs.

A card for shared links in each language, with the words of `content/site.yaml`, and the icon for a phone's home
screen, all from the mark in `favicon.svg`. The pictures are committed: a build needs no browser.
"""

import sys
from html import escape
from pathlib import Path

import yaml
from playwright.sync_api import Browser, sync_playwright

from tools.screenshots import find_browser

REPOSITORY = Path(__file__).resolve().parent.parent
STATIC = REPOSITORY / "themes" / "default" / "static"
CARD_SIZE = (1200, 630)
ICON_SIZE = (180, 180)
_FONTS = {
    "zh-CN": '"Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", serif',
    "en": 'Charter, Georgia, "Liberation Serif", "Noto Serif CJK SC", serif',
}

_ICON = """<style>
body { margin: 0; background: #fffefb; }
svg { display: block; width: 116px; margin: 32px; }
</style>{mark}"""

_CARD = """<html lang="{language}"><style>
* {{ box-sizing: border-box; margin: 0; }}
body {{ display: flex; flex-direction: column; width: 1200px; height: 630px; padding: 64px 96px 60px; overflow: hidden;
  position: relative; background: #faf8f3; color: #23211c; border-top: 16px solid #9e3524; font-family: {fonts}; }}
.mark svg {{ display: block; width: 88px; }}
.field {{ position: absolute; z-index: -1; width: 620px; right: -190px; bottom: -190px; opacity: .06; }}
h1 {{ margin: 44px 0 10px; font-size: {size}px; line-height: 1.2; letter-spacing: .02em; }}
.other {{ color: #656053; font: 400 28px/1.4 "Liberation Sans", "Noto Sans CJK SC", sans-serif; letter-spacing: .12em; }}
.about {{ margin-top: auto; padding-top: 26px; max-width: 900px; border-top: 2px solid #dcd5c5; font-size: 30px;
  line-height: 1.5; line-break: strict; text-wrap: balance; }}
</style><body><div class="field">{mark}</div><div class="mark">{mark}</div>
<h1>{title}</h1><p class="other">{other}</p><p class="about">{about}</p></body></html>"""


def _card(site: dict[str, str], language: str, mark: str) -> str:
    chinese, english = escape(site["title"]), escape(site["title_en"])
    is_chinese = language == "zh-CN"
    about = site["description"] if is_chinese else site.get("description_en") or site["description"]
    return _CARD.format(
        language=language,
        fonts=_FONTS[language],
        mark=mark,
        size=92 if is_chinese else 96,
        title=chinese if is_chinese else english,
        other=english.upper() if is_chinese else chinese,
        about=escape(about),
    )


def _draw(browser: Browser, html: str, size: tuple[int, int]) -> bytes:
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    page.set_content(html)
    data = page.screenshot()
    page.close()
    return data


def main() -> int:
    executable = find_browser()
    if executable is None:
        print("Chromium is needed: run `make test` first.", file=sys.stderr)
        return 3
    site = yaml.safe_load((REPOSITORY / "content" / "site.yaml").read_text(encoding="utf-8"))
    mark = (STATIC / "favicon.svg").read_text(encoding="utf-8")
    drawings = {f"card.{language}.png": (_card(site, language, mark), CARD_SIZE) for language in _FONTS}
    drawings["touch-icon.png"] = (_ICON.replace("{mark}", mark), ICON_SIZE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        for name, (html, size) in drawings.items():
            data = _draw(browser, html, size)
            (STATIC / name).write_bytes(data)
            print(f"themes/default/static/{name}: {len(data) / 1024:.0f} KB")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
