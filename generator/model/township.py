"""A township: who it is, and how sure we are (contract §3; domain.md §5)."""

from dataclasses import dataclass

from generator.model.disclosure import YEAR
from generator.model.fields import Kind, declare

COUNTY_CODE = r"[0-9]{6}"
UNKNOWN_COUNTY = "000000"
"""Stands for the county of a document that names no place; no code of GB/T 2260."""
SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_SIX_DIGITS = ("六位数字", "six digits")
_SLUG_WORDS = ("小写字母、数字和连字符", "lower-case letters, digits and hyphens")

NAME_STATUSES = {
    "printed": ("文件印有名称", "printed in the document"),
    "corrected": ("文件印的是其他写法，本站作了更正", "printed otherwise in the document, corrected here"),
    "not_printed": ("文件未载明名称", "not printed in the document"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    text: str = declare(Kind.TEXT, "别名", "alias", ("搜索时也能找到", "search finds it too"), required=True)
    why: str = declare(Kind.TEXT, "缘由", "why", required=True)
    why_en: str | None = declare(Kind.TEXT, "缘由（英文）", "why, in English")


@dataclass(frozen=True, slots=True, kw_only=True)
class VillagesSource:
    """Which line of which disclosure of the township prints how many villages it has."""

    year: str = declare(
        Kind.PATTERN,
        "年度",
        "year",
        ("本站收录的那份文件的年度", "of a disclosure of the township that is here"),
        required=True,
        pattern=YEAR,
        expected=("四位年份", "a year of four digits"),
    )
    line: str = declare(Kind.NUMBER, "来源行", "source line", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Township:
    name: str = declare(Kind.TEXT, "名称", "name", required=True)
    kind: str = declare(
        Kind.CHOICE,
        "类型",
        "kind",
        required=True,
        choices={
            "镇": ("镇", "town"),
            "乡": ("乡", "rural township"),
            "民族乡": ("民族乡", "ethnic township"),
            "街道": ("街道", "subdistrict"),
        },
    )
    county_code: str = declare(
        Kind.PATTERN,
        "县级代码",
        "county code",
        ("GB/T 2260；000000 表示未载明", "GB/T 2260; 000000 where not printed"),
        required=True,
        pattern=COUNTY_CODE,
        expected=_SIX_DIGITS,
    )
    slug: str = declare(
        Kind.PATTERN,
        "短名",
        "slug",
        ("地址中使用，发布后不变", "used in addresses, never changed"),
        required=True,
        pattern=SLUG,
        expected=_SLUG_WORDS,
    )
    aliases: tuple[Alias, ...] = declare(Kind.RECORDS, "别名", "aliases", record=Alias)
    name_status: str = declare(
        Kind.CHOICE, "名称依据", "basis of the name", required=True, choices=NAME_STATUSES
    )
    note: str | None = declare(Kind.TEXT, "说明", "note")
    note_en: str | None = declare(Kind.TEXT, "说明（英文）", "note in English")
    division_code: str | None = declare(
        Kind.PATTERN,
        "统计用区划代码",
        "division code",
        ("本站所加，文件没有印", "ours, not printed in the documents"),
        pattern=r"[0-9]{9}",
        expected=("九位数字", "nine digits"),
    )
    villages: str | None = declare(
        Kind.NUMBER, "村数", "villages", ("文件印有的村数", "as the document prints it")
    )
    villages_source: VillagesSource | None = declare(
        Kind.RECORD,
        "村数出处",
        "source of the villages",
        ("印有村数的那一行", "the line that prints their number"),
        record=VillagesSource,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class County:
    code: str = declare(
        Kind.PATTERN, "县级代码", "county code", required=True, pattern=COUNTY_CODE, expected=_SIX_DIGITS
    )
    province: str = declare(Kind.TEXT, "省", "province", required=True)
    prefecture: str = declare(Kind.TEXT, "地级市", "prefecture", required=True)
    county: str = declare(Kind.TEXT, "县（市、区）", "county", required=True)
    province_en: str | None = declare(Kind.TEXT, "省（英文）", "province in English")
    prefecture_en: str | None = declare(Kind.TEXT, "地级市（英文）", "prefecture in English")
    county_en: str | None = declare(Kind.TEXT, "县（英文）", "county in English")
    note: str | None = declare(Kind.TEXT, "说明", "note")
    note_en: str | None = declare(Kind.TEXT, "说明（英文）", "note in English")

    @property
    def full_name(self) -> str:
        """`河北省秦皇岛市卢龙县`; repeated parts left out."""
        return "".join(dict.fromkeys((self.province, self.prefecture, self.county)))

    @property
    def full_name_en(self) -> str:
        """`Lulong County, Qinhuangdao, Hebei`; repeated parts left out, empty where a part has no English name."""
        parts = (self.county_en, self.prefecture_en, self.province_en)
        return ", ".join(dict.fromkeys(part for part in parts if part)) if all(parts) else ""

    def name_of(self, township: str) -> str:
        """A township's name with the places it lies in, each named once; alone where the document names none."""
        if self.code == UNKNOWN_COUNTY:
            return township
        return self.full_name + township.removeprefix(self.county)


@dataclass(frozen=True, slots=True, kw_only=True)
class Divisions:
    edition: str = declare(Kind.TEXT, "代码版本", "edition", required=True)
    counties: tuple[County, ...] = declare(Kind.RECORDS, "县（市、区）", "counties", record=County)
