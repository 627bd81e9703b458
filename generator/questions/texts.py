"""What is said of each question, in Chinese and English: `texts.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.checks.texts import Both
from generator.load.decode import decode_records
from generator.load.yaml_nodes import parse_yaml
from generator.model.fields import Kind, declare

_FILE = Path(__file__).parent / "texts.yaml"


def _words(zh: str, en: str) -> Both:
    words: Both = declare(Kind.RECORD, zh, en, required=True, record=Both)
    return words


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionTexts:
    id: str = declare(Kind.TEXT, "编号", "id", required=True)
    title: Both = _words("名称", "title")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionTexts:
    id: str = declare(Kind.TEXT, "编号", "id", required=True)
    title: Both = _words("问题", "the question")
    asked: tuple[str, ...] = declare(Kind.TEXTS, "别的问法", "asked as")
    """Other words in which people ask it: search and suggestions find it by them."""
    answer: Both = _words("怎样回答", "how it is answered")
    """Which printed values are listed, by which rule."""
    formula: Both | None = declare(Kind.RECORD, "算法", "formula", record=Both)
    limits: Both = _words("限度", "limits")
    """What the table does not say."""
    sections: tuple[SectionTexts, ...] = declare(Kind.RECORDS, "各部分", "sections", record=SectionTexts)


@cache
def question_texts() -> Mapping[str, QuestionTexts]:
    """By the id of the question. Raises `ValueError` with the first fault of the file."""
    parsed = parse_yaml(_FILE.read_bytes(), _FILE.name)
    records, problems = decode_records(QuestionTexts, parsed.root, _FILE.name) if parsed.root else ((), [])
    if parsed.problems or problems:
        raise ValueError([*parsed.problems, *problems][0].as_text("en"))
    return {entry.id: entry for entry in records}
