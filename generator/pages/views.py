"""What a template receives: frozen values, complete, with every figure already set as text.

Addresses in views are final (with the path prefix of the site). Empty text means that there is nothing to show.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from generator.pages.charts.views import BarChart, DotChart


class State(StrEnum):
    """Whether a document prints a value."""

    PRINTED = "printed"
    BLANK = "blank"
    """The cell is printed and empty."""
    ABSENT = "absent"
    """There is no such cell: not printed in this document."""


@dataclass(frozen=True, slots=True)
class Link:
    label: str
    url: str
    note: str = ""
    """A short figure or word beside it: `12 个项目`."""


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Where a value stands in the source."""

    line: str
    url: str


@dataclass(frozen=True, slots=True)
class CorrectionView:
    label: str
    printed: str
    corrected: str
    reason: str


@dataclass(frozen=True, slots=True)
class Fact:
    label: str
    value: str
    unit: str = ""
    state: State = State.PRINTED
    note: str = ""
    """How a derived value came about, or what to know of a printed one."""
    url: str = ""
    """Where the value itself leads, such as the list of a code."""
    source: SourceRef | None = None
    term: str = ""
    """The anchor of the note that explains the label."""


@dataclass(frozen=True, slots=True)
class Alternate:
    """A page in one of the languages of the site."""

    language: str
    label: str
    """The language's own name."""
    url: str
    canonical: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page has."""

    title: str
    """The heading."""
    description: str
    """For lists of results and shared links."""
    url: str
    canonical: str
    breadcrumbs: tuple[Link, ...]
    section: str
    """Which entry of the main navigation is current: townships, projects, programmes, indicators, data, about."""
    json_url: str = ""
    csv_url: str = ""
    alternates: tuple[Alternate, ...] = ()
    """In every language, the first language first; empty where the page stands in one only."""
    head_title: str = ""
    """What tells the page apart from all others of the site: with the site's name, the title of the window."""
    nodes: tuple[Mapping[str, Any], ...] = ()
    """What it says to machines beside the way to it: nodes of `structured`."""
    is_listed: bool = True
    """Whether search engines are to list it."""


@dataclass(frozen=True, slots=True)
class TermView:
    """A word of the form, explained on the page."""

    anchor: str
    label: str
    text: str = ""
    """Empty where only its label stands, as a button that opens the explanation."""


@dataclass(frozen=True, slots=True)
class ReadingView:
    words: str
    """`每村不超过 6,268 元`"""
    notes: tuple[str, ...]
    """What was inferred, a sentence each."""


@dataclass(frozen=True, slots=True)
class RowView:
    """One row of a target table."""

    anchor: str
    number: str
    level2_term: str
    level2: str
    level2_gloss: str
    """The category in the language of the page, where the document is in another."""
    name: str
    description: str
    target: str
    reading: ReadingView | None
    """None where nothing is printed."""
    basis: str
    extras: tuple[Fact, ...]
    """Weight, direction, unit, comparator, where the form has such columns."""
    findings: tuple[Link, ...]
    """What the checks found on the row: `相符 A01`."""
    is_blank: bool
    """Only the category is printed."""
    family: Link | None
    corrections: tuple[CorrectionView, ...]
    source: SourceRef


@dataclass(frozen=True, slots=True)
class RowGroup:
    """The rows under one level 1."""

    label: str
    """As printed in the first of them."""
    gloss: str
    """As `RowView.level2_gloss`."""
    level1_id: str
    term: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class PlanPoint:
    label: str
    """`3月底`"""
    printed: str
    share: str
    """Per cent of the budget, `24.91%`; empty where it cannot be derived."""
    state: State
    source: SourceRef | None
    """None where nothing is printed, not even a blank cell."""
    x: str
    y: str
    bar_height: str
    """Place and height in the chart's own units; empty where there is no share."""


@dataclass(frozen=True, slots=True)
class PlanView:
    points: tuple[PlanPoint, ...]
    unit_note: str
    """How the printed numbers are to be read: per cent or 万元."""
    title: str
    """The whole chart in one sentence, for screen readers."""
    has_chart: bool


@dataclass(frozen=True, slots=True)
class FactView:
    """What a finding is about, as printed."""

    label: str
    text: str
    """Empty where the cell is."""
    sources: tuple[SourceRef, ...]


@dataclass(frozen=True, slots=True)
class PrintedFacts:
    """What a finding is about, as printed in one place."""

    facts: tuple[tuple[str, str], ...]
    """Label and text; the text is empty where the cell is. None of a note, which quotes them."""
    sources: tuple[Link, ...]
    """The source lines, or the rows of the table where they are many."""


