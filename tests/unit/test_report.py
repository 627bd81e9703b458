"""What `--report` writes."""

from generator.build.report import BuildReport
from generator.problems import Problem


def test_a_report_has_counts_stages_and_problems():
    report = BuildReport(counts={"projects": 2}, problems=(Problem("a", 1, 1, "no-title"),))
    with report.stage("shared") as meter:
        meter.bytes = 12

    written = report.as_json()

    [stage] = written["stages"]
    assert written["counts"] == {"projects": 2}
    assert (stage["name"], stage["bytes"]) == ("shared", 12)
    assert 0 <= stage["seconds"] < 1
    assert [problem["code"] for problem in written["problems"]] == ["no-title"]
