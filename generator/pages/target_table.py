"""The target table of a project: rows under their level 1, each with its reading and what was found on it."""

from collections.abc import Mapping
from itertools import groupby

from generator import addresses
from generator.analyse.disclosure import IndicatorFacts, ProjectFacts
from generator.model.disclosure import Indicator
from generator.model.fields import Field, fields_of
from generator.model.lookups import Vocabulary
from generator.model.vocabulary import Correction, Level1, Level2
from generator.pages.links import Links, line_ref
from generator.pages.strings import Strings
from generator.pages.terms import PageTerms
from generator.pages.views import (
    CorrectionView,
    Fact,
    Link,
    ReadingView,
    RowGroup,
    RowView,
    TermView,
)
from generator.readings import Reading
from generator.readings.plain_words import in_words, notes_in_words
from generator.readings.wording import Language

_EXTRA_COLUMNS = (
    "operator",
    "unit",
    "weight",
    "direction",
    "period",
    "actual",
    "score",
    "deviation",
    "remark",
)


class TargetTables:
    """Makes the tables of one disclosure, which share links and labels."""

    def __init__(self, vocabulary: Vocabulary, source_page: str, links: Links, t: Strings) -> None:
        self._vocabulary = vocabulary
        self._source_page = source_page
        self._links = links
        self._t = t
        self._extra_labels = {name: t.name(fields_of(Indicator)[name]) for name in _EXTRA_COLUMNS}
        self._family_links: dict[str, Link] = {}

    def columns(self, project: ProjectFacts, terms: PageTerms) -> tuple[TermView, ...]:
        """The columns that the table has, and the reading that stands in none; each opens its explanation."""
        t, rows = self._t, project.printed.indicators
        shown = {
            "target": t.column_target,
            "reading": t.reading_word,
            "description": t.column_description if any(row.description is not None for row in rows) else "",
            "basis": t.column_basis if any(row.basis is not None for row in rows) else "",
        }
        return tuple(
            TermView(anchor, label) for id_, label in shown.items() if (anchor := terms.note(id_, label))
        )

    def groups(
        self, project: ProjectFacts, terms: PageTerms, findings: Mapping[int, tuple[Link, ...]]
    ) -> tuple[RowGroup, ...]:
        """Neighbouring rows of one printed level 1; the order of the document is kept."""
        groups = []
        for label, members in groupby(project.indicators, lambda row: row.printed.level1):
            rows = tuple(members)
            level1_id = rows[0].level1_id
            groups.append(
                RowGroup(
                    label=label or self._t.py_no_level,
                    gloss=self._gloss(self._vocabulary.level1, level1_id),
                    level1_id=level1_id,
                    term=terms.note(level1_id, label or ""),
                    rows=tuple(self._row(row, terms, findings.get(row.row, ())) for row in rows),
                )
            )
        return tuple(groups)

    def _gloss(self, levels: Mapping[str, Level1] | Mapping[str, Level2], id_: str) -> str:
        """What a printed category means, on pages that are not in the language of the document."""
        return "" if self._t.is_chinese or id_ not in levels else levels[id_].en

    def _row(self, row: IndicatorFacts, terms: PageTerms, findings: tuple[Link, ...]) -> RowView:
        printed = row.printed
        return RowView(
            anchor=addresses.row_anchor(row.row),
            number=str(row.row),
            level2=printed.level2,
            level2_term=terms.note(row.level2_id, printed.level2),
            level2_gloss=self._gloss(self._vocabulary.level2, row.level2_id),
            name=printed.name,
            description=printed.description or "",
            target=printed.target,
            reading=reading_view(row.reading, self._t),
            basis=printed.basis or "",
            extras=self._extras(printed),
            findings=findings,
            is_blank=printed.is_blank,
            family=self._family(row.family) if row.family else None,
            corrections=(
                correction_views(row.corrections, fields_of(Indicator), self._t) if row.corrections else ()
            ),
            source=line_ref(self._source_page, printed.line),
        )

    def _family(self, family: str) -> Link:
        if family not in self._family_links:
            name = self._t.name(self._vocabulary.families[family])
            self._family_links[family] = Link(name, self._links.to("indicator", family))
        return self._family_links[family]

    def _extras(self, printed: Indicator) -> tuple[Fact, ...]:
        return tuple(
            Fact(label, value)
            for name, label in self._extra_labels.items()
            if (value := getattr(printed, name))
        )


def reading_view(reading: Reading, t: Strings) -> ReadingView | None:
    language: Language = "zh" if t.is_chinese else "en"
    words = in_words(reading, language)
    return ReadingView(words, notes_in_words(reading, language)) if words else None


def correction_views(
    corrections: tuple[Correction, ...], fields: Mapping[str, Field], t: Strings
) -> tuple[CorrectionView, ...]:
    return tuple(
        CorrectionView(
            label=t.name(fields[correction.field]),
            printed=correction.printed,
            corrected=correction.corrected,
            reason=correction.reason,
        )
        for correction in corrections
        if correction.field in fields
    )