@dataclass(frozen=True, slots=True)
class EditorWordView:
    word: str
    """`已核实`"""
    reason: str
    is_chinese: bool
    """Whether the reason is in Chinese on a page of another language."""
    signature: str
    """Date and role."""


@dataclass(frozen=True, slots=True)
class FindingView:
    """What a check found."""

    row: Link | None
    message: str
    computation: str
    facts: tuple[FactView, ...]
    word: EditorWordView | None


@dataclass(frozen=True, slots=True)
class WholeFinding:
    """What a check found about a document as a whole."""

    anchor: str
    outcome: str
    """`相符`"""
    rule: Link
    finding: FindingView


@dataclass(frozen=True, slots=True)
class ProjectFinding:
    """What a check found, on the page of the project, where much of it is in sight."""

    subject: Link | None
    """The row that is meant, or the project of another document beside which this one stands."""
    message: str
    computation: str
    """Empty where the message has it."""
    facts: tuple[PrintedFacts, ...]
    word: EditorWordView | None


@dataclass(frozen=True, slots=True)
class FindingItem:
    """A finding, or those of one rule on several rows."""

    anchor: str
    rule: Link
    rows: tuple[Link, ...]
    """Of several findings: the runs of their rows, `1–3`, `5`; empty for a single one."""
    finding: ProjectFinding
    """The only one, or the first as an example."""


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """The findings of one outcome."""

    anchor: str
    label: str
    count: str
    entries: tuple[FindingItem, ...]


@dataclass(frozen=True, slots=True)
class ChecksView:
    lead: str
    """How many rules were applied, and what a note is."""
    summary: str
    """`相符 4 · 说明 3`; empty where nothing was found."""
    groups: tuple[FindingGroup, ...]
    whole: Link | None
    """To what was found about the whole document, with how many there are."""


@dataclass(frozen=True, slots=True)
class Citation:
    style: str
    """`GB/T 7714`"""
    text: str
    is_code: bool = False


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    name: str
    url: str
    definition: str


@dataclass(frozen=True, slots=True)
class ProjectPage:
    frame: Frame
    number: str
    place: str
    """`卢龙县双望镇 2024 年`"""
    budget: Fact
    facts: tuple[Fact, ...]
    purpose: Fact
    goals: tuple[str, ...]
    goal_lines: tuple[SourceRef, ...]
    """Each line once."""
    results: tuple[str, ...]
    """Of the goals, where a self-evaluation prints them."""
    result_lines: tuple[SourceRef, ...]
    plan: PlanView | None
    groups: tuple[RowGroup, ...]
    has_description: bool
    """Whether the table has such a column; a blank cell of it is not the same as none."""
    has_basis: bool
    column_count: str
    blank_span: str
    """How many columns the blank cells of a row with only its category take."""
    row_count: int
    is_cut_off: bool
    programme: ProgrammeView | None
    themes: tuple[Link, ...]
    corrections: tuple[CorrectionView, ...]
    checks: ChecksView
    columns: tuple[TermView, ...]
    """What the columns of the table mean."""
    goals_term: str
    plan_term: str
    terms: tuple[TermView, ...]
    """All words that the page explains, in the order in which they stand on it."""
    citations: tuple[Citation, ...]
    report_url: str
    previous: Link | None
    next: Link | None
    disclosure: Link
    source: SourceRef
    source_file: str
    compare_url: str
    """Where it is put side by side with others."""


class Role(StrEnum):
    """Of a column on a phone, where each row is a name with its amount at the right and a grey line of the rest."""

    NAME = "name"
    """The head of the row, on every screen."""
    AMOUNT = "amount"
    NUMBER = "no"
    """Stands before the name."""
    SAID = "said"
    """Needs no label."""
    SOURCE = "ref"
    """Leads to the source line and ends the grey line."""
    SPARE = "spare"
    """Left out there."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a plain table."""

    text: str
    url: str = ""
    is_number: bool = False
    note: str = ""
    role: str = ""
    """Of a head: a `Role`; empty where its cells stand behind their label."""
    unit: str = ""
    """Of the head of amounts: stands behind each where the head is out of sight."""


