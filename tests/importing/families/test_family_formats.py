"""Each layout family, published in each file format and imported again, gives the same projects."""

import sys
from pathlib import Path

import pytest
import yaml
from family_rendering import FAMILIES, FIELDS, sichuan
from hypothesis import given, settings
from hypothesis import strategies as st
from test_family_properties import EXAMPLES, essence, expected, projects

from generator.importing import import_document
from generator.model.disclosure import Project

sys.path.append(str(Path(__file__).parents[1] / "readers"))
from publishing import Content, as_docx, as_html, as_ods, as_pdf, as_xlsx

QUICK = {"docx": as_docx, "html": as_html, "xlsx": as_xlsx, "ods": as_ods}
HEADING = "项目支出绩效目标表"


def published(family: str, given_projects: list[Project]) -> list[Content]:
    if family == "sichuan":
        return ["部门预算项目绩效目标表", "金额单位：元", sichuan(given_projects)]
    return [content for project in given_projects for content in (HEADING, FAMILIES[family](project))]


def imported(data: bytes, extension: str) -> list[dict]:
    result = import_document(data, file_name=f"file.{extension}", township="x", year="2023")
    assert result.disclosure_yaml is not None, result.report.as_text("zh")
    return yaml.load(result.disclosure_yaml, Loader=yaml.BaseLoader)["projects"]


@given(data=st.data())
@settings(max_examples=EXAMPLES, deadline=None)
def test_any_family_in_any_format_is_imported_as_it_was(data: st.DataObject):
    family = data.draw(st.sampled_from([*sorted(FAMILIES), "sichuan"]))
    extension = data.draw(st.sampled_from(sorted(QUICK)))
    unique = st.lists(projects(family), min_size=1, max_size=3, unique_by=lambda each: each.name)
    given_projects = data.draw(unique)

    found = imported(QUICK[extension](published(family, given_projects)), extension)

    fields = FIELDS[family]
    assert [essence(entry, fields) for entry in found] == [
        expected(each, fields) for each in given_projects
    ], (
        family,
        extension,
    )


@pytest.mark.parametrize("family", [*sorted(FAMILIES), "sichuan"])
@settings(max_examples=1, deadline=None, derandomize=True)
@given(data=st.data())
def test_each_family_is_read_from_a_pdf(family: str, data: st.DataObject):
    project = data.draw(projects(family).filter(lambda each: len(each.indicators) > 2))

    found = imported(as_pdf(published(family, [project])), "pdf")

    assert [essence(entry, FIELDS[family]) for entry in found] == [expected(project, FIELDS[family])]
