"""The datasets of a built site (contract §5), as a program reads them."""

import csv
import hashlib
import io
import json
from decimal import Decimal
from pathlib import Path

import pytest
from building import SITES, build

from generator.datasets.files import guard_formula

pytestmark = pytest.mark.usefixtures("one_check")
PROJECTS = [
    "project_id",
    "disclosure_id",
    "township_id",
    "township",
    "county_code",
    "county",
    "year",
    "no",
    "code",
    "name",
    "programme",
    "budget_wan",
    "fiscal_wan",
    "other_wan",
    "budget_yuan",
    "purpose",
    "plan_unit",
    "plan_mar",
    "plan_jun",
    "plan_oct",
    "plan_dec",
    "plan_mar_pct",
    "plan_jun_pct",
    "plan_oct_pct",
    "plan_dec_pct",
    "goals",
    "indicator_count",
    "measurable_count",
    "finding_count",
    "source_file",
    "source_line",
    "url",
]
INDICATORS = [
    "indicator_id",
    "project_id",
    "disclosure_id",
    "township_id",
    "township",
    "county_code",
    "year",
    "project_no",
    "project_name",
    "row",
    "level1",
    "level2",
    "level1_id",
    "level2_id",
    "name",
    "family",
    "description",
    "target",
    "kind",
    "op",
    "op_printed",
    "value",
    "value_max",
    "unit",
    "per",
    "deadline",
    "basis",
    "weight",
    "direction",
    "blank",
    "source_line",
    "url",
]
TABLES = [
    "townships",
    "disclosures",
    "sub_targets",
    "projects",
    "indicators",
    "budget_lines",
    "procurement",
    "assets",
    "findings",
]
each_table = pytest.mark.parametrize("table", TABLES)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("datasets") / "site"
    build(SITES / "valid/two/content", output)
    return output / "data"


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def read_json(path: Path) -> list[dict]:
    return json.loads(path.read_bytes(), parse_float=Decimal)


@pytest.mark.parametrize(("table", "promised"), [("projects", PROJECTS), ("indicators", INDICATORS)])
def test_the_columns_stand_in_the_promised_order(data, table, promised):
    with (data / f"{table}.csv").open(encoding="utf-8") as file:
        columns = next(csv.reader(file))

    assert columns[: len(promised)] == promised


@each_table
def test_all_four_forms_hold_the_same_rows(data, table):
    rows = read_csv(data / f"{table}.csv")
    records = read_json(data / f"{table}.json")
    lines = (data / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()

    assert [json.loads(line, parse_float=Decimal) for line in lines] == records
    assert [to_texts(record) for record in records] == rows
    assert len(read_csv(data / f"{table}.excel.csv")) == len(rows)


def to_texts(record: dict) -> dict[str, str]:
    """A record as the CSV gives it: unknown is empty, a list is joined."""
    texts = {}
    for name, value in record.items():
        separator = "/" if name == "per" else "；"
        texts[name] = (
            "" if value is None else separator.join(value) if isinstance(value, list) else str(value)
        )
    return texts


@each_table
def test_the_csv_for_programs_is_plain(data, table):
    raw = (data / f"{table}.csv").read_bytes()

    assert not raw.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in raw
    assert raw.endswith(b"\n")


@each_table
def test_the_csv_for_spreadsheets_has_a_mark_and_windows_line_ends(data, table):
    raw = (data / f"{table}.excel.csv").read_bytes()

    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\n") == raw.count(b"\r\n") > 0


def test_a_cell_that_a_spreadsheet_would_run_is_guarded_there_only(data):
    plain = [row["target"] for row in read_csv(data / "indicators.csv")]
    guarded = [row["target"] for row in read_csv(data / "indicators.excel.csv")]

    assert "=好" in plain
    assert guarded == ["'=好" if target == "=好" else target for target in plain]


@pytest.mark.parametrize("start", list("=+-@\t\r＝＋－＠"))
def test_every_start_of_a_formula_is_guarded(start):
    assert guard_formula(f"{start}1") == f"'{start}1"


@pytest.mark.parametrize("text", ["", "≥95%", "1+1", "武装", " =1", "'=1"])
def test_other_text_is_left_as_it_is(text):
    assert guard_formula(text) == text


def test_numbers_are_numbers_digit_by_digit_and_codes_are_text(data):
    raw = (data / "projects.json").read_text(encoding="utf-8")
    by_id = {record["project_id"]: record for record in json.loads(raw)}

    assert '"budget_wan": 3.00,' in raw
    assert '"budget_wan": 2.00005,' in raw
    assert by_id["000000-beicheng-2024-01"]["budget_wan"] is None
    assert by_id["000000-beicheng-2024-01"]["county_code"] == "000000"
    assert by_id["130324-hexi-2024-03"]["budget_wan"] == 0


def test_goals_are_a_list_in_json_and_joined_in_csv(data):
    [in_json] = [
        row["goals"]
        for row in read_json(data / "projects.json")
        if row["project_id"] == "130324-hexi-2024-01"
    ]
    [in_csv] = [
        row["goals"] for row in read_csv(data / "projects.csv") if row["project_id"] == "130324-hexi-2024-01"
    ]

    assert in_json == ["完成征兵。", "开展训练。"]
    assert in_csv == "完成征兵。；开展训练。"


def test_a_township_of_two_years_is_one_row(data):
    assert [row["township_id"] for row in read_csv(data / "townships.csv")] == [
        "000000-beicheng",
        "130324-hexi",
    ]
    assert [row["year"] for row in read_csv(data / "disclosures.csv")] == ["2024", "2023", "2024"]


def test_the_index_tells_size_checksum_and_rows_of_every_file(data):
    index = json.loads((data / "index.json").read_bytes())["files"]

    files = {f"data/{path.name}" for path in data.iterdir() if path.name not in {"index.json", "index.html"}}
    assert {entry["path"] for entry in index} == files
    for entry in index:
        raw = (data.parent / entry["path"]).read_bytes()
        assert entry["bytes"] == len(raw)
        assert entry["sha256"] == hashlib.sha256(raw).hexdigest()
        if entry["path"].endswith(".csv"):
            assert entry["rows"] == len(list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))) - 1


@each_table
def test_every_row_leads_to_a_page_of_the_site(data, table):
    for row in read_csv(data / f"{table}.csv"):
        path = row["url"].removeprefix("https://tiny.example/sub/").partition("#")[0]

        assert (data.parent / path / "index.html").is_file()
