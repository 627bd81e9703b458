"""The text of one Word paragraph as it is printed: without field codes, deletions, hidden text and bookmarks."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_DROPPED = frozenset(
    ("pPr", "tblPr", "instrText", "delText", "del", "moveFrom", "delInstrText", "rt", "object", "sectPr")
)
_BREAKS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_SYMBOLS = {
    ("wingdings", 0x6F): "□",
    ("wingdings", 0xA8): "□",
    ("wingdings", 0xFB): "×",
    ("wingdings", 0xFC): "√",
    ("wingdings", 0xFD): "☒",
    ("wingdings", 0xFE): "☑",
    ("wingdings 2", 0x50): "√",
    ("wingdings 2", 0x52): "☑",
    ("wingdings 2", 0x54): "☒",
    ("wingdings 2", 0xA3): "□",
    ("symbol", 0xA3): "≤",
    ("symbol", 0xB3): "≥",
}
"""Signs of symbol fonts that forms are ticked with, and what they look like."""


def local(element: Any) -> str:
    """The name without its namespace; blank for comments and processing instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Any, name: str) -> str | None:
    """By its name alone; Word's older forms differ in the namespace."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)


def child(element: Any, *names: str) -> Any:
    """The first child of each name in turn, or None."""
    for name in names:
        element = (
            next((each for each in element if local(each) == name), None) if element is not None else None
        )
    return element


def is_on(element: Any, *names: str) -> bool:
    """Whether a switch like `w:vanish` is there and not set to off."""
    found = child(element, *names)
    return found is not None and (attribute(found, "val") or "true") not in ("0", "false", "off", "none")


def chosen_alternative(element: Any) -> Any:
    """Of `mc:AlternateContent`, which holds the same text box twice."""
    found = child(element, "Choice")
    return found if found is not None else child(element, "Fallback")


@dataclass(slots=True)
class ParagraphText:
    """Field codes may span paragraphs, so one of these reads all of a document in order."""

    _fields: list[bool] = field(default_factory=list)
    """For each open field, whether its code is being read, not its result."""
    boxes: list[Any] = field(default_factory=list)
    """Text boxes met in the paragraph, for the caller to read after it."""

    def read(self, paragraph: Any) -> str:
        text = "".join(self._pieces(paragraph))
        # A code that never comes to its result must not swallow the rest of the document.
        self._fields = [False] * len(self._fields)
        return text

    def take_boxes(self) -> list[Any]:
        boxes, self.boxes = self.boxes, []
        return boxes

    def _pieces(self, element: Any) -> Iterator[str]:
        for each in element:
            name = local(each)
            if name in ("t", "sym", "br") or name in _BREAKS:
                yield "" if any(self._fields) else _printed(each, name)
            elif name == "fldChar":
                self._read_field_mark(attribute(each, "fldCharType"))
            elif name in ("drawing", "pict"):
                self.boxes.extend(_text_boxes(each))
            elif name == "AlternateContent":
                chosen = chosen_alternative(each)
                yield from self._pieces(chosen) if chosen is not None else ()
            elif name and name not in _DROPPED and not is_on(each, "rPr", "vanish"):
                yield from self._pieces(each)

    def _read_field_mark(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()


def _printed(element: Any, name: str) -> str:
    if name == "t":
        return element.text or ""
    if name == "br":
        return "" if attribute(element, "type") in ("page", "column") else "\n"
    if name == "sym":
        font, code = (attribute(element, key) or "" for key in ("font", "char"))
        return _symbol(font.lower(), code)
    return _BREAKS[name]


def _symbol(font: str, code: str) -> str:
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return _SYMBOLS.get((font, number & 0xFF if number >= 0xF000 else number)) or (
        chr(number) if 0x20 <= number < 0xD800 else "�"
    )


def _text_boxes(element: Any) -> Iterator[Any]:
    for each in element:
        if local(each) == "txbxContent":
            yield each
        elif local(each) == "AlternateContent":
            chosen = chosen_alternative(each)
            yield from _text_boxes(chosen) if chosen is not None else ()
        else:
            yield from _text_boxes(each)
