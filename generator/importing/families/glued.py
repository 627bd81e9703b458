"""Text whose cells have nothing between them: `一级指标二级指标指标内容指标值`, `数量指标改造覆盖率100%`.

The words of the form are known, so they part the text; what stands between two of them was filled in. A name and
its value part where the sign or the number begins.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from generator.importing.families.affinity import is_unit
from generator.importing.families.form_labels import label_of
from generator.importing.families.glued_results import split_results
from generator.importing.families.tokens import Gap, Line, Token
from generator.importing.families.words import CATEGORY_START, column_of, levels_of, project_column_of

_LONGEST_WORD = 16
_FEWEST_COLUMNS = 3
_LONGEST_TITLE = 40
_VALUE_STARTS = re.compile(
    r"(?:[≥≤≧≦⩾⩽＞＜＝><=]+|不低于|不少于|不高于|不超过|不大于|不小于|大于等于|小于等于|大于|小于|等于|控制在)"
)
_PIECES = re.compile(
    r"[≥≤≧≦⩾⩽＞＜＝><=]+|大于等于|小于等于|不低于|不少于|不高于|不超过|定性|\d[\d,，]*(?:\.\d+)?|[%％]"
    r"|[^\d≥≤≧≦⩾⩽＞＜＝><=%％]+"
)
_QUANTITY_END = re.compile(
    r"(?:约|达到|达)?\d[\d,，.]*(?:[-~～至—]\d[\d,，.]*)?(?:[%％]|[\u4e00-\u9fff/／²³㎡]{0,6})(?:以上|以下|以内|左右|前|之前)?$"
)
_DOTS = re.compile(r"(?:…|\.{3,})+$")
_DEGREE = r"(?:稳步|逐步|逐年|显著|明显|有效|持续|不断|进一步|长期|大幅|基本|较大|较好|全面|良好|切实|充分|按时|及时|足额)"
_GRADE_END = re.compile(
    rf"(?:(?:效果|成效)?{_DEGREE}(?:{_DEGREE}|得到)?(?:提高|提升|改善|增强|促进|保障|完善|发挥|推进|推动|增加|增长|加强|优化|降低|减少|稳定|落实|发放|完成|支付|拨付|满足|维护)?"
    r"|(?:得到)?(?:提高|提升|改善|增强)|优|良|好|是|合格|达标|优良|中|高|满意|较高)$"
)
_HEAD_START = re.compile(r"(?:(?:长期|中长期|年度|当年)?绩效指标)?一级指标二级指标")
_ENDS = re.compile(
    r"(?:总分|合计|总计)(?=\d{2,3}(?:\d|[^\d%％万元.]|$))"
    r"|(?:[省市县区镇]级)?(?:部门|单位)?(?:预算)?(?:项目)?(?:支出)?绩效(?:目标|自评)(?:申报|公开)?表(?=[（(]?(?:19|20)\d\d年度?[）)]?.{0,8}名称)"
)
"""A total, or the title of the next form."""
_LABEL_STARTS = re.compile(
    r"(?:(?:年度)?资金总额(?:及构成)?(?:总额)?|填报(?:单位|部门)(?:[（(]盖章[）)])?|(?:部门|单位)(?:[（(](?:单位|部门)[）)])?名称|当年预算(?:[（(]万?元[）)])?(?=\d)|(?:长期|中长期|年度)绩效指标$|其中\s*[：:]?\s*[\u4e00-\u9fff、]{2,14}(?=\d)|财政拨款(?=[：:])|自有资金(?=[：:])"
    r"|项目绩效目标(?=长期|年度)|项目名称|项目编码|项目代码|(?:项目)?(?:业务)?主管部门(?:及?(?:编码|代码))?|项目主管部门|(?:项目)?(?:实施|执行|承担)单位|(?:项目)?负责人(?:及电话)?|联系电话|联系人|项目属性"
    r"|起止时间|年度资金总额|资金总额(?:及构成)?|其中\s*[：:]\s*财政拨款|其中\s*[：:]\s*上级资金|其他资金|区级支出预算总量|部门预算总额|项目概况|项目立项情况|项目立项的依据|项目申报的可行性|项目申报的必要性|项目实施进度计划|立项依据"
    r"|(?:项目)?资金情况(?=[（(]万?元)|项目资金(?=[（(]万?元)|年初预算数|全年预算数|全年执行数|执行率|分值(?=执行率|[（(]\d+分?[）)]执行率)|得分(?=年度|资金|项目)"
    r"|其中\s*[：:]?\s*本年(?:财政拨款|一般公共预算拨款)|专项资金名称|(?:县级|市级|区级)主管部门|年初设定目标|(?:年度)?(?:总体)?目标完成情况(?:综述)?|年度总体目标完成情况(?:综述)?|全年实际完成情况"
    r"|[一二]级项目名称|项目类型|项目分类|资金用途|项目(?:开始|完成)日期|项目总投资|年度绩效目标|项目立项必要性|项目实施计划|政策依据|预算申报数|资金性质|基本情况"
    r"|当年整体绩效目标|年度总体目标(?!完成)|长期目标|年度目标|项目单位|年度总体绩效目标|当年绩效目标|项目当年绩效目标|单位信息|职能职责与活动|主管单位)(?:[（(](?:万?元|[AB](?:/A)?|\d+分)[）)])?"
)


@lru_cache(maxsize=4096)
def split_columns(key: str) -> tuple[tuple[str, ...], str] | None:
    """The column heads that a glued text begins with, and what follows them; None for fewer than three."""
    if len(key) < 9 or "指标" not in key:
        return None
    words: list[str] = []
    place = 0
    while place < len(key):
        word = _longest_word(key, place)
        if word is None:
            break
        words.append(word)
        place += len(word)
    return (tuple(words), key[place:]) if len(words) >= _FEWEST_COLUMNS else None


def _longest_word(key: str, place: int) -> str | None:
    """The head word at a place. A longer reading must not swallow the next word: `指标值备注`, `权重计量单位`."""
    for length in range(min(_LONGEST_WORD, len(key) - place), 1, -1):
        word = key[place : place + length]
        if _is_one_head(word):
            return word
    return None


def _is_one_head(word: str) -> bool:
    if not (column_of(word) or project_column_of(word)):
        return False
    inner = range(2, len(word) - 1)
    return not any(
        (column_of(word[:cut]) or project_column_of(word[:cut])) and column_of(word[cut:])
        for cut in inner
        if word[:cut] not in ("绩效", "指标", "年度", "项目")
    )


def split_row(token: Token, fields: Sequence[str]) -> Iterator[Token]:
    """The cells of a glued line: its categories, then name and value, as the columns need them."""
    text = token.key
    spans = [found.span() for found in CATEGORY_START.finditer(text)] if "level2" in fields else []
    cells: list[str] = []
    for piece, is_category in _parted(text, spans):
        cells += [piece] if is_category else _cells(piece, fields)
    for place, cell in enumerate(cells):
        yield Token(cell, token.line, Gap.CELL if place else token.gap, token.block, place)


def is_glued_row(token: Token) -> bool:
    """Whether a category is glued to what follows it: `产出指标数量指标保障率=100%`."""
    found = CATEGORY_START.match(token.key)
    return found is not None and found.end() < len(token.key) and not levels_of(token.key)


def split_heads(line: Line) -> Iterator[Line]:
    """A line in which the head of a table is glued to what stands before it, parted before each head."""
    for token in line:
        spans = [found.start() for found in _HEAD_START.finditer(token.key)]
        if not spans:
            continue
        spans += [found.start() for found in _ENDS.finditer(token.key, spans[0] + 1)]
        spans.sort()
        if spans == [0]:
            continue
        places = [0, *(place for place in spans if place), len(token.key)]
        texts = [token.key[start:end] for start, end in pairwise(places)]
        before, after = line[: line.index(token)], line[line.index(token) + 1 :]
        first, *others = [Token(text, token.line, token.gap, token.block, token.place) for text in texts]
        yield (*before, first)
        yield from ((replace(each, gap=Gap.LINE),) for each in others[:-1])
        yield (replace(others[-1], gap=Gap.LINE), *after)
        return
    yield line


def ends_table(key: str) -> bool:
    """Whether a total or the title of the next form begins a glued text."""
    return _ENDS.match(key) is not None


def _parted(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    after = 0
    for start, end in spans:
        if start > after:
            yield text[after:start], False
        yield text[start:end], True
        after = end
    if after < len(text):
        yield text[after:], False


def _cells(text: str, fields: Sequence[str]) -> list[str]:
    if "actual" in fields:
        # Target, result, points and score run into one another; they are parted only where one reading is left.
        return split_results(_DOTS.sub("", text), fields) or [text]
    if {"weight", "unit", "operator"} & set(fields):
        return list(_by_kind(text, fields))
    name, value = split_value(_DOTS.sub("", text))
    return [part for part in (name, value) if part]


def split_value(text: str) -> tuple[str, str]:
    """`改造覆盖率100%` → `改造覆盖率`, `100%`. A text without any value stays whole, as the name."""
    for found in _VALUE_STARTS.finditer(text):
        before = text[: found.start()]
        if before.count("（") + before.count("(") == before.count("）") + before.count(")"):
            return before, text[found.start() :]
    ending = _QUANTITY_END.search(text) or _GRADE_END.search(text)
    if ending:
        return text[: ending.start()], text[ending.start() :]
    return text, ""


def _by_kind(text: str, fields: Sequence[str]) -> Iterator[str]:
    """`养护里程10公里=125` → name, weight, unit, sign and value, as their columns follow one another."""
    pieces = _PIECES.findall(text)
    lead: list[str] = []
    while pieces and not _is_number(pieces[0]) and not _VALUE_STARTS.fullmatch(pieces[0]):
        lead.append(pieces.pop(0))
    # A number inside the name (2021年…) is followed by more than a unit, then by another number.
    while len(pieces) > 3 and _is_number(pieces[0]) and _is_name_part(pieces[1]):
        lead += [pieces.pop(0), pieces.pop(0)]
    if lead:
        yield "".join(lead)
    two_numbers = lead and len(pieces) == 1 and pieces[0].isdecimal() and len(pieces[0]) > 2
    if two_numbers and {"weight", "target"} <= set(fields):
        # `次数1020`: the sign and the unit between the points and the value are lost.
        yield from (pieces[0][:2], pieces[0][2:])
    else:
        yield from pieces


def _is_number(piece: str) -> bool:
    return piece[:1].isdecimal()


def _is_name_part(piece: str) -> bool:
    return len(piece) > 1 and not is_unit(piece) and not _VALUE_STARTS.fullmatch(piece)


def split_labels(token: Token) -> list[Token]:
    """`项目名称养护费主管部门某镇` → labels and values in turn; a text without a label stays whole."""
    spans = [found.span() for found in _LABEL_STARTS.finditer(token.key)]
    if not spans or spans[0][0] > _LONGEST_TITLE:
        return [token]
    tokens: list[Token] = []
    for text, is_label in _parted(token.key, spans):
        value = text if is_label else text.lstrip("：:")
        if value:
            tokens.append(
                Token(value, token.line, Gap.GLUED if tokens else token.gap, token.block, len(tokens))
            )
    return tokens if any(label_of(each.text) for each in tokens) else [token]
