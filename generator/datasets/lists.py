"""The tables of what a disclosure lists beside its projects: sub-targets, amounts, purchases, assets."""

from collections.abc import Callable, Sequence

from generator.datasets.columns import DataTable, integer, printed
from generator.datasets.subjects import (
    COUNTY_CODE,
    DISCLOSURE_ID,
    SOURCE_FILE,
    TOWNSHIP,
    TOWNSHIP_ID,
    YEAR,
    Row,
    disclosure_page,
    of_entry,
    source_line,
    url,
)
from generator.model.disclosure import Asset, BudgetLine, Disclosure, ProcurementRow, SubTarget
from generator.model.fields import RecordClass, fields_of


def _entry_rows(list_name: str) -> Callable[[Row], Sequence[Row]]:
    def rows(start: Row) -> Sequence[Row]:
        entries = getattr(start.facts.printed, list_name)
        return [
            Row(start.facts, start.base_url, entry=entry, number=number)
            for number, entry in enumerate(entries, 1)
        ]

    return rows


def _list_table(name: str, record: RecordClass, about_zh: str, about_en: str) -> DataTable[Row]:
    """A table of one of the lists of a disclosure: which one it is, all its fields, where it stands."""
    declaration = fields_of(Disclosure)[name]
    return DataTable(
        name,
        declaration.zh,
        declaration.en,
        about_zh,
        about_en,
        _entry_rows(name),
        (
            DISCLOSURE_ID,
            TOWNSHIP_ID,
            TOWNSHIP,
            COUNTY_CODE,
            YEAR,
            integer("row", "行", "row", lambda row: row.number, ("在文件中的次序", "order in the document")),
            *(printed(record, field, of_entry) for field in fields_of(record) if field != "line"),
            SOURCE_FILE,
            source_line(of_entry),
            url(disclosure_page),
        ),
    )


SUB_TARGETS = _list_table("sub_targets", SubTarget, "每项分项绩效目标一行", "one row per sub-target")

BUDGET_LINES = _list_table(
    "budget_lines", BudgetLine, "说明文字中的每个金额一行", "one row per amount of the department's totals"
)

PROCUREMENT = _list_table("procurement", ProcurementRow, "每个采购行一行", "one row per procurement row")

ASSETS = _list_table("assets", Asset, "每项资产一行", "one row per asset")
