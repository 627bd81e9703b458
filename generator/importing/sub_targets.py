"""分项绩效目标: numbered headings, each with a goal and indicators (and, in the older form, a duty)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.importing.accounting import Fate, Use, use_of
from generator.importing.blocks import Block, Paragraph
from generator.importing.import_problems import ImportProblem
from generator.importing.numbering import parse_numbered, split_at_number
from generator.importing.outline import parse_heading
from generator.model.disclosure import SubTarget
from generator.textual import clean_cell, squeeze

_LABEL_WORDS = {
    "duty": ("职责描述", "部门职责描述", "工作职责"),
    "goal": ("绩效目标", "年度绩效目标", "年度目标", "目标"),
    "indicators": ("绩效指标", "工作活动绩效指标", "年度绩效指标", "指标"),
}
_LABELS = {word: name for name, words in _LABEL_WORDS.items() for word in words}
_SECTION_WORDS = re.compile(r"工作保障措施|总体绩效目标|分项绩效目标|机构设置|第.部分")
_NESTED = (("bracketed", "arabic"), ("arabic", "arabic_bracketed"))
"""Styles of numbering of a heading and of those below it."""
_CARRIED_HEADING = "分项绩效目标"


@dataclass(frozen=True, slots=True)
class SubTargets:
    sub_targets: tuple[SubTarget, ...] = ()
    uses: tuple[Use, ...] = ()
    problems: tuple[ImportProblem, ...] = ()


@dataclass(slots=True)
class _Found:
    """One sub-target with the paragraphs it was read from."""

    heading: Paragraph
    parent: Paragraph | None = None
    parts: dict[str, list[Paragraph]] = field(default_factory=dict)
    """Label → its paragraph, and those that follow it."""
    start: int = 0
    """Places in the blocks: the first, and the one after the last."""
    end: int = 0


def read_sub_targets(blocks: Sequence[Block]) -> SubTargets:
    """All sub-targets; a section printed again is carried once, the one under the heading 分项绩效目标."""
    groups = _groups(_find(blocks))
    if not groups:
        return SubTargets()
    chosen = next((group for group in groups if _is_under_heading(blocks, group[0].start)), groups[0])
    known = {_bare_name(found): found for found in chosen}
    carried = list(chosen)
    uses: list[Use] = []
    problems: list[ImportProblem] = []
    for group in groups:
        if group is chosen:
            continue
        if not _repeats(group, known):
            carried.extend(group)
            continue
        for place, found in enumerate(group):
            first = known.get(_bare_name(found)) or chosen[min(place, len(chosen) - 1)]
            uses.extend(_uses(found, Fate.REPETITION, str(first.heading.line)))
            if _differ(first, found):
                problems.append(_difference(first, found))
    carried.sort(key=lambda found: found.start)
    uses.extend(use for found in carried for use in _uses(found, Fate.CARRIED, "sub_targets"))
    values = tuple(map(_sub_target, carried))
    return SubTargets(values, tuple(uses), tuple(problems))


# Where they are


def _find(blocks: Sequence[Block]) -> list[_Found]:
    placed = _unstuck(blocks)
    found: list[_Found] = []
    current: list[Paragraph] | None = None
    """The paragraphs of the label that is being read."""
    for index, (place, paragraph) in enumerate(placed):
        label = _label_of(paragraph)
        if label and (current is None or _opens_next(found[-1], label)):
            above = _headings_above(placed, index, found[-1] if found else None)
            if above is None:
                continue
            _take_back(found, above)
            found.append(_Found(above.heading, above.parent, start=above.start))
        if label:
            current = found[-1].parts[label] = [paragraph]
        elif current and _ends_part(paragraph):
            current = None
        elif current:
            current.append(paragraph)
        if current:
            found[-1].end = place + 1
    return found


def _unstuck(blocks: Sequence[Block]) -> list[tuple[int, Paragraph]]:
    """The paragraphs with their places; a heading that the extraction ran into the line above is parted from it."""
    parted: list[tuple[int, Paragraph]] = []
    number = 0
    for place, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            continue
        heading = parse_numbered(block.text)
        if heading and heading.style == "bracketed":
            number = heading.number
        halves = split_at_number(block.text, number + 1) if number else None
        if halves and parse_heading(Paragraph(halves[1], block.line)):
            number += 1
            parted.extend((place, Paragraph(half, block.line)) for half in halves)
        else:
            parted.append((place, block))
    return parted


def _label_of(paragraph: Paragraph) -> str | None:
    label, colon, _ = paragraph.text.replace(":", "：", 1).partition("：")
    return _LABELS.get(squeeze(label)) if colon else None


def _opens_next(last: _Found, label: str) -> bool:
    """Whether a label begins the next sub-target: it, or one that comes after it, was there already."""
    order = list(_LABEL_WORDS)
    return any(known in last.parts for known in order[order.index(label) :])


@dataclass(frozen=True, slots=True)
class _Above:
    """What stands above the first label of a sub-target."""

    heading: Paragraph
    parent: Paragraph | None
    start: int


def _headings_above(
    placed: Sequence[tuple[int, Paragraph]], index: int, last: _Found | None
) -> _Above | None:
    """The heading right above a label, and the one above that if this one is numbered below it."""
    if index == 0 or _label_of(placed[index - 1][1]):
        return None
    place, heading = placed[index - 1]
    if index > 1 and _is_parent(placed[index - 2][1], heading):
        return _Above(heading, placed[index - 2][1], placed[index - 2][0])
    return _Above(heading, _shared_parent(last, heading), place)


def _is_parent(above: Paragraph, heading: Paragraph) -> bool:
    parent, child = parse_numbered(above.text), parse_numbered(heading.text)
    if not parent or not child or _SECTION_WORDS.search(above.key) or _label_of(above):
        return False
    return (parent.style, child.style) in _NESTED


def _shared_parent(last: _Found | None, heading: Paragraph) -> Paragraph | None:
    """The parent of the sub-target before, where the numbering below it goes on: `1、…` `2、…`."""
    if last is None or last.parent is None:
        return None
    before, numbered = parse_numbered(last.heading.text), parse_numbered(heading.text)
    if before and numbered and (numbered.style, numbered.number) == (before.style, before.number + 1):
        return last.parent
    return None


def _take_back(found: list[_Found], above: _Above) -> None:
    """Headings that were taken for the last lines of the sub-target before are no part of it."""
    if found:
        for paragraphs in found[-1].parts.values():
            paragraphs[:] = [each for each in paragraphs if each not in (above.heading, above.parent)]


def _ends_part(following: Paragraph) -> bool:
    """Whether a line without a label does not belong to the label above it."""
    if _SECTION_WORDS.search(following.key) and parse_heading(following):
        return True
    numbered = parse_numbered(following.text)
    if numbered and numbered.style in ("part", "chinese"):
        return True
    return following.key.endswith(("：", ":"))


def _groups(found: Sequence[_Found]) -> list[list[_Found]]:
    """Sub-targets that follow one another without anything between them."""
    groups: list[list[_Found]] = []
    for each in found:
        if groups and groups[-1][-1].end >= each.start:
            groups[-1].append(each)
        else:
            groups.append([each])
    return groups


def _is_under_heading(blocks: Sequence[Block], start: int) -> bool:
    """Whether 分项绩效目标 stands above, with at most its own explanation between."""
    above = [block for block in blocks[max(0, start - 3) : start] if isinstance(block, Paragraph)]
    return any(_CARRIED_HEADING in block.key and parse_heading(block) for block in above)


# Sections printed again


def _bare_name(found: _Found) -> str:
    numbered = parse_numbered(found.heading.text)
    return squeeze(numbered.text if numbered else found.heading.text)


def _repeats(group: Sequence[_Found], known: dict[str, _Found]) -> bool:
    return sum(_bare_name(found) in known for found in group) * 2 > len(group)


def _differ(first: _Found, found: _Found) -> bool:
    return _bare_name(first) != _bare_name(found) or any(
        _joined(first, name) != _joined(found, name) for name in _LABEL_WORDS
    )


def _difference(first: _Found, found: _Found) -> ImportProblem:
    line = found.heading.line
    values = {"line": str(line), "name": _bare_name(found), "first": str(first.heading.line)}
    return ImportProblem("import-repetition-differs", line, values)


def _uses(found: _Found, fate: Fate, what: str) -> Iterator[Use]:
    if found.parent:
        yield use_of(found.parent, fate, what)
    yield use_of(found.heading, fate, what)
    for paragraphs in found.parts.values():
        # A label on a line of its own is not carried, but the text below it is.
        yield from (
            use_of(each, Fate.LABEL if fate is Fate.CARRIED and not _value(each) else fate, what)
            for each in paragraphs
        )


# Values


def _sub_target(found: _Found) -> SubTarget:
    numbered = parse_numbered(found.heading.text)
    parent = parse_numbered(found.parent.text) if found.parent else None
    return SubTarget(
        no=str(numbered.number) if numbered else "",
        part_of=parent.text if parent else None,
        name=numbered.text if numbered else found.heading.clean,
        duty=_joined(found, "duty") if "duty" in found.parts else None,
        goal=_joined(found, "goal") if "goal" in found.parts else None,
        indicators=_indicators(found.parts.get("indicators", [])),
        line=str(found.heading.line),
    )


def _value(paragraph: Paragraph) -> str:
    """The text of a paragraph without its label."""
    if _label_of(paragraph):
        return clean_cell(re.split("[：:]", paragraph.text, maxsplit=1)[1])
    return paragraph.clean


def _joined(found: _Found, name: str) -> str:
    return "".join(map(_value, found.parts.get(name, ())))


def _indicators(paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    """One each line, or parted by `；`; running prose (a full stop in the middle) stays whole."""
    indicators: list[str] = []
    for text in map(_value, paragraphs):
        if "。" in text[:-1]:
            indicators.append(text)
        else:
            indicators.extend(part.rstrip("。") for part in re.split("[；;]", text))
    return tuple(indicator for indicator in indicators if indicator)
