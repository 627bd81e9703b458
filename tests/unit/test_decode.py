"""From YAML to records, by their declarations."""

import dataclasses

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.load.decode import decode_record, decode_records
from generator.load.yaml_nodes import parse_yaml
from generator.model.disclosure import (
    Budget,
    Indicator,
    Plan,
    ProcurementRow,
    Project,
    SubTarget,
)
from generator.model.fields import Kind, fields_of, labels_at, yaml_key
from generator.model.township import Township
from generator.model.vocabulary import Members, Programme, Theme
from generator.textual import clean_cell


def decode(record, text):
    return decode_record(record, parse_yaml(text.encode(), "f").root, "f")


def test_an_absent_value_is_none_and_a_blank_one_is_empty():
    budget, problems = decode(Budget, "total: ''\nfiscal:\n")

    assert problems == []
    assert budget == Budget(total="", fiscal="", other=None)


def test_an_absent_list_is_empty():
    project, _ = decode(Project, "no: '1'\nname: 经费\nline: '3'\n")

    assert project == Project(no="1", name="经费", line="3", goals=(), indicators=(), budget=None, code=None)


def test_a_key_that_python_keeps_for_itself_is_read():
    members, problems = decode(Members, "any:\n  - 武装\nexcept:\n  - 130324-hexi-2024-01\n")

    assert problems == []
    assert members == Members(any=("武装",), except_=("130324-hexi-2024-01",))


def test_a_problem_carries_the_place_the_path_and_both_labels():
    _, [problem] = decode(Project, "no: '1'\nname: 经费\nline: '3'\nbudget:\n  total: 2万元\n")

    assert (problem.place, problem.code, problem.path) == ("f:5:10", "wrong-value", "budget.total")
    assert (problem.label_zh, problem.label_en) == ("预算数", "budget")
    assert problem.values["read"] == "2万元"


def test_a_problem_in_a_list_names_the_entry():
    text = "no: '1'\nname: 经费\nline: '3'\nindicators:\n  - level1: 产出\n    level2: 数量\n    name: a\n    target: b\n"

    _, [problem] = decode(Project, text)

    assert (problem.place, problem.code) == ("f:5:5", "missing-key")
    assert (problem.path, problem.label_zh) == ("indicators[0].line", "来源行")


def test_every_fault_of_a_record_is_reported():
    _, problems = decode(
        Township, "name: [a]\nkind: 村\ncounty_code: '13032'\nslug: He Xi\nmayor: b\nvillages: 两\n"
    )

    assert sorted((problem.path, problem.code) for problem in problems) == [
        ("county_code", "wrong-value"),
        ("kind", "wrong-value"),
        ("mayor", "unknown-key"),
        ("name", "wrong-type"),
        ("name_status", "missing-key"),
        ("slug", "wrong-value"),
        ("villages", "wrong-value"),
    ]


@pytest.mark.parametrize("text", ["- a\n", "text\n"])
def test_a_file_that_is_no_group_of_fields_is_one_problem(text):
    value, problems = decode(Township, text)

    assert value is None
    assert [problem.code for problem in problems] == ["wrong-type"]


def test_a_list_of_records_is_read_in_order():
    text = "- {id: a, zh: 甲, en: A, definition: 甲, definition_en: A}\n- {id: b, zh: 乙, en: B, definition: 乙, definition_en: B}\n"

    themes, problems = decode_records(Theme, parse_yaml(text.encode(), "f").root, "f")

    assert problems == []
    assert [theme.id for theme in themes] == ["a", "b"]


@pytest.mark.parametrize(
    "text", ["0", "12", "1,354.00", "1，354.00", "-2.50", "", "100%", "24.91％", "999999999999.999999"]
)
def test_a_share_as_documents_print_it_is_accepted(text):
    assert decode(Plan, f"mar: '{text}'\n")[1] == []


@pytest.mark.parametrize("text", ["约5", "5万元", "1.", ".5", "1,35", "--", "1e5", "5 %", "+5", "1" * 13])
def test_a_share_of_another_shape_is_a_problem(text):
    assert [problem.code for problem in decode(Plan, f"mar: '{text}'\n")[1]] == ["wrong-value"]


