"""All checks, in the order of their ids within each subject."""

from collections.abc import Mapping

from generator.checks import consistency, money, narrative_totals, payouts, procurement
from generator.checks.check import Check

CHECKS: tuple[Check, ...] = (
    *money.CHECKS,
    *payouts.CHECKS,
    *procurement.CHECKS,
    *narrative_totals.CHECKS,
    *consistency.CHECKS,
)

CHECKS_BY_ID: Mapping[str, Check] = {check.id: check for check in CHECKS}
