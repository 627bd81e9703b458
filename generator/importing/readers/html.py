"""Web pages, saved pages (.mht) and the HTML that portals and office programs put in files of other names."""

import email
import email.policy
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString

from generator.importing.blocks import Document
from generator.importing.import_problems import ImportProblem
from generator.importing.readers.grid import GridCell
from generator.importing.readers.html_encoding import decode_page
from generator.importing.readers.layout import Layout
from generator.importing.readers.refusal import Refused, check_limit
from generator.importing.readers.sniffing import is_mht

_NOT_PRINTED = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "svg",
        "iframe",
        "object",
        "select",
        "input",
        "textarea",
    )
)
_FURNITURE = frozenset(("nav", "aside", "button", "footer"))
"""What a portal puts around a document."""
_INLINE = frozenset(
    (
        *(
            "a",
            "abbr",
            "acronym",
            "b",
            "bdo",
            "big",
            "cite",
            "code",
            "del",
            "em",
            "font",
            "i",
            "ins",
            "kbd",
            "label",
        ),
        *(
            "mark",
            "o:p",
            "q",
            "rt",
            "ruby",
            "s",
            "samp",
            "small",
            "span",
            "strike",
            "strong",
            "sub",
            "sup",
            "tt",
            "u",
        ),
        *("var", "wbr", "nobr", "st1:chsdate"),
    )
)
_ROW_GROUPS = frozenset(("thead", "tbody", "tfoot", "form", "center"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")
_DEEPEST = 200
"""libxml2 stops at 256 levels without a word."""
_MOST_SPAN = 1000


def read_html(data: bytes, _name: str = "") -> Document:
    text, lost = decode_page(_page_of(data) if is_mht(data) else data)
    page = _Page()
    page.read(_parsed(text))
    if lost:
        page.layout.problems.append(ImportProblem("import-characters-lost", 0, {"count": str(lost)}))
    return page.layout.document()


def _page_of(data: bytes) -> bytes:
    """The page in a saved web page: its first part that is HTML."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            charset = part.get_param("charset")
            if isinstance(payload, bytes):
                # The charset of the part counts more than what the page says of itself.
                declared = f"<!-- charset={charset} -->".encode() if isinstance(charset, str) else b""
                return declared + payload
    raise Refused("import-damaged", format="mht", read="text/html")


def _parsed(text: str) -> BeautifulSoup:
    with warnings.catch_warnings():
        # It guesses that XHTML may be meant as XML and short pages as file names.
        warnings.simplefilter("ignore")
        return BeautifulSoup(_XML_DECLARATION.sub("", text, count=1).replace("\x00", ""), "lxml")


@dataclass(slots=True)
class _Page:
    layout: Layout = field(default_factory=Layout)
    _words: list[str] = field(default_factory=list)
    """Of the paragraph that is being read."""
    _depth: int = 0
    _in_furniture: int = 0

    def read(self, element: Tag) -> None:
        """All that is in a block, and the paragraph it ends."""
        self._depth += 1
        check_limit("嵌套层数 nested elements", self._depth, _DEEPEST)
        for child in element.children:
            if isinstance(child, Tag):
                self._read_tag(child)
            elif _is_text(child):
                self._words.append(_collapsed(child))
        self._depth -= 1

    def _read_tag(self, tag: Tag) -> None:
        if tag.name in _NOT_PRINTED or _is_hidden(tag):
            return
        if tag.name == "br":
            self._words.append("\n")
        elif tag.name in _INLINE:
            self.read(tag)
        elif tag.name == "pre":
            self._end_paragraph()
            self._add(tag.get_text())
        else:
            self._read_block(tag)

    def _read_block(self, tag: Tag) -> None:
        self._end_paragraph()
        self._in_furniture += tag.name in _FURNITURE
        if tag.name == "table":
            self._read_table(tag)
        else:
            if tag.name == "li":
                self._words.append(_item_number(tag))
            self.read(tag)
            self._end_paragraph()
        self._in_furniture -= tag.name in _FURNITURE

    def _end_paragraph(self) -> None:
        text, self._words = "".join(self._words), []
        self._add("\n".join(_BLANKS.sub(" ", line) for line in text.split("\n")))

    def _add(self, text: str) -> None:
        if self._in_furniture:
            self.layout.add_residue(text)
        else:
            self.layout.add_text(text)

    # Tables

    def _read_table(self, table: Tag) -> None:
        """Rows that hold tables of their own are opened: portals lay whole pages out in tables."""
        cells: list[GridCell] = []
        covered: dict[int, int] = {}
        for number, row in enumerate(self._rows(table)):
            if any(cell.find("table") for cell in _cells(row)):
                self._add_table(cells)
                cells, covered = [], {}
                for cell in _cells(row):
                    self.read(cell)
                    self._end_paragraph()
            else:
                cells.extend(_grid_cells(row, number, covered))
        self._add_table(cells)

    def _add_table(self, cells: list[GridCell]) -> None:
        if not self._in_furniture:
            self.layout.add_table(cells)
        else:
            self.layout.add_residue("\n".join(cell.text or "" for cell in cells))

    def _rows(self, table: Tag) -> Iterator[Tag]:
        """Its own rows; what stands between them (a caption) is read on the way."""
        for child in list(table.children):
            if isinstance(child, Tag) and child.name == "tr":
                if not _is_hidden(child):
                    yield child
            elif isinstance(child, Tag) and child.name in _ROW_GROUPS:
                yield from self._rows(child)
            elif isinstance(child, Tag) and child.name not in ("col", "colgroup"):
                self._read_tag(child)
                self._end_paragraph()
            elif _is_text(child) and str(child).strip():
                self._words.append(_collapsed(child))
                self._end_paragraph()


def _is_text(node: object) -> bool:
    return isinstance(node, NavigableString) and not isinstance(node, PreformattedString)


def _collapsed(node: object) -> str:
    return _BLANKS.sub(" ", str(node))


def _is_hidden(tag: Tag) -> bool:
    style = tag.get("style")
    return tag.has_attr("hidden") or (isinstance(style, str) and _HIDDEN.search(style) is not None)


def _item_number(item: Tag) -> str:
    """What a browser prints before the entry of a numbered list."""
    above = item.parent
    if above is None or above.name != "ol" or above.get("type") not in (None, "1"):
        return ""
    before = sum(1 for each in item.find_previous_siblings("li"))
    return f"{_number(above, 'start', 1) + before}. "


def _number(tag: Tag, name: str, otherwise: int) -> int:
    found = re.match(r"\s*(\d{1,6})", str(tag.get(name) or ""))
    return int(found[1]) if found else otherwise


def _cells(row: Tag) -> Iterator[Tag]:
    return (
        each
        for each in row.children
        if isinstance(each, Tag) and each.name in ("td", "th") and not _is_hidden(each)
    )


def _grid_cells(row: Tag, number: int, covered: dict[int, int]) -> Iterator[GridCell]:
    """`covered` has for each column the row below the cell that is merged down over it."""
    column = 0
    for cell in _cells(row):
        while covered.get(column, 0) > number:
            column += 1
        columns = min(max(1, _number(cell, "colspan", 1)), _MOST_SPAN)
        rows = min(_number(cell, "rowspan", 1) or _MOST_SPAN, _MOST_SPAN)
        yield GridCell(_cell_text(cell), number, column, rows, columns)
        covered.update(dict.fromkeys(range(column, column + columns), number + rows))
        column += columns


def _cell_text(cell: Tag) -> str:
    pieces: list[str] = []
    _gather(cell, pieces, 0)
    lines = "".join(pieces).split("\n")
    return "\n".join(stripped for line in lines if (stripped := _BLANKS.sub(" ", line).strip()))


def _gather(element: Tag, pieces: list[str], depth: int) -> None:
    check_limit("嵌套层数 nested elements", depth, _DEEPEST)
    for child in element.children:
        if not isinstance(child, Tag):
            pieces.append(_collapsed(child) if _is_text(child) else "")
        elif child.name == "br":
            pieces.append("\n")
        elif child.name == "pre":
            pieces.append(f"\n{child.get_text()}\n")
        elif child.name not in _NOT_PRINTED and not _is_hidden(child):
            edge = "" if child.name in _INLINE else "\n"
            pieces.append(edge + (_item_number(child) if child.name == "li" else ""))
            _gather(child, pieces, depth + 1)
            pieces.append(edge)
