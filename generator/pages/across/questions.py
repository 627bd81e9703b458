"""The questions, each answered by a table with its source lines and a CSV of all rows."""

from collections.abc import Iterator, Sequence

from generator import addresses
from generator.analyse.catalogue import sum_of_budgets
from generator.analyse.gathered import Gathered, most_frequent
from generator.analyse.shown_budget import ShownBudget
from generator.analyse.summary import DisclosureSummary
from generator.checks.catalogue import CHECKS_BY_ID
from generator.checks.texts import Both
from generator.output import Output
from generator.pages.across.question_views import (
    AnswerCell,
    AnswerSection,
    AnswerTable,
    QuestionPage,
    QuestionsPage,
)
from generator.pages.across.surroundings import Surroundings
from generator.pages.across.theme_sums import THEME_SUM_COLUMNS, theme_sum_rows, theme_sum_sections
from generator.pages.budget_note import budget_note
from generator.pages.figures import set_count
from generator.pages.views import Cell, Fact, IndexItem, Link, Role, Table
from generator.questions.answer import BUDGET, Answer, Column
from generator.questions.catalogue import QUESTIONS, SUMS_BY_THEME
from generator.questions.money import SHARES
from generator.questions.question import Question

_SHARES = "#shares"
"""The part of a document's page that shows what share each project has."""
_MOST_DOCUMENTS = 24
_NOTHING: Gathered[Answer] = Gathered()


def make_question_pages(around: Surroundings) -> Iterator[Output]:
    t, address = around.t, addresses.address("questions")
    frame = around.renderer.frame(t.py_questions, t.py_questions_description, address, twins="csv")
    items = tuple(
        IndexItem(question_link(around, question), _say(around, question.texts.answer), ())
        for question in QUESTIONS
    )
    yield around.renderer.render(
        "questions", QuestionsPage(frame, (t.py_questions_lead,), items), around.source
    )
    listed = (
        (question.id, question.texts.title.zh, question.texts.title.en, around.base_url + _address(question))
        for question in QUESTIONS
    )
    yield from around.csv_twin(address, ("id", "title", "title_en", "url"), listed)
    for question in QUESTIONS:
        yield around.renderer.render("question", _page(around, question), around.source)
    yield from around.csv_twin(_address(SUMS_BY_THEME), THEME_SUM_COLUMNS, theme_sum_rows(around))


def question_link(around: Surroundings, question: Question) -> Link:
    return Link(_say(around, question.texts.title), around.links.to("question", question.id))


def _address(question: Question) -> str:
    return addresses.address("question", question.id)


def _say(around: Surroundings, both: Both) -> str:
    return around.t.pick(both.zh, both.en)


def _page(around: Surroundings, question: Question) -> QuestionPage:
    t, texts = around.t, question.texts
    gathered = around.gathered.get(_address(question), _NOTHING)
    frame = around.renderer.frame(
        _say(around, texts.title),
        _say(around, texts.answer),
        _address(question),
        crumbs=(Link(t.py_questions, around.links.to("questions")),),
        twins="csv",
    )
    is_of_themes = question is SUMS_BY_THEME
    sections = theme_sum_sections(around) if is_of_themes else tuple(_sections(around, question, gathered))
    parts = {"formula": texts.formula, "limits": texts.limits}
    left_out = t.format("py_answer_left_out", count=gathered.left_out) if gathered.left_out else ""
    return QuestionPage(
        frame=frame,
        lead=_say(around, texts.answer),
        documents=tuple(_documents(around)) if question is SHARES else (),
        parts=tuple(
            (getattr(t, f"py_question_{name}"), _say(around, both)) for name, both in parts.items() if both
        ),
        facts=tuple(_facts(around, gathered, has_rows=not is_of_themes)),
        none="" if sections else _why_none(around, question),
        tally=_tally(around, question, gathered),
        sections=sections,
        left_out=left_out,
        links=(
            *(
                Link(
                    _say(around, CHECKS_BY_ID[rule].texts.title), around.links.to("check", rule.lower()), rule
                )
                for rule in question.rules
            ),
            *(Link(getattr(t, f"py_{kind}"), around.links.to(kind)) for kind in question.lists),
        ),
    )


def _facts(around: Surroundings, gathered: Gathered[Answer], *, has_rows: bool) -> Iterator[Fact]:
    """What the rows are taken from: the denominator."""
    t, links, projects = around.t, around.links, around.catalogue.projects
    if has_rows:
        yield Fact(t.py_answer_rows, set_count(gathered.count))
    yield Fact(t.py_answer_of_projects, set_count(len(projects)), url=links.to("projects"))
    yield Fact(t.py_budget_count, set_count(sum_of_budgets(projects)[1]), url=links.to("amounts"))
    yield Fact(t.py_disclosures, set_count(len(around.catalogue.disclosures)), url=links.to("townships"))


