"""The outline from which an editor writes `overview.md`: headings and line numbers, no prose."""

from collections.abc import Iterator, Mapping, Sequence

from generator.importing.accounting import Fate, Use, runs
from generator.importing.outline import Heading

_TO_SUM_UP = (Fate.NARRATIVE, Fate.FIGURES, Fate.PARTLY)


def render_outline(title: str, headings: Sequence[Heading], uses: Mapping[int, Use]) -> str:
    """Each heading outside the tables with its line, and below it the lines that are to be summed up."""
    lines = [f"# {title}", "", *_entries(headings, uses)]
    return "\n".join(lines) + "\n"


def _entries(headings: Sequence[Heading], uses: Mapping[int, Use]) -> Iterator[str]:
    kept = {heading.line: heading for heading in headings if uses[heading.line].fate is Fate.HEADING}
    passages = {use.line: use for use in runs(uses) if use.fate in _TO_SUM_UP}
    for line in sorted(kept.keys() | passages.keys()):
        if line in kept:
            heading = kept[line]
            yield f"{'  ' * (heading.level - 1)}- {heading.text} {_link(line, line)}"
        if line in passages:
            use = passages[line]
            words = "金额与文字" if use.fate is Fate.FIGURES else "文字"
            level = next((kept[above].level for above in sorted(kept, reverse=True) if above < line), 0)
            yield f"{'  ' * level}- {words} {_link(use.line, use.last_line)}"


def _link(line: int, last_line: int) -> str:
    words = f"第 {line} 行" if line == last_line else f"第 {line}–{last_line} 行"
    return f"[{words}](line:{line})"
