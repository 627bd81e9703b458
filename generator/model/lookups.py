"""The shared vocabulary, ready for looking up. Built once, frozen, small enough to send to every process."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model.township import County
from generator.model.vocabulary import (
    Correction,
    IndicatorFamily,
    Level1,
    Level2,
    Levels,
    Members,
    Programme,
    Theme,
)
from generator.textual import squeeze

_TRAILING_UNIT = re.compile(r"[（(][%％][)）]$")


def plain_name(printed: str) -> str:
    """The name families go by: blanks and a trailing `(%)` removed."""
    return _TRAILING_UNIT.sub("", squeeze(printed))


def plain_level(printed: str) -> str:
    """What the variants of a category have in common: blanks and `指标` at the end removed."""
    return squeeze(printed).removesuffix("指标")


def is_member(members: Members, project_id: str, name: str) -> bool:
    """Whether a project belongs by rule or by hand (`Members`)."""
    if project_id in members.projects:
        return True
    if project_id in members.except_:
        return False
    plain = squeeze(name)
    return any(word in plain for word in members.any) and not any(word in plain for word in members.none)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    counties: Mapping[str, County]
    level1: Mapping[str, Level1]
    level2: Mapping[str, Level2]
    programmes: Mapping[str, Programme]
    families: Mapping[str, IndicatorFamily]
    themes: Mapping[str, Theme]
    corrections: tuple[Correction, ...]
    _level1_by_print: Mapping[str, str]
    _level2_by_print: Mapping[str, str]
    _families_by_name: Mapping[str, tuple[IndicatorFamily, ...]]

    def level1_id(self, printed: str) -> str | None:
        return self._level1_by_print.get(plain_level(printed))

    def level2_id(self, printed: str) -> str | None:
        """The canonical id: an older category gives the one it is normalised to (domain.md §2)."""
        return self._level2_by_print.get(plain_level(printed))

    def programmes_of(self, project_id: str, name: str) -> tuple[str, ...]:
        """All programmes whose rule the project meets; valid content gives one at most."""
        return tuple(
            id_
            for id_, programme in self.programmes.items()
            if is_member(programme.members, project_id, name)
        )

    def themes_of(self, project_id: str, name: str, programme: str | None) -> tuple[str, ...]:
        """The themes of its programme and those whose own rule it meets, in the order of the vocabulary."""
        by_programme = self.programmes[programme].themes if programme else ()
        return tuple(
            id_
            for id_, theme in self.themes.items()
            if id_ in by_programme or (theme.members and is_member(theme.members, project_id, name))
        )

    def family_of(self, name: str, level2_id: str | None) -> str | None:
        for family in self._families_by_name.get(plain_name(name), ()):
            if not family.level2 or level2_id in family.level2:
                return family.id
        return None


def make_vocabulary(
    *,
    counties: Iterable[County],
    levels: Levels,
    programmes: Iterable[Programme],
    families: Iterable[IndicatorFamily],
    themes: Iterable[Theme],
    corrections: Iterable[Correction],
) -> Vocabulary:
    families = tuple(families)
    names: dict[str, tuple[IndicatorFamily, ...]] = {}
    for family in families:
        for name in family.names:
            names[plain_name(name)] = (*names.get(plain_name(name), ()), family)
    return Vocabulary(
        counties={county.code: county for county in counties},
        level1={level.id: level for level in levels.level1},
        level2={level.id: level for level in levels.level2},
        programmes={programme.id: programme for programme in programmes},
        families={family.id: family for family in families},
        themes={theme.id: theme for theme in themes},
        corrections=tuple(corrections),
        _level1_by_print=_by_print(levels.level1),
        _level2_by_print=_by_print(levels.level2),
        _families_by_name=names,
    )


def _by_print(levels: Iterable[Level1 | Level2]) -> dict[str, str]:
    return {
        plain_level(printed): getattr(level, "normalised", None) or level.id
        for level in levels
        for printed in (level.zh, *level.printed)
    }
