"""Whom the whole budget of a project is for, where its table prints one count and no other (domain.md §3, A05)."""

import re
from decimal import Decimal

from generator.analyse.disclosure import ProjectFacts
from generator.analyse.factors import (
    HOUSEHOLDS,
    PERSONS,
    RECURRING,
    VILLAGES,
    Count,
    Table,
    words_of,
)
from generator.readings import Kind
from generator.textual import squeeze

_SMALL_GROUP = 5
"""Fewer people than this are not reckoned per head (domain.md §9)."""
_STAFF = re.compile("办公|机关|在编|在职|编制|执法人|工作人员")
"""They work with the money; it is not paid for each of them."""
_OTHER_GROUP = re.compile("离任|离职|退休|遗属|退役")
"""Where title or use names such a group and the count does not, the count is not of all."""
_WHOLE_YUAN_FROM = Decimal(100)


def population_of(project: ProjectFacts, table: Table) -> Count | None:
    """The only count of the table, where it is of those whom the whole budget is for."""
    quantities = [
        row
        for row in project.indicators
        if row.level2_id == "output.quantity" and row.reading.kind is Kind.QUANTITY
    ]
    if len(quantities) != 1 or len(table.counts) != 1:
        return None
    count = table.counts[0]
    if count.base not in RECURRING or count.op != "=":
        return None
    if count.base != VILLAGES and count.value < _SMALL_GROUP:
        return None
    words = words_of(count.row)
    if count.base in {PERSONS, HOUSEHOLDS} and _STAFF.search(words):
        return None
    named = set(_OTHER_GROUP.findall(squeeze(project.printed.name + (project.printed.purpose or ""))))
    return count if named <= set(_OTHER_GROUP.findall(words)) or _is_named_alone(project, named) else None


def share_of_each(yuan: Decimal, number: Decimal) -> tuple[Decimal, bool]:
    """The amount for each, in whole 元 from 100 on, and whether that is exact."""
    each = yuan / number
    rounded = each.quantize(Decimal(1) if each >= _WHOLE_YUAN_FROM else Decimal("0.01"))
    return rounded, rounded == each


def _is_named_alone(project: ProjectFacts, named: set[str]) -> bool:
    """`离任补贴`: the title is of that group and of no other, so the count is of it as well."""
    title = squeeze(project.printed.name)
    return all(group in title for group in named) and not re.search("[、及和与]", title)
