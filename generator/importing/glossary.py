"""名词解释: terms and their definitions, below a heading of that name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.importing.accounting import Fate, Use, use_of
from generator.importing.blocks import Block, Paragraph
from generator.importing.numbering import parse_numbered, without_number
from generator.importing.outline import parse_heading
from generator.model.disclosure import GlossaryEntry

_HEADING = re.compile(r"名词解释|专业名词|名词说明")
_TERM = re.compile(r"(?P<term>[^：:。]{1,40})[：:](?P<definition>.+)")


@dataclass(frozen=True, slots=True)
class Glossary:
    entries: tuple[GlossaryEntry, ...]
    uses: tuple[Use, ...]


def read_glossary(blocks: Sequence[Block]) -> Glossary:
    entries: list[GlossaryEntry] = []
    uses: list[Use] = []
    for paragraph in _below_heading(blocks):
        entry = _entry(paragraph)
        if entry:
            entries.append(entry)
        elif entries and not entries[-1].definition.endswith("。"):
            last = entries.pop()
            entries.append(
                GlossaryEntry(term=last.term, definition=last.definition + paragraph.clean, line=last.line)
            )
        else:
            continue
        uses.append(use_of(paragraph, Fate.CARRIED, "glossary"))
    return Glossary(tuple(entries), tuple(uses))


def _below_heading(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """The paragraphs from the heading to the next heading of its rank."""
    style: str | None = None
    inside = False
    for block in blocks:
        if not isinstance(block, Paragraph):
            continue
        numbered = parse_numbered(block.text)
        if parse_heading(block) and _HEADING.search(block.key):
            inside, style = True, numbered.style if numbered else None
        elif inside and parse_heading(block) and numbered and numbered.style in (style, "chinese", "part"):
            return
        elif inside:
            yield block


def _entry(paragraph: Paragraph) -> GlossaryEntry | None:
    found = _TERM.fullmatch(without_number(paragraph.text))
    if not found or not parse_numbered(paragraph.text):
        return None
    return GlossaryEntry(term=found["term"], definition=found["definition"], line=str(paragraph.line))
