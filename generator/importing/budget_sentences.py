"""Department totals from sentences: `支出预算10万元，其中：基本支出4万元，项目支出6万元。`

Every figure in 万元 becomes a budget line; its item is the words before it, its whole is what the sentence says
by 其中, 包括 or brackets, and 增加/减少 before the figure make it a change.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.importing.accounting import Fate, Use, use_of
from generator.importing.blocks import Block, Paragraph
from generator.importing.outline import Heading, heading_above, parse_heading
from generator.model.disclosure import BudgetLine

_AMOUNT = re.compile(r"(?P<amount>\d[\d,]*(?:\.\d+)?)(?P<unit>亿元|万元|亿|万|元)(?![/／人])")
_CHANGES = {"increase": re.compile(r"增加|增长|增支|上升"), "decrease": re.compile(r"减少|下降|降低|压减")}
_CHANGE_WORDS = r"(?:增加|增长|增支|上升|减少|下降|降低|压减)了?"
_COMPARISON = re.compile(r"(?:与|和|同)[^，。；]*?相比|(?:较|比)(?:去年|上年|\d{4}年)(?:预算|度)?")
_LEADS = re.compile(
    r"^(?:其中|主要(?:为|是|用于)|包括|包含|和|及|以及|由于|[:：、]|我[镇乡办局部单][位门]?)+"
)
_TAILS = re.compile(r"(?:[为是]|共计|合计|总计|共|(?<=预算)安排|(?<=经费)安排|安排(?=共))+$")
_AFTER = re.compile(r"的(?P<item>[^，。；、（）]{2,20})")
_SENTENCE_END = tuple("。！？；;：:")
_OPENERS = ("其中", "包括", "包含", "主要为", "主要是")


@dataclass(frozen=True, slots=True)
class BudgetLines:
    lines: tuple[BudgetLine, ...]
    uses: tuple[Use, ...]


@dataclass(slots=True)
class _Passage:
    """Paragraphs that run on over a page break, as one text that knows its lines."""

    section: str
    text: str = ""
    paragraphs: list[Paragraph] = field(default_factory=list)
    _ends: list[int] = field(default_factory=list)

    def add(self, paragraph: Paragraph) -> None:
        self.text += paragraph.clean
        self.paragraphs.append(paragraph)
        self._ends.append(len(self.text))

    def line_at(self, place: int) -> str:
        return next(
            str(paragraph.line)
            for paragraph, end in zip(self.paragraphs, self._ends, strict=True)
            if place < end
        )


def read_budget_lines(blocks: Sequence[Block], headings: Sequence[Heading], year: str) -> BudgetLines:
    passages = [passage for passage in _passages(blocks, headings) if _AMOUNT.search(passage.text)]
    return BudgetLines(
        tuple(line for passage in passages for line in _lines_of(passage, year)),
        tuple(
            use_of(paragraph, Fate.FIGURES, passage.section)
            for passage in passages
            for paragraph in passage.paragraphs
        ),
    )


def _passages(blocks: Iterable[Block], headings: Sequence[Heading]) -> Iterator[_Passage]:
    current: _Passage | None = None
    for block in blocks:
        heading = heading_above(headings, block.line)
        if not isinstance(block, Paragraph) or parse_heading(block) or not heading or heading.is_of_targets:
            if current:
                yield current
            current = None
            continue
        if current is None or current.text.endswith(_SENTENCE_END):
            if current:
                yield current
            current = _Passage(heading.title)
        current.add(block)
    if current:
        yield current


@dataclass(slots=True)
class _Open:
    """A whole whose parts follow: after 其中 up to the full stop, after 包括 up to `；`, in brackets up to `）`."""

    until: str
    whole: str | None


def _lines_of(passage: _Passage, year: str) -> Iterator[BudgetLine]:
    opened: list[_Open] = []
    item: str | None = None
    part_of: str | None = None
    clause = 0
    """Where the words before the next figure begin."""
    place = 0
    while place < len(passage.text):
        found = _AMOUNT.match(passage.text, place)
        if found is None or passage.text[place - 1 : place].isdecimal():
            clause, opened, item = _step(passage.text, place, clause, opened, item)
            place += 1
            continue
        words = passage.text[clause:place]
        opener = next((word for word in _OPENERS if word in words), None)
        if opener:
            _open_part(opened, opener, item)
        named = _item_of(words, year) or _item_after(passage.text[found.end() :])
        if named:
            item, part_of = named, opened[-1].whole if opened else None
        yield BudgetLine(
            item=item or passage.section,
            amount=found["amount"],
            unit=found["unit"],
            change=_change_of(words),
            part_of=part_of if part_of != item else None,
            section=passage.section,
            line=passage.line_at(place),
        )
        place = clause = found.end()


def _step(
    text: str, place: int, clause: int, opened: list[_Open], item: str | None
) -> tuple[int, list[_Open], str | None]:
    """What a character between the figures changes: the start of the clause, the open wholes, the item."""
    sign = text[place]
    if sign in "，；。,;":
        clause = place + 1
    if sign in "。！？":
        return clause, [], None
    if sign in "；;":
        opened = _closed(opened, "；")
    elif sign == "（" and _AMOUNT.search(text[place : _closing(text, place)]):
        return place + 1, [*opened, _Open("）", item)], item
    elif sign == "）" and any(each.until == "）" for each in opened):
        last = max(index for index, each in enumerate(opened) if each.until == "）")
        return place + 1, opened[:last], opened[last].whole
    return clause, opened, item


def _closing(text: str, place: int) -> int:
    depth = 0
    for index in range(place, len(text)):
        depth += {"（": 1, "）": -1}.get(text[index], 0)
        if not depth:
            return index
    return len(text)


def _closed(opened: list[_Open], sign: str) -> list[_Open]:
    """Without the innermost wholes that end at this sign; a bracket holds until it is closed."""
    kept = list(opened)
    while kept and kept[-1].until == sign:
        kept.pop()
    return kept


def _open_part(opened: list[_Open], opener: str, item: str | None) -> None:
    until = "。" if opener == "其中" else "；"
    opened.append(_Open(until, item))


def _item_of(words: str, year: str) -> str:
    """The name of what a figure is of: `2021年，我镇机关运行经费共计安排` → `机关运行经费`."""
    bare = _COMPARISON.sub("", words)
    bare = re.sub(_CHANGE_WORDS, "", bare)
    bare = _LEADS.sub("", bare)
    if bare.startswith(f"{year}年") and len(bare) > 7:
        bare = bare.removeprefix(f"{year}年")
    bare = _LEADS.sub("", bare)
    while bare != (shorter := _TAILS.sub("", bare).removesuffix("共计安排")):
        bare = shorter
    return bare if re.search(r"[\u4e00-\u9fff]", bare) else ""


def _item_after(rest: str) -> str:
    """`…3万元的公务用车运行维护费` names its item after the figure."""
    found = _AFTER.match(rest)
    return found["item"] if found else ""


def _change_of(words: str) -> str | None:
    last = {
        name: max((found.end() for found in sign.finditer(words)), default=0)
        for name, sign in _CHANGES.items()
    }
    name = max(last, key=lambda change: last[change])
    return name if last[name] else None
