"""Pages across townships: what stands side by side, what is left out, and that no page grows without bound."""

import csv
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup, Tag
from building import REPOSITORY, SITES, build

from generator.pages.across import checks, project_lists

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def site(shipped_site: Path) -> Path:
    return shipped_site


def read(site: Path, path: str) -> Tag:
    page = BeautifulSoup((site / path / "index.html").read_bytes(), "html.parser").main
    assert page is not None
    return page


def section(page: Tag, name: str) -> Tag:
    heading = page.find(id=name)
    assert heading is not None, name
    return heading if heading.name == "section" else heading.find_parent("section")


def words(element: Tag) -> str:
    return " ".join(element.get_text(" ").split())


def rows(element: Tag) -> list[str]:
    return [words(row) for row in element.select("tbody tr")]


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_a_budget_per_head_stands_with_its_computation_beside_the_printed_rate(site):
    page = read(site, "programmes/village-party-activity")

    [row] = rows(section(page, "per-person"))

    assert "双望镇 2024" in row
    assert "27.08 万元 ÷ 1,354 人 = 200 元/人" in row
    assert row.count("200 元/人") == 2


def test_a_budget_for_people_and_villages_together_is_not_divided(site):
    page = read(site, "programmes/village-combined")

    assert "217人" in words(section(page, "total"))
    assert "538.69 万元 ÷" not in words(page)


def test_printed_numbers_lead_to_their_source_lines(site):
    page = read(site, "programmes/village-party-activity")

    [link] = [link for link in section(page, "total").select("a") if link.get_text() == "1354人"]

    assert link["href"] == "/townships/130324-shuangwang/2024/source/#L522"


def test_a_small_group_is_not_gathered(site):
    page, listed = read(site, "programmes/veterans-station"), site / "programmes/veterans-station/index.csv"

    assert "2人" not in words(page)
    assert read_csv(listed)[0]["counts"] == ""


def test_programmes_stand_in_the_order_of_places_and_years(site):
    page = read(site, "programmes/village-operation")

    years = [row.split()[1] for row in rows(section(page, "total"))]

    assert years == ["2021", "2024", "2024"]  # the last two of a town without a name


def test_a_chart_never_holds_two_years(site):
    for chart in site.glob("programmes/*/total-*.svg"):
        texts = [text.text or "" for text in ET.parse(chart).iter(f"{SVG}text")]
        year = chart.stem.rpartition("-")[2]
        assert [text for text in texts if re.fullmatch(r"\d{4}年", text)] == [f"{year}年"], chart


def test_a_disclosure_begins_with_its_total_and_what_the_money_is_for(site):
    page = read(site, "townships/130324-shuangwang/2024")

    sections = [heading["id"] for heading in page.select("section[id]")]
    assert words(
        page.dl.div
    ) == "项目预算数合计 975.30\N{NO-BREAK SPACE}万元 全部项目都印有预算数，由本站相加。".replace(
        "\N{NO-BREAK SPACE}", " "
    )
    assert sections[:3] == ["shares", "projects", "overview"]
    assert sections[-1] == "document"


def test_the_largest_projects_have_bars_and_the_others_share_one(site):
    page = read(site, "townships/130324-shuangwang/2024")

    bars = [words(text) for text in section(page, "shares").select("svg text:not(.narrow)")]

    assert bars[:2] == ["6 村级支出", "538.69 万元 · 55.23%"]
    assert bars[-2:] == ["其余 6 个项目", "13.67 万元 · 1.40%"]
    assert len(bars) == 2 * 11


def test_the_list_of_projects_beneath_has_shares_and_lines(site):
    page = read(site, "townships/130324-shuangwang/2024")

    assert rows(section(page, "projects"))[5] == "6 村级支出 538.69 55.23% 村级经费（合编项目） 8 行 586"


def test_a_row_of_a_list_is_headed_by_its_name(site):
    page = read(site, "townships/130324-shuangwang/2024")

    head = section(page, "projects").select("tbody th")[5]

    assert (words(head), head["scope"]) == ("村级支出", "row")


def test_sub_targets_are_folded_below_their_headings(site):
    part = section(read(site, "townships/130324-shuangwang/2024"), "sub-targets")

    folded = part.find("h3", string="农林工作").find_next_sibling("ul").select("summary")
    assert [words(summary) for summary in folded][1].startswith("2 防火工作 争取不发生火灾")
    assert len(part.select("details:not([open])")) == 26


def test_a_document_says_where_its_original_stands_or_that_this_is_not_known(site):
    for path in ("townships/130324-shuangwang/2024", "townships/130324-shuangwang/2024/source"):
        assert "原文网址 本站没有记录" in words(read(site, path))


def test_only_plans_that_can_be_read_are_added_up(site):
    page = read(site, "townships/130208-unnamed-town/2024")

    note = words(section(page, "year-plan"))

    assert "全部 12 个里有 11 个" in note


