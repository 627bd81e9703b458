"""Checks of the shared vocabulary: each id once, each reference to something that is there."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from generator.load.content import Shared
from generator.load.yaml_nodes import Node, node_at
from generator.model.lookups import plain_name
from generator.problems import Problem

PROGRAMMES = "vocabulary/programmes.yaml"
INDICATORS = "vocabulary/indicators.yaml"
THEMES = "vocabulary/themes.yaml"
LEVELS = "vocabulary/levels.yaml"
DIVISIONS = "divisions.yaml"


def check_shared(shared: Shared, trees: Mapping[str, Node]) -> list[Problem]:
    return [
        *_check_ids(trees),
        *_check_references(shared, trees),
        *_check_families(shared, trees),
    ]


def _check_ids(trees: Mapping[str, Node]) -> Iterator[Problem]:
    """Read from the trees, because a lookup has lost the doubles already."""
    lists: tuple[tuple[str, tuple[str, ...], str], ...] = (
        (PROGRAMMES, (), "id"),
        (INDICATORS, (), "id"),
        (THEMES, (), "id"),
        (LEVELS, ("level1",), "id"),
        (LEVELS, ("level2",), "id"),
        (DIVISIONS, ("counties",), "code"),
    )
    for file, steps, key in lists:
        first: dict[str, int] = {}
        for entry in getattr(node_at(trees[file], *steps), "items", ()):
            node = node_at(entry, key)
            text = getattr(node, "text", "")
            if text in first:
                place = f"{file}:{first[text]}"
                yield _problem(file, node, "duplicate-id", read=text, expected=place)
            first.setdefault(text, node.line + 1)


def _check_references(shared: Shared, trees: Mapping[str, Node]) -> Iterator[Problem]:
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
            yield _problem(file, node_at(trees[file], *steps), "unknown-id", read=id_, expected=what)


def _check_families(shared: Shared, trees: Mapping[str, Node]) -> Iterator[Problem]:
    """One printed name under one level 2 must lead to one family, or a comparison would depend on the order."""
    taken: dict[tuple[str, str], str] = {}
    for index, family in enumerate(shared.vocabulary.families.values()):
        levels = family.level2 or tuple(shared.vocabulary.level2)
        for place, name in enumerate(family.names):
            holders = {taken.setdefault((plain_name(name), level), family.id) for level in levels}
            if holders != {family.id}:
                node = node_at(trees[INDICATORS], index, "names", place)
                others = ", ".join(sorted({*holders, family.id}))
                yield _problem(INDICATORS, node, "two-families", read=name, expected=others)


def _problem(file: str, node: Node, code: str, **values: str) -> Problem:
    return Problem(file, node.line + 1, node.column + 1, code, values=values)
