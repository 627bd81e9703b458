"""Makes a content folder of invented disclosures, as large as wished: the same numbers and seed give the same bytes.

`python -m tools.bench.corpus DIR --projects 1500 --disclosures 100`
"""

import argparse
import hashlib
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import yaml

from tools.bench import words

CONTENT = Path(__file__).resolve().parents[2] / "content"
_COPIED = ("vocabulary/levels.yaml", "vocabulary/indicators.yaml")
_LINK_TO_A_TOWNSHIP = re.compile(r"\[([^\]]*)\]\(/townships/[^)]+\)")
"""Of the pages. The content of invented townships has no page for it to lead to."""
_WITH_MEMBERS = ("vocabulary/programmes.yaml", "vocabulary/themes.yaml")
"""Their rules stay; the ids of real projects are taken out, which a content of invented ones would not have."""

_YEARS = ("2023", "2024")
_TOWNSHIPS_PER_COUNTY = 5
_LINES_PER_PROJECT = 40
"""In the source: the head of a table."""
_LINES_PER_ROW = 8

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Size:
    projects: int = 1500
    disclosures: int = 100


@dataclass(frozen=True, slots=True)
class _Place:
    county_code: str
    slug: str
    name: str
    kind: str

    @property
    def folder(self) -> str:
        return f"townships/{self.county_code}/{self.slug}"


def write_corpus(root: Path, size: Size, *, seed: int = 1) -> None:
    """Fill the new or empty folder `root`."""
    for path, text in _files(size, seed):
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")


