"""Printed text as tokens of the search index. Its twin is `static/search-tokens.js`; both obey one case file.

A query must find exactly the pages that contain it, also `3人` in `13人` and a part of a code. So every character
is a token of its own, and a query is a phrase of such tokens. Signs and punctuation are tokens too: without them
`镇村` would be found in `乡镇、村`.
"""

import unicodedata
from functools import cache

SEPARATOR = "zz"
"""Stands after every cell, so that no phrase reaches from one cell into the next. No character has this token."""

_BLANK_CATEGORIES = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf"})
_PLAIN_RANGES = (("0", "9"), ("a", "z"), ("㐀", "䶿"), ("一", "鿿"))


def tokenise(text: str) -> list[str]:
    """`'≥95％'` → `['zccgf', '9', '5', 'zcf']`.

    Character by character (and not over the whole text) so that search.js can tell where a token was printed.
    """
    return [token for character in text for token in _tokenise_character(character)]


@cache  # a few thousand different characters make up every text
def _tokenise_character(character: str) -> tuple[str, ...]:
    parts = unicodedata.normalize("NFKC", character).lower()
    return tuple(_name(part) for part in parts if unicodedata.category(part) not in _BLANK_CATEGORIES)


def _name(character: str) -> str:
    """A token that Pagefind neither splits nor drops: anything but Han, `0-9` and `a-z` becomes letters.

    `z` and the code point in hexadecimal, its digits written as `a`-`p`: ≥ is U+2265, `zccgf`.
    """
    if any(first <= character <= last for first, last in _PLAIN_RANGES):
        return character
    return "z" + _spell(f"{ord(character):x}")


def name_value(facet: str, id_: str) -> str:
    """The token of all pages that have a value: `year`, `2024` → `y` and the letters of `year 2024` in hexadecimal.

    It has more than one letter and begins with none that a sign's token begins with: no text holds it.
    """
    return "y" + _spell(f"{facet} {id_}".encode().hex())


def _spell(digits: str) -> str:
    return "".join(chr(ord("a") + int(digit, 16)) for digit in digits)
