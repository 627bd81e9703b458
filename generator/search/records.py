"""What is found, page by page: printed cells, codes, places and their aliases. Labels and headings stay out."""

from collections.abc import Iterator
from typing import Any

from generator import addresses
from generator.analyse.amounts import trimmed
from generator.analyse.catalogue import Catalogue
from generator.analyse.disclosure import DisclosureFacts, ProjectFacts
from generator.analyse.shown_budget import shown_budget
from generator.analyse.small_groups import stays_in_document
from generator.analyse.summary import DisclosureSummary
from generator.model.fields import fields_of
from generator.model.lookups import Vocabulary
from generator.search.amounts import find_range
from generator.search.record import SearchRecord

_NOT_PRINTED = frozenset({"line", "lines", "page", "cell"})
"""Fields that say where a record stands."""
_TELLING = ("description", "target", "actual")
"""Fields of a row that say how many, or how much."""


def make_disclosure_records(facts: DisclosureFacts, title: str) -> Iterator[SearchRecord]:
    """The disclosure, under its title, with all it prints beside its projects; and each project (map)."""
    places = _places(facts)
    shown_place = f"{facts.county.name_of(facts.township.name)} · {facts.printed.year}"
    filters = {
        "township": facts.township_id,
        "county": facts.township.county_code,
        "year": facts.printed.year,
    }
    yield SearchRecord(
        url=addresses.address("disclosure", facts.township_id, facts.printed.year),
        title=title,
        kind="disclosure",
        place=shown_place,
        filters=filters,
        texts=(
            *places,
            *_texts(facts.printed, leave_out=frozenset({"projects", "source", "expected", "schema"})),
        ),
    )
    for project in facts.projects:
        yield SearchRecord(
            url=addresses.address("project", project.id),
            title=project.printed.name,
            kind="project",
            place=shown_place,
            filters={**filters, **dict(_project_filters(project))},
            texts=(*_project_texts(project), *places),
            unquoted=tuple(_unquoted(project)),
            budget=trimmed(project.budget_wan),
            shown_budget=shown_budget(facts, project),
        )


def make_across_records(catalogue: Catalogue, vocabulary: Vocabulary) -> Iterator[SearchRecord]:
    """Townships, programmes, indicator families and themes (reduce)."""
    for disclosures in catalogue.by_township.values():
        yield _township_record(disclosures[0], vocabulary)
    for id_, programme in vocabulary.programmes.items():
        address = addresses.address("programme", id_)
        yield SearchRecord(
            address,
            programme.zh,
            "programme",
            programme.en,
            {"programme": id_, "theme": programme.themes},
            (programme.zh, programme.en, programme.definition),
        )
    for id_, family in vocabulary.families.items():
        address = addresses.address("indicator", id_)
        texts = (family.zh, family.en, family.definition, *family.names)
        yield SearchRecord(address, family.zh, "indicator", family.en, {}, texts)
    for id_, theme in vocabulary.themes.items():
        address = addresses.address("theme", id_)
        texts = (theme.zh, theme.en, theme.definition)
        yield SearchRecord(address, theme.zh, "theme", theme.en, {"theme": id_}, texts)


def _township_record(disclosure: DisclosureSummary, vocabulary: Vocabulary) -> SearchRecord:
    township = disclosure.township
    county = vocabulary.counties[township.county_code]
    return SearchRecord(
        url=addresses.address("township", township.id),
        title=township.name,
        kind="township",
        place=county.full_name,
        filters={"township": township.id, "county": township.county_code},
        texts=(
            township.name,
            county.name_of(township.name),
            *(alias.text for alias in township.aliases),
            township.note,
        ),
    )


def _places(facts: DisclosureFacts) -> tuple[str, ...]:
    """The names a reader may search the place by."""
    aliases = (alias.text for alias in facts.township.aliases)
    return (
        facts.township.name,
        facts.county.name_of(facts.township.name),
        facts.township_id,
        facts.township.county_code,
        *aliases,
    )


def _project_filters(project: ProjectFacts) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    if project.programme:
        yield "programme", project.programme
    if project.themes:
        yield "theme", project.themes
    yield "amount", find_range(project.budget_wan)
    yield "target", tuple(dict.fromkeys(row.reading.kind.value for row in project.indicators))


def _project_texts(project: ProjectFacts) -> Iterator[str]:
    yield project.id
    yield from _texts(project.printed, leave_out=_NOT_PRINTED | {"plan_unit", "cut_off", "no", "indicators"})
    for row in project.indicators:
        kept = _TELLING if stays_in_document(project, row) else ()
        yield from _texts(row.printed, leave_out=_NOT_PRINTED.union(kept))


def _unquoted(project: ProjectFacts) -> Iterator[str]:
    """The cells on small groups, which are no excerpt among those of other townships."""
    for row in project.indicators:
        if stays_in_document(project, row):
            yield from (text for name in _TELLING if (text := getattr(row.printed, name)))


def _texts(record: Any, *, leave_out: frozenset[str] = _NOT_PRINTED) -> Iterator[str]:
    """Every printed text of a record and of the records inside it, in the order of the declarations."""
    for name, field in fields_of(type(record)).items():
        value = getattr(record, name)
        if name in leave_out or value is None:
            continue
        if field.record is None:
            yield from value if isinstance(value, tuple) else (value,)
        else:
            for entry in value if isinstance(value, tuple) else (value,):
                yield from _texts(entry)
