"""The JSON Schemas that editors use agree with the content that is published."""

import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from generator.model.schema import CONTENT_FILES, make_schema

CONTENT = Path(__file__).parents[2] / "content"
FILES = [
    (name, path.relative_to(CONTENT).as_posix())
    for name, (place, _, _) in CONTENT_FILES.items()
    for path in sorted(CONTENT.glob(re.sub("<[^>]+>", "*", place)))
]


def read(path: str) -> object:
    return yaml.load((CONTENT / path).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@pytest.mark.parametrize("name", CONTENT_FILES)
def test_the_schema_is_itself_valid(name):
    jsonschema.Draft202012Validator.check_schema(make_schema(name))


@pytest.mark.parametrize(("name", "path"), FILES)
def test_the_shipped_file_meets_its_schema(name, path):
    validator = jsonschema.Draft202012Validator(make_schema(name))

    errors = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(read(path))]

    assert errors == []


def test_a_key_that_is_not_declared_is_refused():
    validator = jsonschema.Draft202012Validator(make_schema("township"))
    township = {
        "name": "某镇",
        "kind": "镇",
        "county_code": "000000",
        "slug": "mou",
        "name_status": "printed",
    }

    assert validator.is_valid(township)
    assert not validator.is_valid({**township, "villagers": "1"})
