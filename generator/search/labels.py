"""The words that the filters of the search page show for the ids in `SearchRecord.filters`."""

from collections.abc import Mapping
from typing import Protocol

from generator.analyse.catalogue import Catalogue
from generator.model.lookups import Vocabulary


class _Named(Protocol):
    @property
    def zh(self) -> str: ...
    @property
    def en(self) -> str: ...


def make_labels(catalogue: Catalogue, vocabulary: Vocabulary, language: str) -> dict[str, dict[str, str]]:
    """Filter → id → words, in the order in which they are offered.

    What is the same on every site (kinds of page, ranges of money) stands in the template.
    """
    townships = {disclosure.township.id: disclosure.township.name for disclosure in catalogue.disclosures}
    counties = {code: vocabulary.counties[code] for code in catalogue.by_county}
    is_english = language == "en"
    return {
        "township": townships,
        "county": {
            code: (county.full_name_en if is_english else "") or county.full_name
            for code, county in counties.items()
        },
        "year": {year: year for year in sorted(catalogue.by_year, reverse=True)},
        "programme": _names(vocabulary.programmes, is_english=is_english),
        "theme": _names(vocabulary.themes, is_english=is_english),
    }


def _names(families: Mapping[str, _Named], *, is_english: bool) -> dict[str, str]:
    return {id_: family.en if is_english else family.zh for id_, family in families.items()}
