"""Targets in running text: a paragraph for each level 1, rows parted by `；` and `。`, comparisons in words.

`数量指标：养护道路（≥**公里）大于等于30公里；修桥2座。` A bracket with stars is the template's own and stays in the name.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.importing.accounting import Fate, Use, use_of
from generator.importing.blocks import Block, Paragraph
from generator.importing.decisions import Confidence, Decision
from generator.importing.families.glued import split_value
from generator.importing.families.prose_project import read_project
from generator.importing.families.words import Level, first_level_of, levels_of, without_points
from generator.importing.import_problems import ImportProblem
from generator.importing.target_tables import TargetTables
from generator.model.disclosure import Indicator, Project
from generator.textual import squeeze

NAME = "prose"
_STEMS = (
    "产出|效益|效果|满意度|成本|数量|质量|时效|经济成本|社会成本|生态环境成本|经济效益|社会效益|生态效益|环境效益"
    "|可持续(?:性)?影响|(?:社会公众或)?(?:服务|受益)对象满意度|社会公众满意度|群众满意度"
)
_MARKER = re.compile(
    rf"(?:^|(?<=[。；;，,：:、）)\n]))(?:[（(]?[一二三四五六七八九十\d]{{1,2}}[）)、.．]\s*)?"
    rf"(?P<word>(?:项目)?(?:{_STEMS})(?:指标|目标)(?:[（(]\d{{1,3}}分?[）)])?)\s*(?P<end>[:：,，。、]|(?=\n|$)|(?=\d[.、．]))"
)
_SENTENCES = re.compile(r"[；;。\n]+")
_COMMAS = re.compile(r"[，,]")
_NUMBERING = re.compile(r"^(?:[（(]?\d{1,2}[）)]|\d{1,2}[.．、](?!\d)|[①-⑩])\s*")
_PLACEHOLDER = re.compile(r"[（(][^（()）]*\*\*[^（()）]*[）)]")
_HAS_VALUE = re.compile(r"[≥≤≧≦＞＜><=＝]|\d|大于等于|小于等于|不低于|不少于|不高于|不超过|达到")
_FEWEST_MARKERS = 2
_FARTHEST = 3
"""Paragraphs between two categories of one project."""


@dataclass(frozen=True, slots=True)
class _Passage:
    """Neighbouring paragraphs as one text that knows its lines."""

    text: str
    ends: tuple[tuple[int, int], ...]
    """Of each paragraph: where it ends in the text, and its line."""

    def line_at(self, place: int) -> int:
        return next((line for end, line in self.ends if place < end), self.ends[-1][1])


@dataclass(slots=True)
class _Found:
    indicators: list[Indicator] = field(default_factory=list)
    level1: str = ""
    level2: str = ""
    guessed: list[int] = field(default_factory=list)


def accepts(blocks: Sequence[Block]) -> bool:
    return bool(_passages(blocks))


def read(blocks: Sequence[Block]) -> TargetTables:
    """One project for each passage of targets; its name and money stand in the paragraphs above."""
    projects: list[Project] = []
    uses: list[Use] = []
    problems: list[ImportProblem] = []
    decisions: list[Decision] = []
    free_from = 0
    for no, (start, end) in enumerate(_passages(blocks), start=1):
        targets = [block for block in blocks[start:end] if isinstance(block, Paragraph)]
        above = [block for block in blocks[free_from:start] if isinstance(block, Paragraph)]
        found = _Found()
        _read_targets(_passage(targets), found)
        project, own_uses = read_project(above, no, targets[0].line, found.indicators)
        if not project.name:
            problems.append(ImportProblem("import-no-name", targets[0].line, {"no": project.no}))
        projects.append(project)
        uses += [*own_uses, *(use_of(block, Fate.CARRIED, "indicators") for block in targets)]
        decisions += _decisions(found, targets[0].line, project)
        free_from = end
    return TargetTables(
        projects=tuple(projects), uses=tuple(uses), problems=tuple(problems), decisions=tuple(decisions)
    )


def _passages(blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """Where the targets of each project stand: from a category to the last one near it, with values among them."""
    marked = [
        place
        for place, block in enumerate(blocks)
        if isinstance(block, Paragraph) and _MARKER.search(block.text.strip())
    ]
    if not marked:
        return []
    starts = [
        place for before, place in zip([None, *marked[:-1]], marked, strict=False) if _is_apart(before, place)
    ]
    ends = [
        place + 1 for place, after in zip(marked, [*marked[1:], None], strict=True) if _is_apart(place, after)
    ]
    found = [(start, _end(blocks, start, end)) for start, end in zip(starts, ends, strict=True)]
    return [(start, end) for start, end in found if _holds_targets(blocks[start:end])]


def _is_apart(place: int | None, following: int | None) -> bool:
    return place is None or following is None or following - place > _FARTHEST


def _end(blocks: Sequence[Block], start: int, end: int) -> int:
    while end < len(blocks) and _goes_on(blocks, end, start):
        end += 1
    return end


def _holds_targets(blocks: Sequence[Block]) -> bool:
    text = "\n".join(block.text for block in blocks if isinstance(block, Paragraph))
    seconds = [found for found in _MARKER.finditer(text) if Level.SECOND in levels_of(_bare(found["word"]))]
    valued = [clause for clause in _SENTENCES.split(text) if _has_value(clause)]
    needed = 1 if any(map(_is_heading, blocks)) else _FEWEST_MARKERS
    return len(seconds) >= needed and len(valued) >= needed


def _is_heading(block: Block) -> bool:
    """`一、产出指标` alone in its line: what follows are targets, even if the text was cut off behind the first."""
    if not isinstance(block, Paragraph):
        return False
    found = _MARKER.match(block.text.strip())
    return bool(found and found[0] == block.text.strip() and Level.FIRST in levels_of(_bare(found["word"])))


def _goes_on(blocks: Sequence[Block], place: int, start: int) -> bool:
    """Whether a paragraph below the last category still lists rows: after a category that stands alone."""
    block, above = blocks[place], blocks[place - 1]
    if not isinstance(block, Paragraph) or not isinstance(above, Paragraph) or place == start:
        return False
    found = list(_MARKER.finditer(above.text.strip()))
    return bool(found) and found[-1].end() == len(above.text.strip())


def _passage(paragraphs: Sequence[Paragraph]) -> _Passage:
    text, ends = "", []
    for paragraph in paragraphs:
        text += paragraph.clean + "\n"
        ends.append((len(text), paragraph.line))
    return _Passage(text, tuple(ends))


def _bare(word: str) -> str:
    return without_points(squeeze(word))[0]


def _read_targets(passage: _Passage, found: _Found) -> None:
    markers = list(_MARKER.finditer(passage.text))
    for place, marker in enumerate(markers):
        end = markers[place + 1].start() if place + 1 < len(markers) else len(passage.text)
        _open_level(_bare(marker["word"]), found)
        for start, clause in _clauses(passage.text, marker.end(), end):
            _read_row(clause, passage.line_at(start), found)


def _open_level(word: str, found: _Found) -> None:
    levels = levels_of(word)
    is_first = Level.FIRST in levels and not (word.startswith("成本") and found.level1.startswith("产出"))
    if is_first or not levels:
        found.level1, found.level2 = word, ""
        return
    standard = first_level_of(word)
    if standard and found.level1[:2] not in (standard[:2], "效果") and not word.startswith("成本"):
        found.level1 = standard
    found.level2 = word


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The rows between two categories; commas part rows only where each side has a value."""
    for place, sentence in _split_at(_SENTENCES, text, start, end):
        parts = list(_split_at(_COMMAS, text, place, place + len(sentence)))
        if len(parts) > 1 and all(_has_value(part) for _, part in parts):
            yield from parts
        else:
            yield place, sentence


