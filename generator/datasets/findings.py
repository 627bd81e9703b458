"""The table `findings`: what the checks found, apart from what is for editors only or was withdrawn."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator import addresses
from generator.checks.catalogue import CHECKS_BY_ID
from generator.checks.finding import Finding
from generator.checks.texts import CheckTexts
from generator.datasets.columns import Column, DataTable, Type, integer, printed, text
from generator.datasets.subjects import Row
from generator.model.findings import EditorWord


@dataclass(frozen=True, slots=True)
class FindingRow:
    finding: Finding
    base_url: str

    @property
    def texts(self) -> CheckTexts:
        return CHECKS_BY_ID[self.finding.rule].texts


def finding_rows(findings: Sequence[Finding], base_url: str) -> Sequence[FindingRow]:
    return [FindingRow(finding, base_url) for finding in findings]


def _rows(start: Row) -> Sequence[FindingRow]:
    return finding_rows(start.findings, start.base_url)


def _word(row: FindingRow) -> EditorWord | None:
    return row.finding.word


def _facts(row: FindingRow) -> Sequence[str]:
    return [f"{fact.label[0]}：{fact.text}" for fact in row.finding.facts]


def _lines(row: FindingRow) -> Sequence[str]:
    own = row.finding.disclosure_id
    disclosures = (addresses.disclosure_of(fact.project_id) or own for fact in row.finding.facts)
    return [
        fact.line if disclosure == own else f"{disclosure}:{fact.line}"
        for fact, disclosure in zip(row.finding.facts, disclosures, strict=True)
    ]


def _page(row: FindingRow) -> str:
    """Where the printed values stand that the finding is about."""
    finding = row.finding
    if not finding.project_id:
        return addresses.address("disclosure", *addresses.split_disclosure_id(finding.disclosure_id))
    page = addresses.address("project", finding.project_id)
    return f"{page}#{addresses.row_anchor(finding.row)}" if finding.row else page


FINDINGS: DataTable[FindingRow] = DataTable(
    "findings",
    "核对结果",
    "findings",
    "每个公开的核对结果一行",
    "one row per published finding of a check",
    _rows,
    (
        text(
            "finding_id",
            "核对结果编号",
            "finding id",
            lambda row: row.finding.id,
            ("只要所印不变就不变", "stays the same as long as what is printed does"),
        ),
        text(
            "rule", "规则", "rule", lambda row: row.finding.rule, ("见 docs/checks.md", "see docs/checks.md")
        ),
        text("title", "规则名称", "title of the rule", lambda row: row.texts.title.zh),
        text("title_en", "规则名称（英文）", "title of the rule in English", lambda row: row.texts.title.en),
        text(
            "outcome",
            "结果",
            "outcome",
            lambda row: row.finding.outcome,
            (
                "agrees 相符；differs 不同；note 特点；cannot tell 无法判断",
                "`agrees`, `differs`, `note` or `cannot tell`",
            ),
        ),
        text(
            "severity",
            "级别",
            "severity",
            lambda row: row.finding.severity,
            (
                "info 特点或相符；note 读者可留意；differs 两处所印不同",
                "`info`: a property or a confirmation; `note`: a reader may want to look; `differs`: two printed facts differ",
            ),
        ),
        text("disclosure_id", "公开文件编号", "disclosure id", lambda row: row.finding.disclosure_id),
        text(
            "project_id",
            "项目编号",
            "project id",
            lambda row: row.finding.project_id,
            ("整份文件的结果则为空", "empty where the whole disclosure is meant"),
        ),
        integer(
            "row",
            "行",
            "row",
            lambda row: row.finding.row or "",
            ("指标表中的行；不指某一行则为空", "of the target table; empty where no row is meant"),
        ),
        text("message", "说明", "message", lambda row: row.finding.message[0]),
        text("message_en", "说明（英文）", "message in English", lambda row: row.finding.message[1]),
        text("computation", "算式", "calculation", lambda row: row.finding.computation[0]),
        Column(
            "facts",
            "所印",
            "printed facts",
            _facts,
            Type.LIST,
            "标签：照原样的文字",
            "label and printed text",
        ),
        Column(
            "lines",
            "来源行",
            "source lines",
            _lines,
            Type.LIST,
            "与 facts 一一对应；在另一份文件里的写作 文件编号:行",
            "one for each of `facts`; `disclosure id:line` where it stands in another disclosure",
        ),
        printed(EditorWord, "word", _word),
        printed(EditorWord, "reason", _word, name="word_reason"),
        printed(EditorWord, "reason_en", _word, name="word_reason_en"),
        printed(EditorWord, "date", _word, name="word_date"),
        printed(EditorWord, "role", _word, name="word_role"),
        text("url", "网址", "address", lambda row: row.base_url + _page(row)),
    ),
)
