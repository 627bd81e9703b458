"""Checks that need several disclosures."""

from dataclasses import replace

from check_cases import make_facts

from generator.analyse.catalogue import Catalogue, make_catalogue
from generator.analyse.summary import DisclosureSummary, summarise
from generator.checks.across import ACROSS_CHECKS, named_projects, run_across
from generator.checks.finding import Finding

CODE = "13032424P00442810250G"


def summary_of(township: str, name: str, code: str = CODE) -> DisclosureSummary:
    given = {"projects": [{"name": name, "code": code}]}
    summary = summarise(make_facts(given), "disclosure.yaml")
    [project] = summary.projects
    return replace(
        summary,
        township=replace(summary.township, id=f"130324-{township}", name=township),
        projects=(replace(project, id=f"130324-{township}-2024-01"),),
    )


def catalogue_of(*summaries: DisclosureSummary) -> Catalogue:
    return make_catalogue(summaries)


def check(*summaries: DisclosureSummary) -> list[Finding]:
    return list(run_across(catalogue_of(*summaries), ACROSS_CHECKS))


def test_one_code_of_two_townships_is_found_at_the_second():
    [finding] = check(summary_of("hexi", "道路工程"), summary_of("hedong", "绿化工程"))

    assert finding.id == "130324-hedong-2024-01-c05-across"
    assert (finding.rule, finding.outcome, finding.disclosure_id) == ("C05", "differs", "130324-hedong-2024")
    assert [fact.project_id for fact in finding.facts] == [
        "130324-hexi-2024-01",
        "130324-hedong-2024-01",
        "130324-hedong-2024-01",
    ]
    assert "道路工程（hexi，2024）" in finding.message[0]


def test_one_title_under_one_code_is_not_found():
    assert check(summary_of("hexi", "道路工程"), summary_of("hedong", "道路工程")) == []


def test_a_later_year_of_a_township_may_go_on_with_a_code():
    assert check(summary_of("hexi", "道路工程"), summary_of("hexi", "道路维护")) == []


def test_a_number_that_is_no_code_is_not_compared():
    assert check(summary_of("hexi", "道路工程", "0001"), summary_of("hedong", "绿化工程", "0001")) == []


def test_each_project_of_a_pair_sees_the_finding_beside_the_other():
    summaries = (summary_of("hexi", "道路工程"), summary_of("hedong", "绿化工程"))
    findings = check(*summaries)

    named = named_projects(findings, catalogue_of(*summaries))

    assert {
        project: [(each.project_id, each.name) for each in beside] for project, beside in named.items()
    } == {
        "130324-hexi-2024-01": [("130324-hedong-2024-01", "绿化工程（hedong，2024）")],
        "130324-hedong-2024-01": [("130324-hexi-2024-01", "道路工程（hexi，2024）")],
    }
