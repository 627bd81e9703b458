"""YAML as a tree of texts with their places.

Every scalar is the text that stands there: no octals, dates, booleans or floats appear by themselves. The parser is
PyYAML's binding of libyaml, read event by event, so that deep nesting cannot exhaust the stack and each event's mark
gives line and column. Anchors, aliases, tags, several documents and duplicate keys are problems, not features.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml
from yaml._yaml import CParser

from generator.problems import Problem

MAX_BYTES = 8 * 1024 * 1024
_MAX_DEPTH = 32
"""Far deeper than any content file; keeps the recursion of the decoder bounded."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
"""Refused by the reader already, except as an escape in double quotes: `"\\a"`."""


class Scalar(NamedTuple):
    text: str
    line: int
    """0-based, as libyaml counts."""
    column: int


class Mapping(NamedTuple):
    entries: dict[str, tuple[Scalar, "Node"]]
    """Key → the key with its place, and the value."""
    line: int
    column: int


class Sequence(NamedTuple):
    items: tuple["Node", ...]
    line: int
    column: int


Node = Scalar | Mapping | Sequence


@dataclass(frozen=True, slots=True)
class Parsed:
    root: Node | None
    """None where the text has no value or cannot be read."""
    problems: tuple[Problem, ...]


def parse_yaml(data: bytes, file: str) -> Parsed:
    """Read one content file. Never raises; `file` is only for the problems."""
    found = check_bytes(data, file)
    if found:
        return Parsed(None, (found,))
    builder = _Builder(file)
    try:
        for event in _events(data):
            if not builder.accept(event):
                break
    except yaml.YAMLError as error:
        builder.problems.append(_syntax_problem(error, data, file))
        return Parsed(None, tuple(builder.problems))
    return Parsed(builder.root if not builder.refused else None, tuple(builder.problems))


def check_bytes(data: bytes, file: str) -> Problem | None:
    """What is wrong with a content file before it is read as YAML or Markdown."""
    if len(data) > MAX_BYTES:
        return Problem(
            file, 0, 0, "file-too-large", values={"read": str(len(data)), "expected": str(MAX_BYTES)}
        )
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return Problem(file, 1, 1, "byte-order-mark")
    return _check_utf8(data, file)


def _check_utf8(data: bytes, file: str) -> Problem | None:
    """The place of the first byte that is not UTF-8, as a problem."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = len(data[data.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8", "replace")) + 1
        return Problem(file, line, column, "encoding", values={"read": f"0x{data[error.start]:02x}"})
    return None


def _events(data: bytes) -> Iterator[Any]:
    parser = CParser(data)
    get_event = parser.get_event
    while (event := get_event()) is not None:
        yield event


class _Builder:
    """Puts events together; a stack of unfinished collections instead of recursion."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.refused = False
        self._items: list[Node] = []
        self._open: list[tuple[list[Node], Any]] = []
        self._documents = 0

    def accept(self, event: Any) -> bool:
        """Take one event; False when the rest of the file is of no use."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            mark = event.start_mark
            self._items.append(Scalar(event.value, mark.line, mark.column))
            if event.anchor is not None or event.tag is not None:
                self._refuse_node(event)
            if event.style == '"' and (found := _CONTROL.search(event.value)):
                self._problem("yaml-syntax", mark, read=f"U+{ord(found[0]):04X}")
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._open.append((self._items, event.start_mark))
            self._items = []
            if event.anchor is not None or event.tag is not None:
                self._refuse_node(event)
            if len(self._open) > _MAX_DEPTH:
                self._problem("yaml-syntax", event.start_mark, read=f"> {_MAX_DEPTH} levels")
                return False
        elif kind is yaml.MappingEndEvent:
            children, mark = self._close()
            self._items.append(self._mapping(children, mark))
        elif kind is yaml.SequenceEndEvent:
            children, mark = self._close()
            self._items.append(Sequence(tuple(children), mark.line, mark.column))
        else:
            return self._accept_rest(event)
        return True

    def _accept_rest(self, event: Any) -> bool:
        if isinstance(event, yaml.AliasEvent):
            self._problem("yaml-anchor", event.start_mark, read=f"*{event.anchor}")
            self._items.append(Scalar("", 0, 0))
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._problem("yaml-documents", event.start_mark)
                return False
        elif isinstance(event, yaml.DocumentEndEvent):
            self.root = self._items[0]
        return True

    def _close(self) -> tuple[list[Node], Any]:
        children = self._items
        self._items, mark = self._open.pop()
        return children, mark

    def _mapping(self, children: list[Node], mark: Any) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.problems.append(_problem_at(self.file, key, "yaml-syntax", read="? […]"))
                self.refused = True
            elif key.text in entries:
                first = entries[key.text][0].line + 1
                self.problems.append(
                    _problem_at(self.file, key, "duplicate-key", read=key.text, expected=str(first))
                )
            else:
                entries[key.text] = (key, value)
        return Mapping(entries, mark.line, mark.column)

    def _refuse_node(self, event: Any) -> None:
        if event.anchor is not None:
            self._problem("yaml-anchor", event.start_mark, read=f"&{event.anchor}")
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._problem("yaml-tag", event.start_mark, read=tag)

    def _problem(self, code: str, mark: Any, **values: str) -> None:
        self.refused = True
        self.problems.append(Problem(self.file, mark.line + 1, mark.column + 1, code, values=values))


def node_at(root: Node, *steps: str | int) -> Node:
    """The node a path of keys and indexes leads to, or the nearest one above it that is there."""
    node = root
    for step in steps:
        if isinstance(node, Mapping) and step in node.entries:
            node = node.entries[str(step)][1]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            break
    return node


def path_of(steps: Iterable[str | int]) -> str:
    """`("projects", 3, "no")` → `projects[3].no`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).lstrip(".")


def _problem_at(file: str, node: Node, code: str, **values: str) -> Problem:
    return Problem(file, node.line + 1, node.column + 1, code, values=values)


def _syntax_problem(error: yaml.YAMLError, data: bytes, file: str) -> Problem:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        mark: Any = error.problem_mark
        said = error.problem or ""
        if error.context and error.context_mark is not None:
            said += f"; {error.context} of line {error.context_mark.line + 1}"
        return Problem(file, mark.line + 1, mark.column + 1, "yaml-syntax", values={"read": said})
    position = getattr(error, "position", 0)
    before = data[:position].decode("utf-8", "ignore")
    column = len(before) - before.rfind("\n")
    reason = f"{getattr(error, 'reason', error)} U+{getattr(error, 'character', 0):04X}"
    return Problem(file, before.count("\n") + 1, column, "yaml-syntax", values={"read": reason})
