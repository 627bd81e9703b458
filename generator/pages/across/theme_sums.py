"""Printed budgets added up by theme and year, over all townships. Years are never added together."""

from collections.abc import Iterator, Sequence

from generator import addresses
from generator.analyse.amounts import plain
from generator.analyse.catalogue import ListedProject, count_townships, sum_of_budgets
from generator.pages.across.question_views import AnswerCell, AnswerSection, AnswerTable
from generator.pages.across.surroundings import Surroundings
from generator.pages.figures import set_count, set_wan
from generator.pages.views import Cell

THEME_SUM_COLUMNS = (
    "year",
    "theme",
    "theme_name",
    "theme_name_en",
    "projects",
    "townships",
    "projects_with_budget",
    "budget_wan",
    "url",
)


def theme_sum_rows(around: Surroundings) -> Iterator[Sequence[str]]:
    """For the CSV."""
    for year in _years(around):
        for id_, theme in around.vocabulary.themes.items():
            projects = _projects(around, id_, year)
            total, count = sum_of_budgets(projects)
            yield (
                year,
                id_,
                theme.zh,
                theme.en,
                str(len(projects)),
                str(count_townships(projects)),
                str(count),
                plain(total),
                around.base_url + addresses.address("theme", id_),
            )


def theme_sum_sections(around: Surroundings) -> tuple[AnswerSection, ...]:
    """A table for each year, the latest first."""
    return tuple(_section(around, year) for year in _years(around))


def _years(around: Surroundings) -> Sequence[str]:
    return sorted(around.catalogue.by_year, reverse=True)


def _projects(around: Surroundings, theme: str, year: str) -> Sequence[ListedProject]:
    of_theme = around.catalogue.by_theme.get(theme, ())
    return [listed for listed in of_theme if listed.disclosure.year == year]


def _section(around: Surroundings, year: str) -> AnswerSection:
    t = around.t
    title = t.format("py_year", year=year)
    heads = (
        Cell(t.py_themes),
        Cell(t.py_projects, is_number=True),
        Cell(t.py_townships, is_number=True),
        Cell(t.py_budget_count, is_number=True),
        Cell(t.py_theme_sum, is_number=True),
    )
    rows = tuple(_row(around, id_, _projects(around, id_, year)) for id_ in around.vocabulary.themes)
    shown = tuple(row for row in rows if row)
    return AnswerSection(f"year-{year}", title, set_count(len(shown)), "", AnswerTable(title, heads, shown))


def _row(around: Surroundings, theme: str, projects: Sequence[ListedProject]) -> tuple[AnswerCell, ...]:
    """Empty where the theme has no project in the year."""
    if not projects:
        return ()
    total, count = sum_of_budgets(projects)
    figures = (set_count(len(projects)), set_count(count_townships(projects)), set_count(count))
    name = around.t.name(around.vocabulary.themes[theme])
    return (
        AnswerCell(name, around.links.to("theme", theme)),
        *(AnswerCell(figure, is_number=True) for figure in figures),
        AnswerCell(set_wan(total) or around.t.py_not_printed, is_number=True),
    )
