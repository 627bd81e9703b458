"""The words of one language: interface strings, and which of two declared names a page shows.

What a document prints stays as it is; only what we say about it has a language.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from generator.model.fields import Field
from generator.model.site import DEFAULT_LANGUAGE, Site
from generator.model.township import UNKNOWN_COUNTY, County
from generator.readings.wording import Language
from generator.textual import fill


class Named(Protocol):
    """A field, category, family, theme, column: whatever is declared with a name in both languages."""

    @property
    def zh(self) -> str: ...
    @property
    def en(self) -> str: ...


class Described(Protocol):
    @property
    def about_zh(self) -> str: ...
    @property
    def about_en(self) -> str: ...


class Defined(Protocol):
    @property
    def definition(self) -> str: ...
    @property
    def definition_en(self) -> str: ...


class Strings:
    """Interface strings as attributes: `t.search_label`. An unknown one is an error."""

    def __init__(self, language: str, texts: Mapping[str, str]) -> None:
        self.language = language
        self.is_chinese = language == DEFAULT_LANGUAGE
        self.reading_language: Language = "zh" if self.is_chinese else "en"
        """Of the words for readings."""
        self._texts = texts
        # Attributes of their own are found several times as fast as by `__getattr__`, and pages ask for hundreds.
        vars(self).update(texts)

    def __getattr__(self, name: str) -> str:
        raise AttributeError(name)

    def format(self, key: str, /, **values: object) -> str:
        """A string with `{…}` filled in."""
        return fill(self._texts[key], values)

    def pick(self, chinese: str, english: str | None) -> str:
        """The text in this language; Chinese where there is no English."""
        return chinese if self.is_chinese or not english else english

    def _label(self, chinese: str, english: str) -> str:
        """Declarations are written as parts of a sentence; alone, the English ones begin with a capital."""
        return self.pick(chinese, english[:1].upper() + english[1:])

    def name(self, named: Named) -> str:
        """`预算数` or `Budget`."""
        return self._label(named.zh, named.en)

    def about(self, described: Described) -> str:
        return self._label(described.about_zh, described.about_en)

    def definition(self, defined: Defined) -> str:
        return self.pick(defined.definition, defined.definition_en)

    def choice(self, field: Field, value: str) -> str:
        """The label of a value of a `CHOICE`."""
        return self._label(*field.choices[value])

    def projects(self, count: int) -> str:
        """`12 projects`, `1 project`."""
        return self.format("py_total_projects", count=f"{count:,}")

    def budget_sum(self, count: int, projects: int) -> str:
        """Of how many `projects` the budgets are added up."""
        if count == projects:
            return self.py_budget_sum_all
        key = "py_budget_sum" if count else "py_budget_sum_none"
        return self.format(key, count=count, all=projects)

    def unit(self, printed: str) -> str:
        """A printed money unit; in English with what it means: `万元 (10,000 yuan)`."""
        return {"万元": self.py_unit_wan, "元": self.py_unit_yuan}.get(printed, printed)

    def county(self, county: County) -> str:
        """`河北省秦皇岛市卢龙县` or `Lulong County, Qinhuangdao, Hebei`."""
        return self.pick(county.full_name, county.full_name_en)

    def place(self, county: County, township: str) -> str:
        """A township's name, which is Chinese in every language, with the places it lies in."""
        if self.is_chinese or county.code == UNKNOWN_COUNTY or not county.full_name_en:
            return county.name_of(township)
        return f"{township}, {county.full_name_en}"

    def other_title(self, site: Site) -> dict[str, str]:
        """The name of the site that stands below that of this language, and what it is in."""
        if self.is_chinese:
            return {"other_title": site.title_en, "other_language": "en"}
        return {"other_title": site.title, "other_language": DEFAULT_LANGUAGE}

    def short_place(self, county: County, township: str) -> str:
        """A township's name with its county alone: `卢龙县双望镇`, `双望镇, Lulong County`."""
        if county.code == UNKNOWN_COUNTY:
            return township
        if self.is_chinese or not county.county_en:
            return county.county + township.removeprefix(county.county)
        return f"{township}, {county.county_en}"

    def site(self, site: Site) -> Site:
        """The site with its own texts in this language."""
        publisher, licence = site.publisher, site.licence
        return replace(
            site,
            title=self.pick(site.title, site.title_en),
            description=self.pick(site.description, site.description_en),
            publisher=replace(publisher, name=self.pick(publisher.name, publisher.name_en)),
            licence=replace(licence, note=self.pick(licence.note or "", licence.note_en) or None),
        )
