"""Tokens that are labels: alone, or with their value behind a colon."""

import re

from generator.importing.families.affinity import affinity
from generator.importing.families.form_labels import label_of
from generator.importing.families.tokens import Gap, Line, Token
from generator.importing.private_data import is_private_label

_NUMBER = re.compile(r"^\d{1,2}[.．、]")
_COLON = re.compile(r"[：:]")
_IDLE = re.compile(
    r"[（(]?(?:(?:19|20)\d\d)?年度?[）)]?|[（(]?\d{1,3}分[）)]?|[（(](?:盖章|签字|签章|公章)[）)]|[（()）]"
)
_LABELLED_ROWS = (2, 4)
_SHORT_WORD = re.compile(r"[\u4e00-\u9fff]{2,12}(?:[（(][\u4e00-\u9fff]{1,4}[）)])?[：:]?")


def is_section(token: Token) -> bool:
    """A line that only divides the form: a numbered label, the heading of the indicators, `其中：`."""
    key = token.key
    if key.rstrip("：:") == "其中" or key == "项目基本情况" or affinity(key, "spine") > 0:
        return True
    bare = _NUMBER.sub("", key)
    return bare != key and label_of(bare) is not None and label_of(key) is None


def label_in(token: Token) -> str | None:
    if is_private_label(token.text.rstrip("：: ")):
        return "private"
    return label_of(token.text)


def is_idle(token: Token) -> bool:
    """What says nothing of the project: the year of the form, points of a heading, the place of a stamp."""
    return _IDLE.fullmatch(token.key) is not None


def inline_label(token: Token) -> tuple[Token, str, Token] | None:
    """`项目名称：养护费` → label, its field, value."""
    for found in _COLON.finditer(token.text):
        label, value = token.text[: found.start()], token.text[found.end() :]
        name = label_in(Token(label, token.line, token.gap, token.block, token.place))
        if name and value.strip():
            start = token.line + label.count("\n")
            return (
                Token(label, token.line, token.gap, token.block, token.place),
                name,
                Token(value.strip(), start, Gap.GLUED, token.block, token.place),
            )
    return None


def label_by_place(line: Line, token: Token) -> str | None:
    """A short word before the value of its own in a row of a table is a label, whatever it says: 下达地方 | 某县."""
    printed = [each for each in line if each.key]
    if len(printed) not in _LABELLED_ROWS or not any(each.gap is Gap.CELL for each in line):
        return None
    labels = printed[::2]
    known = [each for each in labels if label_in(each)]
    others = [each for each in printed[1::2] if label_in(each) or is_section(each)]
    is_pair = (
        token in labels
        and not others
        and (len(known) * 2 >= len(labels) or len(printed) == _LABELLED_ROWS[0])
    )
    return "detail" if is_pair and _SHORT_WORD.fullmatch(token.key) else None
