"""What is checked, and every finding of each rule across townships."""

from collections.abc import Iterator, Sequence

from generator import addresses
from generator.analyse.gathered import Gathered
from generator.checks.catalogue import CHECKS
from generator.checks.check import Check
from generator.checks.finding import Finding, Outcome
from generator.checks.texts import Both
from generator.output import Output
from generator.pages.across.check_views import CheckPage, ChecksPage, ListedFinding, OutcomeSection, Subject
from generator.pages.across.surroundings import Surroundings
from generator.pages.figures import set_count
from generator.pages.finding_views import finding_view, outcome_label
from generator.pages.views import Fact, IndexItem, Link

_SUBJECTS = "SCMATIX"
"""The letters of the rules, in the order of the page; each has its name among the interface strings."""
_OUTCOMES = (Outcome.AGREES, Outcome.DIFFERS, Outcome.CANNOT_TELL, Outcome.NOTE)
"""What agrees comes first: it shows how a rule works, and is as much worth knowing as what differs."""
_WITHDRAWN = "withdrawn"
_MOST_DIFFERING = 20
"""Findings on the list of checks itself."""
_PRINCIPLES = ("facts", "note", "source", "precision", "reply")
_NOTHING: Gathered[Finding] = Gathered()


def make_check_pages(around: Surroundings) -> Iterator[Output]:
    checks = tuple(check for check in CHECKS if check.is_public)
    yield around.renderer.render("checks", _index(around, checks), around.source)
    yield from around.csv_twin(
        addresses.address("checks"),
        ("rule", "title", "title_en", *(_column(outcome) for outcome in _OUTCOMES), "left_out", "url"),
        (_row(around, check) for check in checks),
    )
    for check in checks:
        yield around.renderer.render("check", _page(around, check), around.source)


def _address(check: Check) -> str:
    return addresses.address("check", check.id.lower())


def _gathered(around: Surroundings, check: Check) -> Gathered[Finding]:
    return around.gathered.get(_address(check), _NOTHING)


def _column(outcome: Outcome) -> str:
    return outcome.replace(" ", "_")


def _row(around: Surroundings, check: Check) -> tuple[str, ...]:
    gathered, title = _gathered(around, check), check.texts.title
    counts = (str(gathered.counts.get(outcome, 0)) for outcome in _OUTCOMES)
    return (
        check.id,
        title.zh,
        title.en,
        *counts,
        str(gathered.left_out),
        around.base_url + _address(check),
    )


def _index(around: Surroundings, checks: tuple[Check, ...]) -> ChecksPage:
    t, links = around.t, around.links
    frame = around.renderer.frame(
        t.py_checks, t.py_checks_description, addresses.address("checks"), twins="csv"
    )
    differing = sum(_count_of(around, check, Outcome.DIFFERS) for check in checks)
    return ChecksPage(
        frame=frame,
        lead=(t.format("py_checks_intro", count=len(checks)),),
        facts=tuple(
            Fact(outcome_label(outcome, t), set_count(total))
            for outcome in _OUTCOMES
            if (total := sum(_count_of(around, check, outcome) for check in checks))
        ),
        differing_label=t.format("py_checks_differing", count=set_count(differing)) if differing else "",
        differing=tuple(_differing(around, checks, differing)),
        principles=tuple(
            (getattr(t, f"py_checks_{name}"), getattr(t, f"py_checks_{name}_text")) for name in _PRINCIPLES
        ),
        corrections=Link(t.footer_corrections, links.to("page", "corrections")),
        subjects=tuple(
            _subject(around, letter, [check for check in checks if check.id[0] == letter])
            for letter in _SUBJECTS
        ),
    )


def _count_of(around: Surroundings, check: Check, outcome: Outcome) -> int:
    return _gathered(around, check).counts.get(outcome, 0)


def _differing(around: Surroundings, checks: Sequence[Check], count: int) -> Iterator[IndexItem]:
    """Every finding, so that nobody is named before others; of too many for one page only the rules."""
    for check in checks:
        if count <= _MOST_DIFFERING:
            for finding in _gathered(around, check).first.get(Outcome.DIFFERS, ()):
                yield _differing_item(around, check, finding)
        elif found := _count_of(around, check, Outcome.DIFFERS):
            url = f"{around.links.to('check', check.id.lower())}#{_anchor(Outcome.DIFFERS)}"
            yield IndexItem(Link(_say(around, check.texts.title), url, set_count(found)), "", ())


