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
    languages: tuple[str, ...] = declare(
        Kind.TEXTS,
        "语言",
        "languages",
        (
            "zh-CN、en；第一种在网站根目录，其他在各自的目录（/en/）；省略即只有 zh-CN",
            "zh-CN, en; the first stands at the root, others below their own (/en/); zh-CN alone where left out",
        ),
    )
