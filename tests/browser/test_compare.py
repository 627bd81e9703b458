"""Projects, townships and programmes side by side: what the table says, on the shipped content."""

import csv
import io
import re
import shutil
import subprocess
import sys

import pytest
from hosting import REPOSITORY, serve_folder
from playwright.sync_api import BrowserContext, Page, expect
from watching import total_bytes

VILLAGE_PARTY = ("130324-shuangwang-2024-05", "130111-qiema-2021-18", "130682-liuzao-2021-06")
MOST_SCRIPT = 20_000
TOWNSHIP = ["township", "双望镇", "/townships/130324-shuangwang/", "卢龙县"]


@pytest.fixture
def compare(page: Page, shipped: str):
    """Opens the page with a choice and waits for it."""

    def open_page(kind: str, *ids: str, language: str = "") -> Page:
        query = "&".join([f"kind={kind}", *(f"id={id_}" for id_ in ids)])
        page.goto(f"{shipped}/{language}compare/?{query}")
        wait_for(page, "done" if len(ids) > 1 else "idle")
        return page

    return open_page


def wait_for(page: Page, state: str) -> None:
    expect(page.locator("[data-compare]")).to_have_attribute("data-state", state)


def cells(page: Page, label: str) -> list[str]:
    """What the columns say in the row with this label, without the lines of the source."""
    row = page.locator("table.compare tr").filter(has=page.locator("th", has_text=re.compile(f"^{label}$")))
    return [" ".join(text.split()) for text in row.locator("td > div").all_inner_texts()]


def row_labels(page: Page) -> list[str]:
    return page.locator("table.compare th[scope=row]").all_inner_texts()


def test_a_column_says_what_it_is_and_of_which_year(compare):
    page = compare("project", *VILLAGE_PARTY)

    heads = page.locator("table.compare thead th")
    assert [text.split() for text in heads.all_inner_texts()] == [
        ["村党组织活动经费", "双望镇", "2024年"],
        ["村党组织活动经费", "郄马镇", "2021年"],
        ["党组织活动经费", "留早镇", "2021年"],
    ]


def test_what_the_document_does_not_print_is_said_in_words(compare):
    page = compare("project", *VILLAGE_PARTY)

    assert cells(page, "预算数") == ["27.08 万元 2024年 行 488", "本文件未载", "43.58 万元 2021年 行 594"]
    assert cells(page, "其他资金") == ["（空白）", "本文件未载", "0 万元 2021年 行 598"]


def test_different_years_are_said_in_a_sentence_and_at_each_value(compare):
    page = compare("project", *VILLAGE_PARTY)

    expect(page.locator("[data-years]")).to_contain_text("2021、2024年")
    assert cells(page, "3月底") == ["0% 2024年 行 504", "本文件未载", "25% 2021年 行 610"]


def test_of_one_year_nothing_is_said_about_years(compare):
    page = compare("project", "130324-shuangwang-2024-01", "130208-unnamed-town-2024-12")

    expect(page.locator("[data-years]")).to_be_hidden()
    assert cells(page, "预算数") == ["2.00 万元 行 121", "3.00 万元 行 1040"]


def test_an_inferred_money_unit_is_marked(compare):
    page = compare("project", "000000-unnamed-subdistrict-2021-01", "000000-unnamed-subdistrict-2021-02")

    assert cells(page, "预算数")[0] == "161 万元 行 68 文件没有印金额单位，万元为推定。"


def test_targets_of_one_family_and_measure_share_a_row(compare):
    page = compare("project", *VILLAGE_PARTY)

    assert cells(page, "补助和发放标准 元/人") == [
        "200元/人 2024年 行 545 人均补助、补贴标准",
        "200元/人 2021年 行 627 补助标准",
        "没有这类指标",
    ]


def test_another_measure_has_its_own_row_and_the_cell_says_why(compare):
    page = compare("project", "130111-qiema-2021-05", "130111-qiema-2021-18")

    assert cells(page, "补助和发放标准 元/人/月")[1] == "单位不同，见另一行： 元/人"
    assert cells(page, "补助和发放标准 元/人")[0] == "单位不同，见另一行： 元/人/月"
    assert cells(page, "补助和发放标准 元/人")[1].startswith("200元/人")


