"""Questions about documents: notices of upper levels in titles, and what the bases cite."""

import re
from collections import Counter
from collections.abc import Iterator

from generator.analyse.disclosure import ProjectFacts
from generator.model.disclosure import Indicator, Project
from generator.model.fields import fields_of
from generator.questions.answer import BUDGET, Answer, Column, Material, Value, budget, ours, project_answer
from generator.questions.question import Question
from generator.textual import squeeze

_NUMBERED = re.compile(r"([\u4e00-\u9fff]{2,8})[〔【\[［（(]((?:19|20)\d\d)[〕】\]］）)]第?(\d+)号")
_TITLED = re.compile(r"《([^《》]{4,60})》")
_NAMED = re.compile(r"关于[^。；，、《》]{4,50}?的(?:请示|通知|意见|报告|批复|复函|函|决定|办法|规定|方案)")
_LEADING = re.compile("^.*(?:按照|根据|依据|依照|执行|落实|有关|关于|印发)")
_FROM_ABOVE = re.compile("中央|省级|市级|区级|县级|上级|提前下达")


def cited_documents(text: str) -> tuple[str, ...]:
    """The documents a cell names: by their number, else by their title.

    `丰财函【2008】5号文件` → `丰财函〔2008〕5号`: the brackets are printed in many ways and tell nothing apart.
    """
    plain = squeeze(text)
    numbered = [
        f"{_LEADING.sub('', issuer)}〔{year}〕{number}号" for issuer, year, number in _NUMBERED.findall(plain)
    ]
    if numbered:
        return tuple(dict.fromkeys(numbered))
    titled = [f"《{title}》" for title in _TITLED.findall(plain)]
    return tuple(dict.fromkeys(titled or _NAMED.findall(plain)))


def _notices(material: Material) -> Iterator[Answer]:
    for project in material.facts.projects:
        title = squeeze(project.printed.name)
        numbers = [document for document in cited_documents(title) if document.endswith("号")]
        words = tuple(dict.fromkeys(_FROM_ABOVE.findall(title)))
        if numbers or words:
            yield project_answer(
                material.facts, project, Value("；".join(numbers)), Value("、".join(words)), budget(project)
            )


def _cited(material: Material) -> Iterator[Answer]:
    """Each document once for each project, where it is named first; then the projects that name none."""
    for project in material.facts.projects:
        found: dict[str, tuple[int, str, str]] = {}
        times: Counter[str] = Counter()
        for row, line, label, text in _cells(project):
            for document in cited_documents(text):
                found.setdefault(document, (row, line, label))
                times[document] += 1
        for document, (row, line, label) in found.items():
            where = fields_of(Indicator if row else Project)[label]
            values = (Value(document), ours((where.zh, where.en)), Value(str(times[document])))
            yield Answer(material.facts.id, project.id, row, line, values, "cited")
        if not found:
            yield project_answer(material.facts, project, Value(), Value(), Value("0"), section="none")


def _cells(project: ProjectFacts) -> Iterator[tuple[int, str, str, str]]:
    """Row, line, field and text of the cells that may name a document; row 0 is the project's head."""
    printed = project.printed
    yield 0, printed.line_of("name"), "name", printed.name
    yield 0, printed.line_of("purpose"), "purpose", printed.purpose or ""
    yield from (
        (0, printed.line_of("goals", index), "goals", goal) for index, goal in enumerate(printed.goals)
    )
    for row in project.indicators:
        for label in ("basis", "description"):
            yield row.row, row.printed.line, label, getattr(row.printed, label) or ""


NOTICES = Question(
    "upper-level-notices",
    (
        Column("notice", "名称里的文号", "notice in the title"),
        Column("words", "名称里写明来源的字", "origin named in the title"),
        BUDGET,
    ),
    _notices,
)
CITED = Question(
    "documents-cited",
    (
        Column("document", "文件", "document"),
        Column("where", "首次出现在", "first named in", is_ours=True),
        Column("times", "本项目提到的次数", "times named in this project", is_number=True),
    ),
    _cited,
    tallied="document",
)
