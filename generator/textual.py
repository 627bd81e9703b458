"""What the whole program agrees on about text, printed and its own. A leaf: imports nothing of ours."""

import re
from collections.abc import Mapping

_ODD_BLANKS = r"\s\u00a0\u200b\u3000\ufeff"
_BLANKS = re.compile(f"[{_ODD_BLANKS}]+")
_INNER_OR_OTHER_BLANKS = re.compile(rf"((?<=[!-~])[{_ODD_BLANKS}]+(?=[!-~]))|[{_ODD_BLANKS}]+")


def squeeze(text: str) -> str:
    """Remove every blank: `一级 指标 ` → `一级指标`. For comparing, never for showing."""
    # Ten times as fast as a pattern, and called for nearly every cell.
    return "".join(text.split()).replace("\u200b", "").replace("\ufeff", "")


def has_blanks(text: str) -> bool:
    return _BLANKS.search(text) is not None


def clean_cell(text: str) -> str:
    """The printed text of one cell, without line breaks and the blanks of extraction.

    Chinese is set without blanks, and extraction puts them in at random: document 002 has one cell both as
    `2021年度` and as `2021 年度`, differing by page only. So every blank next to a Chinese character or a
    full-width sign goes, and one blank stays between two ASCII characters (`Windows 10`). Nothing else changes:
    look-alike characters, full-width forms and misprints stay as they are.
    """
    return _INNER_OR_OTHER_BLANKS.sub(lambda blanks: " " if blanks[1] else "", text)


class _Filling(str):
    """A value for `{…}` that can bring its noun with it."""

    __slots__ = ()

    def __format__(self, form: str) -> str:
        one, has_forms, many = form.partition("|")
        return f"{self!s} {one if self == '1' else many}" if has_forms else super().__format__(form)


def fill(sentence: str, values: Mapping[str, object]) -> str:
    """A sentence with its `{…}` filled in; `{count:page|pages}` gives `1 page` and `2 pages`."""
    if "|" not in sentence:
        return sentence.format_map(values)
    return sentence.format_map({name: _Filling(value) for name, value in values.items()})
