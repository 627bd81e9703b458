"""What was checked on one project: findings by outcome, those of one rule on several rows folded together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from generator import addresses
from generator.analyse.disclosure import DisclosureFacts, ProjectFacts
from generator.checks.across import Beside
from generator.checks.catalogue import CHECKS, CHECKS_BY_ID
from generator.checks.finding import Finding, Outcome, PrintedFact
from generator.checks.results import Results
from generator.pages.finding_views import outcome_count, outcome_label, word_view
from generator.pages.links import Links
from generator.pages.strings import Strings
from generator.pages.views import (
    ChecksView,
    FindingGroup,
    FindingItem,
    Link,
    PrintedFacts,
    ProjectFinding,
)

_ORDER = (Outcome.AGREES, Outcome.DIFFERS, Outcome.CANNOT_TELL, Outcome.NOTE)
"""What agrees comes first: it shows how the sums are made, and is as much worth knowing as what differs."""
_RULES = sum(check.is_public for check in CHECKS)
_MOST_LINES = 2
"""Of one printed fact; more are named as rows of the table, each of which leads on to its line."""
_LONGEST_QUOTE = 60
"""Signs of a printed fact; the whole of it stands further up on the page and behind its line."""

Fold = tuple[Finding, ...]


def fold(findings: Iterable[Finding]) -> list[Fold]:
    """Notes of one rule on several rows are one entry; whatever was compared stands alone."""
    entries: dict[str, list[Finding]] = {}
    for finding in findings:
        is_note = finding.outcome is Outcome.NOTE and finding.row
        entries.setdefault(finding.rule if is_note else finding.id, []).append(finding)
    return [tuple(entry) for entry in entries.values()]


def runs_of(rows: Sequence[int]) -> list[tuple[int, int]]:
    """First and last of each run: `1, 2, 3, 5` → `(1, 3), (5, 5)`."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs


def _row_links(rows: Sequence[int]) -> Iterator[Link]:
    for first, last in runs_of(rows):
        yield Link(str(first) if first == last else f"{first}–{last}", f"#{addresses.row_anchor(first)}")


