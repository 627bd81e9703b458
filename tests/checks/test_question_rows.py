"""What the questions take from one disclosure, and what is said of them."""

from dataclasses import fields
from pathlib import Path

import pytest
import yaml
from check_cases import make_facts
from test_check_wording import JUDGING

from generator.checks.catalogue import CHECKS, CHECKS_BY_ID
from generator.checks.check import run_checks
from generator.checks.groups import about_small_groups
from generator.checks.results import sort_findings
from generator.checks.texts import Both
from generator.questions.answer import Answer, Material
from generator.questions.catalogue import QUESTIONS, QUESTIONS_BY_ID
from generator.questions.question import Question
from generator.questions.table import csv_heads, csv_rows, place_of
from generator.questions.texts import question_texts

_FILE = Path(__file__).parent / "questions.yaml"
CASES = yaml.load(_FILE.read_text(encoding="utf-8"), yaml.BaseLoader)


def material_of(case) -> Material:
    facts = make_facts(case)
    findings = sort_findings(run_checks(facts, CHECKS), {}).published
    return Material(facts, findings, about_small_groups(facts, findings))


def short(answer: Answer) -> str:
    project = str(int(answer.project_id.rsplit("-", 1)[1])) if answer.project_id else "-"
    place = [
        "small" if answer.is_small_group else "",
        answer.section,
        project,
        str(answer.row) if answer.row else "",
    ]
    values = " | ".join(value.text for value in answer.values)
    return f"{' '.join(part for part in place if part)}: {values}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['rule']}: {case['title']}")
def test_a_question_lists_what_a_reader_would_list(case):
    question = QUESTIONS_BY_ID[case["rule"]]

    found = [short(answer) for answer in question.answers(material_of(case))]

    assert len(found) == len(case["expect"]), found
    for one, expected in zip(found, case["expect"], strict=True):
        assert one == expected or (expected.endswith("*") and one.startswith(expected[:-1])), found


def test_every_question_that_one_disclosure_answers_has_a_case():
    assert {case["rule"] for case in CASES} == {question.id for question in QUESTIONS if question.rows}


def test_answers_on_small_groups_are_counted_and_not_listed():
    [case] = [case for case in CASES if case["rule"] == "payments-to-persons"]
    question = QUESTIONS_BY_ID[case["rule"]]

    listed, gathered = question.listed(question.answers(material_of(case)))

    assert [answer.project_id[-2:] for answer in listed] == ["01"]
    assert (gathered.count, gathered.left_out) == (1, 1)


def test_printed_values_are_tallied():
    [case] = [case for case in CASES if case["rule"] == "documents-cited"]
    question = QUESTIONS_BY_ID[case["rule"]]

    _, gathered = question.listed(question.answers(material_of(case)))

    assert gathered.tally["卢民〔2017〕73号"] == 1
    assert gathered.counts == {"cited": 4, "none": 1}


def test_the_csv_gives_every_value_its_line_and_both_languages():
    [case] = [case for case in CASES if case["rule"] == "paid-at-year-end"]
    question, material = QUESTIONS_BY_ID[case["rule"]], material_of(case)

    [row] = csv_rows(question, question.answers(material), place_of(material.facts), "https://x.example")

    cells = dict(zip(csv_heads(question), row, strict=True))
    assert (cells["budget_wan"], cells["budget_wan_line"], cells["source_line"]) == ("6.00", "100", "100")
    assert cells["finding"]
    assert cells["finding_en"]
    assert cells["url"] == "https://x.example/projects/130324-test-2024-01/"


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_what_is_said_of_a_question_judges_nobody(question: Question):
    texts = question.texts
    said = [value for each in fields(texts) if isinstance(value := getattr(texts, each.name), Both)]

    # 问题 is the word for a question here.
    words = [text.replace("问题", "") for both in said for text in (both.zh, both.en)]
    assert [text for text in words if JUDGING.search(text)] == []


def test_every_question_is_described_and_rests_on_published_checks():
    rules = {rule for question in QUESTIONS for rule in question.rules}

    assert set(question_texts()) == {question.id for question in QUESTIONS}
    assert all(CHECKS_BY_ID[rule].is_public for rule in rules)
