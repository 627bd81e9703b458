"""The import report: what was found, what a person must look at, and what became of every line."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.importing.accounting import Fate, Use, runs
from generator.importing.blocks import Place
from generator.importing.decisions import CONFIDENCE_WORDS, DECISION_WORDS, Confidence, Decision
from generator.importing.import_problems import ImportProblem
from generator.problems import Language, Severity

_FATE_WORDS: Mapping[Fate, tuple[str, str]] = {
    Fate.PRIVATE: ("个人信息，不写入", "personal data, withheld"),
    Fate.UNRECOGNISED: ("看不出是什么，未写入", "not understood, not carried"),
    Fate.CATEGORY_ONLY: (
        "只印了类别的指标行，已写入，其余为空",
        "row with only its category: carried, the rest empty",
    ),
    Fate.PARTLY: (
        "部分文字已写入，其余由 overview.md 概述",
        "carried in part, the rest for overview.md",
    ),
    Fate.FIGURES: (
        "金额已写入 budget_lines，文字由 overview.md 概述",
        "figures carried as budget_lines, wording for overview.md",
    ),
    Fate.CARRIED: ("已写入", "carried"),
    Fate.BLANK_ROW: ("空白的表格行", "blank table row"),
    Fate.REPETITION: ("重复，已写入过一次", "repetition of what is carried"),
    Fate.LABEL: ("表头或栏目名", "table head or label"),
    Fate.HEADING: ("标题", "heading"),
    Fate.NARRATIVE: ("叙述文字，由 overview.md 概述", "narrative, for overview.md"),
    Fate.RESIDUE: ("提取残留", "residue of the extraction"),
}
_COUNT_WORDS: Mapping[str, tuple[str, str]] = {
    "projects": ("项目", "projects"),
    "indicators": ("指标行", "indicator rows"),
    "category_only_rows": ("其中只印类别", "of these with only their category"),
    "blank_rows": ("空白表格行", "blank table rows"),
    "unit_targets": ("整体绩效目标表", "targets of whole units"),
    "sub_targets": ("分项绩效目标", "sub-targets"),
    "goals": ("绩效目标", "goals"),
    "budget_lines": ("收支项", "budget lines"),
    "procurement": ("采购行", "procurement rows"),
    "procurement_totals": ("采购合计", "procurement totals"),
    "assets": ("资产行", "assets"),
    "institutions": ("机构", "institutions"),
    "glossary": ("名词", "glossary entries"),
}
_TITLES = {
    "found": ("找到", "Found"),
    "decisions": ("判断及依据", "Decisions and their reasons"),
    "problems": ("需要核对", "To be checked"),
    "lines": ("没有写入草稿的行", "Lines that are not in the draft"),
    "cleaned": ("行内的域代码、书签等提取残留已去掉", "field codes, bookmarks and the like taken out of"),
    "none": ("没有。", "None."),
}
_ASKED = ("year", "money_unit")
"""Decisions that are a problem of their own where they are not sure."""
_BRIEF = (Fate.CATEGORY_ONLY, Fate.BLANK_ROW, Fate.LABEL, Fate.HEADING, Fate.RESIDUE)
"""Fates that are listed by line number alone."""
_SEVERITIES = {Severity.ERROR: ("错误", "error"), Severity.WARNING: ("提醒", "warning")}


@dataclass(frozen=True, slots=True)
class ImportReport:
    file: str
    township: str
    year: str
    sha256: str
    lines: int
    counts: Mapping[str, int]
    uses: Mapping[int, Use]
    """Every line that is not blank, and every blank row of a table, with what became of it."""
    problems: tuple[ImportProblem, ...]
    cleaned: tuple[int, ...] = ()
    """Lines from which field codes, bookmarks and the like were taken out; the rest of them stayed."""
    decisions: tuple[Decision, ...] = ()
    places: Mapping[int, Place] = field(default_factory=dict)
    """Line → page, table and cell, in formats that have them."""

    @property
    def not_carried(self) -> tuple[Use, ...]:
        """Runs of lines that are not in the draft, with the reason."""
        return tuple(use for use in runs(self.uses) if use.fate is not Fate.CARRIED)

    @property
    def questions(self) -> tuple[ImportProblem | Decision, ...]:
        """What only a person can settle: every problem, and every decision that was a guess."""
        guesses = [each for each in self.decisions if each.confidence is Confidence.GUESS]
        return tuple(sorted((*self.problems, *guesses), key=lambda each: each.line))

    def as_json(self) -> dict[str, object]:
        return {
            "file": self.file,
            "township": self.township,
            "year": self.year,
            "sha256": self.sha256,
            "lines": self.lines,
            "found": dict(self.counts),
            "problems": [problem.as_json() for problem in self.problems],
            "decisions": [decision.as_json() for decision in self.decisions],
            "questions": [_question(each) for each in self.questions],
            "cleaned_lines": list(self.cleaned),
            "line_uses": [
                {
                    "line": use.line,
                    "last_line": use.last_line,
                    "fate": str(use.fate),
                    "what": use.what or None,
                    "place": self._place(use.line) or None,
                }
                for use in runs(self.uses)
            ],
        }

    def as_text(self, language: Language) -> str:
        """Markdown, one statement a line."""
        place = 0 if language == "zh" else 1
        decided = self._decided(language, place)
        blocks = [
            [f"# {self.file} → {self.township} {self.year}"],
            [f"## {_TITLES['found'][place]}", *self._found(place)],
            *([[f"## {_TITLES['decisions'][place]}", *decided]] if decided else []),
            [f"## {_TITLES['problems'][place]}", *self._problems(language, place)],
            [f"## {_TITLES['lines'][place]}", *self._lines(place)],
        ]
        return "\n\n".join("\n".join(block) for block in blocks) + "\n"

    def _place(self, line: int) -> str:
        return self.places[line].name if line in self.places else ""

    def _at(self, line: int, place: int) -> str:
        """The line a statement is about, with page and cell where there are any."""
        if not line:
            return ""
        name = self._place(line)
        if place == 0:
            return f"第 {line} 行{f'（{name}）' if name else ''}："
        return f"line {line}{f' ({name})' if name else ''}: "

    def _found(self, place: int) -> list[str]:
        return [f"- {_COUNT_WORDS[name][place]}: {count}" for name, count in self.counts.items()]

    def _decided(self, language: Language, place: int) -> list[str]:
        """None where every decision about the targets is sure: the draft says all there is to say."""
        if all(each.confidence is Confidence.SURE or each.what in _ASKED for each in self.decisions):
            return []
        return [
            f"- {DECISION_WORDS[each.what][place]} [{CONFIDENCE_WORDS[each.confidence][place]}] "
            f"{self._at(each.line, place)}{each.reason(language)}"
            for each in self.decisions
        ]

    def _problems(self, language: Language, place: int) -> list[str]:
        lines = [
            f"- {_SEVERITIES[problem.severity][place]} [{problem.code}] {self._at(problem.line, place)}"
            f"{problem.message(language)} {problem.hint(language)}"
            for problem in self.problems
        ]
        return lines or [_TITLES["none"][place]]

    def _lines(self, place: int) -> list[str]:
        lines = [f"- {_span(use)}: {_words(use.fate, place)}{_detail(use, place)}" for use in self._to_read()]
        lines += [
            f"- {_words(fate, place)}: {', '.join(spans)}" for fate in _BRIEF if (spans := self._spans(fate))
        ]
        if self.cleaned:
            lines.append(f"- {_TITLES['cleaned'][place]}: {', '.join(map(str, self.cleaned))}")
        return lines or [_TITLES["none"][place]]

    def _to_read(self) -> list[Use]:
        return [use for use in self.not_carried if use.fate not in _BRIEF]

    def _spans(self, fate: Fate) -> list[str]:
        return [_span(use) for use in self.not_carried if use.fate is fate]


def _words(fate: Fate, place: int) -> str:
    return _FATE_WORDS[fate][place]


def _span(use: Use) -> str:
    return str(use.line) if use.line == use.last_line else f"{use.line}–{use.last_line}"


def _detail(use: Use, place: int) -> str:
    if not use.what:
        return ""
    if use.fate is Fate.REPETITION:
        return f"（第 {use.what} 行）" if place == 0 else f" (line {use.what})"
    return f"（{use.what}）" if place == 0 else f" ({use.what})"


def _question(each: ImportProblem | Decision) -> dict[str, object]:
    if isinstance(each, Decision):
        return {"line": each.line or None, "zh": each.reason_zh, "en": each.reason_en}
    zh, en = (f"{each.message(language)} {each.hint(language)}" for language in ("zh", "en"))
    return {"line": each.line or None, "zh": zh, "en": en}
