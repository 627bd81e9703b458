"""Records → YAML as a person would write it: block style, one table row per line, Chinese as it is.

The keys stand in the order in which the model declares them. The same record gives the same bytes.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from generator.model.disclosure import Disclosure, Project, SubTarget, UnitTargets
from generator.model.fields import Field, Kind, fields_of

_TEXT_TAG = "tag:yaml.org,2002:str"
_UNSAFE = re.compile(
    r"""^[\s!&*?|>@`"'%#,\[\]{}:=~-]|: |:$| #|[,\[\]{}\\"\x00-\x1f\x7f-\x9f\ufeff\u2028\u2029]|\s$"""
)
_LIKE_A_NUMBER = re.compile(r"[\d.,%％+/:_-]+")
_BLOCK_RECORDS = (Project, SubTarget, UnitTargets)
"""Records with long texts or rows of their own; all others stand on one line."""


def render_disclosure(disclosure: Disclosure) -> str:
    return "".join(f"{line}\n" for line in _record_lines(disclosure, 0))


def _record_lines(record: Any, indent: int) -> Iterator[str]:
    for name, field in fields_of(type(record)).items():
        value = getattr(record, name)
        if value is None or value == ():
            continue
        yield from _field_lines(f"{' ' * indent}{name}:", value, field, indent)


def _field_lines(key: str, value: Any, field: Field, indent: int) -> Iterator[str]:
    if field.kind is Kind.RECORDS:
        yield key
        for entry in value:
            yield from _entry_lines(entry, indent + 2)
    elif field.kind in (Kind.TEXTS, Kind.CELLS):
        yield key
        yield from (f"{' ' * (indent + 2)}- {_scalar(text)}" for text in value)
    elif field.kind is Kind.RECORD:
        yield f"{key} {_flow(value)}"
    else:
        yield f"{key} {_scalar(value)}"


def _entry_lines(entry: Any, indent: int) -> Iterator[str]:
    if not isinstance(entry, _BLOCK_RECORDS):
        yield f"{' ' * indent}- {_flow(entry)}"
        return
    first, *rest = _record_lines(entry, indent + 2)
    yield f"{' ' * indent}- {first.lstrip()}"
    yield from rest


def _flow(record: Any) -> str:
    """`{total: "2.00", fiscal: "2.00", other: ""}`"""
    pairs = ((name, getattr(record, name)) for name in fields_of(type(record)))
    kept = (f"{name}: {_flow_value(value)}" for name, value in pairs if value is not None and value != ())
    return "{" + ", ".join(kept) + "}"


def _flow_value(value: str | tuple[str, ...]) -> str:
    return _scalar(value) if isinstance(value, str) else "[" + ", ".join(map(_scalar, value)) + "]"


def _scalar(text: str) -> str:
    """Plain where YAML and a reader both see a text; in double quotes otherwise."""
    if text and not _UNSAFE.search(text) and not _LIKE_A_NUMBER.fullmatch(text) and _is_text(text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"[\x00-\x1f\x7f-\x9f\ufeff\u2028\u2029]", _escape, escaped) + '"'


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _is_text(text: str) -> bool:
    """Whether YAML 1.1 does not read a number, date or truth value in it."""
    resolvers = yaml.SafeLoader.yaml_implicit_resolvers
    candidates = resolvers.get(text[0], []) + resolvers.get(None, [])
    return not any(pattern.match(text) for tag, pattern in candidates if tag != _TEXT_TAG)
