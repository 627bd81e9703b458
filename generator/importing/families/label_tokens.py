"""Tokens that are labels: alone, or with their value behind a colon."""

import re

from generator.importing.families.affinity import affinity
from generator.importing.families.form_labels import label_of
from generator.importing.families.tokens import Gap, Token
from generator.importing.private_data import is_private_label

_NUMBER = re.compile(r"^\d{1,2}[.．、]")
_COLON = re.compile(r"[：:]")


def is_section(token: Token) -> bool:
    """A line that only divides the form: a numbered label, the heading of the indicators, `其中：`."""
    key = token.key
    if key.rstrip("：:") == "其中" or key == "项目基本情况" or affinity(key, "spine") > 0:
        return True
    bare = _NUMBER.sub("", key)
    return bare != key and label_of(bare) is not None


def label_in(token: Token) -> str | None:
    if is_private_label(token.text.rstrip("：: ")):
        return "private"
    return label_of(token.text)


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