@dataclass(frozen=True, slots=True)
class Table:
    """A plain table: printed rows of a section, or a list of pages."""

    caption: str
    heads: tuple[Cell, ...]
    """With `is_number` where the column is set right."""
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class SubTargetView:
    number: str
    name: str
    beginning: str
    """The first words of its goal or duty, which stand beside the name while the rest is folded."""
    duty: str
    goal: str
    indicators: tuple[str, ...]
    source: SourceRef


@dataclass(frozen=True, slots=True)
class SubTargetGroup:
    """Sub-targets that follow each other below one heading."""

    heading: str
    """As printed; empty for those that stand below none."""
    targets: tuple[SubTargetView, ...]


@dataclass(frozen=True, slots=True)
class ShareSection:
    """Parts of the printed budgets of one disclosure."""

    id: str
    title: str
    note: str
    chart: BarChart
    table: Table | None
    """None where the list of projects serves as one."""


@dataclass(frozen=True, slots=True)
class DisclosurePage:
    frame: Frame
    place: str
    figures: tuple[Fact, ...]
    """The sum of the budgets first."""
    facts: tuple[Fact, ...]
    """About the document itself."""
    overview_title: str
    overview_html: str
    overview_language: str
    """Where it is not that of the page."""
    shares: ShareSection | None
    """Of the projects; None where fewer than two budgets are printed."""
    projects: Table
    groups: tuple[ShareSection, ...]
    """Of programmes and themes, and the plan of the year."""
    sub_targets: tuple[SubTargetGroup, ...]
    tables: tuple[Table, ...]
    """Department totals, institutions, procurement, assets, where printed."""
    glossary: tuple[tuple[str, str, SourceRef], ...]
    checks: tuple[WholeFinding, ...]
    """What was found about the document as a whole."""
    township: Link
    source: Link
    """The page of source lines."""


@dataclass(frozen=True, slots=True)
class SourceLineView:
    line: str
    anchor: str
    what: str
    """`项目 1 · 指标 3`"""
    url: str
    """The place on the site where the line is used."""
    texts: tuple[str, ...]
    """The printed cells; empty for a line of narrative that the overview refers to."""


@dataclass(frozen=True, slots=True)
class SourcePage:
    frame: Frame
    facts: tuple[Fact, ...]
    lines: tuple[SourceLineView, ...]
    disclosure: Link


@dataclass(frozen=True, slots=True)
class ProjectItem:
    """A project in a list; `data-*` attributes of it serve the filters."""

    link: Link
    place: Link
    year: str
    year_url: str
    budget: str
    """`538.69`, 万元; empty where not printed."""
    budget_note: str
    """That it is not printed, or that its unit is inferred."""
    programme: Link | None
    indicator_count: str
    source: SourceRef
    township_id: str
    county_code: str
    programme_id: str


@dataclass(frozen=True, slots=True)
class FilterGroup:
    name: str
    """township, county, year, programme"""
    label: str
    options: tuple[tuple[str, str, str], ...]
    """Value, label, count."""


@dataclass(frozen=True, slots=True)
class Pager:
    """The parts of a long list."""

    label: str
    """`第 1–200 个，共 1,500 个`"""
    links: tuple[Link, ...]
    current: int
    """From 1."""


@dataclass(frozen=True, slots=True)
class ProjectListPage:
    """`/projects/`, and the projects of a county, year, theme or programme."""

    frame: Frame
    lead: tuple[str, ...]
    """Paragraphs before the list: a definition, what is counted."""
    facts: tuple[Fact, ...]
    links: tuple[Link, ...]
    """Themes of a programme, townships of a county, …"""
    links_label: str
    items: tuple[ProjectItem, ...]
    filters: tuple[FilterGroup, ...]
    has_years: bool
    """Whether its projects are of several years."""
    total_note: str
    pager: Pager | None
    """None where the list stands on one page."""


@dataclass(frozen=True, slots=True)
class IndexItem:
    link: Link
    text: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class IndexGroup:
    heading: Link
    items: tuple[IndexItem, ...]
    anchor: str = ""
    """Where its heading leads to a place on this page."""


@dataclass(frozen=True, slots=True)
class IndexPage:
    """A list of townships, programmes, indicator families, counties, years or themes."""

    frame: Frame
    lead: tuple[str, ...]
    items: tuple[IndexItem, ...]
    groups: tuple[IndexGroup, ...] = ()
    """Before `items`, where a list has headings."""


@dataclass(frozen=True, slots=True)
class TownshipDisclosure:
    """What a township published for one year, with the names of its projects."""

    item: IndexItem
    projects_title: str
    projects: tuple[Link, ...]
    """Each with its budget; of many only the largest."""
    all_projects: Link | None
    """Where the others are; none where all are named."""


