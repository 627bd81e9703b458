"""How a page is described in lists of search results."""

import re

LONGEST = 150
"""Characters; search engines show about as many Latin ones, and half as many Chinese ones."""

_CLAUSES = re.compile(r"[。；，、！？]|[;,.!?](?=\s)")
_WORDS = re.compile(r"\s|(?<=[⺀-鿿])(?=[⺀-鿿])")


def fit(text: str) -> str:
    """On one line, and cut after a clause where it is too long; never inside a number or a word."""
    text = " ".join(text.split())
    if len(text) <= LONGEST:
        return text
    for parting in (_CLAUSES, _WORDS):
        ends = [match.start() for match in parting.finditer(text, LONGEST // 2, LONGEST)]
        if ends:
            return f"{text[: ends[-1]]}…"
    return f"{text[: LONGEST - 1]}…"
