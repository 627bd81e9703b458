"""The headings of a document: for the section of a figure, and for the editor's outline."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.importing.blocks import Block, Paragraph
from generator.importing.numbering import parse_numbered
from generator.importing.table_labels import parse_publisher
from generator.textual import clean_cell

_SENTENCE_ENDS = tuple("。；;！？，,")
_LEVELS = {"part": 1, "chinese": 2, "bracketed": 3, "arabic": 4, "arabic_bracketed": 5}
_UNNUMBERED_LEVEL = 4
_LONGEST_HEADING = 40
_LONGEST_UNNUMBERED = 20
_OF_TARGETS = re.compile(r"绩效|目标|措施|职责|名词|解释")


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    """As printed, cleaned, with its number."""
    level: int
    line: int

    @property
    def title(self) -> str:
        """Without the number and a closing colon."""
        numbered = parse_numbered(self.text)
        return (numbered.text if numbered else self.text).rstrip("：:")

    @property
    def is_of_targets(self) -> bool:
        """Whether what stands below it is about goals, duties or words: a figure there is no budget line."""
        return _OF_TARGETS.search(self.title) is not None


def find_headings(blocks: Sequence[Block]) -> tuple[Heading, ...]:
    headings = (parse_heading(block) for block in blocks if isinstance(block, Paragraph))
    return tuple(heading for heading in headings if heading)


def parse_heading(paragraph: Paragraph) -> Heading | None:
    """A short line without the end of a sentence; numbered, or ending in a colon, or very short."""
    text = clean_cell(paragraph.text)
    numbered = parse_numbered(text)
    longest = _LONGEST_HEADING if numbered else _LONGEST_UNNUMBERED
    if not text or len(text) > longest or text.endswith(_SENTENCE_ENDS) or _is_statement(text):
        return None
    level = _LEVELS[numbered.style] if numbered else _UNNUMBERED_LEVEL
    return Heading(text, level, paragraph.line)


def _is_statement(text: str) -> bool:
    """`截止时间：2020-12-31` and the name of the unit are no headings."""
    return re.search(r"[：:].", text) is not None or parse_publisher(text) is not None


def heading_above(headings: Sequence[Heading], line: int) -> Heading | None:
    return next((heading for heading in reversed(headings) if heading.line < line), None)
