"""Tables of a department's whole disclosure: institutions, government procurement, fixed assets."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.importing.accounting import Fate, Use, use_of
from generator.importing.blocks import Block, Cell, Paragraph, Row
from generator.importing.import_problems import ImportProblem
from generator.importing.numbering import without_number
from generator.model.disclosure import Asset, Institution, ProcurementRow, ProcurementTotal

_INSTITUTION_COLUMNS = {
    "name": re.compile(r"(?:单位|机构)名称"),
    "nature": re.compile(r"(?:单位|机构)性质"),
    "rank": re.compile(r"(?:单位|机构)(?:规格|级别)"),
    "funding": re.compile(r"经费(?:保障)?(?:形式|来源)"),
}
_ASSET_COLUMNS = {
    "item": re.compile(r"项目|资产(?:名称|类别|项目)"),
    "quantity": re.compile(r"数量.*"),
    "amount": re.compile(r"(?:价值|金额|原值|账面价值).*"),
}
_MONEY_UNIT = re.compile(r"万元|元")
_CATALOGUE_CODE = re.compile(r"[ABC]\d{2,12}")
_PROCUREMENT_HEAD = re.compile(r"单价|计量单位|采购(?:目录|物品|金额|项目).*|品目.*|数量")
_TOTAL = re.compile(r".*(?:合计|小计|总计)")
_AMOUNT = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
_ASSETS_DATE = re.compile(r"(?:截止|截至)(?:时间|日期)[：:](.+)")
_OF_WHICH = re.compile(r"其中[：:]")


@dataclass(frozen=True, slots=True)
class DepartmentTables:
    institutions: tuple[Institution, ...]
    procurement: tuple[ProcurementRow, ...]
    procurement_totals: tuple[ProcurementTotal, ...]
    assets: tuple[Asset, ...]
    assets_date: str | None
    """As printed beside the table of assets."""
    uses: tuple[Use, ...]
    problems: tuple[ImportProblem, ...]


def read_department_tables(blocks: Sequence[Block]) -> DepartmentTables:
    """Every row of these tables; rows that fit none of them are left for the report."""
    uses: list[Use] = []
    problems: list[ImportProblem] = []
    institutions = tuple(_institutions(blocks, uses))
    assets = tuple(_assets(blocks, uses))
    procurement = tuple(_procurement(blocks, uses, problems))
    totals = tuple(_procurement_totals(blocks, uses)) if procurement else ()
    date = _assets_date(blocks, uses) if assets else None
    return DepartmentTables(institutions, procurement, totals, assets, date, tuple(uses), tuple(problems))


# Tables with a head


def _below_head(
    blocks: Sequence[Block], columns: Mapping[str, re.Pattern[str]], needed: set[str], uses: list[Use]
) -> Iterator[tuple[Row, Mapping[str, Cell], Row]]:
    """Each row below a head with the needed columns: the row, its cells by field, and the head."""
    head: Row | None = None
    places: dict[str, int] = {}
    for block in blocks:
        if not isinstance(block, Row):
            head = None
            continue
        found = _columns_of(block, columns)
        if needed <= found.keys():
            head, places = block, found
            uses.append(use_of(block, Fate.LABEL))
        elif head and block.printed and len(block.cells) <= len(head.cells):
            cells = {name: block.cells[place] for name, place in places.items() if place < len(block.cells)}
            yield block, cells, head


def _columns_of(row: Row, columns: Mapping[str, re.Pattern[str]]) -> dict[str, int]:
    return {
        name: place
        for place, cell in enumerate(row.cells)
        for name, words in columns.items()
        if words.fullmatch(cell.key)
    }


def _institutions(blocks: Sequence[Block], uses: list[Use]) -> Iterator[Institution]:
    for row, cells, _ in _below_head(blocks, _INSTITUTION_COLUMNS, {"name", "nature"}, uses):
        uses.extend(use_of(cell, Fate.CARRIED, "institutions") for cell in cells.values())
        yield Institution(
            **{name: cell.clean for name, cell in cells.items()}, line=str(row.printed[0].printed_line)
        )


def _assets(blocks: Sequence[Block], uses: list[Use]) -> Iterator[Asset]:
    whole = ""
    for row, cells, head in _below_head(blocks, _ASSET_COLUMNS, set(_ASSET_COLUMNS), uses):
        uses.extend(use_of(cell, Fate.CARRIED, "assets") for cell in cells.values())
        printed = cells["item"].clean
        of_which = _OF_WHICH.match(printed)
        item = without_number(printed[of_which.end() :] if of_which else printed)
        yield Asset(
            item=item,
            quantity=_text(cells, "quantity"),
            amount=_text(cells, "amount"),
            unit=_unit_of(head),
            part_of=whole if of_which else None,
            line=str(row.printed[0].printed_line),
        )
        whole = whole if of_which else item


def _assets_date(blocks: Sequence[Block], uses: list[Use]) -> str | None:
    for block in blocks:
        found = _ASSETS_DATE.fullmatch(block.clean) if isinstance(block, Paragraph) else None
        if found:
            uses.append(use_of(block, Fate.CARRIED, "assets_date"))
            return found[1]
    return None


def _text(cells: Mapping[str, Cell], name: str) -> str | None:
    return cells[name].clean if name in cells else None


def _unit_of(head: Row) -> str | None:
    found = next((_MONEY_UNIT.search(cell.key) for cell in head.cells if "元" in cell.key), None)
    return found[0] if found else None


# Procurement: its head may be lost at a page break, so a row is known by its catalogue code


def _procurement(
    blocks: Sequence[Block], uses: list[Use], problems: list[ImportProblem]
) -> Iterator[ProcurementRow]:
    for row in _rows(blocks):
        place = _code_place(row)
        if place is None:
            if len(row.printed) > 2 and all(
                _PROCUREMENT_HEAD.fullmatch(cell.key) for cell in row.printed[1:]
            ):
                uses.append(use_of(row, Fate.LABEL))
            continue
        cells = [cell.clean for cell in row.cells]
        cells += [""] * (place + 6 - len(cells))
        uses.append(use_of(row, Fate.CARRIED, "procurement"))
        problems.extend(
            ImportProblem("import-cell-unknown", cell.line, {"read": cell.clean})
            for cell in row.cells[place + 6 :]
            if cell.key
        )
        yield ProcurementRow(
            project=cells[place - 3],
            project_budget=cells[place - 2],
            item=cells[place - 1],
            catalogue_code=cells[place],
            unit=cells[place + 1],
            quantity=cells[place + 2],
            price=cells[place + 3],
            amount=cells[place + 4],
            fiscal=cells[place + 5],
            line=str(row.printed[0].printed_line),
        )


def _rows(blocks: Sequence[Block]) -> Iterator[Row]:
    return (block for block in blocks if isinstance(block, Row))


def _code_place(row: Row) -> int | None:
    """The place of the catalogue code, with project, its budget and the item before it."""
    places = (place for place, cell in enumerate(row.cells) if _CATALOGUE_CODE.fullmatch(cell.key))
    return next((place for place in places if place > 2 and len(row.cells) > place + 4), None)


def _procurement_totals(blocks: Sequence[Block], uses: list[Use]) -> Iterator[ProcurementTotal]:
    width = max(len(row.cells) for row in _rows(blocks) if _code_place(row) is not None)
    for row in _rows(blocks):
        amounts = [cell.clean for cell in row.printed[1:]]
        is_total = bool(row.printed) and _TOTAL.fullmatch(row.printed[0].key) is not None
        if is_total and len(row.cells) == width and amounts and all(map(_AMOUNT.fullmatch, amounts)):
            uses.append(use_of(row, Fate.CARRIED, "procurement_totals"))
            yield ProcurementTotal(
                item=row.printed[0].clean,
                amount=amounts[0],
                fiscal=amounts[1] if len(amounts) > 1 else None,
                line=str(row.printed[0].printed_line),
            )