def test_a_document_without_budgets_has_no_shares_and_no_column_of_them(site):
    page = read(site, "townships/130111-qiema/2021")

    heads = [words(head) for head in section(page, "projects").select("thead th")]
    assert page.find(id="shares") is None
    assert heads == ["序号", "项目", "项目类", "绩效指标", "来源"]
    assert "33 个项目都没有印预算数" in words(page.dl)


def test_the_csv_of_a_disclosure_has_the_figures_of_its_charts(site):
    [_, _, _, _, _, row, *_] = read_csv(site / "townships/130324-shuangwang/2024/index.csv")

    assert (row["name"], row["budget_wan"], row["share_pct"]) == ("村级支出", "538.69", "55.23")
    assert (row["plan_mar_wan"], row["source_line"]) == ("134.6725", "586")


def test_each_axis_of_an_indicator_holds_one_measure(site):
    page = read(site, "indicators/payment-standard")

    measures = [words(heading) for heading in section(page, "targets").select("h3")]

    assert measures == ["金额（元/人/月） 4", "金额（元/人） 4"]
    assert words(section(page, "apart-alone")).count("元/亩") >= 1


def test_a_dot_stands_for_each_target_and_the_table_has_them_all(site):
    [part, *_] = section(read(site, "indicators/public-satisfaction"), "targets").select("section")

    dots = part.select("g.marks use")

    assert len(dots) - 1 == len(rows(part.details)) == 38  # one more in the legend


def test_a_short_table_says_how_often_each_target_occurs(site):
    [part, *_] = section(read(site, "indicators/public-satisfaction"), "targets").select("section")

    counts = {text.get_text() for text in part.select("text.quantity")}
    assert rows(part.select_one(".tally")) == ["至少 90% 16", "至少 95% 22"]
    assert counts == {"16", "22"}


def test_the_twin_of_an_indicator_has_the_reading(site):
    by_target = {row["target"]: row for row in read_csv(site / "indicators/payment-standard/index.csv")}

    row = by_target["10元/人/月"]

    assert (row["kind"], row["op"], row["value"], row["unit"], row["per"]) == (
        "money",
        "=",
        "10",
        "元",
        "人/月",
    )
    assert row["comparable_as"] == "money:元/人/月"


def test_each_chart_of_a_page_is_a_file_that_needs_nothing_else(site):
    for name in ("indicators/public-satisfaction", "en/townships/130324-shuangwang/2024"):
        for link in read(site, name).select('.chart a[type="image/svg+xml"]'):
            root = ET.parse(site / link["href"].lstrip("/")).getroot()
            assert root.tag == f"{SVG}svg"
            assert not [node for node in root.iter() if "style" in node.attrib or node.tag == f"{SVG}style"]
            assert all(use.get("href", "").startswith("#") for use in root.iter(f"{SVG}use"))


def test_each_chart_says_what_it_is_to_those_who_do_not_see_it(site):
    for name in ("indicators/public-satisfaction", "townships/130324-shuangwang/2024"):
        for chart in read(site, name).select(".chart svg"):
            title, text = (chart.find(id=id_) for id_ in chart["aria-labelledby"].split())
            assert chart["role"] == "img"
            assert title.get_text()
            assert text.get_text()


def test_projects_stand_in_bands_of_amounts_by_place(site):
    page = read(site, "amounts/from-100")

    places = [row.split()[1] for row in rows(page)]

    assert len(places) == 4
    assert words(page).index("153.20") < words(page).index("161 ")


def test_every_project_is_in_one_band(site):
    listed = [row["project_id"] for path in site.glob("amounts/*/index.csv") for row in read_csv(path)]

    assert sorted(listed) == sorted(row["project_id"] for row in read_csv(site / "projects/index.csv"))


def test_a_long_list_stands_on_several_pages(tmp_path, monkeypatch):
    monkeypatch.setattr(project_lists, "_PART", 2)

    build(SITES / "valid/two/content", tmp_path / "site")

    first, second = (read(tmp_path / "site", path) for path in ("projects", "projects/part-2"))
    links = [link["href"] for link in first.select(".pager ul a")]
    assert links[:2] == ["/sub/projects/", "/sub/projects/part-2/"]
    assert second.select_one('.pager [aria-current="page"]')["href"] == links[1]
    assert len(rows(first)) == 2
    assert not set(rows(first)) & set(rows(second))


def test_the_parts_of_a_list_have_one_csv(tmp_path, monkeypatch):
    monkeypatch.setattr(project_lists, "_PART", 1)
    content = shutil.copytree(SITES / "valid/two/content", tmp_path / "content")

    build(Path(content), tmp_path / "site")

    assert len(read_csv(tmp_path / "site/projects/index.csv")) > 1
    assert not (tmp_path / "site/projects/part-2/index.csv").exists()


