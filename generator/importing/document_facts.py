"""What a document says about itself: its title, year, publisher and money unit."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.importing.accounting import Fate, Use, use_of
from generator.importing.blocks import Block, Paragraph, Row
from generator.importing.decisions import Confidence, Decision
from generator.importing.import_problems import ImportProblem
from generator.importing.numbering import parse_numbered
from generator.importing.outline import parse_heading
from generator.importing.table_labels import parse_publisher
from generator.importing.target_tables import TargetTables
from generator.model.disclosure import Project, Publisher
from generator.textual import squeeze

_CODE_YEAR = re.compile(r"\d{6}(?P<year>\d\d)\w+")


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    title: str | None
    title_line: str | None
    year_basis: str
    year_note: str | None
    publisher: Publisher | None
    money_unit: str
    money_unit_basis: str | None
    uses: tuple[Use, ...]
    problems: tuple[ImportProblem, ...]
    decisions: tuple[Decision, ...]


def read_facts(blocks: Sequence[Block], tables: TargetTables, year: str) -> DocumentFacts:
    uses: list[Use] = []
    title = _title(blocks)
    if title:
        uses.append(use_of(title, Fate.CARRIED, "title"))
    publisher, publisher_uses = _publisher(blocks, tables)
    basis, note = _year_basis(blocks, tables.projects, year)
    unit, unit_basis = _money_unit(blocks, tables)
    problems = list(_questions(year, basis, note, unit if unit_basis else "", publisher))
    plans = tables.plans_in_wan_under_percent
    if plans:
        values = {"count": str(plans), "unit": unit, "written": "yuan" if unit == "元" else "wan"}
        problems.append(ImportProblem("import-plan-heading", 0, values))
    return DocumentFacts(
        title=title.clean if title else None,
        title_line=str(title.cell.printed_line) if title else None,
        year_basis=basis,
        year_note=note,
        publisher=publisher,
        money_unit=unit,
        money_unit_basis=unit_basis,
        uses=(*uses, *publisher_uses),
        problems=tuple(problems),
        decisions=(_year_decision(year, basis, note), _unit_decision(unit, unit_basis)),
    )


def _year_decision(year: str, basis: str, note: str | None) -> Decision:
    sureness = {"printed": Confidence.SURE, "codes": Confidence.LIKELY}.get(basis, Confidence.GUESS)
    return Decision("year", sureness, note or f"文中印有{year}年", f"the basis of the year {year} is {basis}")


def _unit_decision(unit: str, basis: str | None) -> Decision:
    if basis:
        return Decision(
            "money_unit", Confidence.LIKELY, f"没有印，推定为{unit}", f"not printed; {unit} inferred"
        )
    return Decision("money_unit", Confidence.SURE, f"印作{unit}", f"printed as {unit}")


def _title(blocks: Sequence[Block]) -> Paragraph | None:
    """The first line that reads like a title; `第一部分` alone names no document."""
    for block in blocks:
        if not isinstance(block, Paragraph):
            return None
        numbered = parse_numbered(block.text)
        if numbered and (numbered.style != "part" or numbered.text):
            return None
        if not numbered:
            return block if parse_heading(block) or _is_long_title(block) else None
    return None


def _is_long_title(paragraph: Paragraph) -> bool:
    return len(paragraph.key) <= 60 and re.search(r"[，。；：]", paragraph.key) is None


def _publisher(blocks: Sequence[Block], tables: TargetTables) -> tuple[Publisher | None, list[Use]]:
    if tables.publisher:
        code, name = tables.publisher
        return Publisher(code=code, name=name, line=_line_with(blocks, code, name)), []
    for block in blocks:
        found = parse_publisher(block.key) if isinstance(block, Paragraph) else None
        if found:
            publisher = Publisher(code=found[0], name=found[1], line=str(block.line))
            return publisher, [use_of(block, Fate.CARRIED, "publisher")]
    return None, []


def _line_with(blocks: Sequence[Block], *texts: str) -> str | None:
    """The first line that holds all of these; a cell may run over several lines."""
    keys = [squeeze(text) for text in texts]
    cells = (cell for block in blocks for cell in (block.cells if isinstance(block, Row) else (block.cell,)))
    lines = (
        (cell.line + number, squeeze(line))
        for cell in cells
        for number, line in enumerate(cell.text.split("\n"))
    )
    return next((str(line) for line, text in lines if all(key in text for key in keys)), None)


def _year_basis(blocks: Sequence[Block], projects: Sequence[Project], year: str) -> tuple[str, str | None]:
    if any(f"{year}年" in text for text in _texts(blocks)):
        return "printed", None
    codes = [found for project in projects if (found := _CODE_YEAR.fullmatch(project.code or ""))]
    counted = Counter(found["year"] for found in codes)
    agreeing = counted[year[2:]]
    if agreeing * 2 > len(codes):
        return (
            "codes",
            f"文件没有印{year}年；{len(codes)}个项目编码中有{agreeing}个的第7、8位是{year[2:]}。",
        )
    return "editor", f"文件没有印{year}年，项目编码也推不出。"


def _texts(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.key
        else:
            yield from (cell.key for cell in block.cells)


def _money_unit(blocks: Sequence[Block], tables: TargetTables) -> tuple[str, str | None]:
    """The unit beside the tables; else the one that the document's sums are printed in; else 万元, inferred."""
    if tables.money_unit:
        return tables.money_unit, None
    if any("万元" in text for text in _sums_and_heads(blocks)):
        return "万元", None
    return "万元", "inferred"


def _sums_and_heads(blocks: Sequence[Block]) -> Iterator[str]:
    """Not the other cells: a target of 3万元/村 says nothing of the unit of the budget."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.key
        else:
            yield from (cell.key for cell in block.cells if not any(map(str.isdigit, cell.key)))


def _questions(
    year: str, basis: str, note: str | None, inferred_unit: str, publisher: Publisher | None
) -> Iterator[ImportProblem]:
    if basis != "printed":
        yield ImportProblem(
            "import-year", 0, {"year": year, "basis": basis, "note": (note or "").rstrip("。")}
        )
    if inferred_unit:
        reason = "这类表通用万元"
        yield ImportProblem("import-money-unit", 0, {"unit": inferred_unit, "reason": reason})
    if publisher is None:
        yield ImportProblem("import-publisher", 0)
