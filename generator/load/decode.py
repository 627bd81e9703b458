"""From a YAML tree to the records of `model`, by their declarations; every fault with its place.

The decoder of a record class is put together once, from its declarations, and then only runs. A fault leaves the
value out and the record incomplete; the caller uses the record only when there is no problem.
"""

import re
from collections.abc import Callable
from typing import Any

from generator.load.yaml_nodes import Mapping, Node, Scalar, Sequence
from generator.model.fields import PATTERNS, Field, Kind, RecordClass, fields_of, yaml_key
from generator.problems import Problem
from generator.textual import clean_cell, has_blanks

Report = Callable[[Node, str, str, Field | None, dict[str, str]], None]
"""Takes the node, its path, the problem code, the declaration and the values of the message."""

_Decoder = Callable[[Node, str, Report], Any]

KIND_WORDS: dict[Kind, tuple[str, str]] = {
    Kind.TEXT: ("文字", "text"),
    Kind.CELL: ("印刷文字", "printed text"),
    Kind.AMOUNT: ("不带单位的数字，或空白", "a number without unit, or nothing"),
    Kind.SHARE: ("数字，可带百分号，或空白", "a number, perhaps with %, or nothing"),
    Kind.NUMBER: ("不带前导零的非负整数", "a whole number without leading zeros"),
    Kind.PATTERN: ("固定格式的文字", "text of a fixed shape"),
    Kind.CHOICE: ("列出的值之一", "one of the listed values"),
    Kind.TEXTS: ("文字的列表", "a list of texts"),
    Kind.CELLS: ("印刷文字的列表", "a list of printed texts"),
    Kind.NUMBERS: ("非负整数的列表", "a list of whole numbers"),
    Kind.RECORD: ("一组字段", "a group of fields"),
    Kind.RECORDS: ("若干组字段的列表", "a list of groups of fields"),
}


def decode_record(record: RecordClass, root: Node, file: str) -> tuple[Any, list[Problem]]:
    """The record, and what is wrong with it; the record is of use only without problems."""
    problems: list[Problem] = []
    return _record_decoder(record)(root, "", _reporter(file, problems)), problems


def decode_records(record: RecordClass, root: Node, file: str) -> tuple[tuple[Any, ...], list[Problem]]:
    """The same for a file that is a list of records."""
    problems: list[Problem] = []
    declaration = Field(Kind.RECORDS, "", "", record=record)
    return _list_decoder(declaration, _record_decoder(record))(root, "", _reporter(file, problems)), problems


def _reporter(file: str, problems: list[Problem]) -> Report:
    def report(node: Node, path: str, code: str, field: Field | None, values: dict[str, str]) -> None:
        labels = (field.zh, field.en) if field else ("", "")
        problems.append(
            Problem(file, node.line + 1, node.column + 1, code, path.lstrip("."), *labels, values)
        )

    return report


def _make_record_decoder(record: RecordClass) -> _Decoder:
    fields = {yaml_key(name): (name, field, _decoder(field)) for name, field in fields_of(record).items()}
    required = tuple((key, field) for key, (_, field, _) in fields.items() if field.required)
    known = "、".join(fields)

    def decode(node: Node, path: str, report: Report) -> Any:
        if not isinstance(node, Mapping):
            report(node, path, "wrong-type", None, _type_values(node, Kind.RECORD))
            return None
        values = {}
        for key, (key_node, child) in node.entries.items():
            declared = fields.get(key)
            if declared is None:
                report(key_node, f"{path}.{key}", "unknown-key", None, {"read": key, "expected": known})
                continue
            name, _, decoder = declared
            values[name] = decoder(child, f"{path}.{key}", report)
        missing = [(key, field) for key, field in required if key not in node.entries]
        for key, field in missing:
            report(node, f"{path}.{key}", "missing-key", field, {"expected": _words(field.kind)})
        return None if missing else record(**values)

    return decode


