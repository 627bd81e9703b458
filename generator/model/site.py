"""What the site says of itself (`site.yaml`)."""

from dataclasses import dataclass
from typing import Any

from generator.model.fields import Kind, declare

DEFAULT_LANGUAGE = "zh-CN"
"""Of a site that names none; and the language of the documents, and of Markdown whose name says no other."""
LANGUAGES = (DEFAULT_LANGUAGE, "en")
"""What names, definitions and labels are written in."""
TRANSLATIONS = tuple(language for language in LANGUAGES if language != DEFAULT_LANGUAGE)
"""What `about.en.md` may stand beside `about.md` for."""

_URL: dict[str, Any] = {
    "pattern": r"https?://\S+",
    "expected": ("以 http:// 或 https:// 开头的网址", "an address with http:// or https://"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePublisher:
    name: str = declare(Kind.TEXT, "名称", "name", required=True)
    name_en: str | None = declare(Kind.TEXT, "英文名", "name in English")


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    code: str = declare(Kind.TEXT, "代码许可", "licence of the code", required=True)
    data: str = declare(Kind.TEXT, "数据许可", "licence of the data", required=True)
    data_url: str = declare(
        Kind.PATTERN, "数据许可网址", "address of the data licence", required=True, **_URL
    )
    note: str | None = declare(Kind.TEXT, "说明", "note")
    note_en: str | None = declare(Kind.TEXT, "说明（英文）", "note in English")


@dataclass(frozen=True, slots=True, kw_only=True)
class Security:
    """Whom to tell of a weakness of the site: `/.well-known/security.txt` (RFC 9116)."""

    contact: str = declare(
        Kind.PATTERN,
        "联系方式",
        "contact",
        required=True,
        pattern=r"(?:mailto:|tel:|https://)\S+",
        expected=("mailto:、tel: 或 https:// 开头的地址", "an address with mailto:, tel: or https://"),
    )
    expires: str = declare(
        Kind.PATTERN,
        "有效期至",
        "valid until",
        ("到期前须改；不宜超过一年", "to be renewed before; best within a year"),
        required=True,
        pattern=r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
        expected=("形如 2024-02-01 的日期", "a date like 2024-02-01"),
    )
    policy: str | None = declare(Kind.PATTERN, "处理办法网址", "address of the policy", **_URL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    title: str = declare(Kind.TEXT, "站名", "title", required=True)
    title_en: str = declare(Kind.TEXT, "英文站名", "title in English", required=True)
    description: str = declare(Kind.TEXT, "简介", "description", required=True)
    description_en: str | None = declare(Kind.TEXT, "英文简介", "description in English")
    base_url: str = declare(Kind.PATTERN, "网址", "base address", required=True, **_URL)
    publisher: SitePublisher = declare(
        Kind.RECORD, "发布者", "publisher", required=True, record=SitePublisher
    )
    licence: Licence = declare(Kind.RECORD, "许可", "licence", required=True, record=Licence)
    contact: str = declare(Kind.TEXT, "联系方式", "contact", required=True)
    repository: str = declare(Kind.PATTERN, "代码库", "repository", required=True, **_URL)
    security: Security | None = declare(
        Kind.RECORD,
        "安全联系",
        "security contact",
        (
            "写了才有 /.well-known/security.txt",
            "makes /.well-known/security.txt; no such file where left out",
        ),
        record=Security,
    )
    languages: tuple[str, ...] = declare(
        Kind.TEXTS,
        "语言",
        "languages",
        (
            "zh-CN、en；第一种在网站根目录，其他在各自的目录（/en/）；省略即只有 zh-CN",
            "zh-CN, en; the first stands at the root, others below their own (/en/); zh-CN alone where left out",
        ),
    )
