"""What the site says of itself and a visitor looks for: questions, checks, counties, lists, methods, pages of Markdown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import Protocol

from generator import addresses
from generator.analyse.catalogue import Catalogue
from generator.checks.catalogue import CHECKS
from generator.checks.texts import Both
from generator.load.markdown import Prose
from generator.model.lookups import Vocabulary
from generator.model.township import UNKNOWN_COUNTY
from generator.questions.catalogue import QUESTIONS
from generator.search.record import SearchRecord

_PAGES = {
    "townships": "lead",
    "projects": "lead",
    "programmes": "lead",
    "indicators": "lead",
    "themes": "lead",
    "counties": "lead",
    "years": "lead",
    "amounts": "lead",
    "questions": "description",
    "checks": "description",
    "compare": "description",
    "target_values": "description",
    "data": "",
}
"""Page → which of its interface strings tells what it is for; of the data, title only: the rest has figures in it."""


_NONE: Mapping[str, str] = MappingProxyType({})


class Words(Protocol):
    """The interface strings of one language."""

    @property
    def language(self) -> str: ...
    def __getattr__(self, name: str) -> str: ...


def make_site_records(
    catalogue: Catalogue, vocabulary: Vocabulary, words: Sequence[Words]
) -> Iterator[SearchRecord]:
    """`words`: of each language of the site, the first language first (reduce)."""
    has_english = any(each.language == "en" for each in words)
    yield from _questions_and_checks(has_english=has_english)
    yield from _counties(catalogue, vocabulary, has_english=has_english)
    for page, described in _PAGES.items():
        keys = [f"py_{page}", f"py_{page}_{described}"] if described else [f"py_{page}"]
        titles, *texts = [[getattr(each, key) for each in words] for key in keys]
        yield _make_page(addresses.address(page), titles, chain(*texts))
    for year in catalogue.by_year:
        titles = [each.py_year.format(year=year) for each in words]
        yield _make_page(addresses.address("year", year), titles, (), {"year": year})


def make_text_record(prose: Prose, translations: Mapping[str, Prose], name: str) -> SearchRecord:
    """A page of Markdown, in all its languages."""
    proses = (prose, *translations.values())
    texts = (token.content for each in proses for token in each.tokens if token.type == "inline")
    return _make_page(addresses.address("page", name), [each.title for each in proses], texts)


def _questions_and_checks(*, has_english: bool) -> Iterator[SearchRecord]:
    def say(*told: Both | None) -> Iterator[str]:
        for both in told:
            if both:
                yield both.zh
                yield from (both.en,) if has_english else ()

    for question in QUESTIONS:
        said = question.texts
        sections = (section.title for section in said.sections)
        texts = say(said.answer, said.formula, said.limits, *sections)
        url = addresses.address("question", question.id)
        yield _make_page(url, list(say(said.title)), (*said.asked, *texts), kind="question")
    for check in CHECKS:
        if check.is_public:
            about = check.texts
            texts = say(about.compares, about.why, about.rule, about.source, about.example)
            url = addresses.address("check", check.id.lower())
            yield _make_page(url, list(say(about.title)), (check.id, *texts), kind="check")


def _counties(catalogue: Catalogue, vocabulary: Vocabulary, *, has_english: bool) -> Iterator[SearchRecord]:
    for code in catalogue.by_county:
        if code != UNKNOWN_COUNTY:
            county = vocabulary.counties[code]
            titles = [county.full_name, *([county.full_name_en] if has_english else ())]
            yield _make_page(
                addresses.address("county", code), titles, (code,), {"county": code}, kind="county"
            )


def _make_page(
    url: str,
    titles: Sequence[str],
    texts: Iterable[str],
    filters: Mapping[str, str] = _NONE,
    *,
    kind: str = "page",
) -> SearchRecord:
    """Under the first title; the titles in other languages stand below it, and are found too."""
    title, *others = titles
    return SearchRecord(url, title, kind, " · ".join(others), filters, (*others, *texts))
