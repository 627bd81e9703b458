"""The search box of every page and its suggestions, on a small site of invented names."""

import json
import re

import pytest
from playwright.sync_api import Page, expect
from search_site import FAMILIES, NAMES, write_search_site

from generator.search.shards import find_shard, make_name_files
from generator.search.suggestions import Suggestion


@pytest.fixture(scope="module")
def origin(serve, tmp_path_factory):
    folder = tmp_path_factory.mktemp("box") / "site"
    write_search_site(folder)
    with serve(folder) as origin:
        yield origin


@pytest.fixture
def box(page, origin):
    """The box on a page that is not the search page."""
    page.goto(f"{origin}/")
    return page.get_by_label("site_search_label").locator("input")


def options(page: Page) -> list[str]:
    return page.get_by_role("option").evaluate_all(
        "list => list.map(option => option.innerText.replace(/\\s+/g, ' '))"
    )


def type_into(page: Page, box, text: str) -> None:
    box.fill(text)
    expect(page.get_by_role("option", name=f"search for {text}")).to_be_visible()


def test_nothing_is_loaded_for_suggestions_before_the_box_is_used(page, origin):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto(f"{origin}/", wait_until="networkidle")
    before = list(asked)
    page.get_by_label("site_search_label").locator("input").focus()
    expect(page.get_by_role("combobox")).to_be_visible()

    assert len(before) <= 6
    assert not any("names" in url or "pagefind" in url or "suggest" in url for url in before)


def test_slash_leads_to_the_box(page, box):
    page.keyboard.press("/")

    expect(box).to_be_focused()
    expect(box).to_have_value("")


def test_slash_stays_a_character_in_another_field(page, origin):
    page.goto(f"{origin}/")
    other = page.locator("#other")
    other.focus()

    page.keyboard.type("5/村")

    expect(other).to_be_focused()
    expect(other).to_have_value("5/村")


def test_slash_leads_to_the_field_of_the_search_page(page, origin):
    page.goto(f"{origin}/search/")

    page.keyboard.press("/")

    expect(page.get_by_label("search_query")).to_be_focused()


def test_names_are_suggested_by_kind_with_their_number_said(page, box):
    type_into(page, box, "党")

    groups = page.get_by_role("group").evaluate_all(
        "list => list.map(group => group.innerText.split('\\n')[0])"
    )
    assert groups == ["suggest_programmes", "suggest_project_names", "suggest_themes"]
    assert options(page) == [
        "党组织活动 Party activities",
        "党组织活动经费 3 projects",
        "党的建设 Party building",
        "search for 党",
    ]
    expect(page.locator(".site-search [role=status]")).to_have_text("3 suggestions")
    expect(page.locator("mark")).to_have_text(["党"] * 3)


def test_not_more_than_four_of_a_kind_are_suggested(page, box):
    type_into(page, box, "道路")

    assert len(options(page)) == 5


def test_the_best_match_comes_first(page, box):
    type_into(page, box, "双望镇")

    assert options(page) == ["双望镇 某省某县", "双望镇武装工作经费 双望镇 · 2024", "search for 双望镇"]


def test_another_name_of_a_township_finds_it_and_is_shown(page, box):
    type_into(page, box, "郟马")

    assert options(page)[0] == "郄马镇 郟马镇 某省某县"
    expect(page.locator("mark")).to_have_text("郟马")


def test_township_is_found_with_its_county(page, box):
    type_into(page, box, "县双望")

    assert options(page)[0] == "双望镇 某省某县"


def test_full_width_forms_and_letter_case_make_no_difference(page, box):
    type_into(page, box, "ＰＡＲＴＹ")

    assert options(page)[:2] == ["党组织活动 Party activities", "党的建设 Party building"]


def test_markup_in_a_name_stays_text(page, box):
    type_into(page, box, "<b>")

    assert options(page)[0] == "Ａ & <b>乡 某县"


def test_combobox_is_walked_by_keyboard(page, box):
    type_into(page, box, "党")
    expect(box).to_have_attribute("aria-expanded", "true")
    list_id = box.get_attribute("aria-controls")

    walk = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowDown", "ArrowDown"):
        page.keyboard.press(key)
        active = box.get_attribute("aria-activedescendant")
        selected = page.locator("[aria-selected=true]")
        assert (selected.get_attribute("id") if selected.count() else None) == active
        walk.append(active and int(active.removeprefix("suggestion-")))

    assert walk == [0, 1, 0, None, 3, None, 0]
    expect(page.locator(f"#{list_id}")).to_have_attribute("role", "listbox")
    expect(box).to_be_focused()


def test_enter_opens_the_chosen_suggestion(page, box, origin):
    type_into(page, box, "双望")

    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    page.wait_for_url(f"{origin}/townships/t-1/")


