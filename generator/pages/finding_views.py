"""What a check found, as pages show it: printed facts with their source lines, an editor's word."""

from collections.abc import Iterator

from generator import addresses
from generator.checks.finding import Finding, Outcome, PrintedFact
from generator.model.fields import fields_of
from generator.model.findings import EditorWord
from generator.pages.links import Links, line_ref
from generator.pages.strings import Strings
from generator.pages.views import EditorWordView, FactView, FindingView, SourceRef

_LONGEST_QUOTE = 60
"""Signs of a printed fact; the whole of it stands on the project's page and behind its line."""


def outcome_label(outcome: str, t: Strings) -> str:
    """`agrees` → `相符`; the same for `withdrawn`."""
    return str(getattr(t, f"py_outcome_{outcome.replace(' ', '_')}"))


def outcome_count(outcome: Outcome, count: int, t: Strings) -> str:
    """`4 agree`, `1 differs`."""
    return t.format(f"py_outcome_{outcome.replace(' ', '_')}_count", count=count)


def finding_view(finding: Finding, links: Links, t: Strings) -> FindingView:
    """A finding on its own, away from the row it may be about."""
    return FindingView(
        row=None,
        message=t.pick(*finding.message),
        computation=t.pick(*finding.computation),
        facts=tuple(fact_views(finding, links, t)),
        word=word_view(finding.word, t) if finding.word else None,
    )


def fact_views(finding: Finding, links: Links, t: Strings) -> Iterator[FactView]:
    """Facts with the same label and text stand there once, with all their lines."""
    sources: dict[tuple[str, str], list[SourceRef]] = {}
    for fact in finding.facts:
        text = fact.text if len(fact.text) <= _LONGEST_QUOTE else f"{fact.text[:_LONGEST_QUOTE]}…"
        found = sources.setdefault((t.pick(*fact.label), text), [])
        if fact.line:
            found.append(_source(fact, finding, links))
    for (label, text), refs in sources.items():
        yield FactView(label, text, tuple(dict.fromkeys(refs)))


def _source(fact: PrintedFact, finding: Finding, links: Links) -> SourceRef:
    disclosure = addresses.disclosure_of(fact.project_id) or finding.disclosure_id
    page = links.to("source", *addresses.split_disclosure_id(disclosure))
    return line_ref(page, fact.line)


def word_view(word: EditorWord, t: Strings) -> EditorWordView:
    return EditorWordView(
        word=t.choice(fields_of(EditorWord)["word"], word.word),
        reason=t.pick(word.reason, word.reason_en),
        is_chinese=not t.is_chinese and not word.reason_en,
        signature=t.py_comma.join(part for part in (word.date, word.role) if part),
    )