def _differing_item(around: Surroundings, check: Check, finding: Finding) -> IndexItem:
    t, place = around.t, around.place(finding.disclosure_id)
    project = around.project_row(finding.disclosure_id, finding.project_id, finding.row)
    url = f"{around.links.to('check', check.id.lower())}#{finding.id}"
    rule = Fact(t.py_check_rule, _say(around, check.texts.title), url=url)
    return IndexItem(
        Link(project.label, project.url, t.format("py_place_year", place=place.link.label, year=place.year)),
        t.pick(*finding.message),
        (rule,),
    )


def _subject(around: Surroundings, letter: str, checks: Sequence[Check]) -> Subject:
    without = [check for check in checks if not _found_anything(_gathered(around, check))]
    return Subject(
        f"subject-{letter.lower()}",
        getattr(around.t, f"py_checks_subject_{letter.lower()}"),
        tuple(_item(around, check) for check in checks if check not in without),
        tuple(_item(around, check) for check in without),
        around.t.format("py_checks_without", count=len(without)) if without else "",
    )


def _found_anything(gathered: Gathered[Finding]) -> bool:
    return any(gathered.counts.values()) or gathered.left_out > 0


def _item(around: Surroundings, check: Check) -> IndexItem:
    texts, t = check.texts, around.t
    return IndexItem(
        Link(_say(around, texts.title), around.links.to("check", check.id.lower()), check.id),
        _say(around, texts.compares),
        tuple(_counts(around, _gathered(around, check))) or (Fact(t.py_checks_found, "0"),),
    )


def _counts(around: Surroundings, gathered: Gathered[Finding], page: str = "") -> Iterator[Fact]:
    """`page`: whose sections the counts lead to."""
    for outcome in _OUTCOMES:
        count = gathered.counts.get(outcome, 0)
        if count:
            url = f"{page}#{_anchor(outcome)}" if page else ""
            yield Fact(outcome_label(outcome, around.t), set_count(count), url=url)
    if gathered.left_out:
        yield Fact(around.t.py_checks_left_out, set_count(gathered.left_out))


def _anchor(outcome: str) -> str:
    return outcome.replace(" ", "-")


def _say(around: Surroundings, both: Both) -> str:
    return around.t.pick(both.zh, both.en)


def _page(around: Surroundings, check: Check) -> CheckPage:
    t, texts, gathered = around.t, check.texts, _gathered(around, check)
    compares = _say(around, texts.compares)
    frame = around.renderer.frame(
        _say(around, texts.title),
        t.format("py_check_description", rule=check.id, compares=compares),
        _address(check),
        crumbs=(Link(t.py_checks, around.links.to("checks")),),
        twins="csv",
    )
    parts = {"why": texts.why, "rule": texts.rule, "source": texts.source, "example": texts.example}
    was_read = int(texts.read) > 0
    return CheckPage(
        frame=frame,
        rule=check.id,
        compares=compares,
        facts=tuple(_counts(around, gathered, frame.url)) or (Fact(t.py_checks_found, "0"),),
        parts=tuple(
            (getattr(t, f"py_check_{name}"), _say(around, both)) for name, both in parts.items() if both
        ),
        precision=t.format("py_check_precision", read=texts.read, right=texts.right)
        if was_read
        else t.py_check_unread,
        left_out=t.format("py_check_left_out", count=gathered.left_out) if gathered.left_out else "",
        sections=tuple(
            _section(around, gathered, outcome)
            for outcome in (*_OUTCOMES, _WITHDRAWN)
            if gathered.counts.get(outcome)
        ),
    )


def _section(around: Surroundings, gathered: Gathered[Finding], outcome: str) -> OutcomeSection:
    t, findings, count = around.t, gathered.first[outcome], gathered.counts[outcome]
    more = t.format("py_list_more", shown=set_count(len(findings)), all=set_count(count))
    return OutcomeSection(
        outcome=outcome,
        anchor=_anchor(outcome),
        label=outcome_label(outcome, t),
        count=set_count(count),
        more=more if count > len(findings) else "",
        findings=tuple(_finding(around, finding) for finding in findings),
    )


def _finding(around: Surroundings, finding: Finding) -> ListedFinding:
    t, links = around.t, around.links
    place = around.place(finding.disclosure_id)
    return ListedFinding(
        anchor=finding.id,
        project=around.project_row(finding.disclosure_id, finding.project_id, finding.row),
        place=place.link,
        year=place.year,
        finding=finding_view(finding, links, t),
    )
