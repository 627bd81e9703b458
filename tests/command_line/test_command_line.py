"""The command line as a user meets it: exit status, what goes to stdout and what to stderr."""

import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.model.schema import CONTENT_FILES
from generator.search import index as search_index

REPOSITORY = Path(__file__).parents[2]
ONE = REPOSITORY / "tests/sites/valid/one/content"
DISCLOSURE = "townships/130324/hexi/2024/disclosure.yaml"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    shutil.copytree(ONE, tmp_path / "content")
    return tmp_path / "content"


@pytest.fixture
def bad_content(content: Path) -> Path:
    change(content / DISCLOSURE, 'total: "2.50"', "total: 2.50万元")
    change(content / "townships/130324/hexi/township.yaml", "kind: 镇", "kind: 村")
    return content


def change(path: Path, old: str, new: str):
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def run(*arguments: object, **environment: str) -> Result:
    """In this process, in English, without search for speed."""
    return CliRunner(env={"LC_ALL": "", "LANG": "en_US.UTF-8", **environment}).invoke(
        main, list(map(str, arguments))
    )


def build(content: Path, output: Path, *options: object) -> Result:
    return run("build", "--content", content, "--output", output, "--no-search", "--jobs", 1, *options)


def run_alone(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """In a process of its own."""
    command = [sys.executable, "-m", "generator", *map(str, arguments)]
    variables = {**os.environ, "LANG": "C.UTF-8", **environment}
    return subprocess.run(command, cwd=REPOSITORY, env=variables, capture_output=True, check=False)


@pytest.mark.parametrize("command", [(), *((name,) for name in main.commands)])
def test_every_command_explains_itself_and_its_options(command):
    result = run(*command, "--help")

    named = main.commands[command[0]] if command else main
    assert result.exit_code == 0
    assert all(
        option in result.stdout for each in named.params for option in each.opts if option.startswith("--")
    )


def test_a_good_build_ends_with_0_and_says_so_in_one_line_of_stderr(content, tmp_path):
    result = build(content, tmp_path / "site")

    assert (result.exit_code, result.stdout) == (0, "")
    assert "1 disclosures, 1 projects, 3 indicators" in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_quiet_build_says_nothing(content, tmp_path):
    result = build(content, tmp_path / "site", "--quiet")

    assert (result.exit_code, result.output) == (0, "")


def test_problems_end_with_1_and_stand_on_stderr_with_place_and_hint(bad_content, tmp_path):
    result = build(bad_content, tmp_path / "site", "--quiet")

    first, second, last = result.stderr.splitlines()
    assert (result.exit_code, result.stdout) == (1, "")
    assert first.startswith(
        f"{DISCLOSURE}:15:14: error [wrong-value] 预算数 budget projects[0].budget.total: Read"
    )
    assert second.startswith("townships/130324/hexi/township.yaml:2:7: error [wrong-value]")
    assert "left as it was" in last
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("publish",),
        ("build", "--fast"),
        ("build", "--jobs", "0"),
        ("build", "--jobs", "many"),
        ("build", "--content", __file__),
        ("build", "--content", "/nowhere"),
        ("build", "--base-url", "tiny.example"),
        ("--lang", "fr", "build"),
        ("validate", "/nowhere"),
        ("validate", "--format", "xml"),
        ("validate", __file__),
        ("schema", "townships"),
        ("import",),
        ("import", __file__, "--township", "here", "--year", "2024"),
        ("import", __file__, "--township", "130324-hexi", "--year", "24"),
        ("import", "/nowhere.txt", "--township", "130324-hexi", "--year", "2024"),
    ],
)
def test_wrong_use_ends_with_2_and_a_message(arguments, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    result = run(*arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr
    assert "Traceback" not in result.stderr


def test_a_foreign_folder_is_not_replaced(content):
    result = build(content, content)

    assert result.exit_code == 2
    assert "not a site made by this program" in result.stderr
    assert (content / "site.yaml").is_file()


def test_a_folder_that_cannot_be_written_ends_with_3(content, tmp_path):
    (tmp_path / "file").write_text("")

    result = build(content, tmp_path / "file/site")

    assert result.exit_code == 3
    assert result.stderr.count("\n") == 1
    assert "--output" in result.stderr


def test_a_report_that_cannot_be_written_ends_with_3(content, tmp_path):
    (tmp_path / "file").write_text("")

    result = build(content, tmp_path / "site", "--report", tmp_path / "file/report.json")

    assert result.exit_code == 3
    assert "report.json" in result.stderr


def test_a_missing_search_binary_ends_with_3_and_names_the_remedy(content, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)

    result = run("build", "--content", content, "--output", tmp_path / "site", "--jobs", 1)

    assert result.exit_code == 3
    assert result.stderr.count("\n") == 1
    assert "pip install" in result.stderr
    assert "--no-search" in result.stderr
    assert not (tmp_path / "site").exists()


def test_a_failing_search_binary_ends_with_3(content, tmp_path, monkeypatch):
    monkeypatch.setattr(search_index, "find_binary", lambda: shutil.which("false"))

    result = run("build", "--content", content, "--output", tmp_path / "site", "--jobs", 1)

    assert result.exit_code == 3
    assert "Pagefind" in result.stderr


def test_a_folder_that_is_no_theme_ends_with_3(content, tmp_path):
    result = build(content, tmp_path / "site", "--theme", tmp_path)

    assert result.exit_code == 3
    assert "--theme" in result.stderr


def test_a_report_of_a_good_build_tells_counts_seconds_and_bytes(content, tmp_path):
    build(content, tmp_path / "site", "--report", tmp_path / "reports/build.json")

    report = json.loads((tmp_path / "reports/build.json").read_bytes())
    size = sum(path.stat().st_size for path in (tmp_path / "site").rglob("*") if path.suffix == ".html")
    assert report["counts"]["projects"] == 1
    assert [stage["name"] for stage in report["stages"]] == ["shared", "disclosures", "across"]
    assert sum(stage["bytes"] for stage in report["stages"]) > size
    assert report["problems"] == []


def test_a_report_of_a_bad_build_tells_the_problems(bad_content, tmp_path):
    build(bad_content, tmp_path / "site", "--report", tmp_path / "build.json")

    report = json.loads((tmp_path / "build.json").read_bytes())
    assert [problem["path"] for problem in report["problems"]] == ["projects[0].budget.total", "kind"]


def test_a_warning_is_shown_and_stops_only_a_strict_run(content, tmp_path):
    change(content / DISCLOSURE, 'line: "24"', 'line: "19"')

    lax, strict = build(content, tmp_path / "lax"), build(content, tmp_path / "strict", "--strict")

    assert (lax.exit_code, strict.exit_code) == (0, 1)
    assert "warning [line-order]" in lax.stderr
    assert (tmp_path / "lax").exists()
    assert not (tmp_path / "strict").exists()


def test_validating_good_content_ends_with_0(content):
    result = run("validate", content)

    assert (result.exit_code, result.stdout) == (0, "")
    assert "0 errors, 0 warnings" in result.stderr


def test_validating_shows_problems_on_stdout(bad_content):
    result = run("validate", "--content", bad_content)

    assert result.exit_code == 1
    assert [line.partition(": ")[0] for line in result.stdout.splitlines()] == [
        f"{DISCLOSURE}:15:14",
        "townships/130324/hexi/township.yaml:2:7",
    ]


def test_validating_as_json_gives_problems_and_findings(bad_content):
    result = run("validate", "--format", "json", bad_content)

    problems = json.loads(result.stdout)["problems"]
    assert [(problem["code"], problem["line"], problem["column"]) for problem in problems] == [
        ("wrong-value", 15, 14),
        ("wrong-value", 2, 7),
    ]
    assert problems[0]["label"] == {"zh": "预算数", "en": "budget"}


def test_validating_good_content_as_json_gives_two_empty_lists(content):
    result = run("validate", "--format", "json", content)

    assert json.loads(result.stdout) == {"problems": [], "findings": []}


@pytest.fixture
def content_with_odd_code(content) -> Path:
    """Its last character is not the one that goes with the others."""
    change(content / DISCLOSURE, "P00442810250G", "P00442810250H")
    return content


def test_findings_on_the_text_are_shown_to_editors_after_the_problems(content_with_odd_code):
    result = run("--lang", "en", "validate", content_with_odd_code)

    heading, line = result.stdout.splitlines()
    assert heading == "To compare with the source:"
    assert line.startswith(f"{DISCLOSURE}: source [C04] 130324-hexi-2024-01-c04: ")
    assert line.endswith("(source line 12)")


def test_findings_on_the_text_as_json(content_with_odd_code):
    result = run("validate", "--format", "json", content_with_odd_code)

    [finding] = json.loads(result.stdout)["findings"]
    assert (finding["rule"], finding["severity"], finding["file"]) == ("C04", "source", DISCLOSURE)
    assert [fact["line"] for fact in finding["facts"]] == ["12"]


@pytest.mark.parametrize("strict", [(), ("--strict",)])
def test_findings_on_the_text_do_not_change_the_exit_status(content_with_odd_code, strict):
    assert run("validate", *strict, content_with_odd_code).exit_code == 0


def test_findings_of_other_files_than_those_asked_for_are_not_shown(content_with_odd_code):
    assert run("validate", content_with_odd_code / "site.yaml").stdout == ""


def test_a_finding_on_the_text_that_an_editor_has_set_aside_is_not_shown(content_with_odd_code):
    word = '- {finding: 130324-hexi-2024-01-c04, word: withdrawn, reason: 已对照, date: "2026-02-28"}\n'
    (content_with_odd_code / "findings.yaml").write_text(word, encoding="utf-8")

    assert run("validate", content_with_odd_code).stdout == ""


@pytest.mark.parametrize(
    ("path", "count"),
    [
        (".", 2),
        ("townships", 2),
        ("townships/130324/hexi/2024", 1),
        (DISCLOSURE, 1),
        ("townships/130324/hexi/township.yaml", 1),
        ("vocabulary", 0),
        ("site.yaml", 0),
    ],
)
def test_only_the_problems_of_the_asked_paths_are_shown(bad_content, path, count):
    result = run("validate", bad_content / path)

    assert len(result.stdout.splitlines()) == count
    assert result.exit_code == (1 if count else 0)


def test_several_paths_are_validated_together_and_each_problem_once(bad_content):
    result = run(
        "validate", bad_content / DISCLOSURE, bad_content / "townships/130324", bad_content / "site.yaml"
    )

    assert len(result.stdout.splitlines()) == 2


def test_a_warning_fails_only_a_strict_validation(content):
    change(content / DISCLOSURE, 'line: "24"', 'line: "19"')

    assert run("validate", content).exit_code == 0
    assert run("validate", "--strict", content).exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "environment", "word"),
    [
        (("--lang", "zh", "validate"), {}, "错误"),
        (("validate", "--lang", "zh"), {}, "错误"),
        (("--lang", "en", "validate"), {"LANG": "zh_CN.UTF-8"}, "error"),
        (("--lang", "en", "validate", "--lang", "zh"), {}, "错误"),
        (("validate",), {"LANG": "zh_CN.UTF-8"}, "错误"),
        (("validate",), {"LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "error"),
        (("validate",), {"LANG": "de_DE.UTF-8"}, "error"),
        (("validate",), {"LANG": ""}, "error"),
    ],
)
def test_messages_are_in_the_language_that_was_asked_for(bad_content, arguments, environment, word):
    result = run(*arguments, bad_content, **environment)

    assert f": {word} [wrong-value]" in result.stdout


def test_a_file_whose_name_is_no_text_is_a_problem_like_others(content):
    (content / "pages" / os.fsdecode(b"\xff.md")).write_text("# a\n")

    text, as_json = run("validate", content), run("validate", "--format", "json", content)

    assert text.exit_code == 1
    assert "pages/\\udcff.md: error [file-unexpected]" in text.stdout
    assert [problem["code"] for problem in json.loads(as_json.stdout)["problems"]] == ["file-unexpected"]


def test_all_schemas_are_one_valid_document():
    result = run("schema")

    document = json.loads(result.stdout)
    jsonschema.Draft202012Validator.check_schema(document)
    assert (result.exit_code, result.stderr) == (0, "")
    assert list(document["$defs"]) == list(CONTENT_FILES)


@pytest.mark.parametrize("name", CONTENT_FILES)
def test_the_schema_of_one_kind_of_file_is_valid(name):
    schema = json.loads(run("schema", name).stdout)

    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["type"] in {"object", "array"}


def test_the_program_runs_as_a_module(content, tmp_path):
    done = run_alone("build", "--content", content, "--output", tmp_path / "site")

    assert (done.returncode, done.stdout) == (0, b"")
    assert b"1 projects" in done.stderr
    assert (tmp_path / "site/search/index.html").is_file()


def test_what_is_printed_is_utf8_whatever_the_terminal_is_set_to(bad_content):
    done = run_alone("--lang", "zh", "validate", bad_content, PYTHONIOENCODING="ascii")

    assert done.returncode == 1
    assert "预算数" in done.stdout.decode()
    assert "2 个错误" in done.stderr.decode()


def test_a_reader_that_stops_early_is_no_error():
    command = f"{sys.executable} -m generator schema | head -c 10"

    done = subprocess.run(["sh", "-c", command], cwd=REPOSITORY, capture_output=True, check=False)

    assert len(done.stdout) == 10
    assert b"Traceback" not in done.stderr


def test_progress_is_shown_on_a_terminal_only(content, tmp_path):
    arguments = ["build", "--content", content, "--output", tmp_path / "site", "--no-search", "--jobs", "1"]

    piped = run_alone(*arguments).stderr
    on_terminal = run_on_terminal(*arguments)
    quiet = run_on_terminal(*arguments, "--quiet")

    assert b"\r" not in piped
    assert b"\r\x1b[K1/1" in on_terminal
    assert b"1/1" not in quiet


def run_on_terminal(*arguments: object) -> bytes:
    """What is written to stderr when it is a terminal."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "generator", *map(str, arguments)]
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.DEVNULL, stderr=theirs) as process:
        os.close(theirs)
        written = b"".join(iter(lambda: read_some(ours), b""))
    os.close(ours)
    assert process.returncode == 0
    return written


def read_some(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1024)
    except OSError:  # The other end is closed.
        return b""
