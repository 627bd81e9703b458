"""All checks, in the order of their ids within each subject."""

from collections.abc import Mapping

from generator.checks import consistency, money, payouts
from generator.checks.check import Check

CHECKS: tuple[Check, ...] = (*money.CHECKS, *payouts.CHECKS, *consistency.CHECKS)

CHECKS_BY_ID: Mapping[str, Check] = {check.id: check for check in CHECKS}
