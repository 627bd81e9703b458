"""Printed signs made plain, one for one, so that a position in the plain text leads back to the printed one."""

import re
import unicodedata

_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
# Text layers of PDFs hold 月 as the radical U+2F49, which looks the same.
_RADICALS_AND_DOUBLES = {
    code: plain
    for first, last in ((0x2E80, 0x2FE0), (0xF900, 0xFB00))
    for code in range(first, last)
    if len(plain := unicodedata.normalize("NFKC", chr(code))) == 1 and plain != chr(code)
}
_LOOK_ALIKES = {
    ord(odd): plain
    for plain, all_odd in {
        "≥": "≧⩾≽⪰≩",
        "≤": "≦⩽≼⪯≨",
        ">": "﹥",
        "<": "﹤",
        "=": "﹦═",
        "%": "﹪٪",
        "/": "∕⁄╱",
        ":": "∶︰﹕",
        ",": "﹐",
        ";": "﹔",
        "。": "｡",
        "-": "‐‑‒–—―−﹣─",
        "~": "〜∼˜",
        "·": "・•∙⋅‧․",
        "(": "﹙",
        ")": "﹚",
        "¥": "￥",
        "〇": "○◯",
        "≈": "≒",
        "于": "於",
    }.items()
    for odd in all_odd
}
_TABLE = {**_FULL_WIDTH, **_RADICALS_AND_DOUBLES, **_LOOK_ALIKES}

_BLANK = re.compile(r"[\s\u00a0\u00ad\u200b-\u200f\u2060\u3000\ufeff\x00-\x1f]+")
_BLANK_IN_NUMBER = re.compile(r"[0-9.,０-９．，][\s\u00a0\u200b\u3000]+[0-9.０-９．]")
_NUMBER_DAMAGE = re.compile(
    r"(?<=[0-9])[Oo]+(?=[0-9%])"  # 1O0%
    r"|(?:(?<=[0-9≥≤<>=])|^)[lI](?=[0-9]{1,3}%)"  # l00%
    r"|(?<=[0-9%])一(?=[0-9])"  # 60一80%
    r"|(?<=[0-9])·(?=[0-9])"  # 48·5
    r"|^[〉》](?==?[0-9])|^[〈《](?==?[0-9])"  # 〉90%
)
_REPAIRED = {
    "O": "0",
    "o": "0",
    "l": "1",
    "I": "1",
    "一": "-",
    "·": ".",
    "〉": ">",
    "》": ">",
    "〈": "<",
    "《": "<",
}
_ODD = re.compile(
    "[" + re.escape("".join(chr(code) for code in _TABLE if chr(code) not in "，；：（）！？—～〇○")) + "]"
)


def make_plain(text: str) -> str:
    """Without blanks, in plain signs: `≧ 95 ％` → `≥95%`. Doing it twice changes nothing more."""
    plain = _BLANK.sub("", text).translate(_TABLE)
    return _NUMBER_DAMAGE.sub(lambda odd: "".join(_REPAIRED[sign] for sign in odd[0]), plain)


def make_plain_in_place(text: str) -> str:
    """The same without removing anything: each sign stays where it was, blanks become one kind."""
    return _BLANK.sub(lambda blanks: " " * len(blanks[0]), text).translate(_TABLE)


def has_odd_glyphs(text: str) -> bool:
    """Whether a sign was read as another, beyond the full-width forms in which Chinese is ordinarily printed."""
    return (
        _ODD.search(text) is not None
        or _NUMBER_DAMAGE.search(_BLANK.sub("", text).translate(_TABLE)) is not None
    )


def has_blank_in_number(text: str) -> bool:
    return _BLANK_IN_NUMBER.search(text) is not None
