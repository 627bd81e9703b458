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
    """Filter → id → words, in the order in which they are offered: what editors define, and so never very many.

    What is the same on every site (kinds of page, ranges of money) stands in the template.
    """
    is_english = language == "en"
    return {
        "year": {year: year for year in sorted(catalogue.by_year, reverse=True)},
        "programme": _names(vocabulary.programmes, is_english=is_english),
        "theme": _names(vocabulary.themes, is_english=is_english),
    }


def name_places(
    catalogue: Catalogue, vocabulary: Vocabulary, *, has_english: bool
) -> dict[str, dict[str, tuple[str, ...]]]:
    """Filter → id → name and English name, of what a site may have tens of thousands of."""
    townships = {id_: (listed[0].township.name,) for id_, listed in catalogue.by_township.items()}
    counties = {}
    for code in catalogue.by_county:
        county = vocabulary.counties[code]
        english = (county.full_name_en or county.full_name,) if has_english else ()
        counties[code] = (county.full_name, *english)
    return {"township": townships, "county": counties}


def _names(families: Mapping[str, _Named], *, is_english: bool) -> dict[str, str]:
    return {id_: family.en if is_english else family.zh for id_, family in families.items()}
