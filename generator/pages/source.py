"""The page of source lines: what we carried over from each line of a document, in its order.

It lets a reader go from any figure on the site to the place in the source in one click. It holds printed cells
only; narrative is summed up by the overview and is named here by its line.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

from generator import addresses
from generator.analyse.disclosure import DisclosureFacts
from generator.model.disclosure import Disclosure, Indicator, Source
from generator.model.fields import RecordClass, fields_of
from generator.pages.document_facts import original_address
from generator.pages.links import Links
from generator.pages.project import place_crumbs, printed_fact
from generator.pages.strings import Strings
from generator.pages.theme import Renderer
from generator.pages.views import SourceLineView, SourcePage

_NOT_PRINTED = frozenset({"line", "lines", "page", "cell", "no", "plan_unit", "cut_off"})
"""Fields of ours, and the number that stands in the name of the entry."""

_Entry = tuple[str, str, tuple[str, ...]]
"""What it is, where it is used, the printed texts."""


def make_source_page(facts: DisclosureFacts, renderer: Renderer) -> SourcePage:
    links, t = renderer.links, renderer.strings
    year = facts.printed.year
    frame = renderer.frame(
        t.format("py_source_title", township=facts.township.name, year=year),
        t.format("py_source_description", file=facts.printed.source.file),
        addresses.address("source", facts.township_id, year),
        crumbs=place_crumbs(facts, links, t),
        section="townships",
    )
    place = t.short_place(facts.county, facts.township.name)
    frame = replace(frame, head_title=t.format("py_source_head", place=place, year=year))
    disclosure_url = links.to("disclosure", facts.township_id, year)
    return SourcePage(
        frame=frame,
        facts=(
            original_address(facts.printed.source, t),
            *(
                printed_fact(t.name(field), getattr(facts.printed.source, name))
                for name, field in fields_of(Source).items()
                if name != "url" and getattr(facts.printed.source, name)
            ),
        ),
        lines=tuple(_lines(facts, links, t, disclosure_url)),
        disclosure=frame.breadcrumbs[-1],
    )


def _lines(facts: DisclosureFacts, links: Links, t: Strings, disclosure_url: str) -> Iterator[SourceLineView]:
    """In the order of the source; a line that several things were read from stands there once for each."""
    by_line: dict[int, list[_Entry]] = defaultdict(list)
    for line, entry in (*_project_entries(facts, links, t), *_list_entries(facts, t, disclosure_url)):
        by_line[int(line)].append(entry)
    overviews = (facts.overview, *facts.overview_translations.values())
    for reference in chain.from_iterable(overview.source_lines for overview in overviews):
        if int(reference) not in by_line:
            by_line[int(reference)].append((t.py_narrative, disclosure_url, ()))
    for number in sorted(by_line):
        for index, (what, url, texts) in enumerate(by_line[number]):
            anchor = addresses.line_anchor(str(number)) if index == 0 else ""
            yield SourceLineView(str(number), anchor, what, url, texts)


def _project_entries(facts: DisclosureFacts, links: Links, t: Strings) -> Iterator[tuple[str, _Entry]]:
    for project in facts.projects:
        printed, url = project.printed, links.to("project", project.id)
        what = t.format("py_project_number", number=printed.no)
        yield printed.line, (what, url, _texts(printed))
        for detail in printed.details:
            yield detail.line, (what, url, _texts(detail))
        for row in project.indicators:
            parts = (what, t.format("py_row_number", number=row.row), _position(row.printed, t))
            label = " · ".join(part for part in parts if part)
            yield row.printed.line, (label, f"{url}#{addresses.row_anchor(row.row)}", _texts(row.printed))


def _position(row: Indicator, t: Strings) -> str:
    """Page and cell, in formats that have them: `第 2 页 T1R8C3`."""
    page = t.format("py_page", number=row.page) if row.page else ""
    return " ".join(part for part in (page, row.cell) if part)


def _list_entries(facts: DisclosureFacts, t: Strings, url: str) -> Iterator[tuple[str, _Entry]]:
    for name, field in fields_of(Disclosure).items():
        if name != "projects" and field.record is not None and _has_lines(field.record):
            for entry in getattr(facts.printed, name):
                yield from _entries(entry, t.name(field), t, url)


def _entries(record: Any, what: str, t: Strings, url: str) -> Iterator[tuple[str, _Entry]]:
    """A record with a line of its own, and the records inside it that have theirs."""
    yield record.line, (what, url, _texts(record))
    for name, field in fields_of(type(record)).items():
        if field.record is not None and _has_lines(field.record):
            for entry in getattr(record, name):
                yield from _entries(entry, f"{what} · {t.name(field)}", t, url)


def _has_lines(record: RecordClass) -> bool:
    return "line" in fields_of(record)


def _texts(record: Any) -> tuple[str, ...]:
    """What a record prints in the order of its declaration, laid out flat; what has lines of its own stays out."""
    texts: list[str] = []
    for name, field in fields_of(type(record)).items():
        value = getattr(record, name)
        if not value or name in _NOT_PRINTED or (field.record is not None and _has_lines(field.record)):
            continue
        if field.record is not None:
            texts += _texts(value)
        else:
            texts += value if isinstance(value, tuple) else (value,)
    return tuple(text for text in texts if text)
