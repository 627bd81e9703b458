"""Every case of the case files: printed target values, values with columns, numbers in sentences."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from summaries import summarise

from generator import readings
from generator.readings import find_readings, read_target

FORMS = yaml.safe_load((Path(readings.__file__).parent / "forms.yaml").read_text(encoding="utf-8"))
PROSE = yaml.safe_load((Path(__file__).parent / "prose.yaml").read_text(encoding="utf-8"))
VALUES = [(raw, expected) for group in FORMS for raw, expected in group.get("cases", {}).items()]
COLUMNS = [case for group in FORMS for case in group.get("columns", ())]
CONTENT = Path(__file__).parents[2] / "content" / "townships"


@pytest.mark.parametrize(("raw", "expected"), VALUES, ids=[raw for raw, _ in VALUES])
def test_a_target_value_is_read(raw, expected):
    assert summarise(read_target(raw)) == expected


@pytest.mark.parametrize("case", COLUMNS, ids=[" ".join(case.values()) for case in COLUMNS])
def test_a_target_value_is_read_with_its_columns(case):
    reading = read_target(case["value"], operator=case["operator"], unit=case["unit"])

    assert summarise(reading) == case["reading"]


@pytest.mark.parametrize("case", PROSE, ids=[case["text"][:20] for case in PROSE])
def test_numbers_are_found_in_a_sentence(case):
    found = find_readings(case["text"])

    assert {
        each.reading.raw: summarise(replace(each.reading, subject="", tail="")) for each in found
    } == case["found"]
    assert [case["text"][each.start : each.end] for each in found] == list(case["found"])


def test_every_value_of_the_shipped_content_is_a_case():
    shipped = {
        row.get("target", "")
        for path in CONTENT.glob("**/disclosure.yaml")
        for project in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)["projects"]
        for row in project["indicators"]
    }

    assert shipped - {raw for raw, _ in VALUES} == set()


def test_there_are_as_many_cases_again_from_other_documents():
    assert len(VALUES) + len(COLUMNS) >= 700


def test_every_group_explains_itself_in_both_languages():
    assert all(
        group[key][language] for group in FORMS for key in ("title", "text") for language in ("zh", "en")
    )
