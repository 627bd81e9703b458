"""What part of one disclosure's printed budgets each project, programme and theme is, and when it is planned."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

from generator.analyse.disclosure import DisclosureFacts, ProjectFacts

_HUNDREDTH = Decimal("0.01")
_WIDE = Context(prec=60)


@dataclass(frozen=True, slots=True)
class Part:
    """Of the sum of all printed budgets."""

    id: str
    """Of the programme or theme; `""` for projects that have none."""
    projects: int
    wan: Decimal


@dataclass(frozen=True, slots=True)
class YearPlan:
    """The plans of one disclosure added up."""

    projects: int
    """Those with a budget and a share at each of the four dates; only they are added."""
    total_wan: Decimal
    points_wan: tuple[Decimal, ...]
    """Cumulative at the end of March, June, October and December."""


def share_of(part: Decimal, whole: Decimal) -> Decimal | None:
    """In per cent, to two decimals; None of nothing."""
    return (part * 100 / whole).quantize(_HUNDREDTH, ROUND_HALF_UP, _WIDE) if whole else None


def with_budget(facts: DisclosureFacts) -> list[tuple[ProjectFacts, Decimal]]:
    return [(project, project.budget_wan) for project in facts.projects if project.budget_wan is not None]


def programme_parts(facts: DisclosureFacts) -> list[Part]:
    """A project has one programme or none, so these add up to the whole."""
    return _parts(facts, lambda project: (project.programme or "",))


def theme_parts(facts: DisclosureFacts) -> list[Part]:
    """A project can have several themes, so these add up to more than the whole."""
    return _parts(facts, lambda project: project.themes or ("",))


def _parts(facts: DisclosureFacts, keys: Callable[[ProjectFacts], Iterable[str]]) -> list[Part]:
    """The largest first; what belongs to none comes last."""
    amounts: dict[str, list[Decimal]] = {}
    for project, amount in with_budget(facts):
        for key in keys(project):
            amounts.setdefault(key, []).append(amount)
    parts = [Part(key, len(found), sum(found, Decimal(0))) for key, found in amounts.items()]
    return sorted(parts, key=lambda part: (not part.id, -part.wan))


def plan_of_year(facts: DisclosureFacts) -> YearPlan | None:
    """None where no project can be added."""
    planned = [
        (amount, shares)
        for project, amount in with_budget(facts)
        if (shares := _complete(project.plan_shares)) is not None
    ]
    if not planned:
        return None
    points = (sum((amount * share[date] / 100 for amount, share in planned), Decimal(0)) for date in range(4))
    return YearPlan(len(planned), sum((amount for amount, _ in planned), Decimal(0)), tuple(points))


def _complete(shares: Sequence[Decimal | None]) -> tuple[Decimal, ...] | None:
    complete = tuple(share for share in shares if share is not None)
    return complete if len(complete) == len(shares) else None
