"""The search over the shipped content, in a real browser: everything printed is found, and nothing else."""

import csv
from collections import Counter

import pytest
from kinds import read_pages
from playwright.sync_api import expect
from shipped import normalise, read_projects, sample_queries

from generator.checks.texts import check_texts
from generator.questions.texts import question_texts
from generator.search.page_files import read_fragment
from generator.search.record import read_page

BOUNDS = (0, 1, 5, 10, 50, 100, 500)
FIND = """async (query) => {
  const { find } = await import(document.querySelector("script[src*='/search.']").src);
  const pages = await Promise.all((await find(query)).hits.map((hit) => hit.load()));
  return pages.map(({ url }) => url);
}"""


def read_csv(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_rows(path, key, urls):
    return [row for row in read_csv(path) if f"/projects/{row[key]}/" in urls]


def range_of(budget):
    if not budget:
        return "none"
    low = max(bound for bound in BOUNDS if bound <= float(budget))
    return f"{low}-{next((bound for bound in BOUNDS if bound > low), '')}"


def read_counts(page, name):
    """The number behind each value that a filter offers."""
    options = page.locator(f"select[name={name}] option").evaluate_all(
        "options => options.slice(1).map(option => [option.value, option.text])"
    )
    return {value: int(text.rsplit("(", 1)[1].removesuffix(")")) for value, text in options}


@pytest.fixture(scope="module")
def origin(serve, built_site):
    with serve(built_site) as origin:
        yield origin


@pytest.fixture(scope="module")
def find(browser, origin):
    page = browser.new_page()
    page.goto(f"{origin}/search/")
    yield lambda query: set(page.evaluate(FIND, query))
    page.close()


@pytest.fixture(scope="module")
def projects():
    return read_projects()


@pytest.fixture(scope="module")
def indexed(built_site):
    """Address → the texts of a page that the index was made of."""
    pages = {}
    for path in built_site.glob("pagefind/fragment/*"):
        known = read_page(read_fragment(path))
        pages[known["url"]] = [normalise(text) for text in (known["title"], *known["texts"])]
    return pages


def test_recall_is_complete_and_precision_high(find, projects, indexed, capsys):
    queries = [query for query in sample_queries(projects) if normalise(query)]
    expected, found, right, wrong = 0, 0, 0, []
    for query in queries:
        wanted = normalise(query)
        truth = {
            project.url for project in projects if any(wanted in normalise(cell) for cell in project.cells)
        }
        hits = find(query)
        expected += len(truth)
        found += len(truth & hits)
        right += sum(any(wanted in text for text in indexed[url]) for url in hits)
        wrong += [(query, url) for url in hits if not any(wanted in text for text in indexed[url])]
        assert truth <= hits, f"{query}: not found: {sorted(truth - hits)}"
    recall, precision = found / expected, right / (right + len(wrong))
    with capsys.disabled():
        print(f"\nsearch: {len(queries)} queries, recall {recall:.4f}, precision {precision:.4f}")

    assert len(queries) >= 100
    assert recall == 1
    assert precision >= 0.97, wrong


def test_every_page_that_the_index_holds_a_text_of_is_found_by_it(find, indexed):
    texts = sorted({text for page in indexed.values() for text in page if len(text) > 1})[::97]

    for text in texts:
        assert find(text) == {url for url, page in indexed.items() if any(text in cell for cell in page)}, (
            text
        )


def test_every_name_of_a_township_finds_all_its_projects(find, projects):
    for project in projects:
        for alias in project.aliases:
            assert project.url in find(alias), alias


def test_every_page_that_a_visitor_looks_for_is_found(built_site, indexed):
    kinds = {"home", "search", "source", "code", "amount", "not_found", ""}
    pages = {
        page.address for page in read_pages(built_site) if page.language == "zh" and page.kind not in kinds
    }

    assert {address for address in pages - indexed.keys() if "/part-" not in address} == {"/counties/000000/"}


QUESTIONS = question_texts()


@pytest.mark.parametrize(
    ("address", "url", "title"),
    [
        ("search/?q=村干部计划", "/questions/village-cadres/", QUESTIONS["village-cadres"].title.zh),
        (
            "en/search/?q=planned to be paid",
            "/en/questions/paid-at-year-end/",
            QUESTIONS["paid-at-year-end"].title.en,
        ),
        ("en/search/?q=A01&kind=check", "/en/checks/a01/", check_texts()["A01"].title.en),
        ("en/search/?q=lulong&kind=county", "/en/counties/130324/", "Lulong County, Qinhuangdao, Hebei"),
    ],
)
def test_pages_of_the_site_itself_are_found_in_the_language_of_the_reader(page, origin, address, url, title):
    page.goto(f"{origin}/{address}")

    link = page.locator("a[data-result]").first
    expect(link).to_contain_text(title)
    expect(link).to_have_attribute("href", url)
    expect(link).to_have_attribute("lang", "en" if address.startswith("en/") else "zh-CN")


@pytest.mark.parametrize(
    ("typed", "id_"),
    [
        ("村干部计划", "village-cadres"),
        ("钱花在", "shares-of-projects"),
        ("of satisfaction is", "satisfaction"),
    ],
)
def test_questions_are_suggested(page, origin, typed, id_):
    page.goto(f"{origin}/")
    page.keyboard.press("/")

    page.keyboard.type(typed)

    option = page.get_by_role("group", name="常见问题").get_by_role("option")
    expect(option).to_have_attribute("href", f"/questions/{id_}/")


def test_every_hit_is_a_page_of_the_site(built_site, indexed):
    missing = [url for url in indexed if not (built_site / url.strip("/") / "index.html").is_file()]

    assert missing == []


@pytest.mark.parametrize(
    ("query", "url", "cell"),
    [
        ("1人", "/projects/130324-shuangwang-2024-09/", "1人"),
        ("3人", "/projects/130208-unnamed-town-2024-09/", "≥3人"),
        ("2400元", "/projects/130324-shuangwang-2024-09/", "2400元"),
    ],
)
def test_a_cell_on_a_small_group_is_found_and_not_quoted(page, origin, query, url, cell):
    page.goto(f"{origin}/search/?q={query}&kind=project&township={url.split('/')[2].rsplit('-', 2)[0]}")

    hit = page.locator("[data-results] li").filter(has=page.locator(f"a[href='{url}']"))
    expect(hit).to_have_count(1)
    assert cell not in hit.locator(".search-excerpt").all_inner_texts()
    expect(hit.locator("mark").filter(has_text=query)).to_have_count(0)


@pytest.mark.parametrize(
    ("query", "url", "budget"),
    [
        (
            "征地拆迁补偿款",
            "/projects/000000-unnamed-subdistrict-2021-04/",
            "预算 50\u00a0万元（单位为推定）",
        ),
        ("服务群众专项经费", "/projects/130682-liuzao-2021-05/", "预算 153.20\u00a0万元"),
    ],
)
def test_the_budget_of_a_hit_is_as_printed(page, origin, query, url, budget):
    page.goto(f"{origin}/search/?q={query}&kind=project")

    hit = page.locator("[data-results] li").filter(has=page.locator(f"a[href='{url}']"))
    expect(hit.locator(".search-place span").last).to_have_text(budget)


def test_party_activity_funds_are_found_in_four_disclosures(page, origin, projects):
    page.goto(f"{origin}/search/?q=党组织活动经费&kind=project")
    expect(page.locator("[data-results]")).to_have_attribute("data-state", "done")

    hrefs = page.locator("a[data-result]").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    assert len({project.disclosure for project in projects if project.url in hrefs}) == 4


def test_filters_of_the_published_page_have_words_for_their_values(page, origin):
    page.goto(f"{origin}/search/?q=经费")
    expect(page.locator("[data-results]")).to_have_attribute("data-state", "done")

    for name in ("kind", "township", "county"):
        options = page.locator(f"select[name={name}] option").evaluate_all(
            "options => options.slice(1).map(option => [option.value, option.textContent])"
        )
        assert options
        assert all(not text.startswith(value) for value, text in options), options


def test_counts_of_the_filters_are_those_of_the_data(page, origin, built_site, projects):
    asked = [project for project in projects if any("经费" in cell for cell in project.cells)]
    rows = read_rows(built_site / "data" / "projects.csv", "project_id", [project.url for project in asked])
    kinds: dict[str, set[str]] = {}
    for row in read_csv(built_site / "data" / "indicators.csv"):
        kinds.setdefault(row["project_id"], set()).add(row["kind"])
    themes = {
        path.parent.name: {row["project_id"] for row in read_csv(path)}
        for path in built_site.glob("themes/*/index.csv")
    }
    expected = {
        "township": Counter(row["township_id"] for row in rows),
        "county": Counter(row["county_code"] for row in rows),
        "year": Counter(row["year"] for row in rows),
        "programme": Counter(row["programme"] for row in rows if row["programme"]),
        "theme": Counter(
            id_ for row in rows for id_, members in themes.items() if row["project_id"] in members
        ),
        "amount": Counter(range_of(row["budget_wan"]) for row in rows),
        "target": Counter(kind for row in rows for kind in kinds[row["project_id"]]),
    }

    page.goto(f"{origin}/search/?q=经费&kind=project")
    expect(page.locator("[data-results]")).to_have_attribute("data-state", "done")

    assert {name: read_counts(page, name) for name in expected} == expected
    assert page.locator("[data-results]").get_attribute("data-total") == str(len(rows))


@pytest.mark.parametrize(
    ("name", "value"), [("theme", "environment"), ("amount", "1-5"), ("target", "ratio")]
)
def test_a_filter_leaves_as_many_as_it_says(page, origin, name, value):
    page.goto(f"{origin}/search/?q=经费")
    expect(page.locator("[data-results]")).to_have_attribute("data-state", "done")
    said = read_counts(page, name)[value]

    page.locator(f"select[name={name}]").select_option(value)

    expect(page.locator("[data-results]")).to_have_attribute("data-total", str(said))


def test_english_search_uses_the_same_index_and_leads_to_english_pages(page, origin, built_site):
    messages: list[str] = []
    page.on("console", lambda message: messages.append(message.text))

    page.goto(f"{origin}/en/search/?q=双望镇&kind=township")
    expect(page.locator("[data-results]")).to_have_attribute("data-state", "done")

    href = page.locator("a[data-result]").get_attribute("href")
    assert href == "/en/townships/130324-shuangwang/"
    assert (built_site / href.strip("/") / "index.html").is_file()
    expect(page.locator("select[name=theme]")).to_be_hidden()
    expect(page.get_by_label("County")).to_contain_text("Lulong")
    assert messages == []


@pytest.mark.parametrize(("here", "there"), [("", "en/"), ("en/", "")])
def test_the_other_language_is_asked_the_same(page, origin, here, there):
    page.goto(f"{origin}/{here}search/?q=经费&kind=project&sort=amount")
    expect(page.locator("[data-results]")).to_have_attribute("data-state", "done")
    total = read_counts(page, "year")["2024"]
    page.locator("select[name=year]").select_option("2024")
    expect(page.locator("[data-results]")).to_have_attribute("data-total", str(total))
    asked = page.url.partition("?")[2]

    page.locator(".languages a").click()
    expect(page.locator("[data-results]")).to_have_attribute("data-state", "done")

    assert page.url == f"{origin}/{there}search/?{asked}"
    expect(page.locator("select[name=year]")).to_have_value("2024")
    expect(page.locator("[data-results]")).to_have_attribute("data-total", str(total))


@pytest.mark.parametrize(
    "address", ["/", "/en/", "/townships/130111-qiema/", "/projects/130324-shuangwang-2024-01/"]
)
def test_every_page_suggests_townships_by_their_aliases(page, origin, address):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{origin}{address}", wait_until="networkidle")
    before = len(asked)

    page.keyboard.press("/")
    page.keyboard.type("郟马")
    option = page.get_by_role("option").first
    expect(option).to_contain_text("郟马镇")

    assert before <= 6
    language = "/en" if address == "/en/" else ""
    assert option.get_attribute("href") == f"{language}/townships/130111-qiema/"


def test_published_page_at_phone_width_needs_no_sideways_scrolling(page, origin):
    page.set_viewport_size({"width": 320, "height": 640})

    page.goto(f"{origin}/search/?q=13032424P00442810250G")
    expect(page.locator("[data-results]")).to_have_attribute("data-state", "done")

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
