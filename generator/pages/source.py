"""The page of source lines: what we carried over from each line of a document, in its order.

It lets a reader go from any figure on the site to the place in the source in one click. It holds printed cells
only; narrative is summed up by the overview and is named here by its line.
"""

from collections.abc import Iterator
from dataclasses import replace

from generator import addresses
from generator.analyse.disclosure import DisclosureFacts
from generator.model.disclosure import Source
from generator.model.fields import fields_of
from generator.pages.document_facts import original_address
from generator.pages.links import Links
from generator.pages.project import place_crumbs, printed_fact
from generator.pages.source_lines import SourceLines
from generator.pages.strings import Strings
from generator.pages.theme import Renderer
from generator.pages.views import SourceLineView, SourcePage

_NO_FACTS = ("url", "title_line")
"""Of the source: the address stands first, and the line of the title among the lines."""


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
    return SourcePage(
        frame=frame,
        facts=(
            original_address(facts.printed.source, t),
            *(
                printed_fact(t.name(field), getattr(facts.printed.source, name))
                for name, field in fields_of(Source).items()
                if name not in _NO_FACTS and getattr(facts.printed.source, name)
            ),
        ),
        lines=tuple(_lines(facts, links, t)),
        disclosure=frame.breadcrumbs[-1],
    )


def _lines(facts: DisclosureFacts, links: Links, t: Strings) -> Iterator[SourceLineView]:
    """In the order of the source; a line that several things were read from stands there once for each."""
    lines = SourceLines(facts, links, t)
    by_line = dict(lines.by_line)
    for line in _referred(facts):
        by_line.setdefault(line, [lines.entry_of(line)])
    for number in sorted(by_line):
        for index, entry in enumerate(by_line[number]):
            anchor = addresses.line_anchor(str(number)) if index == 0 else ""
            yield SourceLineView(str(number), anchor, entry.what, entry.url, entry.texts)


def _referred(facts: DisclosureFacts) -> Iterator[int]:
    """Lines that the overviews and the township's page lead to, whatever stands in them."""
    for overview in (facts.overview, *facts.overview_translations.values()):
        yield from map(int, overview.source_lines)
    villages = facts.township.villages_source
    if villages and villages.year == facts.printed.year:
        yield int(villages.line)
