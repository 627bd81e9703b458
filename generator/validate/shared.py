"""Checks of the shared vocabulary: each id once, each reference to something that is there."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from generator.load.content import FINDINGS, Shared
from generator.load.yaml_nodes import node_at
from generator.model.lookups import plain_level, plain_name
from generator.model.site import LANGUAGES
from generator.model.vocabulary import Level1, Level2
from generator.problems import Problem
from generator.validate.dates import CALENDAR, is_date

PROGRAMMES = "vocabulary/programmes.yaml"
INDICATORS = "vocabulary/indicators.yaml"
THEMES = "vocabulary/themes.yaml"
LEVELS = "vocabulary/levels.yaml"
DIVISIONS = "divisions.yaml"
SITE = "site.yaml"


def check_shared(shared: Shared) -> list[Problem]:
    return [
        *_check_languages(shared),
        *_check_ids(shared),
        *_check_references(shared),
        *_check_levels(shared),
        *_check_families(shared),
        *_check_word_dates(shared),
        *_check_security(shared),
    ]


def _check_languages(shared: Shared) -> Iterator[Problem]:
    """Each once, and only those that names and definitions are written in."""
    expected = f"语言 / language（{' | '.join(LANGUAGES)}）"
    languages = shared.site.languages
    for index, language in enumerate(languages):
        if language not in LANGUAGES:
            yield shared.problem(SITE, "unknown-id", "languages", index, read=language, expected=expected)
        first = languages.index(language)
        if first < index:
            line = node_at(shared.trees[SITE], "languages", first).line + 1
            place = f"{SITE}:{line}"
            yield shared.problem(SITE, "duplicate-id", "languages", index, read=language, expected=place)


def _check_ids(shared: Shared) -> Iterator[Problem]:
    """Read from the trees, because a lookup has lost the doubles already."""
    lists: tuple[tuple[str, tuple[str, ...], str], ...] = (
        (PROGRAMMES, (), "id"),
        (INDICATORS, (), "id"),
        (THEMES, (), "id"),
        (LEVELS, ("level1",), "id"),
        (LEVELS, ("level2",), "id"),
        (DIVISIONS, ("counties",), "code"),
        (FINDINGS, (), "finding"),
    )
    for file, steps, key in lists:
        if file not in shared.trees:
            continue
        first: dict[str, int] = {}
        for index, entry in enumerate(getattr(node_at(shared.trees[file], *steps), "items", ())):
            node = node_at(entry, key)
            text = getattr(node, "text", "")
            if text in first:
                place = f"{file}:{first[text]}"
                yield shared.problem(file, "duplicate-id", *steps, index, key, read=text, expected=place)
            first.setdefault(text, node.line + 1)


def _check_references(shared: Shared) -> Iterator[Problem]:
    vocabulary = shared.vocabulary
    references: Iterable[tuple[str, tuple[str | int, ...], str, Mapping[str, object], str]] = chain(
        (
            (PROGRAMMES, (index, "themes", place), theme, vocabulary.themes, "主题 / theme")
            for index, programme in enumerate(vocabulary.programmes.values())
            for place, theme in enumerate(programme.themes)
        ),
        (
            (INDICATORS, (index, "level2", place), level2, vocabulary.level2, "二级指标 / level 2")
            for index, family in enumerate(vocabulary.families.values())
            for place, level2 in enumerate(family.level2)
        ),
        (
            (LEVELS, ("level2", index, "level1"), level2.level1, vocabulary.level1, "一级指标 / level 1")
            for index, level2 in enumerate(vocabulary.level2.values())
        ),
        (
            (
                LEVELS,
                ("level2", index, "normalised"),
                level2.normalised,
                vocabulary.level2,
                "二级指标 / level 2",
            )
            for index, level2 in enumerate(vocabulary.level2.values())
            if level2.normalised is not None
        ),
    )
    for file, steps, id_, known, what in references:
        if id_ not in known:
            yield shared.problem(file, "unknown-id", *steps, read=id_, expected=what)


def _check_levels(shared: Shared) -> Iterator[Problem]:
    """One printed variant must lead to one category, or the last one would take it unseen."""
    for key in ("level1", "level2"):
        levels: Mapping[str, Level1 | Level2] = getattr(shared.vocabulary, key)
        taken: dict[str, str] = {}
        for index, level in enumerate(levels.values()):
            printed = ((("printed", place), text) for place, text in enumerate(level.printed))
            for steps, text in ((("zh",), level.zh), *printed):
                holder = taken.setdefault(plain_level(text), level.id)
                if holder != level.id:
                    others = f"{holder}, {level.id}"
                    yield shared.problem(LEVELS, "two-levels", key, index, *steps, read=text, expected=others)


def _check_families(shared: Shared) -> Iterator[Problem]:
    """One printed name under one level 2 must lead to one family, or a comparison would depend on the order."""
    taken: dict[tuple[str, str], str] = {}
    for index, family in enumerate(shared.vocabulary.families.values()):
        levels = family.level2 or tuple(shared.vocabulary.level2)
        for place, name in enumerate(family.names):
            holders = {taken.setdefault((plain_name(name), level), family.id) for level in levels}
            if holders != {family.id}:
                others = ", ".join(sorted({*holders, family.id}))
                yield shared.problem(
                    INDICATORS, "two-families", index, "names", place, read=name, expected=others
                )


def _check_security(shared: Shared) -> Iterator[Problem]:
    security = shared.site.security
    if security is not None and not is_date(security.expires):
        yield shared.problem(
            SITE, "wrong-value", "security", "expires", read=security.expires, expected=CALENDAR
        )


def _check_word_dates(shared: Shared) -> Iterator[Problem]:
    for index, word in enumerate(shared.words):
        if not is_date(word.date):
            yield shared.problem(FINDINGS, "wrong-value", index, "date", read=word.date, expected=CALENDAR)
