"""Projects rendered in a form of publication and imported again are the same projects."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from rendering import Render, render_cells, render_pipes, render_tabs
from value_places import misplaced

from generator.importing import import_document
from generator.importing.draft import render_disclosure
from generator.model.disclosure import Budget, Disclosure, Expected, Indicator, Plan, Project, Source

SHIPPED = sorted((Path(__file__).parents[2] / "content" / "townships").glob("*/*/*/disclosure.yaml"))
RENDERINGS = pytest.mark.parametrize("render", [render_cells, render_tabs, render_pipes])

words = st.text(
    alphabet="甲乙丙丁养护道路运转保障≥≤%0123456789，、（）[]：\"'#-", min_size=1, max_size=12
).filter(lambda text: any(character in "甲乙丙丁养护道路" for character in text))
names = st.text(alphabet="甲乙丙丁养护道路经费", min_size=1, max_size=8)
blank_or_words = st.one_of(st.just(""), names)
amounts = st.integers(min_value=1, max_value=99_999).map(lambda cents: f"{cents / 100:.2f}")
second_levels = st.sampled_from(["数量指标", "质量指标", "时效指标", "成本指标", "社会效益指标"])

PIECES = (
    *("\n", "\n\n", "\t", " ", "|", "-", "1.", "一、", "（一）", "：", "。", "（", "）", "甲"),
    *(
        "一级指标",
        "二级指标",
        "三级指标",
        "指标值",
        "产出指标",
        "数量指标",
        "项目编码",
        "绩效目标",
        "绩效指标",
    ),
    *("绩效目标表", "其中", "3万元", "增加", "名词解释", "单位名称", "单位性质", "A0999", "联系人", "合计"),
)


@st.composite
def indicators(draw: st.DrawFn) -> tuple[Indicator, ...]:
    levels = ("产出指标", "效益指标", "满意度指标")
    counts = [draw(st.integers(min_value=1, max_value=3)) for _ in levels]
    return tuple(
        Indicator(
            level1=level1,
            level2=draw(second_levels),
            name=draw(names),
            description=draw(blank_or_words),
            target=draw(names),
            basis=draw(names),
            line="",
        )
        for level1, count in zip(levels, counts, strict=True)
        for _ in range(count)
    )


@st.composite
def projects(draw: st.DrawFn) -> tuple[Project, ...]:
    count = draw(st.integers(min_value=1, max_value=3))
    return tuple(_project(draw, no) for no in range(1, count + 1))


def _project(draw: st.DrawFn, no: int) -> Project:
    total = draw(amounts.filter(lambda amount: amount != "100.00"))
    return Project(
        no=str(no),
        code=draw(st.sampled_from(["", "————", f"99999923P00000{no}"])),
        name=f"{draw(names)}第{no}",
        budget=Budget(total=total, fiscal=total, other=draw(st.sampled_from(["", "0"]))),
        purpose=draw(names),
        plan=Plan(mar=draw(st.sampled_from(["", "0"])), jun="", oct="50%", dec="100%"),
        plan_unit="percent",
        goals=tuple(draw(st.lists(names, min_size=1, max_size=3))),
        line="",
        indicators=draw(indicators()),
    )


def imported(text: str) -> list[dict]:
    result = import_document(text.encode(), file_name="text.txt", township="x", year="2023")
    assert result.disclosure_yaml is not None
    return yaml.load(result.disclosure_yaml, Loader=yaml.BaseLoader)["projects"]


def without_lines(entries: list[dict]) -> list[dict]:
    return [
        {
            name: without_lines(value) if name == "indicators" else value
            for name, value in entry.items()
            if name not in ("line", "lines", "cut_off", "plan_unit")
        }
        for entry in entries
    ]


def as_draft(given_projects: tuple[Project, ...]) -> list[dict]:
    disclosure = Disclosure(
        schema="1",
        year="2023",
        year_basis="printed",
        source=Source(file="x", sha256="0" * 64, format="text", lines="1"),
        money_unit="万元",
        projects=given_projects,
        expected=Expected(projects="0", indicators="0"),
    )
    return yaml.load(render_disclosure(disclosure), Loader=yaml.BaseLoader)["projects"]


@RENDERINGS
@given(given_projects=projects())
@settings(max_examples=60, deadline=None)
def test_rendered_projects_are_imported_as_they_were(render: Render, given_projects: tuple[Project, ...]):
    text = render(given_projects)

    found = imported(text)

    assert without_lines(found) == without_lines(as_draft(given_projects))
    assert [misplaced(text, project) for project in found] == [[] for _ in found]


@given(text=words)
@settings(max_examples=300, deadline=None)
def test_any_text_is_written_so_that_yaml_reads_the_same(text: str):
    row = Indicator(level1=text, level2=text, name=text, target=text, line="1")
    project = Project(no="1", name=text, goals=(text,), line="1", indicators=(row,))

    [entry] = as_draft((project,))

    assert (entry["name"], entry["goals"], entry["indicators"][0]["target"]) == (text, [text], text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "007",
        "1.50",
        "yes",
        "是",
        "2024-01-01",
        "~",
        "null",
        "100%",
        "=79人",
        "a: b",
        "- x",
        "#1",
        "\\",
        '"',
    ],
)
def test_texts_that_yaml_could_take_for_something_else_stay_texts(text: str):
    project = Project(no="1", name=text, goals=(text,), line="1")

    [entry] = as_draft((project,))

    assert (entry["name"], entry["goals"]) == (text, [text])


@given(text=st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
@settings(max_examples=400, deadline=None)
def test_no_text_makes_the_importer_fail_or_lose_a_line(text: str):
    result = import_document(text.encode(), file_name="x", township="y", year="2023")

    lines = text.split("\n")
    printed = {number for number, line in enumerate(lines, start=1) if line.strip()}
    assert printed <= result.report.uses.keys()


@RENDERINGS
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: "-".join(path.parts[-4:-1]))
def test_the_shipped_projects_survive_publication_and_import(path: Path, render: Render):
    shipped = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["projects"]

    text = render([_record(project) for project in shipped])

    found = imported(text)

    assert without_lines(found) == without_lines(shipped)
    assert [misplaced(text.replace("<br>", ""), project) for project in found] == [[] for _ in found]


def _record(entry: dict) -> Project:
    rows = tuple(Indicator(**row) for row in entry["indicators"])
    project = Project(no=entry["no"], name=entry["name"], line=entry["line"], indicators=rows)
    return replace(
        project,
        code=entry.get("code"),
        budget=Budget(**entry["budget"]) if "budget" in entry else None,
        purpose=entry.get("purpose"),
        plan=Plan(**entry["plan"]) if "plan" in entry else None,
        goals=tuple(entry["goals"]),
    )
