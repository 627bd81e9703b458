"""What was read from each line of a document, and where on the site it is used."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Any

from generator import addresses
from generator.analyse.disclosure import DisclosureFacts, ProjectFacts
from generator.model.disclosure import Disclosure, Indicator, Lined, Source, ValueLines
from generator.model.fields import Field, Kind, RecordClass, fields_of
from generator.pages.links import Links
from generator.pages.strings import Strings

_OF_OURS = (Kind.NUMBER, Kind.NUMBERS, Kind.CHOICE)
_NOT_PRINTED = frozenset({"cell", "no"})
"""Fields of ours beside these kinds, and the number that stands in the name of the entry."""


@dataclass(frozen=True, slots=True)
class Entry:
    what: str
    """`项目 3 · 预算数`"""
    url: str
    texts: tuple[str, ...]
    """As printed; empty for a line of which only its entry is known."""


Placed = tuple[int, Entry]
"""An entry with the line it begins in."""


class SourceLines:
    def __init__(self, facts: DisclosureFacts, links: Links, t: Strings) -> None:
        self._facts = facts
        self._links = links
        self._t = t
        self._url = links.to("disclosure", facts.township_id, facts.printed.year)
        self._tables: list[list[Placed]] = []
        """The rows of each table: nothing else stands between them."""
        self._lists: list[list[Placed]] = []
        """The entries of each list; headings may stand between them."""
        self._spans: list[tuple[int, int, Entry]] = []
        """First and last known line of each project."""
        self.by_line: dict[int, list[Entry]] = defaultdict(list)
        for line, entry in (*self._of_document(), *self._of_projects(), *self._of_lists()):
            self.by_line[line].append(entry)

    def entry_of(self, line: int) -> Entry:
        """For a line that nothing begins in: the entry it belongs to, or that it is narrative."""
        of_rows = (_inside(rows, line, is_table=True) for rows in self._tables)
        of_lists = (_inside(entries, line, is_table=False) for entries in self._lists)
        of_projects = (entry for first, last, entry in self._spans if first <= line <= last)
        found = next((entry for entry in chain(of_rows, of_lists, of_projects) if entry), None)
        return found or Entry(self._t.py_narrative, self._url, ())

    def _of_document(self) -> Iterator[Placed]:
        source, publisher = self._facts.printed.source, self._facts.printed.publisher
        if source.title and source.title_line:
            label = self._t.name(fields_of(Source)["title"])
            yield int(source.title_line), Entry(label, self._url, (source.title,))
        if publisher and publisher.line:
            label = self._t.name(fields_of(Disclosure)["publisher"])
            yield int(publisher.line), Entry(label, self._url, _texts(publisher))

    def _of_projects(self) -> Iterator[Placed]:
        for project in self._facts.projects:
            printed, url = project.printed, self._links.to("project", project.id)
            what = self._t.format("py_project_number", number=printed.no)
            yield from self._of_values(printed, printed.name, what, url)
            for detail in printed.details:
                yield int(detail.line), Entry(what, url, _texts(detail))
            rows = list(self._rows(project, what, url))
            yield from rows
            self._tables.append(rows)
            last = max((line for line, _ in rows), default=int(printed.line))
            self._spans.append((int(printed.line), last, Entry(f"{what} · {printed.name}", url, ())))

    def _rows(self, project: ProjectFacts, what: str, url: str) -> Iterator[Placed]:
        for row in project.indicators:
            number = self._t.format("py_row_number", number=row.row)
            parts = (what, number, self._position(row.printed))
            label = " · ".join(part for part in parts if part)
            entry = Entry(label, f"{url}#{addresses.row_anchor(row.row)}", _texts(row.printed))
            yield int(row.printed.line), entry

    def _position(self, row: Indicator) -> str:
        """Page and cell, in formats that have them: `第 2 页 T1R8C3`."""
        page = self._t.format("py_page", number=row.page) if row.page else ""
        return " ".join(part for part in (page, row.cell) if part)

    def _of_values(self, record: Lined, name: str, what: str, url: str) -> Iterator[Placed]:
        """The values above a table, line by line; the first line is headed by the name."""
        by_line: dict[str, list[tuple[Field, str]]] = {record.line: []}
        for field, text, line in _values(record):
            by_line.setdefault(line, []).append((field, text))
        for line, values in by_line.items():
            texts = tuple(text for _, text in values if text)
            if line == record.line:
                yield int(line), Entry(what, url, tuple(dict.fromkeys((name, *texts) if name else texts)))
            else:
                labels = dict.fromkeys(self._label(field, text) for field, text in values)
                yield int(line), Entry(f"{what} · {self._t.list_comma.join(labels)}", url, texts)

    def _label(self, field: Field, text: str) -> str:
        return self._t.name(field) + ("" if text else f" {self._t.value_blank}")

    def _of_lists(self) -> Iterator[Placed]:
        for name, field in fields_of(Disclosure).items():
            is_list = field.kind is Kind.RECORDS and name != "projects"
            if is_list and field.record is not None and _has_lines(field.record):
                yield from self._of_list(getattr(self._facts.printed, name), self._t.name(field))

    def _of_list(self, records: Sequence[Any], what: str) -> Iterator[Placed]:
        """Records with lines of their own, and the records inside them that have theirs."""
        run: list[Placed] = []
        for record in records:
            if isinstance(record, Lined):
                yield from self._of_values(record, "", what, self._url)
            else:
                run.append((int(record.line), Entry(what, self._url, _texts(record))))
            for name, field in fields_of(type(record)).items():
                if field.record is not None and _has_lines(field.record):
                    yield from self._of_list(getattr(record, name), f"{what} · {self._t.name(field)}")
        yield from run
        self._lists.append(run)


def _inside(run: Sequence[Placed], line: int, *, is_table: bool) -> Entry | None:
    """The entry that a line belongs to. Where an entry ends is not known; it has at least the lines of the lowest."""
    starts = [start for start, _ in run]
    height = min((below - above for above, below in pairwise(starts)), default=0)
    for (start, entry), following in zip(run, [*starts[1:], 0], strict=False):
        end = following if is_table and following else start + height
        if start < line < end:
            return entry
    return None


def _values(record: Lined) -> Iterator[tuple[Field, str, str]]:
    """The values that have lines of their own, with their declarations and lines; what is not printed is left out."""
    for name, field in fields_of(type(record)).items():
        value = getattr(record, name)
        if name in fields_of(ValueLines):
            texts = value if isinstance(value, tuple) else (value,)
            for index, text in enumerate(texts):
                if text is not None:
                    yield field, text, record.line_of(name, index)
        elif field.kind is Kind.RECORD and value is not None and name != "lines":
            for inner, declared in fields_of(type(value)).items():
                text = getattr(value, inner)
                if text is not None and inner in fields_of(ValueLines):
                    yield declared, text, record.line_of(inner)


def _has_lines(record: RecordClass) -> bool:
    return "line" in fields_of(record)


def _texts(record: Any) -> tuple[str, ...]:
    """What a record prints, in the order of its declaration."""
    texts: list[str] = []
    for name, field in fields_of(type(record)).items():
        value = getattr(record, name)
        if value and field.record is None and field.kind not in _OF_OURS and name not in _NOT_PRINTED:
            texts += value if isinstance(value, tuple) else (value,)
    return tuple(text for text in texts if text)