def _split_at(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    place = start
    for found in [*pattern.finditer(text, start, end), None]:
        until = found.start() if found else end
        if text[place:until].strip():
            yield place, text[place:until]
        place = found.end() if found else end


def _has_value(text: str) -> bool:
    return _HAS_VALUE.search(_PLACEHOLDER.sub("", text)) is not None


def _read_row(clause: str, line: int, found: _Found) -> None:
    text = _NUMBERING.sub("", clause.strip())
    if not squeeze(text):
        return
    name, value = _name_and_value(text)
    if not value or not name:
        found.guessed.append(line)
    found.indicators.append(
        Indicator(level1=found.level1, level2=found.level2, name=name, target=value, line=str(line))
    )


def _name_and_value(text: str) -> tuple[str, str]:
    """Name and value; the template's placeholder in the name is no value."""
    label, colon, rest = text.replace(":", "：", 1).partition("：")
    if colon and rest and not _HAS_VALUE.search(_PLACEHOLDER.sub("", label)):
        return label, rest
    places = [found.end() for found in _PLACEHOLDER.finditer(text)]
    if places and text[places[-1] :]:
        return text[: places[-1]], text[places[-1] :]
    return split_value(text)


def _decisions(found: _Found, line: int, project: Project) -> Iterator[Decision]:
    yield Decision(
        "family",
        Confidence.LIKELY,
        "绩效目标写成文字，按“；”“。”和指标类别分行",
        "the targets are running text, parted at ；, 。 and the categories",
        line,
    )
    if project.name:
        yield Decision(
            "name",
            Confidence.GUESS,
            f"项目名称取自标题或正文：“{project.name}”",
            f"the project title was taken from the heading or the text: “{project.name}”",
            int(project.line),
        )
    if found.guessed:
        lines = "、".join(map(str, dict.fromkeys(found.guessed)))
        yield Decision(
            "rows",
            Confidence.GUESS,
            f"第 {lines} 行有文字看不出名称和指标值的分界，整句写入一格",
            f"in lines {lines} name and value could not be told apart; the sentence stands in one cell",
            found.guessed[0],
        )
