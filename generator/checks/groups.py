"""Groups of so few persons that they could be known (domain.md §3, P01; §9). Never published."""

from generator.analyse.summary import is_small_group
from generator.checks.check import Check
from generator.checks.finding import Severity
from generator.checks.row_notes import notes_on_rows

CHECKS = (Check("P01", Severity.INTERNAL, notes_on_rows(is_small_group, "description")),)