def _documents(around: Surroundings) -> Iterator[Link]:
    """Each to its own part on shares; a long list is on the page of townships."""
    disclosures = [each for each in around.catalogue.disclosures if _has_shares(each)]
    for disclosure in disclosures if len(disclosures) <= _MOST_DOCUMENTS else ():
        place = around.place(disclosure.id)
        label = around.t.format("py_place_year", place=place.link.label, year=place.year)
        yield Link(label, f"{place.link.url}{_SHARES}")


def _has_shares(disclosure: DisclosureSummary) -> bool:
    return any(project.budget_wan for project in disclosure.projects)


def _why_none(around: Surroundings, question: Question) -> str:
    """A question about two years cannot be answered where no township has two."""
    has_two_years = any(len(of_one) > 1 for of_one in around.catalogue.by_township.values())
    if question.needs_two_years and not has_two_years:
        return around.t.py_answer_one_year
    return around.t.py_answer_none


def _sections(
    around: Surroundings, question: Question, gathered: Gathered[Answer]
) -> Iterator[AnswerSection]:
    titles = {section.id: _say(around, section.title) for section in question.texts.sections}
    for section, title in (titles or {"": around.t.py_answer_list}).items():
        answers, count = gathered.first.get(section, ()), gathered.counts.get(section, 0)
        if answers:
            more = around.t.format("py_list_more", shown=set_count(len(answers)), all=set_count(count))
            yield AnswerSection(
                anchor=section or "answers",
                title=title,
                count=set_count(count),
                more=more if count > len(answers) else "",
                table=_table(around, question, title, answers),
            )


def _table(around: Surroundings, question: Question, caption: str, answers: Sequence[Answer]) -> AnswerTable:
    """Columns in which no answer of the section has a value are left out."""
    t = around.t
    shown = [
        (index, column)
        for index, column in enumerate(question.columns)
        if any(answer.values[index].text for answer in answers)
    ]
    heads = (
        Cell(t.py_project),
        Cell(t.column_place),
        *(Cell(t.name(column), is_number=column.is_number) for _, column in shown),
        Cell(t.column_line, is_number=True),
    )
    return AnswerTable(caption, heads, tuple(_row(around, question, shown, answer) for answer in answers))


def _row(
    around: Surroundings, question: Question, shown: Sequence[tuple[int, Column]], answer: Answer
) -> tuple[AnswerCell, ...]:
    part = _SHARES if question is SHARES else ""
    place = around.place(answer.disclosure_id)
    project = around.project_row(answer.disclosure_id, answer.project_id, answer.row)
    line = around.source_ref(place.disclosure, answer.line) if answer.line else None
    return (
        AnswerCell(project.label, project.url),
        AnswerCell(
            around.t.format("py_place_year", place=place.link.label, year=place.year), place.link.url + part
        ),
        *(_cell(around, column, answer, index) for index, column in shown),
        AnswerCell("", source=line, is_number=True),
    )


def _cell(around: Surroundings, column: Column, answer: Answer, index: int) -> AnswerCell:
    """A line is shown beside a value where it is not that of the whole row."""
    value = answer.values[index]
    text = around.t.pick(value.text, value.en)
    note = ""
    if column is BUDGET:
        shown = around.catalogue.budgets.get(answer.project_id, ShownBudget())
        text, note = shown.text, budget_note(shown, around.t)
    if value.line in {"", answer.line}:
        return AnswerCell(text, is_number=column.is_number, note=note)
    disclosure = around.place(answer.disclosure_id).disclosure
    source = around.source_ref(disclosure, value.line)
    return AnswerCell(text, is_number=column.is_number, source=source, note=note)


def _tally(around: Surroundings, question: Question, gathered: Gathered[Answer]) -> Table | None:
    if not gathered.tally:
        return None
    t = around.t
    label = next(t.name(column) for column in question.columns if column.name == question.tallied)
    rows = most_frequent(gathered.tally)
    note = t.format("py_tally_more", shown=set_count(len(rows)), all=set_count(len(gathered.tally)))
    return Table(
        caption=t.py_tally,
        heads=(Cell(label, role=Role.NAME), Cell(t.py_tally_count, is_number=True, role=Role.AMOUNT)),
        rows=tuple((Cell(text), Cell(set_count(count), is_number=True)) for text, count in rows),
        note=note if len(gathered.tally) > len(rows) else "",
    )
