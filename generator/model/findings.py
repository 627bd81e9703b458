"""An editor's word on what a check found (`findings.yaml`)."""

from dataclasses import dataclass

from generator.model.fields import Kind, declare

WITHDRAWN = "withdrawn"

WORDS = {
    "confirmed": ("已核实", "confirmed"),
    "explained": ("编者注", "editor’s note"),
    WITHDRAWN: ("已撤回", "withdrawn"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorWord:
    """Shown beside the finding. A finding that is withdrawn is no longer published; the word on it still is."""

    finding: str = declare(
        Kind.PATTERN,
        "核对结果编号",
        "id of the finding",
        ("见数据表 findings 的 finding_id", "`finding_id` of the table `findings`"),
        required=True,
        pattern=r"[0-9]{6}-[a-z0-9-]+",
        expected=("形如 130324-shuangwang-2024-05-a01 的编号", "an id like 130324-shuangwang-2024-05-a01"),
    )
    word: str = declare(
        Kind.CHOICE,
        "编者意见",
        "editor's word",
        (
            "已核实：来源确实这样印；编者注：所印有其缘由；已撤回：我们读得不对",
            "confirmed: the source prints it so; editor’s note: there is a reason; withdrawn: we read it wrongly",
        ),
        required=True,
        choices=WORDS,
    )
    reason: str = declare(
        Kind.TEXT,
        "理由",
        "reason",
        ("依据什么，与哪里对照过", "on what it rests and what it was compared with"),
        required=True,
    )
    reason_en: str | None = declare(Kind.TEXT, "理由（英文）", "reason in English")
    date: str = declare(
        Kind.PATTERN,
        "日期",
        "date",
        required=True,
        pattern=r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
        expected=("形如 2024-02-01 的日期", "a date like 2024-02-01"),
    )
    role: str | None = declare(
        Kind.TEXT,
        "身份",
        "role",
        ("以何身份提出，如“发布单位”；不写人名", "in which role, such as “publisher”; never a person's name"),
    )

    @property
    def is_withdrawal(self) -> bool:
        return self.word == WITHDRAWN
