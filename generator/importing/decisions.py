"""What the importer had to decide, how sure it is, and why: for the report, so that a person can judge."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.problems import Language


class Confidence(StrEnum):
    SURE = "sure"
    """Printed so, or told by a printed fact."""
    LIKELY = "likely"
    """The usual reading of such a form."""
    GUESS = "guess"
    """Another reading is as good: a question for the editor."""


CONFIDENCE_WORDS: Mapping[Confidence, tuple[str, str]] = {
    Confidence.SURE: ("确定", "sure"),
    Confidence.LIKELY: ("多半", "likely"),
    Confidence.GUESS: ("推测，请核对", "a guess, please check"),
}
DECISION_WORDS: Mapping[str, tuple[str, str]] = {
    "family": ("版式", "layout"),
    "columns": ("各列", "columns"),
    "alignment": ("对齐", "alignment"),
    "rows": ("分行", "rows"),
    "level1": ("一级指标", "level 1"),
    "points": ("标签里的分值", "points inside labels"),
    "plan_unit": ("支出计划单位", "unit of the plan"),
    "money_unit": ("金额单位", "money unit"),
    "year": ("年度", "year"),
    "name": ("项目名称", "project title"),
}


@dataclass(frozen=True, slots=True)
class Decision:
    what: str
    """A key of `DECISION_WORDS`."""
    confidence: Confidence
    reason_zh: str
    reason_en: str
    line: int = 0
    """1-based line of the document; 0 where the whole of it is meant."""

    def reason(self, language: Language) -> str:
        return self.reason_zh if language == "zh" else self.reason_en

    def as_json(self) -> dict[str, object]:
        return {
            "what": self.what,
            "confidence": str(self.confidence),
            "reason": {"zh": self.reason_zh, "en": self.reason_en},
            "line": self.line or None,
        }
