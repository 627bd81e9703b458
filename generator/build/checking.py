"""Reading and checking the content without making a site: what `validate` does, and what a build does first."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.build.step import DisclosureInput, check_input, has_errors
from generator.load.content import (
    DisclosureFiles,
    Found,
    Shared,
    find_content,
    parse_disclosure,
    parse_township,
    read_file,
    read_shared,
)
from generator.load.markdown import Prose, parse_markdown
from generator.problems import Problem
from generator.validate.shared import check_shared


class ContentProblems(Exception):  # noqa: N818 - it carries problems, it is not an error of the program
    """The content has faults; nothing was published."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        super().__init__()
        self.problems = tuple(sorted(set(problems)))


@dataclass(frozen=True, slots=True)
class Opened:
    """The content folder with what all townships share."""

    root: Path
    found: Found
    shared: Shared
    pages: tuple[tuple[str, Prose], ...]
    problems: tuple[Problem, ...]
    """Of the shared files and pages; without errors among them."""


def open_content(root: Path) -> Opened:
    """Read the folder and what is shared. Raises `ContentProblems` when that alone has errors.

    The disclosures can only be checked against a vocabulary that is sound.
    """
    found = find_content(root)
    shared, problems, trees = read_shared(root)
    if shared is not None:
        problems += check_shared(shared, trees)
    pages, page_problems = _read_pages(root, found.pages)
    problems = [*found.problems, *problems, *page_problems]
    if shared is None or has_errors(problems):
        raise ContentProblems([*problems, *_check_shapes(root, found.disclosures)])
    return Opened(root, found, shared, pages, tuple(problems))


def _read_pages(root: Path, paths: Iterable[str]) -> tuple[tuple[tuple[str, Prose], ...], list[Problem]]:
    pages: list[tuple[str, Prose]] = []
    problems: list[Problem] = []
    for path in paths:
        file, found = read_file(root, path)
        problems += found
        if file is not None:
            prose, found = parse_markdown(file.data, path)
            problems += found
            if prose is not None:
                pages.append((path, prose))
    return tuple(pages), problems


def read_input(root: Path, files: DisclosureFiles, *, is_first_year: bool) -> DisclosureInput | list[Problem]:
    read = [read_file(root, path) for path in (files.township_path, files.path, files.overview_path)]
    problems = [problem for _, found in read for problem in found]
    township, disclosure, overview = (file for file, _ in read)
    if township is None or disclosure is None or overview is None:
        return problems
    return DisclosureInput(files, township, disclosure, overview, is_first_year)


def first_years(disclosures: Sequence[DisclosureFiles]) -> Iterator[tuple[DisclosureFiles, bool]]:
    """Each disclosure, and whether it is the first of its township; they come sorted."""
    previous: tuple[str, str] | None = None
    for files in disclosures:
        yield files, (files.county_code, files.slug) != previous
        previous = (files.county_code, files.slug)


def _check_shapes(root: Path, disclosures: Sequence[DisclosureFiles]) -> Iterator[Problem]:
    """What can be said of the disclosures without a vocabulary: that their files can be read at all."""
    for files in disclosures:
        given = read_input(root, files, is_first_year=True)
        if isinstance(given, list):
            yield from given
        else:
            yield from (
                *parse_township(given.township).problems,
                *parse_disclosure(given.disclosure).problems,
            )
            yield from parse_markdown(given.overview.data, given.overview.path)[1]


def validate_content(root: Path, *, chosen: Callable[[str], bool] = lambda _: True) -> tuple[Problem, ...]:
    """Every problem of the content folder. `chosen` tells which files are asked for."""
    try:
        opened = open_content(root)
    except ContentProblems as faults:
        return tuple(problem for problem in faults.problems if chosen(problem.file))
    problems = list(opened.problems)
    projects: set[str] = set()
    for files, is_first in first_years(opened.found.disclosures):
        given = read_input(root, files, is_first_year=is_first)
        if isinstance(given, list):
            problems += given
            continue
        checked = check_input(given, opened.shared.vocabulary)
        problems += checked.problems
        projects |= {project.id for project in checked.facts.projects} if checked.facts else set()
    problems += check_members(opened.shared, projects) if not has_errors(problems) else []
    return tuple(sorted({problem for problem in problems if chosen(problem.file)}))


def check_members(shared: Shared, projects: set[str]) -> Iterator[Problem]:
    """Project ids that a programme or theme names must be there: a renamed project would fall out unseen."""
    vocabulary = shared.vocabulary
    for file, families in (("programmes", vocabulary.programmes), ("themes", vocabulary.themes)):
        for family in families.values():
            members = family.members
            named = (*members.projects, *members.except_) if members else ()
            for id_ in named:
                if id_ not in projects:
                    values = {"read": id_, "expected": "项目 / project"}
                    yield Problem(f"vocabulary/{file}.yaml", 0, 0, "unknown-id", family.id, values=values)