@pytest.mark.parametrize("text", ["100%", "５%"])
def test_an_amount_has_no_per_cent_sign(text):
    assert [problem.code for problem in decode(Budget, f"total: '{text}'\n")[1]] == ["wrong-value"]


@pytest.mark.parametrize("text", ["01", "-1", "1.0", "１", "1 ", "", "1" * 4301])
def test_a_number_of_ours_has_digits_and_no_leading_zero(text):
    _, problems = decode(
        Township,
        f"name: a\nkind: 镇\ncounty_code: '130324'\nslug: a\nname_status: printed\nvillages: '{text}'\n",
    )

    assert [problem.path for problem in problems] == ["villages"]


@pytest.mark.parametrize("text", ["", " ", "\u3000"])
def test_a_required_text_is_not_blank(text):
    theme = f"id: a\nzh: '{text}'\nen: A\ndefinition: 甲\ndefinition_en: A\n"

    assert [(problem.code, problem.path) for problem in decode(Theme, theme)[1]] == [("wrong-value", "zh")]


def test_a_cell_with_a_blank_of_extraction_says_what_is_expected():
    _, [problem] = decode(SubTarget, "no: '1'\nname: 人大 监督\nline: '3'\n")

    assert problem.code == "cell-blanks"
    assert problem.values == {"read": "人大 监督", "expected": "人大监督"}


def test_labels_are_found_along_a_path_of_keys():
    assert labels_at(Programme, ("members", "except", 0)) == ("除外项目", "excepted projects")
    assert labels_at(Programme, ()) == ("", "")


CELLS = st.text(st.sampled_from(list("武装（%）≥≤=123,.-~&*!|>'\"#:?[]{}@`％"))).map(clean_cell)
AMOUNTS = st.sampled_from(["", "0", "2.50", "1,354.00", "-3"])
OF_KIND = {
    Kind.TEXT: st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"])),
    Kind.CELL: CELLS,
    Kind.AMOUNT: AMOUNTS,
    Kind.SHARE: AMOUNTS | st.just("25%"),
    Kind.NUMBER: st.integers(0, 10**6).map(str),
}


def values_of(field):
    if field.kind is Kind.TEXT and field.required:
        return OF_KIND[Kind.TEXT].filter(str.strip)
    if field.kind is Kind.CHOICE:
        return st.sampled_from(list(field.choices))
    if field.kind is Kind.RECORD:
        return records(field.record)
    if field.kind is Kind.RECORDS:
        return st.lists(records(field.record), max_size=2).map(tuple)
    if field.kind in (Kind.CELLS, Kind.TEXTS, Kind.NUMBERS):
        entries = OF_KIND[Kind.NUMBER] if field.kind is Kind.NUMBERS else CELLS
        return st.lists(entries, max_size=2).map(tuple)
    return OF_KIND[field.kind]


def records(record):
    fields = fields_of(record).items()
    given_ = {name: values_of(field) for name, field in fields if field.required}
    perhaps = {name: values_of(field) for name, field in fields if not field.required}
    return st.fixed_dictionaries(given_, optional=perhaps).map(lambda values: record(**values))


def to_yaml(value):
    """Texts, lists and mappings; what is absent has no key."""
    if dataclasses.is_dataclass(value):
        entries = {yaml_key(name): getattr(value, name) for name in fields_of(type(value))}
        return {key: to_yaml(entry) for key, entry in entries.items() if entry is not None}
    return [to_yaml(entry) for entry in value] if isinstance(value, tuple) else value


@given(st.one_of(*(records(record) for record in (Project, Indicator, SubTarget, ProcurementRow, Members))))
def test_a_record_that_is_written_is_read_as_it_was(record):
    text = yaml.safe_dump(to_yaml(record), allow_unicode=True, sort_keys=False)

    decoded, problems = decode(type(record), text)

    assert problems == []
    assert decoded == record
