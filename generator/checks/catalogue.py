"""All checks, in the order of their ids within each subject."""

from collections.abc import Mapping

from generator.checks import (
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
    structure,
)
from generator.checks.check import Check

CHECKS: tuple[Check, ...] = (
    *structure.CHECKS,
    *codes.CHECKS,
    *money.CHECKS,
    *payouts.CHECKS,
    *procurement.CHECKS,
    *narrative_totals.CHECKS,
    *deadlines.CHECKS,
    *indicators.CHECKS,
    *consistency.CHECKS,
    *repetition.CHECKS,
    *groups.CHECKS,
    *extraction.CHECKS,
)

CHECKS_BY_ID: Mapping[str, Check] = {check.id: check for check in CHECKS}
