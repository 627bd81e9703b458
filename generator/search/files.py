"""The files of the search beside its index: words for the filters, names for the search box."""

import json
from collections.abc import Iterator, Sequence

from generator.analyse.catalogue import Catalogue
from generator.model.lookups import Vocabulary
from generator.search.labels import make_labels
from generator.search.shards import make_name_files
from generator.search.suggestions import suggest_families, suggest_places_and_projects


def make_search_files(
    catalogue: Catalogue, vocabulary: Vocabulary, languages: Sequence[str]
) -> Iterator[tuple[str, bytes]]:
    """Path and content. The same files serve the pages of all languages, but for the words of the filters."""
    for language in languages:
        labels = json.dumps(make_labels(catalogue, vocabulary, language), ensure_ascii=False, indent=2)
        yield f"search/labels.{language}.json", f"{labels}\n".encode()
    names = tuple(suggest_places_and_projects(catalogue, vocabulary))
    yield from make_name_files(suggest_families(vocabulary), names)