@dataclass(frozen=True, slots=True)
class TownshipPage:
    frame: Frame
    name: str
    kind: str
    facts: tuple[Fact, ...]
    note: str
    aliases: tuple[tuple[str, str], ...]
    disclosures: tuple[TownshipDisclosure, ...]
    """The newest first."""
    ways: tuple[Link, ...]
    """To search its documents, and to put it side by side with others."""


@dataclass(frozen=True, slots=True)
class FamilyRowItem:
    target: str
    reading: str
    """How the target is read, in words."""
    name: str
    project: Link
    place: Link
    year: str
    source: SourceRef


@dataclass(frozen=True, slots=True)
class TargetGroup:
    """The targets of a family that stand on one axis, or those that stand on none for one reason."""

    id: str
    title: str
    url: str
    """Of the page of the family, where that is another one."""
    count: str
    note: str
    chart: DotChart | None
    tally: Table | None
    """How often each target occurs, where that is short."""
    items: tuple[FamilyRowItem, ...]
    more: str
    """How many more there are than are listed here."""


@dataclass(frozen=True, slots=True)
class FamilyPage:
    """One indicator family across townships."""

    frame: Frame
    lead: tuple[str, ...]
    facts: tuple[Fact, ...]
    names: tuple[str, ...]
    comparable: tuple[TargetGroup, ...]
    apart: tuple[TargetGroup, ...]


@dataclass(frozen=True, slots=True)
class MeasureSection:
    """The amounts of a programme by one denominator: in all, per person, per village."""

    id: str
    title: str
    note: str
    charts: tuple[BarChart, ...]
    """One for each year that has several amounts."""
    table: Table


@dataclass(frozen=True, slots=True)
class ProgrammePage:
    """One programme across townships."""

    frame: Frame
    lead: tuple[str, ...]
    facts: tuple[Fact, ...]
    links: tuple[Link, ...]
    links_label: str
    sections: tuple[MeasureSection, ...]
    targets: tuple[TargetGroup, ...]
    list: ProjectListPage
    compare_url: str
    """Where the programme is put side by side with others."""


@dataclass(frozen=True, slots=True)
class HomePage:
    frame: Frame
    facts: tuple[Fact, ...]
    questions: tuple[Link, ...]
    """Some of them; the others are one click further."""
    townships: tuple[IndexItem, ...]
    programmes: tuple[Link, ...]
    themes: tuple[Link, ...]
    years: tuple[Link, ...]
    ways: tuple[Link, ...]
    """Further ways in: by place, by indicator, by size."""
    examples: tuple[Link, ...]
    """Searches to try."""


@dataclass(frozen=True, slots=True)
class TextPage:
    """A page of Markdown."""

    frame: Frame
    html: str
    language: str
    """Of the text, where it is not that of the page."""


@dataclass(frozen=True, slots=True)
class DataFile:
    label: str
    url: str
    media_type: str
    size: str


@dataclass(frozen=True, slots=True)
class ColumnView:
    name: str
    label: str
    kind: str
    about: str


@dataclass(frozen=True, slots=True)
class DataTableView:
    name: str
    label: str
    about: str
    rows: str
    files: tuple[DataFile, ...]
    columns: tuple[ColumnView, ...]


@dataclass(frozen=True, slots=True)
class VersionView:
    """What a day brought to the data."""

    date: str
    disclosure: Link
    text: str


@dataclass(frozen=True, slots=True)
class DataPage:
    frame: Frame
    tables: tuple[DataTableView, ...]
    files: tuple[DataFile, ...]
    versions: tuple[VersionView, ...]
    """The last first; of many only the last."""
    citation: str
    licence: Link
    licence_note: str


@dataclass(frozen=True, slots=True)
class CodePage:
    """`/code/<项目编码>/`: leads on to the project, or names the projects that share the code."""

    frame: Frame
    code: str
    """Empty where an editor moved the address."""
    projects: tuple[Link, ...]
    target: str
    """Where to go at once; empty where there are several."""


@dataclass(frozen=True, slots=True)
class NoticePage:
    """Search and 404: a frame and the template's own words."""

    frame: Frame


@dataclass(frozen=True, slots=True)
class ComparePage:
    """`/compare/`: what the script needs to put chosen columns side by side."""

    frame: Frame
    examples: tuple[Link, ...]
    """Choices to try."""
    name_files: int
    """Those with the projects that share a name."""
