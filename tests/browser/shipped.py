"""What the shipped content prints, read straight from its files: the truth for the search over the whole site."""

import random
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

CONTENT = Path(__file__).parents[2] / "content"
NOT_PRINTED = {"no", "line", "lines", "plan_unit", "cut_off", "level1", "level2"}
"""Ours, or fixed headings of the form; everything else in a project is a printed cell."""


@dataclass(frozen=True, slots=True)
class PrintedProject:
    url: str
    disclosure: str
    code: str
    name: str
    cells: tuple[str, ...]
    aliases: tuple[str, ...]
    """Of its township."""


def read_projects() -> list[PrintedProject]:
    return [
        project for path in sorted(CONTENT.glob("townships/*/*/*/disclosure.yaml")) for project in _read(path)
    ]


def _read(path: Path) -> Iterator[PrintedProject]:
    county, slug, year = path.parts[-4:-1]
    township = _load(path.parents[1] / "township.yaml")
    disclosure = f"{county}-{slug}-{year}"
    for project in _load(path)["projects"]:
        yield PrintedProject(
            url=f"/projects/{disclosure}-{project['no'].zfill(2)}/",
            disclosure=disclosure,
            code=project.get("code", ""),
            name=project["name"],
            cells=tuple(cell for cell in _find_cells(project) if normalise(cell)),
            aliases=(township["name"], *(alias["text"] for alias in township.get("aliases", []))),
        )


def _load(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def _find_cells(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _find_cells(item)
    else:
        for key, item in value.items():
            if key not in NOT_PRINTED:
                yield from _find_cells(item)


def normalise(text: str) -> str:
    """Blanks, letter case and full-width forms aside."""
    return "".join(unicodedata.normalize("NFKC", text).lower().split())


def sample_queries(projects: list[PrintedProject]) -> list[str]:
    """Names, codes, figures, aliases and parts of cells; the same ones every time."""
    chance = random.Random(20240101)
    names = sorted({project.name for project in projects})
    codes = sorted({project.code for project in projects if project.code[:1].isdigit()})
    cells = sorted({cell for project in projects for cell in project.cells})
    figures = [cell for cell in cells if len(cell) <= 12 and any(sign.isdigit() for sign in cell)]
    aliases = sorted({alias for project in projects for alias in project.aliases})
    return [
        *(
            "党组织活动经费",
            "≥95%",
            "≥ 95％",
            "=79人",
            "27.08",
            "5 万/村",
            "5万/村",
            "郟马镇",
            "qiema",
            "镇",
            "3人",
        ),
        *chance.sample(names, min(30, len(names))),
        *chance.sample(codes, min(12, len(codes))),
        *(
            _cut(chance, code, chance.randint(4, 12)).lower()
            for code in chance.sample(codes, min(12, len(codes)))
        ),
        *chance.sample(figures, min(30, len(figures))),
        *aliases,
        *(_cut(chance, chance.choice(cells), 2) for _ in range(30)),
        *(_cut(chance, chance.choice(cells), chance.randint(3, 25)) for _ in range(40)),
    ]


def _cut(chance: random.Random, text: str, length: int) -> str:
    start = chance.randint(0, max(0, len(text) - length))
    return text[start : start + length]
