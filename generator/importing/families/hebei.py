"""The Hebei form: a head with budget and spending plan, and six columns with 绩效指标描述 and 指标值确定依据."""

from collections.abc import Sequence

from generator.importing.blocks import Block
from generator.importing.numbering import parse_numbered
from generator.importing.table_labels import column_of
from generator.importing.table_regions import Table, find_tables
from generator.importing.target_tables import TargetTables, read_target_tables

NAME = "hebei"
_OWN_COLUMNS = ("绩效指标描述", "指标值确定依据")
_OWN_LABELS = ("资金支出计划", "预算规模及资金用途")


def accepts(blocks: Sequence[Block]) -> bool:
    return any(_is_hebei(table) for table in find_tables(blocks))


def _is_hebei(table: Table) -> bool:
    head = [cell.key for row in table.head_rows for cell in row.printed]
    columns = [cell.key for cell in table.columns.printed]
    if any(key in _OWN_COLUMNS for key in columns) or any(key.startswith(_OWN_LABELS) for key in head):
        return True
    # Without its own words: a numbered table under its title, with no column of another form.
    return (
        table.title is not None
        and parse_numbered(table.title.text) is not None
        and all(map(column_of, columns))
        and not any(column_of(key) in ("weight", "operator", "unit", "direction") for key in columns)
    )


def read(blocks: Sequence[Block]) -> TargetTables:
    return read_target_tables(blocks)
