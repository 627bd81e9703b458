"""Facts about a document itself: what it is, where it comes from, and what it comes to."""

from collections.abc import Iterator

from generator.analyse.disclosure import DisclosureFacts
from generator.model.disclosure import Disclosure, Source
from generator.model.fields import fields_of
from generator.pages.figures import set_count, set_wan
from generator.pages.links import Links
from generator.pages.project import printed_fact, source_ref
from generator.pages.strings import Strings
from generator.pages.views import Fact, State


def document_figures(facts: DisclosureFacts, t: Strings) -> tuple[Fact, ...]:
    """What it comes to, the money first."""
    return (
        _budget_sum(facts, t),
        Fact(t.py_projects, set_count(len(facts.projects))),
        Fact(t.py_indicator_rows, set_count(facts.indicator_count)),
    )


def document_facts(facts: DisclosureFacts, links: Links, t: Strings) -> tuple[Fact, ...]:
    """Who published it, of which year and in which unit, and where it comes from."""
    printed, fields = facts.printed, fields_of(Disclosure)
    publisher = printed.publisher
    line = publisher.line if publisher else None
    unit_note = t.choice(fields["money_unit_basis"], printed.money_unit_basis or "printed")
    year_basis = t.choice(fields["year_basis"], printed.year_basis)
    return (
        printed_fact(
            t.name(fields["publisher"]),
            publisher.name if publisher else None,
            source_ref(facts, line, links) if line else None,
        ),
        Fact(
            t.name(fields["year"]),
            printed.year,
            note=t.format("py_sentence", text=year_basis)
            + t.pick(printed.year_note or "", printed.year_note_en),
        ),
        Fact(t.name(fields["money_unit"]), t.unit(printed.money_unit), note=unit_note),
        original_address(printed.source, t),
        Fact(
            t.name(fields_of(Source)["file"]),
            printed.source.file,
            note=t.format("py_lines", count=printed.source.lines),
        ),
        *_history(printed, t),
    )


def original_address(source: Source, t: Strings) -> Fact:
    """Where the publisher put the document; said too where we have no record of it."""
    if not source.url:
        return Fact(t.document_original, t.document_original_unknown)
    return Fact(t.document_original, source.url, url=source.url)


def _budget_sum(facts: DisclosureFacts, t: Strings) -> Fact:
    note = t.budget_sum(facts.budget_count, len(facts.projects))
    if facts.budget_wan is None:
        return Fact(t.py_budget_sum_label, "", state=State.ABSENT, note=note)
    if facts.printed.money_unit_basis == "inferred":
        note += t.py_unit_inferred
    return Fact(t.py_budget_sum_label, set_wan(facts.budget_wan), unit=t.py_unit_wan, note=note)


def _history(printed: Disclosure, t: Strings) -> Iterator[Fact]:
    """When it was added, and what was changed since."""
    fields = fields_of(Disclosure)
    if printed.added:
        yield Fact(t.name(fields["added"]), printed.added)
    for change in printed.changes:
        yield Fact(t.name(fields["changes"]), change.date, note=t.pick(change.text, change.text_en))
