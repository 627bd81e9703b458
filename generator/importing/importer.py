"""The public entry: bytes of a document in, draft and report out; or a folder or archive of them."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sized
from dataclasses import dataclass, replace
from pathlib import Path

from generator.importing.accounting import Fate, Use
from generator.importing.blocks import Place, Row
from generator.importing.draft import render_disclosure
from generator.importing.import_problems import ImportProblem
from generator.importing.overview import render_outline
from generator.importing.readers import Member, Refused, members_of_folder, members_of_zip, read_document
from generator.importing.recognition import Recognised, recognise
from generator.importing.report import ImportReport
from generator.model.disclosure import Disclosure, Expected, Indicator, Project, Source
from generator.problems import Severity

_MOST_HEADINGS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class ImportResult:
    disclosure_yaml: str | None
    """None where the document holds no target table or cannot be read."""
    overview_md: str
    """An outline for the editor: headings and lines, no prose."""
    report: ImportReport

    @property
    def problems(self) -> tuple[ImportProblem, ...]:
        return self.report.problems

    @property
    def has_errors(self) -> bool:
        """Whether a person must mend the draft, or there is none."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def import_document(data: bytes, *, file_name: str, township: str, year: str) -> ImportResult:
    """Read one document. Never raises on what it holds, only `OutsideError` where a library or program is missing."""
    reading = read_document(data, file_name)
    origin = _Origin(file_name, hashlib.sha256(data).hexdigest(), reading.format, township, year)
    if isinstance(reading.outcome, ImportProblem):
        return ImportResult(None, "", origin.unread(reading.outcome))
    found = recognise(reading.outcome, year)
    overview = render_outline(found.facts.title or file_name, found.headings, found.uses)
    if not found.tables.has_targets:
        return ImportResult(None, overview, origin.report(found, {}))
    disclosure = _disclosure(found, origin)
    report = origin.report(found, _counts(found, disclosure))
    return ImportResult(render_disclosure(disclosure), overview, report)


def import_folder(folder: Path, *, township: str, year: str) -> Iterator[ImportResult]:
    """Each document in a folder and the folders in it, in the order of their names, as it is read."""
    return _import_members(members_of_folder(folder), township, year)


def import_archive(data: bytes, *, file_name: str, township: str, year: str) -> Iterator[ImportResult]:
    """Each document in a zip file, as it is read; one result that says why where it cannot be opened."""
    try:
        yield from _import_members(members_of_zip(data), township, year)
    except Refused as refused:
        yield _import_member(Member(file_name, b"", refused.problem), township, year)


def _import_members(members: Iterable[Member], township: str, year: str) -> Iterator[ImportResult]:
    return (_import_member(member, township, year) for member in members)


def _import_member(member: Member, township: str, year: str) -> ImportResult:
    if member.problem is None:
        return import_document(member.data, file_name=member.name, township=township, year=year)
    origin = _Origin(member.name, hashlib.sha256(b"").hexdigest(), "", township, year)
    return ImportResult(None, "", origin.unread(member.problem))


@dataclass(frozen=True, slots=True)
class _Origin:
    file_name: str
    sha256: str
    format: str
    township: str
    year: str

    def report(self, found: Recognised, counts: Mapping[str, int]) -> ImportReport:
        document = found.document
        return ImportReport(
            file=self.file_name,
            township=self.township,
            year=self.year,
            sha256=self.sha256,
            lines=document.lines,
            counts=counts,
            uses=found.uses if found.tables.has_targets else _without_draft(found.uses),
            problems=(
                *document.problems,
                *(found.problems if found.tables.has_targets else _without_table(found)),
            ),
            cleaned=tuple(sorted({each.line for each in document.residue if not each.whole_line})),
            decisions=found.decisions,
            places=document.places,
        )

    def unread(self, problem: ImportProblem) -> ImportReport:
        """The report on a file that could not be read."""
        return ImportReport(self.file_name, self.township, self.year, self.sha256, 0, {}, {}, (problem,))


def _without_draft(uses: Mapping[int, Use]) -> dict[int, Use]:
    """Where no draft is written, nothing is carried into one."""
    carried = (Fate.CARRIED, Fate.FIGURES, Fate.PARTLY, Fate.CATEGORY_ONLY)
    return {line: _as_text(use) if use.fate in carried else use for line, use in uses.items()}


