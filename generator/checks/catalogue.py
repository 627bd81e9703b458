"""All checks, in the order of their ids within each subject."""

from collections.abc import Mapping
from operator import attrgetter

from generator.checks import (
    arithmetic,
    codes,
    consistency,
    deadlines,
    extraction,
    groups,
    indicators,
    money,
    narrative_totals,
    payouts,
    procurement,
    repetition,
    restated_totals,
    structure,
    unit_costs,
)
from generator.checks.check import Check

_ARITHMETIC = sorted(
    (
        *arithmetic.CHECKS,
        *restated_totals.CHECKS,
        *unit_costs.CHECKS,
        *procurement.CHECKS,
        *narrative_totals.CHECKS,
    ),
    key=attrgetter("id"),
)

CHECKS: tuple[Check, ...] = (
    *structure.CHECKS,
    *codes.CHECKS,
    *money.CHECKS,
    *payouts.CHECKS,
    *_ARITHMETIC,
    *deadlines.CHECKS,
    *indicators.CHECKS,
    *consistency.CHECKS,
    *repetition.CHECKS,
    *groups.CHECKS,
    *extraction.CHECKS,
)

CHECKS_BY_ID: Mapping[str, Check] = {check.id: check for check in CHECKS}
