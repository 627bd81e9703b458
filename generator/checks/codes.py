"""What a 项目编码 says, held against the document (domain.md §3, C; §4)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.analyse.disclosure import DisclosureFacts, ProjectFacts
from generator.checks.check import Check
from generator.checks.finding import (
    Hit,
    Outcome,
    PrintedFact,
    Severity,
    elsewhere,
    of_project,
    project_name,
)
from generator.model.disclosure import Project
from generator.model.township import UNKNOWN_COUNTY
from generator.textual import squeeze

_CODE = re.compile("(?P<region>[0-9]{6})(?P<year>[0-9]{2})[0-9A-Z]{13}")
"""Region, year, and a part whose meaning depends on the family."""
_P_CODE = re.compile("[0-9]{8}P[0-9]{11}[0-9A-Z]")
_MOSTLY_A_CODE = 15
"""A code of another system is shorter; one that lost characters keeps at least so many of its 21."""
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""31 characters, as in GB 32100: no I, O, S, V, Z."""
_BASE = len(_ALPHABET)
_OWN_ZONES = "7"
"""The fifth digit of the statistical codes of development zones, which lie in another county."""


def projects_by_code(projects: Iterable[ProjectFacts]) -> Mapping[str, list[ProjectFacts]]:
    """The projects under each well-formed code, in their order; for one disclosure or for many."""
    grouped: defaultdict[str, list[ProjectFacts]] = defaultdict(list)
    for project in projects:
        if match := code_of(project):
            grouped[match[0]].append(project)
    return grouped


def code_of(project: ProjectFacts) -> re.Match[str] | None:
    """The parts `region` and `year`; None where no code of the usual shape is printed."""
    return _CODE.fullmatch(squeeze(project.printed.code or ""))


def is_usual_code(code: str) -> bool:
    return _CODE.fullmatch(squeeze(code)) is not None


def check_character(code: str) -> tuple[int, str]:
    """Of the 20 characters before it: their weighted sum, and the character that should follow.

    Found by comparing codes, not taken from a published rule; it holds for the codes with `P` only.
    """
    total = sum(
        _ALPHABET.index(character) * pow(3, place, _BASE) for place, character in enumerate(code[:20])
    )
    return total, _ALPHABET[(_BASE - 1 - total) % _BASE]


def _shape(facts: DisclosureFacts) -> Iterator[Hit]:
    has_usual = any(code_of(project) for project in facts.projects)
    for project in facts.projects:
        code = squeeze(project.printed.code or "")
        if not any(character.isalnum() for character in code) or code_of(project):
            continue
        if has_usual or len(code) >= _MOSTLY_A_CODE:
            yield Hit(Outcome.NOTE, (_code(project),), project, values={"length": str(len(code))})


def _region(facts: DisclosureFacts) -> Iterator[Hit]:
    """Silent where the county itself was found by the codes."""
    county = facts.county
    if county.code == UNKNOWN_COUNTY or facts.township.name_status == "not_printed":
        return
    for project in facts.projects:
        match = code_of(project)
        if match is None or _reaches_beyond(match["region"], county.code):
            continue
        outcome = Outcome.AGREES if match["region"] == county.code else Outcome.DIFFERS
        values = {"region": match["region"], "county": county.county, "code": county.code}
        yield Hit(outcome, (_code(project),), project, values=values)


def _reaches_beyond(region: str, county: str) -> bool:
    """The code of the province or prefecture above the county, or of a development zone in the same prefecture."""
    if region == county:
        return False
    above = (county[:2] + "0000", county[:4] + "00")
    return region in above or (region[:4] == county[:4] and _OWN_ZONES in (region[4], county[4]))


def _year(facts: DisclosureFacts) -> Iterator[Hit]:
    """No agreement is reported where the year of the document itself was read from the codes."""
    for project in facts.projects:
        match = code_of(project)
        if match is None:
            continue
        year = f"20{match['year']}"
        agrees = year == facts.printed.year
        if not agrees or facts.printed.year_basis != "codes":
            outcome = Outcome.AGREES if agrees else Outcome.NOTE
            yield Hit(outcome, (_code(project),), project, values={"year": year, "plan": facts.printed.year})


def _check_character(facts: DisclosureFacts) -> Iterator[Hit]:
    for project in facts.projects:
        code = squeeze(project.printed.code or "")
        if not _P_CODE.fullmatch(code):
            continue
        total, expected = check_character(code)
        sum_text = (
            f"Σ = {total}{{0}}(30 − {total}) mod 31 = {_ALPHABET.index(expected)} → {expected}{{0}}{code[-1]}"
        )
        yield Hit(
            Outcome.AGREES if code[-1] == expected else Outcome.DIFFERS,
            (_code(project),),
            project,
            computation=(sum_text.format("；"), sum_text.format("; ")),
            values={"expected": expected, "printed": code[-1]},
        )


def _one_code_two_projects(facts: DisclosureFacts) -> Iterator[Hit]:
    """In the order of the second project. The same title under one code may be one project on two pages."""
    grouped = projects_by_code(facts.projects)
    for project in facts.projects:
        match = code_of(project)
        first = grouped[match[0]][0] if match else project
        if squeeze(first.printed.name) == squeeze(project.printed.name):
            continue
        yield Hit(
            Outcome.DIFFERS,
            (elsewhere(project_name(first), first), project_name(project), _code(project)),
            project,
            values={"code": squeeze(project.printed.code or ""), "other": first.printed.name},
        )


def _code(project: ProjectFacts) -> PrintedFact:
    return of_project(Project, "code", project.printed.code, project)


CHECKS = (
    Check("C01", Severity.SOURCE, _shape),
    Check("C02", Severity.DIFFERS, _region),
    Check("C03", Severity.INFO, _year),
    Check("C04", Severity.SOURCE, _check_character),
    Check("C05", Severity.DIFFERS, _one_code_two_projects),
)