def _as_text(use: Use) -> Use:
    fate = Fate.HEADING if use.what == "title" else Fate.NARRATIVE
    return Use(use.line, use.last_line, fate, use.what if use.fate is Fate.FIGURES else "")


def _disclosure(found: Recognised, origin: _Origin) -> Disclosure:
    facts = found.facts
    source = Source(
        file=origin.file_name,
        sha256=origin.sha256,
        title=facts.title,
        title_line=facts.title_line,
        format=origin.format,
        lines=str(found.document.lines),
    )
    return Disclosure(
        schema="1",
        year=origin.year,
        year_basis=facts.year_basis,
        year_note=facts.year_note,
        publisher=facts.publisher,
        source=source,
        money_unit=facts.money_unit,
        money_unit_basis=facts.money_unit_basis,
        sub_targets=found.sub_targets.sub_targets,
        unit_targets=found.tables.unit_targets,
        projects=tuple(_placed_project(project, found.document.places) for project in found.tables.projects),
        budget_lines=found.figures.lines,
        procurement=found.department.procurement,
        procurement_totals=found.department.procurement_totals,
        assets=found.department.assets,
        assets_date=found.department.assets_date,
        institutions=found.department.institutions,
        glossary=found.glossary.entries,
        expected=_expected(found),
    )


def _placed_project(project: Project, places: Mapping[int, Place]) -> Project:
    rows = tuple(_placed_row(row, places) for row in project.indicators)
    place = _place(project.line, places)
    return replace(project, indicators=rows, page=_page_of(place), cell=place.cell_name)


def _placed_row(row: Indicator, places: Mapping[int, Place]) -> Indicator:
    place = _place(row.line, places)
    return replace(row, page=_page_of(place), cell=place.cell_name)


def _place(line: str, places: Mapping[int, Place]) -> Place:
    """Page and cell of a line, in formats that have them."""
    return places.get(int(line), Place())


def _page_of(place: Place) -> str | None:
    return str(place.page) if place.page else None


def _expected(found: Recognised) -> Expected:
    """What the draft holds; the editor compares it with a count of the document."""
    return Expected(
        projects=str(len(found.tables.projects)),
        indicators=str(sum(len(project.indicators) for project in found.tables.projects)),
        sub_targets=_count(found.sub_targets.sub_targets),
        budget_lines=_count(found.figures.lines),
        procurement=_count(found.department.procurement),
        assets=_count(found.department.assets),
        institutions=_count(found.department.institutions),
        glossary=_count(found.glossary.entries),
    )


def _count(entries: Sized) -> str | None:
    return str(len(entries)) if entries else None


def _counts(found: Recognised, disclosure: Disclosure) -> dict[str, int]:
    rows = [row for project in disclosure.projects for row in project.indicators]
    counts = {
        "projects": len(disclosure.projects),
        "indicators": len(rows),
        "category_only_rows": sum(row.is_blank for row in rows),
        "blank_rows": found.blank_rows,
        "unit_targets": len(disclosure.unit_targets),
        "goals": sum(len(project.goals) for project in disclosure.projects),
        "sub_targets": len(disclosure.sub_targets),
        "budget_lines": len(disclosure.budget_lines),
        "procurement": len(disclosure.procurement),
        "procurement_totals": len(disclosure.procurement_totals),
        "assets": len(disclosure.assets),
        "institutions": len(disclosure.institutions),
        "glossary": len(disclosure.glossary),
    }
    return {name: count for name, count in counts.items() if count}


def _without_table(found: Recognised) -> Iterator[ImportProblem]:
    yield _no_table(found)
    yield from (problem for problem in found.problems if problem.code == "import-blank-form")


def _no_table(found: Recognised) -> ImportProblem:
    """Says what was found instead of a target table."""
    rows = sum(isinstance(block, Row) for block in found.document.blocks)
    headings = [heading.text for heading in found.headings[:_MOST_HEADINGS_SHOWN]]
    values = {
        "paragraphs": str(len(found.document.blocks) - rows),
        "rows": str(rows),
        "headings": "、".join(headings) or "—",
    }
    return ImportProblem("import-no-target-table", 0, values)
