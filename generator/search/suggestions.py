"""What the search box suggests: names that lead to a page, in files small enough to be loaded while one types."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.analyse.catalogue import Catalogue, ListedProject
from generator.analyse.summary import TownshipSummary
from generator.model.lookups import Vocabulary
from generator.questions.catalogue import QUESTIONS


@dataclass(frozen=True, slots=True)
class Suggestion:
    kind: str
    """township | programme | project | indicator | theme | question"""
    text: str
    url: str
    """`/townships/130324-shuangwang/`; empty where several projects share the name: the search shows them all."""
    note: str
    """Where it is or when; of a family its English name; of a shared name the number of its projects."""
    names: tuple[str, ...] = ()
    """By which it is found too: aliases, the id, the name without 镇 or 乡, other words of a question."""

    def as_json(self) -> list[str]:
        return [self.kind, self.text, self.url, self.note, *self.names]


def suggest_families(vocabulary: Vocabulary) -> Iterator[Suggestion]:
    """Programmes, indicator families, themes and questions: what an editor has defined, and so never very many."""
    for kind, families in (
        ("programme", vocabulary.programmes),
        ("indicator", vocabulary.families),
        ("theme", vocabulary.themes),
    ):
        for id_, family in families.items():
            yield Suggestion(kind, family.zh, addresses.address(kind, id_), family.en)
    for question in QUESTIONS:
        told = question.texts
        url = addresses.address("question", question.id)
        yield Suggestion("question", told.title.zh, url, told.title.en, told.asked)


def suggest_places_and_projects(catalogue: Catalogue, vocabulary: Vocabulary) -> Iterator[Suggestion]:
    """Townships, and the printed names of projects, each name once."""
    for disclosures in catalogue.by_township.values():
        township = disclosures[0].township
        yield Suggestion(
            "township",
            township.name,
            addresses.address("township", township.id),
            vocabulary.counties[township.county_code].full_name,
            tuple(_names(township)),
        )
    counts = Counter(listed.project.name for listed in catalogue.projects)
    for listed in {listed.project.name: listed for listed in catalogue.projects}.values():
        yield _suggest_project(listed, counts[listed.project.name])


def _names(township: TownshipSummary) -> Iterator[str]:
    yield from (alias.text for alias in township.aliases if alias.text != township.name)
    yield township.id
    stem = township.name.removesuffix(township.kind)
    if stem != township.name and len(stem) > 1:
        yield stem


def _suggest_project(listed: ListedProject, count: int) -> Suggestion:
    project, disclosure = listed.project, listed.disclosure
    if count > 1:
        return Suggestion("project", project.name, "", str(count))
    place = f"{disclosure.township.name} · {disclosure.year}"
    return Suggestion("project", project.name, addresses.address("project", project.id), place)