def _record_decoder(record: RecordClass) -> _Decoder:
    """Put together on first use: the declarations do not change."""
    if record not in _DECODERS:
        _DECODERS[record] = _make_record_decoder(record)
    return _DECODERS[record]


_DECODERS: dict[RecordClass, _Decoder] = {}


def _decode_text(field: Field) -> _Decoder:
    meets, expected = _shape_of(field)

    def decode(node: Node, path: str, report: Report) -> Any:
        if type(node) is not Scalar:
            report(node, path, "wrong-type", field, _type_values(node, field.kind))
            return None
        if meets is not None and not meets(node.text):
            report(node, path, "wrong-value", field, {"read": node.text, "expected": expected})
        return node.text

    return decode


def _decode_cell(field: Field) -> _Decoder:
    def decode(node: Node, path: str, report: Report) -> Any:
        if type(node) is not Scalar:
            report(node, path, "wrong-type", field, _type_values(node, field.kind))
            return None
        if has_blanks(node.text) and (cleaned := clean_cell(node.text)) != node.text:
            report(node, path, "cell-blanks", field, {"read": node.text, "expected": cleaned})
        return node.text

    return decode


def _list_decoder(field: Field, entry_decoder: _Decoder) -> _Decoder:
    def decode(node: Node, path: str, report: Report) -> tuple[Any, ...]:
        if not isinstance(node, Sequence):
            report(node, path, "wrong-type", field, _type_values(node, field.kind))
            return ()
        return tuple(
            entry_decoder(child, f"{path}[{index}]", report) for index, child in enumerate(node.items)
        )

    return decode


def _labelled(field: Field, decode: _Decoder) -> _Decoder:
    """The decoder of a record knows no label of its own for what is no group of fields."""

    def decode_labelled(node: Node, path: str, report: Report) -> Any:
        if not isinstance(node, Mapping):
            report(node, path, "wrong-type", field, _type_values(node, Kind.RECORD))
            return None
        return decode(node, path, report)

    return decode_labelled


def _shape_of(field: Field) -> tuple[Callable[[str], object] | None, str]:
    """The test a text must pass, if any, and the words for it."""
    if field.kind is Kind.CHOICE:
        return field.choices.__contains__, " | ".join(field.choices)
    if field.kind is Kind.PATTERN:
        return re.compile(field.pattern).fullmatch, " / ".join(field.expected)
    if field.kind in PATTERNS:
        return PATTERNS[field.kind].fullmatch, _words(field.kind)
    if field.kind is Kind.TEXT and field.required:
        return str.strip, _words(field.kind)
    return None, ""


def _decoder(field: Field) -> _Decoder:
    if field.kind is Kind.CELL:
        return _decode_cell(field)
    if field.kind is Kind.CELLS:
        return _list_decoder(field, _decode_cell(field))
    if field.kind in (Kind.TEXTS, Kind.NUMBERS):
        entry = Kind.TEXT if field.kind is Kind.TEXTS else Kind.NUMBER
        return _list_decoder(field, _decode_text(Field(entry, field.zh, field.en)))
    if field.record is not None:
        decode = _labelled(field, _record_decoder(field.record))
        return decode if field.kind is Kind.RECORD else _list_decoder(field, decode)
    return _decode_text(field)


def _words(kind: Kind) -> str:
    return " / ".join(KIND_WORDS[kind])


def _type_values(node: Node, kind: Kind) -> dict[str, str]:
    if isinstance(node, Scalar):
        read = f"“{node.text}”"
    else:
        read = _words(Kind.RECORD if isinstance(node, Mapping) else Kind.TEXTS)
    return {"read": read, "expected": _words(kind)}


def text_mapping(node: Node) -> dict[str, str]:
    """A flat mapping of texts; entries that are not texts are left out."""
    entries = node.entries.items() if isinstance(node, Mapping) else ()
    return {key: child.text for key, (_, child) in entries if isinstance(child, Scalar)}
