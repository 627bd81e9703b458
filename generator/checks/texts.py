"""What the checks say, in Chinese and English: `texts/*.yaml`, one entry for each check."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.checks.finding import Outcome
from generator.load.decode import decode_records
from generator.load.yaml_nodes import parse_yaml
from generator.model.fields import Kind, declare

_FOLDER = Path(__file__).parent / "texts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Both:
    """The same words in both languages."""

    zh: str = declare(Kind.TEXT, "中文", "Chinese", required=True)
    en: str = declare(Kind.TEXT, "英文", "English", required=True)


def _words(zh: str, en: str) -> Both:
    words: Both = declare(Kind.RECORD, zh, en, required=True, record=Both)
    return words


def _optional_words(zh: str, en: str) -> Both | None:
    words: Both | None = declare(Kind.RECORD, zh, en, record=Both)
    return words


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckTexts:
    id: str = declare(Kind.TEXT, "编号", "id", required=True)
    title: Both = _words("名称", "title")
    compares: Both = _words("核对什么", "what is compared")
    """Which printed facts are held against each other."""
    why: Both = _words("为什么", "why it matters")
    rule: Both = _words("规则", "rule")
    """In words, with its limits."""
    source: Both | None = _optional_words("依据", "source of the rule")
    """Law or rule of the field; absent where it is arithmetic or plain reading."""
    example: Both = _words("例子", "worked example")
    agrees: Both | None = _optional_words("相符时", "when they agree")
    """One plain sentence; `{name}` stands for a value of the hit. The same for the next three."""
    differs: Both | None = _optional_words("不同时", "when they differ")
    note: Both | None = _optional_words("说明时", "when it is a note")
    cannot_tell: Both | None = _optional_words("无法判断时", "when it cannot be told")
    read: str = declare(Kind.NUMBER, "已读结果数", "findings read", required=True)
    """How many findings on the five first disclosures the developers have read against the source."""
    right: str = declare(Kind.NUMBER, "其中正确", "of which right", required=True)

    def sentence(self, outcome: Outcome) -> Both:
        """Raises `LookupError` when the check has no sentence for the outcome: a fault of ours."""
        sentence: Both | None = getattr(self, outcome.replace(" ", "_"))
        if sentence is None:
            raise LookupError(f"{self.id} has no sentence for “{outcome}”")
        return sentence


@cache
def check_texts() -> Mapping[str, CheckTexts]:
    """By the id of the check. Raises `ValueError` with the first fault of a file."""
    entries: dict[str, CheckTexts] = {}
    for path in sorted(_FOLDER.glob("*.yaml")):
        parsed = parse_yaml(path.read_bytes(), path.name)
        records, problems = decode_records(CheckTexts, parsed.root, path.name) if parsed.root else ((), [])
        if parsed.problems or problems:
            raise ValueError([*parsed.problems, *problems][0].as_text("en"))
        for entry in records:
            if entry.id in entries:
                raise ValueError(f"{path.name}: {entry.id} is described twice")
            entries[entry.id] = entry
    return entries
