"""`explain` as a user meets it."""

import json
import subprocess
import sys

from click.testing import CliRunner, Result

from generator.cli import main


def explain(*arguments: str, lines: str = "", lang: str = "en") -> Result:
    return CliRunner(env={"LC_ALL": "", "LANG": "C.UTF-8"}).invoke(
        main, ["--lang", lang, "explain", *arguments], input=lines
    )


def test_json_is_an_array_of_readings_in_the_published_order():
    result = explain("≤6268元/村", "优", "--json")

    first, second = json.loads(result.stdout)
    assert list(first)[:10] == [
        "raw", "kind", "op", "op_printed", "value", "value_max", "unit", "per", "deadline", "notes"
    ]  # fmt: skip
    assert (first["kind"], first["op"], first["value"], first["unit"], first["per"]) == (
        "money",
        "<=",
        "6268",
        "元",
        ["村"],
    )
    assert second["kind"] == "qualitative"
    assert "≤6268元/村" in result.stdout


def test_values_are_exact_decimals_as_text():
    (reading,) = json.loads(explain("≥95.00%", "--json").stdout)

    assert reading["value"] == "95.00"


def test_columns_of_their_own_are_joined():
    (reading,) = json.loads(explain("95", "--operator", "≥", "--unit", "%", "--json").stdout)

    assert (reading["kind"], reading["op"], reading["op_printed"], reading["unit"]) == (
        "ratio",
        ">=",
        True,
        "%",
    )


def test_a_reading_is_shown_in_words_with_its_notes():
    result = explain("500/人/月")

    assert result.exit_code == 0
    assert "read as: 500 yuan per person per month" in result.stdout
    assert "note: 元 is not printed; read as money." in result.stdout


def test_chinese_is_spoken_too():
    result = explain("2024年底完成", lang="zh")

    assert "读作：不晚于2024年12月31日" in result.stdout
    assert "说明：没有印比较符号。" in result.stdout


def test_each_clause_is_shown():
    result = explain("1100人每人每月10元")

    assert "equal to 1,100 people; 10 yuan per person per month" in result.stdout


def test_lines_of_stdin_are_read():
    result = explain("-", "--json", lines="3人\n优\n")

    assert [reading["raw"] for reading in json.loads(result.stdout)] == ["3人", "优"]


def test_a_value_that_begins_with_a_dash_follows_two_dashes():
    (reading,) = json.loads(explain("--json", "--", "-5%").stdout)

    assert reading["value"] == "-5"


def test_without_text_the_use_is_wrong():
    assert explain().exit_code == 2


def test_an_argument_that_is_no_utf8_is_read_all_the_same():
    command = [sys.executable, "-m", "generator", "explain", b"95%\xff"]

    result = subprocess.run(command, capture_output=True, check=False)

    assert result.returncode == 0
    assert b"Traceback" not in result.stderr
