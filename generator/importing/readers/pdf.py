"""PDF documents: text put back into paragraphs, tables into rows, page numbers and running heads aside."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import pairwise
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException

from generator.importing.blocks import Document, Place
from generator.importing.import_problems import ImportProblem
from generator.importing.numbering import parse_numbered
from generator.importing.readers.layout import Layout
from generator.importing.readers.pdf_joining import goes_on, join
from generator.importing.readers.pdf_tables import (
    SAME_EDGE,
    Box,
    PageTable,
    ends_of_rules,
    ruled_table,
    with_unruled_tables,
)
from generator.importing.readers.pdf_text import TextLine, lines_of, paragraph_text
from generator.importing.readers.refusal import Refused, check_limit
from generator.textual import squeeze

_MOST_PAGES = 500
_PAGE_NUMBER = re.compile(r"[-—–－·•.]*\d{1,4}[-—–－·•.]*|第?\d{1,4}页?[,，/／]?共?\d{1,4}页?|第\d{1,4}页")
_MOST_MARGIN_LINES = 2
"""At the top and the foot of a page, looked at for running heads."""
_NUMBER = "#"
_FEW_ITEMS = 4
_LEAST_RIGHT = 0.7
"""Of the width of a page: a line that ends before it does not fill the page."""
_Item = TextLine | PageTable


@dataclass(slots=True)
class _PageContent:
    number: int
    width: float
    items: list[_Item]
    margin: list[TextLine] = field(default_factory=list)
    """Page numbers and running heads, taken out of the items."""


def read_pdf(data: bytes, _name: str = "") -> Document:
    try:
        with pdfplumber.open(BytesIO(data)) as pdf:
            check_limit("页数 pages", len(pdf.pages), _MOST_PAGES)
            pages, without_text = _read_pages(pdf)
    except PdfminerException as error:
        if error.args and isinstance(error.args[0], PDFPasswordIncorrect):
            raise Refused("import-encrypted") from error
        raise
    if not any(page.items for page in pages):
        raise Refused("import-scan", count=str(len(pages)))
    _take_margins(pages)
    layout = Layout()
    if without_text:
        numbers = "、".join(map(str, without_text))
        layout.problems.append(ImportProblem("import-scan-pages", 0, {"pages": numbers}))
    _lay_out(pages, layout)
    return layout.document()


def _read_pages(pdf: pdfplumber.pdf.PDF) -> tuple[list[_PageContent], list[int]]:
    """The pages, and the numbers of those that hold images alone."""
    pages: list[_PageContent] = []
    without_text: list[int] = []
    for page in pdf.pages:
        turned = _upright(pdf, page)
        content = _PageContent(page.page_number, float(turned.width), _items(turned))
        if not content.items and page.images:
            without_text.append(page.page_number)
        pages.append(content)
        page.close()
    return pages, without_text


def _upright(pdf: pdfplumber.pdf.PDF, page: Page) -> Page:
    """A page whose text runs up, down or upside down, turned as a reader would turn it."""
    turns = Counter(_turn_of(each["matrix"]) for each in page.chars)
    turn = max(turns, key=lambda each: turns[each], default=0)
    if not turn:
        return page
    source = page.page_obj
    source.rotate = (source.rotate + turn) % 360
    source.attrs = {**source.attrs, "Rotate": source.rotate}
    return Page(pdf, source, page_number=page.page_number, initial_doctop=page.initial_doctop)


def _turn_of(matrix: Sequence[float]) -> int:
    """Degrees clockwise that set a character of this matrix upright."""
    along, up = matrix[0], matrix[1]
    if abs(up) > abs(along):
        return 90 if up > 0 else 270
    return 180 if along < 0 else 0


def _items(page: Page) -> list[_Item]:
    """Lines and tables from top to bottom."""
    left, top, right, bottom = page.bbox
    paper = Box(left, top, right, bottom)
    characters: list[Mapping[str, Any]] = [each for each in page.chars if paper.holds(each)]
    tables: list[PageTable] = []
    edges = page.edges if characters else []
    for found in page.find_tables({"explicit_horizontal_lines": ends_of_rules(edges)}) if edges else ():
        boxes = [Box(*cell) for cell in found.cells]
        if len(boxes) > 1:
            table, characters = ruled_table(page.page_number, boxes, characters, edges)
            tables.append(table)
    items: list[_Item] = []
    for run in _between(lines_of(characters), tables):
        items.extend(with_unruled_tables(page.page_number, run))
    return sorted([*items, *tables], key=lambda item: item.top)


def _between(lines: Sequence[TextLine], tables: Sequence[PageTable]) -> Iterator[list[TextLine]]:
    """The lines above, between and below the ruled tables."""
    tops = sorted(table.top for table in tables)
    for above, below in zip([float("-inf"), *tops], [*tops, float("inf")], strict=True):
        yield [line for line in lines if above <= line.top < below]


# Page numbers and running heads


def _take_margins(pages: Sequence[_PageContent]) -> None:
    """A line that comes again at the edge of most pages stays once: it may be the unit of the tables."""
    counted = Counter(shape for page in pages for shape in {_shape(line) for line in _margin_lines(page)})
    running = {shape for shape, count in counted.items() if count >= max(2, len(pages) / 2)}
    known: set[tuple[str, ...]] = set()
    for page in pages:
        for line in _margin_lines(page):
            shape = _shape(line)
            if shape in known or set(shape) == {_NUMBER}:
                page.margin.append(line)
            elif shape in running:
                known.add(shape)
        page.items = [item for item in page.items if not any(item is line for line in page.margin)]


def _margin_lines(page: _PageContent) -> list[TextLine]:
    edges = [*page.items[:_MOST_MARGIN_LINES], *page.items[_MOST_MARGIN_LINES:][-_MOST_MARGIN_LINES:]]
    return [item for item in edges if isinstance(item, TextLine)]


def _shape(line: TextLine) -> tuple[str, ...]:
    """Its words, with one sign for a page number that stands beside them."""
    keys = (squeeze(segment) for segment in line.segments)
    return tuple(_NUMBER if _PAGE_NUMBER.fullmatch(key) else key for key in keys)


# Paragraphs and tables


def _lay_out(pages: Sequence[_PageContent], layout: Layout) -> None:
    """A paragraph or table at the foot of a page may go on at the top of the next."""
    sides = _sides(pages)
    pending: list[_PageContent] = []
    flow: list[_Item] = []
    first_page = last_page = 0
    for page in pages:
        for item in page.items:
            if not (
                flow and _belongs(flow[-1], item, sides[page.width], is_next_page=last_page < page.number)
            ):
                _end(flow, first_page, layout)
                _add_margins(pending, layout)
                flow, pending, first_page = [], [], page.number
            flow.append(item)
            last_page = page.number
        pending.append(page)
    _end(flow, first_page, layout)
    _add_margins(pending, layout)


def _sides(pages: Sequence[_PageContent]) -> Mapping[float, tuple[float, float]]:
    """Left and right of the text on pages of each width, where two lines at least begin or end.

    The first and last line of a page may stand in its margin, and short lines alone do not make one.
    """
    lines: dict[float, list[TextLine]] = {}
    for page in pages:
        inner = page.items[1:-1] if len(page.items) > _FEW_ITEMS else page.items
        lines.setdefault(page.width, []).extend(item for item in inner if isinstance(item, TextLine))
    return {
        width: (
            _shared(sorted(line.left for line in found), 0.0),
            max(-_shared(sorted(-line.right for line in found), 0.0), _LEAST_RIGHT * width),
        )
        for width, found in lines.items()
    }


def _shared(edges: Sequence[float], otherwise: float) -> float:
    """The first that has another one close by."""
    return next((edge for edge, after in pairwise(edges) if after - edge < SAME_EDGE), otherwise)


def _belongs(above: _Item, item: _Item, sides: tuple[float, float], *, is_next_page: bool) -> bool:
    if isinstance(above, PageTable) and isinstance(item, PageTable):
        return is_next_page and goes_on(above, item)
    if isinstance(above, TextLine) and isinstance(item, TextLine):
        return _runs_on(above, item, sides) and (is_next_page or item.top - above.bottom <= above.height)
    return False


def _runs_on(above: TextLine, line: TextLine, sides: tuple[float, float]) -> bool:
    """Whether a line that fills its width has the next for its rest: at the margin, as large, without a number."""
    left, right = sides
    return (
        len(above.segments) == len(line.segments) == 1
        and above.right >= right - 1.5 * above.height
        and line.left <= left + 0.5 * line.height
        and abs(above.height - line.height) <= 0.2 * above.height
        and parse_numbered(line.text) is None
    )


def _end(flow: Sequence[_Item], page: int, layout: Layout) -> None:
    tables = [item for item in flow if isinstance(item, PageTable)]
    if tables:
        joined = join(tables)
        layout.add_table(joined.cells, pages=joined.pages, repeated=joined.repeated)
    else:
        layout.add_text(paragraph_text([item for item in flow if isinstance(item, TextLine)]), Place(page))


def _add_margins(pages: Sequence[_PageContent], layout: Layout) -> None:
    for page in pages:
        for line in page.margin:
            layout.add_residue(line.text, Place(page.number))