def _files(size: Size, seed: int) -> Iterator[tuple[str, str]]:
    yield from _shared_files()
    townships = -(-size.disclosures // len(_YEARS))
    places = [_make_place(number) for number in range(townships)]
    yield "divisions.yaml", _dump(_divisions(places))
    each, more = divmod(size.projects, size.disclosures)
    for number in range(size.disclosures):
        place, year = places[number // len(_YEARS)], _YEARS[number % len(_YEARS)]
        if year == _YEARS[0]:
            yield f"{place.folder}/township.yaml", _dump(_township(place))
        # A generator of its own for each disclosure, so that a larger corpus begins with the smaller one.
        chance = random.Random(f"{seed}/{number}")
        maker = _DisclosureMaker(chance, place, year)
        disclosure = maker.make(each + (number < more))
        yield f"{place.folder}/{year}/disclosure.yaml", _dump(disclosure)
        yield f"{place.folder}/{year}/overview.md", _overview(place, disclosure)


def _shared_files() -> Iterator[tuple[str, str]]:
    """In one language: the site it is compared with has one."""
    site = yaml.load((CONTENT / "site.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader)
    site.pop("languages", None)
    yield "site.yaml", _dump(site)
    for name in _COPIED:
        yield name, (CONTENT / name).read_text(encoding="utf-8")
    for path in _originals(CONTENT / "pages"):
        text = path.read_text(encoding="utf-8")
        yield f"pages/{path.name}", _LINK_TO_A_TOWNSHIP.sub(r"\1", text)
    for name in _WITH_MEMBERS:
        entries = yaml.load((CONTENT / name).read_text(encoding="utf-8"), yaml.CBaseLoader)
        for entry in entries:
            for key in ("projects", "except"):
                entry.get("members", {}).pop(key, None)
        yield name, _dump(entries)


def _originals(folder: Path) -> list[Path]:
    """The pages without their translations (`about.en.md`)."""
    return sorted(path for path in folder.glob("*.md") if "." not in path.stem)


def _make_place(number: int) -> _Place:
    county, at = divmod(number, _TOWNSHIPS_PER_COUNTY)
    kind = words.TOWNSHIP_KINDS[number % len(words.TOWNSHIP_KINDS)]
    return _Place(_county_code(county), f"sample-{at + 1}", _name(number * 7 + 3) + kind, kind)


def _county_code(county: int) -> str:
    """Codes that begin with 99 are given to no province."""
    return f"99{county + 101:04d}"


def _name(number: int) -> str:
    """Two characters; a hundred of them before they come again."""
    head, tail = divmod(number % 100, 10)
    return words.NAME_HEADS[head] + words.NAME_TAILS[tail]


def _divisions(places: Sequence[_Place]) -> Record:
    codes = sorted({place.county_code for place in places})
    counties = [
        {
            "code": code,
            "province": words.PROVINCE,
            "prefecture": words.PREFECTURE,
            "county": f"{_name(number * 11)}县",
        }
        for number, code in enumerate(codes)
    ]
    return {"edition": "2022", "counties": counties}


def _township(place: _Place) -> Record:
    return {
        "name": place.name,
        "kind": place.kind,
        "county_code": place.county_code,
        "slug": place.slug,
        "aliases": [{"text": place.name.removesuffix(place.kind), "why": "简称"}],
        "name_status": "printed",
        "note": "虚构的乡镇，只用于测量。",
    }


class _DisclosureMaker:
    """Chooses the words of one disclosure; lines of the invented source are counted as it goes."""

    def __init__(self, chance: random.Random, place: _Place, year: str) -> None:
        self._chance = chance
        self._place = place
        self._year = year
        self._lines = count(5, 3)
        self._benefit = chance.choice(("效益指标", "效益指标", "效益指标", "效果指标"))

    def make(self, projects: int) -> Record:
        sub_targets = [self._sub_target(number) for number in range(1, self._chance.randint(6, 14))]
        budget_lines = [self._budget_line(item) for item in words.BUDGET_ITEMS]
        lists = {"projects": [self._project(number) for number in range(1, projects + 1)]}
        lists |= {
            "budget_lines": budget_lines,
            "procurement": [self._purchase(*item) for item in words.PURCHASES],
            "assets": [self._asset(item) for item in words.ASSETS],
            "institutions": [self._office(name) for name in words.OFFICES],
            "glossary": [
                {"term": term, "definition": text, "line": self._line()} for term, text in words.GLOSSARY
            ],
        }
        rows = sum(len(project["indicators"]) for project in lists["projects"])
        expected = {"projects": str(projects), "indicators": str(rows), "sub_targets": str(len(sub_targets))}
        return {**self._head(), "sub_targets": sub_targets, **lists, "expected": expected}

    def _head(self) -> Record:
        name = f"{self._place.county_code}_{self._place.slug}_{self._year}"
        return {
            "schema": "1",
            "year": self._year,
            "year_basis": "printed",
            "publisher": {"code": "904001", "name": f"{self._place.name}人民政府本级"},
            "source": {
                "file": f"{name}.txt",
                "sha256": hashlib.sha256(name.encode()).hexdigest(),
                "title": "部门预算绩效目标",
                "format": "text",
                "lines": self._line(100),
            },
            "money_unit": "万元",
        }

    def _line(self, distance: int = 1) -> str:
        """The next line of the source. Also what it counts to in the end, because the head is made last."""
        for _ in range(distance - 1):
            next(self._lines)
        return str(next(self._lines))

    def _amount(self, most: int) -> str:
        return f"{self._chance.randint(1, most * 100) / 100:.2f}"

    def _project(self, number: int) -> Record:
        chance = self._chance
        subject = chance.choice(words.SUBJECTS)
        money = self._amount(chance.choice((5, 30, 300)))
        values = self._values(subject, money)
        earmark = chance.choice(words.EARMARKS).format_map(values)
        is_wan = chance.random() < 0.2
        return {
            "no": str(number),
            "code": f"{self._place.county_code}{self._year[2:]}P{chance.randrange(10**10):010d}X",
            "name": f"{earmark}{subject.title}",
            "budget": {"total": money, "fiscal": money, "other": ""},
            "purpose": chance.choice(("", *words.PURPOSES)).format_map(values),
            "plan": self._plan(float(money) if is_wan else None),
            "plan_unit": "wan" if is_wan else "percent",
            "goals": [goal.format_map(values) for goal in chance.sample(words.GOALS, chance.randint(1, 3))],
            "line": self._line(_LINES_PER_PROJECT),
            "indicators": [
                self._row(level1, level2, chance.choice(kinds), values)
                for level1, level2, kinds in self._categories()
            ],
        }

    def _values(self, subject: words.Subject, money: str) -> dict[str, str]:
        return {
            "work": subject.work,
            "people": subject.people,
            "town": self._place.name,
            "year": self._year,
            "money": money,
            "count": str(self._chance.choice((1, 3, 4, 12, 15, 45, self._chance.randint(20, 2000)))),
            "percent": str(self._chance.choice((80, 85, 90, 90, 95, 95, 95, 98))),
            "number": str(self._chance.randint(1, 200)),
        }

    def _plan(self, total: float | None) -> Record:
        """Cumulative at four dates: per cent, or money where `total` is given."""
        shares = self._chance.choice(
            ((25, 50, 75, 100), (25, 50, 75, 100), (0, 0, 0, 100), (30, 60, 80, 100))
        )
        texts = (f"{share}%" if total is None else f"{total * share / 100:.2f}" for share in shares)
        return dict(zip(("mar", "jun", "oct", "dec"), texts, strict=True))

    def _categories(self) -> Iterator[tuple[str, str, tuple[tuple[str, str, str], ...]]]:
        """Seven on average, in the order of the form."""
        chance, output, benefit = self._chance, "产出指标", self._benefit
        for _ in range(chance.choice((1, 1, 2))):
            yield output, "数量指标", words.QUANTITY
        yield output, "质量指标", words.QUALITY
        yield output, "时效指标", words.TIMELINESS
        yield output, "成本指标", words.COST
        benefits = (
            ("经济效益指标", words.ECONOMIC),
            ("社会效益指标", words.SOCIAL),
            ("生态效益指标", words.ECOLOGICAL),
            ("可持续影响指标", words.SUSTAINABLE),
        )
        for level2, kinds in chance.sample(benefits, chance.choice((1, 1, 2, 3))):
            yield benefit, level2, kinds
        yield "满意度指标", "服务对象满意度指标", words.SATISFACTION

    def _row(self, level1: str, level2: str, kind: tuple[str, str, str], values: dict[str, str]) -> Record:
        texts = (*kind, self._chance.choice(words.BASES))
        if self._chance.random() < 0.02:
            texts = ("", "", "", "")
        name, description, target, basis = (text.format_map(values) for text in texts)
        return {
            "level1": level1,
            "level2": level2,
            "name": name,
            "description": description,
            "target": target,
            "basis": basis,
            "line": self._line(_LINES_PER_ROW),
        }

    def _sub_target(self, number: int) -> Record:
        subject = self._chance.choice(words.SUBJECTS)
        values = self._values(subject, "")
        return {
            "no": str(number),
            "name": f"{subject.work}工作",
            "goal": self._chance.choice(words.SUB_TARGET_GOALS).format_map(values),
            "indicators": [
                text.format_map(values) for text in self._chance.sample(words.SUB_TARGET_INDICATORS, 3)
            ],
            "line": self._line(),
        }

    def _budget_line(self, item: str) -> Record:
        return {
            "item": item,
            "amount": self._amount(9000),
            "unit": "万元",
            "section": "收支说明",
            "line": self._line(),
        }

    def _purchase(self, item: str, code: str, unit: str) -> Record:
        price = self._amount(10)
        return {
            "project": "补充工作经费",
            "item": item,
            "catalogue_code": code,
            "unit": unit,
            "quantity": "1",
            "price": price,
            "amount": price,
            "line": self._line(),
        }

    def _asset(self, item: str) -> Record:
        amount = self._amount(600)
        return {"item": item, "quantity": "—", "amount": amount, "unit": "万元", "line": self._line()}

    def _office(self, name: str) -> Record:
        full = f"{self._place.name}人民政府{name}"
        return {
            "name": full,
            "nature": "事业",
            "rank": "股级",
            "funding": "财政性资金基本保证",
            "line": self._line(),
        }


def _overview(place: _Place, disclosure: Record) -> str:
    projects = disclosure["projects"]
    values = {
        "place": place.name,
        "town": place.name,
        "year": disclosure["year"],
        "targets": len(disclosure["sub_targets"]),
        "projects": len(projects),
        "first": projects[0]["line"],
        "last": projects[-1]["line"],
        "first_titles": "、".join(project["name"] for project in projects[:3]),
    }
    return "\n\n".join(paragraph.format_map(values) for paragraph in words.OVERVIEW) + "\n"


def _dump(value: Any) -> str:
    """Block style with short records on one line, as in the shipped content."""
    text: str = yaml.dump(
        value,
        Dumper=yaml.CSafeDumper,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=None,
        width=2**20,
    )
    return text


def main() -> None:
    default = Size()
    parser = argparse.ArgumentParser(prog="python -m tools.bench.corpus", description=__doc__)
    parser.add_argument("folder", type=Path, help="a new or empty folder")
    parser.add_argument("--projects", type=int, default=default.projects)
    parser.add_argument("--disclosures", type=int, default=default.disclosures)
    options = parser.parse_args()
    if not 1 <= options.disclosures <= options.projects:
        parser.error("every disclosure needs a project")
    write_corpus(options.folder, Size(options.projects, options.disclosures))


if __name__ == "__main__":
    main()