def test_other_units_of_a_measure_are_shown_as_they_are_read(compare):
    page = compare("project", "130324-shuangwang-2024-01", "130324-shuangwang-2024-06")

    first, second = cells(page, "项目总金额 元")

    assert first == "2万元 行 176 读作 =20,000元 武装工作经费支出"
    assert second.startswith("5386900元 行")
    assert "读作" not in second


def test_small_groups_do_not_stand_side_by_side_across_townships(compare):
    page = compare("project", "130324-shuangwang-2024-09", "130111-qiema-2021-11")

    small, other = cells(page, "发放人数 人")

    assert small.startswith("涉及的人数少于 5 人，不跨乡镇比较")
    assert other.startswith("10人")
    assert "1人" not in page.locator("table.compare").inner_text().replace("10人", "")


def test_within_a_township_small_groups_stand_as_they_are_printed(compare):
    page = compare("project", "130324-shuangwang-2024-01", "130324-shuangwang-2024-15")

    first, second = cells(page, "保障办公人数 人")

    assert first.startswith("3人")
    assert second.startswith("2人")


def test_the_budget_for_each_is_given_where_one_population_is_printed(compare):
    page = compare(
        "project", "130324-shuangwang-2024-08", "130324-shuangwang-2024-14", "130324-shuangwang-2024-01"
    )

    assert cells(page, r"每村预算（换算）") == [
        "≈ 46,047 元/村 行 816 行 783 207.21 万元 ÷ 45 个村 ≈ 46,047 元/村",
        "印的是另一种人数、户数或村数，见另一行",
        "表里没有印唯一的人数、户数或村数，不能换算",
    ]


def test_a_plan_printed_in_money_is_shown_as_shares(compare):
    page = compare("project", "130208-unnamed-town-2024-08", "130208-unnamed-town-2024-09")

    assert cells(page, "3月底") == ["25% 行 702 印出 22.50 万元", "（空白）"]


def test_every_value_leads_to_its_line_or_project(compare, shipped):
    page = compare("project", *VILLAGE_PARTY)

    values = page.locator("table.compare td p")
    for value in values.all():
        link = value.locator("a").first
        assert link.get_attribute("href").startswith(("/townships/", "/projects/", "/programmes/"))
    page.locator("table.compare a.line").first.click()
    page.wait_for_url(f"{shipped}/townships/130324-shuangwang/2024/source/#L495")
    expect(page.locator(":target")).to_be_visible()


def test_townships_stand_side_by_side_programme_by_programme(compare):
    page = compare("township", "130324-shuangwang", "130111-qiema", "000000-unnamed-subdistrict")

    assert cells(page, "项目预算数合计")[0].startswith("975.30 万元 2024年 预算项目 全部项目都印有预算数")
    party = cells(page, "村党组织活动经费")
    assert party == [
        "27.08 万元 2024年 村党组织活动经费 行 488",
        "项目表没有印预算数： 村党组织活动经费",
        "没有归入这一类的项目",
    ]
    assert "全部项目都印有预算数，由本站相加。" in cells(page, "村级经费（合编项目）")[2]


def test_programmes_stand_side_by_side_with_a_part_for_each_year(compare):
    page = compare("programme", "village-party-activity", "village-public-service")

    parts = page.locator("table.compare .group").all_inner_texts()
    assert parts == ["基本情况", "2024年各乡镇的预算数", "2021年各乡镇的预算数"]
    assert cells(page, "留早镇") == [
        "43.58 万元 党组织活动经费 行 594",
        "153.20 万元 服务群众专项经费 行 485",
    ]


@pytest.fixture(scope="module")
def two_years(tmp_path_factory) -> str:
    """The shipped content with an earlier year of one township, which prints the same."""
    folder = tmp_path_factory.mktemp("two-years")
    content = shutil.copytree(REPOSITORY / "content", folder / "content")
    township = content / "townships/130324/shuangwang"
    shutil.copytree(township / "2024", township / "2023")
    disclosure = township / "2023/disclosure.yaml"
    text = disclosure.read_text(encoding="utf-8").replace('year: "2024"', 'year: "2023"', 1)
    disclosure.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "generator", "build", "--no-search", "--quiet"]
    subprocess.run(
        [*command, "--content", content, "--output", folder / "site"], cwd=REPOSITORY, check=True, timeout=60
    )
    with serve_folder(folder / "site") as origin:
        yield origin


