"""Which values of a draft do not begin at the line that the draft gives for them. For the tests only."""

from collections.abc import Iterator
from typing import Any

_TEXTS = ("code", "name", "purpose")
_RECORDS = ("budget", "plan", "execution")
_LISTS = ("goals", "results")


def misplaced(text: str, project: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Field, value and line of each value of a project that does not begin there; blank values begin anywhere."""
    lines = ["".join(line.split()) for line in text.split("\n")]
    return [
        (field, value, line)
        for field, value, line in _values(project)
        if value and not _begins_at(lines, int(line), "".join(value.split()))
    ]


def _values(project: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    start, lines = project["line"], project.get("lines", {})
    for name in _TEXTS:
        yield name, project.get(name, ""), lines.get(name, start)
    for record in _RECORDS:
        for name, value in project.get(record, {}).items():
            if name != "unit":
                yield name, value, lines.get(name, start)
    for name in _LISTS:
        texts = project.get(name, [])
        places = lines.get(name, [start] * len(texts))
        yield from ((name, value, line) for value, line in zip(texts, places, strict=True))


def _begins_at(lines: list[str], line: int, value: str) -> bool:
    place = "".join(lines[line - 1 :]).find(value)
    return 0 <= place < len(lines[line - 1])
