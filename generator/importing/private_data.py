"""Personal data that a document may print and we do not republish: contact names, telephone and identity numbers.

Withheld before anything is recognised, so that no value can reach a draft or a report; the report names the field
and the line only.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.importing.blocks import Block, Cell, Document, Paragraph, Row
from generator.textual import squeeze

_PEOPLE = r"(?:项目|单位|财务|部门|分管)?(?:负责人|联系人|经办人|填报人|填表人|制表人|审核人|复核人|分管领导)"
_NUMBERS = r"联系电话|联系方式|办公电话|电话|手机号码|手机|身份证号码|身份证号|银行账号|账号"
_LABELS = rf"{_PEOPLE}(?:(?:联系)?电话)?|{_NUMBERS}"
_LABEL = re.compile(rf"(?:{_LABELS})(?:及(?:{_LABELS}))?(?:[（(](?:签字|签章|盖章|签名)[）)])?")
_LABELLED = re.compile(rf"(?P<label>{_LABELS})\s*[：:]\s*(?P<value>[^\s，。；、|：:]+)")
_NUMBER = re.compile(
    r"(?<![0-9A-Za-z.])(?:\d{17}[\dXx]|1[3-9]\d{9}|\(?0\d{2,3}\)?[-—－]\d{7,8})(?![0-9A-Za-z.]|万?元)"
)
_NAMED = re.compile(
    r"(?P<label>项目负责人|项目联系人|联系人|经办人)(?P<value>(?!制|签|及|的|为|是|名|电|姓|盖|或|应|对|要|须|责)[\u4e00-\u9fff]{2,3})"
    r"(?=[，,。；;、\s]|联系|电话|$)"
)
"""A name right behind its label, as in running text."""
_NAMES = r"[\u4e00-\u9fff]{2,3}(?:、[\u4e00-\u9fff]{2,3})*"
_NAMED_APART = re.compile(
    rf"(?P<label>{_PEOPLE}(?:及?(?:联系)?电话)?)[ \u3000]+(?P<value>{_NAMES}|[\u4e00-\u9fff]{{4}})(?=[\s\d，,。；;（(|]|$)"
)
_NAMED_WITH_NUMBER = re.compile(
    rf"(?P<label>{_PEOPLE}及(?:联系)?电话|(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{{0,4}}人[：:])(?P<value>{_NAMES})"
    r"(?=\s*(?:(?:联系|办公)?电话|联系方式|手机|1\d{10}|0\d{2,3}[-—－]\d{7}|县级|市级|(?:主管|实施)(?:部门|单位)))"
)
"""A name that runs into its telephone number, or into the next label of a form."""
_PERSON = re.compile(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{2,4}[\s/、]*\d{7,11}|[\d\s—－-]{7,14}")
_NO_PERSON = re.compile(
    r".*(?:部门|单位|名称|编码|时间|情况|属性|资金|总额|目标|指标|项目|签字|盖章|日期|类别|依据|概况)"
)
WITHHELD = "〔略〕"


@dataclass(frozen=True, slots=True)
class Withheld:
    line: int
    field: str
    """The printed label, or the kind of number."""


def withhold(document: Document) -> tuple[Document, tuple[Withheld, ...]]:
    """The document without personal data, and where something was taken out."""
    withheld: list[Withheld] = []
    blocks = [_withhold_block(block, withheld) for block in document.blocks]
    for place, (label, value) in enumerate(pairwise(blocks), start=1):
        if isinstance(label, Paragraph) and isinstance(value, Paragraph) and _is_filled_in(label, value):
            withheld.append(Withheld(value.line, _bare(label.text)))
            blocks[place] = replace(value, text=WITHHELD)
    return replace(document, blocks=tuple(blocks)), tuple(withheld)


def _is_filled_in(label: Paragraph, value: Paragraph) -> bool:
    """Whether a name or telephone number stands in the line below its label."""
    text = squeeze(value.text).strip("|")
    return (
        is_private_label(_bare(label.text))
        and _PERSON.fullmatch(text) is not None
        and _NO_PERSON.fullmatch(text) is None
        and not is_private_label(text)
    )


def _bare(text: str) -> str:
    return squeeze(text).strip("|").rstrip("：:")


def is_private_label(text: str) -> bool:
    return _LABEL.fullmatch(squeeze(text).rstrip("：:")) is not None


def _withhold_block(block: Block, withheld: list[Withheld]) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, text=_withhold_text(block.text, block.line, withheld))
    return Row(tuple(_withhold_cells(block, withheld)))


def _withhold_cells(row: Row, withheld: list[Withheld]) -> Iterator[Cell]:
    """Cells after a private label are emptied, up to the next filled one."""
    label = ""
    for cell in row.cells:
        if is_private_label(cell.text):
            label = cell.key.rstrip("：:")
            yield cell
        elif label and cell.key:
            withheld.append(Withheld(cell.printed_line, label))
            label = ""
            yield Cell("\n" * cell.text.count("\n"), cell.line)
        else:
            yield replace(cell, text=_withhold_text(cell.text, cell.line, withheld))


def _withhold_text(text: str, line: int, withheld: list[Withheld]) -> str:
    def empty(found: re.Match[str]) -> str:
        if _NO_PERSON.fullmatch(found["value"]) or is_private_label(found["value"]):
            return found[0]
        label = found["label"].rstrip("：:")
        withheld.append(Withheld(line + text[: found.start()].count("\n"), label))
        return f"{label}：{WITHHELD}"

    def blot(found: re.Match[str]) -> str:
        kind = "身份证号" if len(found[0]) == 18 else "电话"
        withheld.append(Withheld(line + text[: found.start()].count("\n"), kind))
        return WITHHELD

    for pattern in (_LABELLED, _NAMED_WITH_NUMBER, _NAMED_APART, _NAMED):
        text = pattern.sub(empty, text)
    return _NUMBER.sub(blot, text)
