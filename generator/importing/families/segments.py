"""Where the forms of a document are: what stands above each table of indicators, its rows, what stands below."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from generator.importing.families.form_labels import is_title, label_of
from generator.importing.families.glued import ends_table, split_heads, split_labels, split_row
from generator.importing.families.heads import IndicatorHead, next_head
from generator.importing.families.tokens import Gap, Line, Token, as_parted_by, is_known
from generator.importing.families.words import CATEGORY_START, levels_of, without_points
from generator.importing.numbering import is_unfilled, parse_numbered
from generator.importing.private_data import is_private_label
from generator.textual import squeeze

_NOTE = re.compile(
    r".*(?:公开|公示|情况说明|一览表)|(?:备?注|说明|填表说明|附件?)\d*[：:].*|填[报表]人.*|(?:财务|单位|项目)?负责人[：:（(].*"
)
_GLUED_TOTAL = re.compile(r"(?:合计|总分|总计)\d")
_OPENERS = ("name", "unit_name", "code")
_CLOSERS = (*_OPENERS, "tail", "term_long", "term_year")
_HIGHEST_HEAD = 40
"""Lines between the title of a form and the label of its project."""
_LONGEST_ROW_WORD = 60


@dataclass(frozen=True, slots=True)
class Block:
    """One table of indicators; a form may hold several, one for the long term and one for the year."""

    head: IndicatorHead
    body: tuple[Line, ...]
    period: str | None


@dataclass(slots=True)
class Form:
    head: tuple[Line, ...]
    blocks: list[Block] = field(default_factory=list)
    tail: tuple[Line, ...] = ()
    """Totals and remarks below the last row."""


def split_forms(lines: Sequence[Line]) -> list[Form]:
    parted = list(_parted(lines))
    forms: list[Form] = []
    free_from = 0
    while head := next_head(parted, free_from):
        end = _end_of_rows(parted, head)
        above = _above(parted, free_from, head)
        _add(forms, above, head, tuple(parted[head.end : end]))
        free_from = end
    if forms:
        forms[-1].tail += tuple(_tail(parted, free_from))
    return forms


def _add(forms: list[Form], above: Sequence[Line], head: IndicatorHead, body: tuple[Line, ...]) -> None:
    """A new form, or a further table of the one before where nothing between them opens another."""
    start = None if forms and _goes_on(forms[-1], above) else _start_of_form(above)
    if start is None and forms and not head.is_of_all_projects:
        forms[-1].tail += tuple(line for line in above if not _is_period(line))
        forms[-1].blocks.append(Block(head, body, _period([*above, head.tokens])))
        return
    begin = len(above) if start is None else start
    if forms:
        forms[-1].tail += tuple(above[:begin])
    own = tuple(above[begin:])
    forms.append(Form(own, [Block(head, body, _period([*own, head.tokens]))]))


def _goes_on(form: Form, above: Sequence[Line]) -> bool:
    """Whether only the title of the form stands above a further table of it, as at the head of a page."""
    titles = {token.key for line in form.head for token in line if is_title(token.text)}
    repeated = {token.key for line in above for token in line if is_title(token.text)}
    return bool(repeated) and repeated <= titles and not any(map(_opens, above))


def _parted(lines: Sequence[Line]) -> Iterator[Line]:
    """A line that runs on from one form to the next is parted where the next begins."""
    for line in chain.from_iterable(map(split_heads, lines)):
        current: list[Token] = []
        for place, token in enumerate(line):
            if current and token.gap is not Gap.CELL and _begins_part(line, place):
                yield tuple(current)
                current = []
            current.append(token)
        yield tuple(current)


def _begins_part(line: Line, place: int) -> bool:
    token = line[place]
    if is_title(token.text) or _GLUED_TOTAL.match(token.key) or is_private_label(token.text):
        return True
    if label_of(token.text) not in ("name", "unit_name", "tail") or is_title(line[place - 1].text):
        return False
    following = line[place + 1] if place + 1 < len(line) else None
    return following is None or not is_known(following.text)


def _above(lines: Sequence[Line], free_from: int, head: IndicatorHead) -> list[Line]:
    above = [*lines[free_from : head.start], *([head.before] if head.before else [])]
    if not head.glued:
        return above
    return [tuple(part for token in line for part in split_labels(token)) for line in above]


def _start_of_form(above: Sequence[Line]) -> int | None:
    """The place where the form begins in the lines above its indicators; None where nothing reads like one."""
    opened = [place for place, line in enumerate(above) if _opens(line)]
    titles = [place for place, line in enumerate(above) if _is_titled(line)]
    if opened:
        first = _last_cluster(opened, titles)
        near = [place for place in titles if first - _HIGHEST_HEAD <= place <= first]
        return _with_unit(above, near[-1] if near else first)
    return _with_unit(above, titles[-1]) if titles else None


def _last_cluster(opened: Sequence[int], titles: Sequence[int]) -> int:
    """The first opening label below the last title that has one below it."""
    after = [place for place in titles if any(each >= place for each in opened)]
    return next(place for place in opened if not after or place >= after[-1])


def _with_unit(above: Sequence[Line], start: int) -> int:
    """Labels right above the opening one belong to the form too."""
    while start and above[start - 1] and any(label_of(token.text) for token in above[start - 1][:1]):
        start -= 1
    return start


def _opens(line: Line) -> bool:
    return any(_opener(token) for token in line)


def _opener(token: Token) -> bool:
    label, colon, _ = token.text.replace(":", "：", 1).partition("：")
    return label_of(token.text) in _OPENERS or bool(colon and label_of(label) in _OPENERS)


def _is_titled(line: Line) -> bool:
    printed = [token for token in line if token.key]
    return bool(printed) and any(is_title(token.text) for token in printed[:3])


def _is_period(line: Line) -> bool:
    return _period([line]) is not None


def _period(lines: Sequence[Line]) -> str | None:
    """`长期绩效指标` above a table of indicators."""
    found = None
    for line in lines:
        for token in line:
            if label_of(token.text) in ("term_long", "term_year"):
                found = token.clean.rstrip("：:")
    return found


def _end_of_rows(lines: list[Line], head: IndicatorHead) -> int:
    """The place after the last row. Rows are parted into cells as the head is: at single blanks too."""
    following = next_head(lines, head.end)
    limit = following.start if following else len(lines)
    end = place = head.end
    while place < limit:
        line = as_parted_by(lines[place], head.tokens)
        printed = [token for token in line if token.key]
        below = lines[place + 1] if place + 1 < limit else ()
        if printed and _closes(printed, line, head) and not _is_page_head(line, below, head):
            break
        first, *rest = _parted([line]) if line else [line]
        lines[place : place + 1] = [first, *rest]
        limit += len(rest)
        place += 1
        end = place if printed else end
    return end


def _is_page_head(line: Line, following: Line, head: IndicatorHead) -> bool:
    """A lone line between two rows: a page break, not the end of the table."""
    if head.row_per_line and not head.glued and line[0].key.isdecimal() and len(line) == 1:
        return True
    return (
        head.row_per_line
        and not head.glued
        and len([token for token in line if token.key]) == 1
        and not is_title(line[0].text)
        and label_of(line[0].text) not in _CLOSERS
        and bool(following)
        and bool(levels_of(following[0].text))
        and len(following) > 2
    )


def _closes(printed: Sequence[Token], line: Line, head: IndicatorHead) -> bool:
    first = printed[0]
    closers = _OPENERS if head.is_of_all_projects else _CLOSERS
    begins_other = is_title(first.text) or _opener(first) or label_of(first.text) in closers
    if (
        begins_other
        or _GLUED_TOTAL.match(first.key)
        or ends_table(first.key)
        or is_private_label(first.text.replace(":", "：").partition("：")[0])
        or _NOTE.fullmatch(first.key)
        or _is_section(first)
    ):
        return True
    if head.is_of_all_projects:
        return head.row_per_line and len(printed) < 2
    if head.over_lines and any(token.gap is Gap.CELL for token in printed[1:]):
        return not levels_of(first.text)
    return _is_labelled_tail(printed) or _is_prose(printed, line, head)


def _is_labelled_tail(printed: Sequence[Token]) -> bool:
    """`评价结论：…`: a label with its value. A bare word may be the name of an indicator."""
    label, colon, _ = printed[0].text.replace(":", "：", 1).partition("：")
    if label_of(label) not in ("detail", "tail"):
        return False
    return bool(colon) or len(printed) <= 2 or any(label_of(token.text) == "tail" for token in printed)


def _is_prose(printed: Sequence[Token], line: Line, head: IndicatorHead) -> bool:
    first = printed[0]
    if len(printed) == 1 and _is_row_word(first.text):
        return False
    if head.glued:
        is_row = CATEGORY_START.match(first.key) or len(list(split_row(first, head.fields))) > 1
        return len(printed) == 1 and (first.key.endswith("。") or not is_row)
    if head.row_per_line:
        return len(printed) == 1 and not levels_of(first.text) and len(line) < len(head.fields)
    return first.key.endswith("。") and len(first.key) > _LONGEST_ROW_WORD


def _is_row_word(text: str) -> bool:
    """What may stand alone between rows: dots, the number of an indicator, the points of a category."""
    key = squeeze(text)
    return is_unfilled(key) or not without_points(key)[0]


def _is_section(token: Token) -> bool:
    numbered = parse_numbered(token.text) if token.gap is Gap.LINE else None
    return numbered is not None and numbered.style in ("part", "chinese")


def _tail(lines: Sequence[Line], start: int) -> Iterator[Line]:
    """The labelled lines below the last row, up to the first that says something else."""
    for line in lines[start:]:
        printed = [token for token in line if token.key]
        if not printed:
            continue
        first = printed[0]
        label = first.text.replace(":", "：").partition("：")[0]
        if label_of(first.text) not in ("tail", "detail") and label_of(label) not in ("tail", "detail"):
            break
        yield line