def test_of_several_years_of_a_township_one_is_chosen(page, two_years):
    page.goto(f"{two_years}/compare/?kind=township&id=130324-shuangwang&id=130208-unnamed-town")
    wait_for(page, "done")
    year = page.get_by_label("双望镇的年度")
    expect(year).to_have_value("130324-shuangwang-2024")
    expect(year.locator("option")).to_have_text(["2023年", "2024年"])
    expect(page.locator("[data-years]")).to_be_hidden()

    year.select_option("2023年")

    expect(page.locator("[data-years]")).to_contain_text("2023、2024年")
    expect(page).to_have_url(
        f"{two_years}/compare/?kind=township&id=130324-shuangwang-2023&id=130208-unnamed-town"
    )
    assert cells(page, "项目预算数合计")[0].startswith("975.30 万元 2023年")
    expect(page.get_by_label("双望镇的年度")).to_be_focused()


def test_a_township_leads_to_the_projects_of_each_year(page, two_years):
    # The site with two years is made without a search, and so without its names.
    page.route("**/names/index.json", lambda route: route.fulfill(json={"shards": 1, "names": [TOWNSHIP]}))
    page.route("**/names/0.json", lambda route: route.fulfill(json=[]))
    page.goto(f"{two_years}/compare/")

    page.locator("[data-input]").fill("双望")
    page.get_by_role("option", name="双望镇").click()

    groups = page.locator("[role=group]")
    expect(groups).to_have_count(2)
    assert [group.get_attribute("aria-label") for group in groups.all()] == ["双望镇 2024", "双望镇 2023"]
    expect(groups.nth(1).get_by_role("option")).to_have_count(16)


def test_the_file_holds_exactly_what_the_table_shows(compare):
    page = compare("project", *VILLAGE_PARTY)

    name, raw, rows = save(page)

    shown = shown_rows(page)
    assert name == f"compare_project_{'_'.join(VILLAGE_PARTY)}.csv"
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\n") == raw.count(b"\r\n") == len(rows)
    assert rows[0][2::2] == [
        "村党组织活动经费 双望镇 2024年",
        "村党组织活动经费 郄马镇 2021年",
        "党组织活动经费 留早镇 2021年",
    ]
    assert [[row[1], *row[2::2]] for row in rows[1:]] == shown
    assert rows[3][:2] == ["金额", "预算数"]
    assert rows[3][3].endswith("/townships/130324-shuangwang/2024/source/#L488")


def save(page: Page) -> tuple[str, bytes, list[list[str]]]:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="下载这张表").click()
    raw = waiting.value.path().read_bytes()
    text = raw.decode("utf-8-sig")
    return waiting.value.suggested_filename, raw, list(csv.reader(io.StringIO(text, newline="")))


def shown_rows(page: Page) -> list[list[str]]:
    """Each row as a reader sees it, the lines of the source left out."""
    return page.locator("table.compare tbody tr:not(.group)").evaluate_all(
        """rows => rows.map((row) => [...row.cells].map((cell) => {
          const values = [...cell.querySelectorAll("p")];
          return (values.length ? values : [cell.querySelector("div") ?? cell]).map((part) => {
            const lines = [...part.querySelectorAll(".line")].map((line) => line.textContent);
            return lines.reduce((text, line) => text.replace(line, ""), part.textContent)
              .replace(/\\s+/g, " ").trim();
          }).join("；");
        }))"""
    )


def test_nothing_in_the_file_runs_as_a_formula(compare):
    page = compare("project", "000000-unnamed-subdistrict-2021-01", "000000-unnamed-subdistrict-2021-02")

    _, _, rows = save(page)

    people = next(row for row in rows if row[1].startswith("发放人数"))
    assert people[2].startswith("'=79人")
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_english_pages_compare_in_english_and_mark_chinese(compare):
    page = compare("project", *VILLAGE_PARTY, language="en/")

    assert cells(page, "Budget") == [
        "27.08 万元 2024 line 488",
        "Not printed in this document",
        "43.58 万元 2021 line 594",
    ]
    expect(page.locator("table.compare thead th span[lang=zh-CN]").first).to_have_text("村党组织活动经费")
    assert page.locator("table.compare a").first.get_attribute("href").startswith("/en/projects/")
    page.get_by_role("navigation", name="Language").get_by_role("link").click()
    page.wait_for_url(re.compile(r"/compare/\?kind=project&id=130324-shuangwang-2024-05&id="))
    wait_for(page, "done")
    assert "/en/" not in page.url