def _quote(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"


def _heading(outcome: Outcome) -> str:
    """The anchor of the findings of an outcome."""
    return f"checks-{outcome.replace(' ', '-')}"


def _says_it(finding: Finding) -> bool:
    """Whether the sentence writes the sum out already."""
    return finding.computation[0].partition("；")[0] in finding.message[0]


class ProjectChecks:
    """The checks of one project on its page."""

    def __init__(
        self,
        facts: DisclosureFacts,
        project: ProjectFacts,
        results: Results,
        links: Links,
        t: Strings,
        *,
        beside: Sequence[Beside] = (),
    ) -> None:
        """`beside`: findings across disclosures that name this project."""
        self._facts = facts
        self._project = project
        self._links = links
        self._t = t
        self._beside = {each.finding.id: each for each in beside}
        self._whole = results.of_whole_disclosure
        self._folds = fold((*results.of_project(project.id), *(each.finding for each in beside)))
        self._row_of_line = {row.printed.line: row.row for row in project.indicators}

    def view(self) -> ChecksView:
        groups = tuple(self._groups())
        lead = self._t.format("py_checks_lead", count=_RULES)
        return ChecksView(
            lead=lead if groups else lead + self._t.py_checks_none,
            summary=" · ".join(self._counts()),
            groups=groups,
            whole=self._whole_document() if self._whole else None,
        )

    def _whole_document(self) -> Link:
        """To what was found about the document as a whole, which names no single project."""
        page = self._links.to("disclosure", *addresses.split_disclosure_id(self._facts.id))
        return Link(self._t.py_checks_whole, f"{page}#checks", str(len(self._whole)))

    def _counts(self) -> Iterator[str]:
        for outcome in _ORDER:
            count = sum(len(entry) for entry in self._folds if entry[0].outcome is outcome)
            if count:
                yield outcome_count(outcome, count, self._t)

    def of_rows(self) -> Mapping[int, tuple[Link, ...]]:
        """Row → links to what was found on it, also where a row is only one side of what was compared.

        Several notes have one link, to where the notes begin; a note on every row is not repeated at each.
        """
        found: defaultdict[int, list[Fold]] = defaultdict(list)
        for entry in self._folds:
            if 1 < len(self._project.indicators) == len(entry):
                continue
            for row in {row for finding in entry for row in self._rows(finding)}:
                found[row].append(entry)
        return {row: tuple(self._entry_links(entries)) for row, entries in found.items()}

    def _entry_links(self, entries: Sequence[Fold]) -> Iterator[Link]:
        notes = [entry for entry in entries if entry[0].outcome is Outcome.NOTE]
        for entry in entries if len(notes) == 1 else [entry for entry in entries if entry not in notes]:
            outcome, rule = entry[0].outcome, entry[0].rule
            yield Link(f"{outcome_label(outcome, self._t)} {rule}", f"#{self._anchor(entry)}")
        if len(notes) > 1:
            yield Link(self._t.format("py_check_notes", count=len(notes)), f"#{_heading(Outcome.NOTE)}")

    def _rows(self, finding: Finding) -> Iterator[int]:
        if finding.row:
            yield finding.row
        if finding.outcome is not Outcome.NOTE:
            lines = {fact.line for fact in finding.facts if not fact.project_id}
            yield from (row for line, row in self._row_of_line.items() if line in lines)

    def _groups(self) -> Iterator[FindingGroup]:
        for outcome in _ORDER:
            entries = [entry for entry in self._folds if entry[0].outcome is outcome]
            if entries:
                yield FindingGroup(
                    anchor=_heading(outcome),
                    label=outcome_label(outcome, self._t),
                    count=str(sum(map(len, entries))),
                    entries=tuple(map(self._item, entries)),
                )

    def _item(self, entry: Fold) -> FindingItem:
        t, first = self._t, entry[0]
        title = CHECKS_BY_ID[first.rule].texts.title
        return FindingItem(
            anchor=self._anchor(entry),
            rule=Link(t.pick(title.zh, title.en), self._links.to("check", first.rule.lower()), first.rule),
            rows=tuple(_row_links([finding.row for finding in entry])) if len(entry) > 1 else (),
            finding=self._finding(first),
        )

    def _anchor(self, entry: Fold) -> str:
        """Of a finding alone what its id adds to the project's; `rows-` keeps the others apart from these."""
        if len(entry) > 1:
            return f"check-rows-{entry[0].rule.lower()}"
        return f"check-{entry[0].id.removeprefix(self._project.id + '-')}"

    def _finding(self, finding: Finding) -> ProjectFinding:
        t = self._t
        return ProjectFinding(
            subject=self._subject(finding),
            message=t.pick(*finding.message),
            computation="" if _says_it(finding) else t.pick(*finding.computation),
            facts=tuple(self._printed(finding)),
            word=word_view(finding.word, t) if finding.word else None,
        )

    def _subject(self, finding: Finding) -> Link | None:
        t, row, beside = self._t, finding.row, self._beside.get(finding.id)
        if beside:
            return Link(
                t.format("py_check_beside", project=beside.name), self._links.to("project", beside.project_id)
            )
        return Link(t.format("py_check_row", row=row), f"#{addresses.row_anchor(row)}") if row else None

    def _printed(self, finding: Finding) -> Iterator[PrintedFacts]:
        """The same text in several places stands there once; texts of one place stand together.

        A note quotes what it is about and has its lines only.
        """
        places: dict[tuple[str, str], dict[PrintedFact, None]] = {}
        for fact in finding.facts:
            printed = (self._t.pick(*fact.label), _quote(fact.text))
            key = ("", "") if finding.outcome is Outcome.NOTE else printed
            places.setdefault(key, {})[replace(fact, label=("", ""), text="")] = None
        for found, group in groupby(places, lambda printed: tuple(places[printed])):
            yield PrintedFacts(tuple(printed for printed in group if any(printed)), self._sources(found))

    def _sources(self, places: Sequence[PrintedFact]) -> tuple[Link, ...]:
        if len(places) > _MOST_LINES and all(map(self._is_own_row, places)):
            rows = [self._row_of_line[place.line] for place in places]
            return tuple(
                replace(link, label=self._t.format("py_check_rows", rows=link.label))
                for link in _row_links(rows)
            )
        if any(place.project_id for place in places):
            return tuple(self._source(place) for place in places if place.line)
        runs = runs_of([int(place.line) for place in places if place.line])
        return tuple(self._run(first, last) for first, last in runs)

    def _run(self, first: int, last: int) -> Link:
        """Neighbouring lines of this document, such as the dates of a plan, have one link."""
        link = self._source(PrintedFact(("", ""), "", str(first)))
        return link if first == last else replace(link, label=f"{link.label}–{last}")

    def _is_own_row(self, place: PrintedFact) -> bool:
        return not place.project_id and place.line in self._row_of_line

    def _source(self, place: PrintedFact) -> Link:
        disclosure = addresses.disclosure_of(place.project_id) or self._facts.id
        page = self._links.to("source", *addresses.split_disclosure_id(disclosure))
        label = f"{self._t.line_word}\u00a0{place.line}"
        return Link(label, f"{page}#{addresses.line_anchor(place.line)}")