def test_enter_without_a_choice_searches(page, box):
    type_into(page, box, "双望")

    page.keyboard.press("Enter")

    page.wait_for_url(re.compile(r"/search/\?q="))
    expect(page.get_by_label("search_query")).to_have_value("双望")


def test_escape_closes_the_list_and_keeps_the_text(page, box):
    type_into(page, box, "双望")

    page.keyboard.press("Escape")

    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("双望")
    expect(box).to_be_focused()


def test_leaving_the_box_closes_the_list(page, box):
    type_into(page, box, "双望")

    page.locator("#other").focus()

    expect(page.get_by_role("listbox")).to_be_hidden()


def test_arrow_down_opens_a_closed_list_again(page, box):
    type_into(page, box, "双望")
    page.keyboard.press("Escape")

    page.keyboard.press("ArrowDown")

    expect(page.get_by_role("listbox")).to_be_visible()


def test_a_name_of_several_projects_leads_to_all_of_them(page, box):
    type_into(page, box, "党组织活动经费")

    page.get_by_role("option", name="3 projects").click()

    page.wait_for_url(re.compile(r"/search/\?q=.*&kind=project"))


def test_suggestion_can_be_tapped(browser, origin):
    context = browser.new_context(has_touch=True, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(f"{origin}/")
    box = page.get_by_label("site_search_label").locator("input")
    box.tap()
    type_into(page, box, "双望")

    page.get_by_role("option").first.tap()

    page.wait_for_url(f"{origin}/townships/t-1/")
    context.close()


def test_list_fits_a_narrow_screen(page, box):
    page.set_viewport_size({"width": 320, "height": 640})

    type_into(page, box, "党")

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_box_stays_a_plain_form_when_the_names_do_not_arrive(page, box):
    page.route("**/names/*.json", lambda route: route.abort())
    box.fill("党")

    page.keyboard.press("Enter")

    page.wait_for_url(re.compile(r"/search/\?q="))


def test_names_that_did_not_arrive_are_asked_for_again(page, box):
    page.route("**/names/*.json", lambda route: route.abort())
    box.fill("党")
    page.wait_for_timeout(200)
    page.unroute("**/names/*.json")

    type_into(page, box, "党组")

    assert options(page)[0] == "党组织活动 Party activities"


def test_without_scripts_the_box_is_a_form_that_leads_to_the_search(browser, origin):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{origin}/")

    page.locator("[name=q]").fill("双望镇")
    page.locator("[name=q]").press("Enter")

    assert page.url == f"{origin}/search/?q=%E5%8F%8C%E6%9C%9B%E9%95%87"
    context.close()


def test_english_pages_name_families_in_english_and_lead_to_english_pages(page, serve, tmp_path):
    write_search_site(tmp_path / "site", lang="en", home="/en/")
    with serve(tmp_path / "site") as origin:
        page.goto(f"{origin}/")
        type_into(page, page.get_by_label("site_search_label").locator("input"), "党的")

        option = page.get_by_role("option").first
        expect(option.locator("b")).to_have_text("Party building")
        expect(option.locator("small")).to_have_text("党的建设")
        expect(option.locator("small")).to_have_attribute("lang", "zh-CN")
        assert option.get_attribute("href") == "/en/themes/party/"
        page.goto("about:blank")


def test_many_names_are_found_in_their_files(page, box, origin):
    extra = [
        Suggestion("project", f"项目{number}", f"/projects/{number}/", "某镇") for number in range(4_000)
    ]
    files = dict(make_name_files(FAMILIES, [*extra, *NAMES]))
    asked: list[str] = []

    def answer(route):
        path = route.request.url.removeprefix(f"{origin}/")
        asked.append(path)
        route.fulfill(body=files[path], content_type="application/json")

    page.route("**/names/*.json", answer)
    for typed, name in (
        ("郄", "郄马镇 某省某县"),
        ("郟马", "郄马镇 郟马镇 某省某县"),
        ("双望镇武装", "双望镇武装工作经费 双望镇 · 2024"),
    ):
        type_into(page, box, typed)
        assert options(page)[0] == name

    assert json.loads(files["search/names/index.json"])["shards"] > 4
    assert len(asked) == len(set(asked)) <= 6


def test_browser_and_build_agree_on_the_file_of_a_key(page, origin):
    keys = ["镇", "双望", "郄zccgf", "9", "𠮷马", "zz" * 20]
    page.goto(f"{origin}/")

    made = page.evaluate(
        "async (keys) => { const { findShard } = await import('/static/search-names.js');"
        " return keys.flatMap((key) => [findShard(key, 1), findShard(key, 64), findShard(key, 1024)]); }",
        keys,
    )

    assert made == [find_shard(key, count) for key in keys for count in (1, 64, 1024)]