def test_a_township_begins_with_what_it_plans(site):
    page = read(site, "townships/130324-shuangwang")

    sections = [words(heading) for heading in page.find_all("h2")]
    projects = [words(item) for item in page.select(".leaders li")]
    assert sections == ["双望镇2024年预算绩效目标", "名称和其他写法"]
    assert len(projects) == 12
    assert projects[:2] == ["村级支出 538.69 万元", "服务群众专项经费 207.21 万元"]
    assert page.find("a", string="全部 16 个项目")["href"] == "/townships/130324-shuangwang/2024/#projects"


def test_a_township_without_budgets_names_its_projects_in_printed_order(site):
    page = read(site, "townships/130111-qiema")

    projects = [words(item) for item in page.select(".leaders li")]
    assert page.find("h3").string == "按文件次序前 12 个项目"
    assert projects[0] == "三秋禁烧工作经费"


def test_places_without_a_name_are_listed_last(site):
    home, listed = (
        [words(item) for item in read(site, path).select("section[aria-labelledby=townships] h3, .part h3")]
        for path in (".", "townships")
    )

    assert home == ["郄马镇", "双望镇", "留早镇", "丰润区某镇（名称未载明）", "办事处（名称未载明）"]
    assert listed == home


def test_the_datasets_keep_their_order(site):
    counties = [row["county_code"] for row in read_csv(site / "data/disclosures.csv")]

    assert counties == sorted(counties)


def test_a_township_is_listed_with_its_total_and_the_year_of_it(site):
    [item] = [
        words(item) for item in read(site, "townships").select(".index > li") if "双望镇" in words(item)
    ]

    assert "2024年项目预算数合计 975.30 万元" in item


def test_sums_of_different_years_stand_side_by_side_and_are_not_added(site):
    figures = words(read(site, "themes/environment").select_one(".figures"))

    assert "2024年项目预算数合计 6.00 万元 全部项目都印有预算数" in figures
    assert "2021年项目预算数合计 8.00 万元 6 个项目中有 1 个印有预算数" in figures
    assert "14.00" not in figures


def test_the_home_page_names_the_groups_with_the_most_projects(site):
    themes = [words(item) for item in read(site, ".").select("section[aria-labelledby=themes] li")]

    counts = [int(item.split()[-2]) for item in themes]
    assert len(themes) == 8
    assert counts == sorted(counts, reverse=True)


def test_a_list_of_one_year_does_not_repeat_it_on_a_phone(site):
    cell = read(site, "years/2024").select_one('td[data-label="年度"]')

    assert cell["class"] == ["spare"]


def test_the_checks_begin_with_what_they_found_and_with_what_differs(site):
    page = read(site, "checks")

    figures = [words(fact) for fact in page.select(".figures > div")]
    differing = section(page, "differing").select(".index > li")
    assert figures[:2] == ["相符 180", "不同 7"]
    assert page.section is section(page, "differing")
    assert len(differing) == 7
    assert "双望镇 2024年" in words(differing[4])


def test_rules_that_found_nothing_are_folded(site):
    page = read(site, "checks")

    assert len(page.select("details .index > li")) + len(page.select("section > .index > li")) == 52 + 7
    assert all(words(fact) == "结果 0" for fact in page.select("details .inline-facts"))


def test_of_many_findings_that_differ_only_the_rules_are_named(tmp_path, monkeypatch):
    monkeypatch.setattr(checks, "_MOST_DIFFERING", 6)

    build(REPOSITORY / "content", tmp_path / "site")

    listed = [words(item) for item in section(read(tmp_path / "site", "checks"), "differing").select("li")]
    assert listed == ["完成期限的年份与计划年度 5", "写到另一个项目的内容 1", "目标里的数字与指标值 1"]


def test_the_data_page_begins_with_the_table_and_the_file_that_most_want(site):
    page = read(site, "data")

    assert page.select_one(".data-table h3 .code").string == "projects"
    assert {words(files.li.a) for files in page.select(".data-table .files")} == {"CSV（Excel、WPS 用）"}
    assert words(page.select(".files")[-1]).startswith("index.json")


def test_counties_stand_beneath_their_province(site):
    page = read(site, "counties")

    province = page.select_one("h2 a")
    names = [words(link) for link in page.select("#province-13 h3 a")]
    assert words(province) == "河北省"
    assert names == [
        "河北省石家庄市栾城区",
        "河北省唐山市丰润区",
        "河北省秦皇岛市卢龙县",
        "河北省保定市定州市",
    ]


def test_a_project_says_for_whom_it_is(site):
    page = read(site, "projects/130324-shuangwang-2024-06")

    facts = [words(fact) for fact in page.select(".facts > div")]
    assert facts[:2] == ["人数 217人 行 621 村干部工资发放人数", "村数 45个 行 629 村级经费拨付村个数"]
