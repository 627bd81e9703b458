"""Marks Chinese text on pages of another language, so that it is spoken and set as Chinese (WCAG 3.1.2).

Templates say where printed text may stand; a string of ours that was not translated stays unmarked, and is found.
"""

import re

from markupsafe import Markup, escape

_HAN = "⺀-鿿豈-﫿＀-￯\U00020000-\U0003ffff"
_RUN = re.compile(f"[0-9.,%=≥≤+-]*[{_HAN}](?:[^A-Za-z]*[{_HAN}])*")
"""From the figure before one Chinese sign to the last one before a Latin word: what lies between belongs to it."""

ATTRIBUTE = Markup(' lang="zh-CN"')
NOTHING = Markup("")


def attribute_of(text: str) -> Markup:
    """For the tag around a text: ` lang="zh-CN"` when it holds Chinese."""
    return ATTRIBUTE if _RUN.search(text) else NOTHING


def mark(text: str) -> Markup:
    """The text with each run of Chinese in an element of its own."""
    marked = _RUN.sub(lambda run: f"<span{ATTRIBUTE}>{run[0]}</span>", str(escape(text)))
    return Markup(marked)  # noqa: S704 - escaped above
