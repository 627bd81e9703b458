"""What is shared by all townships: categories, families, themes, corrections, redirects (contract §3)."""

from dataclasses import dataclass

from generator.model.fields import Kind, declare
from generator.model.township import SLUG

# No part begins with a dot: an address must not lead out of the site's folder.
_ADDRESS_PARTS = "(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)"
_ID_WORDS = ("小写字母、数字、点和连字符", "lower-case letters, digits, dots and hyphens")


def _identifier() -> str:
    identifier: str = declare(
        Kind.PATTERN,
        "编号",
        "id",
        ("发布后不变", "never changed once published"),
        required=True,
        pattern=SLUG,
        expected=_ID_WORDS,
    )
    return identifier


def _zh() -> str:
    zh: str = declare(Kind.TEXT, "中文名", "Chinese name", required=True)
    return zh


def _en() -> str:
    en: str = declare(Kind.TEXT, "英文名", "English name", required=True)
    return en


def _definition() -> str:
    definition: str = declare(
        Kind.TEXT, "定义", "definition", ("什么算、什么不算", "what belongs and what does not"), required=True
    )
    return definition


def _definition_en() -> str:
    definition: str = declare(Kind.TEXT, "定义（英文）", "definition in English", required=True)
    return definition


@dataclass(frozen=True, slots=True, kw_only=True)
class Level1:
    id: str = _identifier()
    zh: str = _zh()
    en: str = _en()
    printed: tuple[str, ...] = declare(
        Kind.TEXTS, "印刷写法", "printed variants", ("去掉空白后的写法", "blanks removed")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Level2:
    id: str = declare(
        Kind.PATTERN, "编号", "id", required=True, pattern=r"[a-z]+\.[a-z]+", expected=_ID_WORDS
    )
    level1: str = declare(Kind.TEXT, "一级指标编号", "id of level 1", required=True)
    zh: str = _zh()
    en: str = _en()
    printed: tuple[str, ...] = declare(
        Kind.TEXTS, "印刷写法", "printed variants", ("去掉空白后的写法", "blanks removed")
    )
    normalised: str | None = declare(
        Kind.TEXT, "归入", "normalised to", ("旧版类别归入的编号", "the id that an older category counts as")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    level1: tuple[Level1, ...] = declare(Kind.RECORDS, "一级指标", "level 1", record=Level1)
    level2: tuple[Level2, ...] = declare(Kind.RECORDS, "二级指标", "level 2", record=Level2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Members:
    """Which projects belong: the printed name holds one of `any` and none of `none`; then ids by hand."""

    any: tuple[str, ...] = declare(Kind.TEXTS, "含其一", "holds one of")
    none: tuple[str, ...] = declare(Kind.TEXTS, "不含", "holds none of")
    projects: tuple[str, ...] = declare(Kind.TEXTS, "另加项目", "added projects", ("项目编号", "project ids"))
    except_: tuple[str, ...] = declare(
        Kind.TEXTS, "除外项目", "excepted projects", ("项目编号", "project ids")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    id: str = _identifier()
    zh: str = _zh()
    en: str = _en()
    definition: str = _definition()
    definition_en: str = _definition_en()
    themes: tuple[str, ...] = declare(Kind.TEXTS, "主题", "themes")
    members: Members = declare(Kind.RECORD, "成员", "members", required=True, record=Members)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorFamily:
    id: str = _identifier()
    zh: str = _zh()
    en: str = _en()
    definition: str = _definition()
    definition_en: str = _definition_en()
    level2: tuple[str, ...] = declare(
        Kind.TEXTS, "限于二级指标", "only under level 2", ("编号；省略即不限", "ids; any where left out")
    )
    names: tuple[str, ...] = declare(
        Kind.TEXTS,
        "三级指标名",
        "level-3 names",
        ("去掉空白和末尾的（%）", "blanks and a trailing （%） removed"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    id: str = _identifier()
    zh: str = _zh()
    en: str = _en()
    definition: str = _definition()
    definition_en: str = _definition_en()
    members: Members | None = declare(Kind.RECORD, "成员", "members", record=Members)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A printed value that an editor found to be wrong in our text. The printed value stays beside it."""

    file: str = declare(Kind.TEXT, "来源文件", "source file", required=True)
    line: str = declare(Kind.NUMBER, "来源行", "source line", required=True)
    field: str = declare(
        Kind.TEXT,
        "字段",
        "field",
        ("英文字段名，如 target", "name of the field, such as target"),
        required=True,
    )
    printed: str = declare(Kind.TEXT, "原印", "printed", required=True)
    corrected: str = declare(Kind.TEXT, "更正为", "corrected", required=True)
    reason: str = declare(Kind.TEXT, "理由", "reason", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    """An address that was published once and leads on."""

    old: str = declare(
        Kind.PATTERN,
        "旧地址",
        "old address",
        required=True,
        pattern=f"/{_ADDRESS_PARTS}+",
        expected=("形如 /projects/…/ 的地址", "an address like /projects/…/"),
    )
    new: str = declare(
        Kind.PATTERN,
        "新地址",
        "new address",
        required=True,
        pattern=f"/{_ADDRESS_PARTS}*",
        expected=("形如 /projects/…/ 的地址", "an address like /projects/…/"),
    )