def test_no_chinese_is_left_unmarked_on_english_pages(compare):
    page = compare("project", *VILLAGE_PARTY, language="en/")

    unmarked = page.locator("main").evaluate(
        """main => {
          const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
          const found = [];
          while (walker.nextNode()) {
            const { textContent, parentElement } = walker.currentNode;
            const isText = !parentElement.closest("script, [lang='zh-CN']");
            if (isText && /\\p{Script=Han}/u.test(textContent)) found.push(textContent);
          }
          return found;
        }"""
    )

    assert unmarked == []


def test_what_is_not_there_is_said_and_can_be_removed(compare, shipped):
    page = compare("project", VILLAGE_PARTY[0])

    page.goto(
        f"{shipped}/compare/?kind=project&id={VILLAGE_PARTY[0]}&id=no-such-project&id={VILLAGE_PARTY[1]}"
    )
    wait_for(page, "done")

    assert page.locator("table.compare thead th").count() == 2
    expect(page.locator("[data-status]")).to_contain_text("没有找到")
    page.get_by_role("button", name="移除no-such-project").click()
    expect(page).to_have_url(re.compile(rf"id={VILLAGE_PARTY[0]}&id={VILLAGE_PARTY[1]}$"))


def test_on_a_phone_every_value_stands_under_its_name_and_the_page_does_not_scroll(compare):
    page = compare("project", *VILLAGE_PARTY)

    for width in (320, 390):
        page.set_viewport_size({"width": width, "height": 800})

        assert page.evaluate("document.documentElement.scrollWidth") <= width
        expect(page.locator(".compare-who").first).to_be_visible()
        assert page.locator(".compare-who").first.inner_text().split() == [
            "村党组织活动经费",
            "双望镇",
            "2024年",
        ]


def test_on_a_wide_page_only_the_table_may_scroll(compare):
    page = compare("township", "130324-shuangwang", "130111-qiema", "130208-unnamed-town", "130682-liuzao")

    page.set_viewport_size({"width": 800, "height": 800})

    assert page.evaluate("document.documentElement.scrollWidth") <= 800
    region = page.get_by_role("region", name="比较结果，可左右滚动")
    assert region.evaluate("element => element.tabIndex") == 0


def test_the_page_is_light_quiet_and_still(watched, shipped):
    page, watch = watched

    page.goto(f"{shipped}/compare/?kind=project&" + "&".join(f"id={id_}" for id_ in VILLAGE_PARTY))
    wait_for(page, "done")
    page.wait_for_load_state("networkidle")

    assert total_bytes(watch, lambda url: url.endswith(".js")) < MOST_SCRIPT
    assert not [url for url in watch.requests if "names" in url or "pagefind" in url]
    assert watch.complaints == []
    assert page.evaluate("window.shifts") == []


@pytest.fixture
def plain_visitor(browser) -> BrowserContext:
    context = browser.new_context(java_script_enabled=False)
    yield context
    context.close()


def test_without_scripts_the_page_leads_to_those_that_compare(plain_visitor, shipped):
    page = plain_visitor.new_page()

    page.goto(f"{shipped}/compare/?kind=project&id=a&id=b")

    expect(page.locator("main div.notice")).to_contain_text("JavaScript")
    links = page.locator("main div.notice a")
    assert [link.get_attribute("href") for link in links.all()] == ["/programmes/", "/indicators/"]
    expect(page.locator("[data-compare]")).to_be_hidden()


@pytest.mark.parametrize(
    ("address", "id_"),
    [
        ("/projects/130324-shuangwang-2024-05/", "kind=project&id=130324-shuangwang-2024-05"),
        ("/en/townships/130324-shuangwang/", "kind=township&id=130324-shuangwang"),
        ("/programmes/village-party-activity/", "kind=programme&id=village-party-activity"),
    ],
)
def test_pages_lead_to_the_comparison(page, shipped, address, id_):
    page.goto(f"{shipped}{address}")

    page.locator("a[href*='/compare/?']").click()

    expect(page).to_have_url(re.compile(re.escape(id_)))
    wait_for(page, "idle")
    expect(page.locator("[data-chosen] li")).to_have_count(1)
