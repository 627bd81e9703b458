"""The choice on the page that compares: the field, the keyboard, the address."""

import re

import pytest
from playwright.sync_api import Page, expect

FIVE = [f"130324-shuangwang-2024-0{number}" for number in range(1, 6)]


@pytest.fixture
def field(page: Page, shipped: str):
    """The empty page of projects, with the focus in its field."""
    page.goto(f"{shipped}/compare/")
    field = page.locator("[data-input]")
    field.focus()
    expect(page.get_by_role("combobox", name="加一个项目")).to_be_visible()
    return field


def options(page: Page) -> list[str]:
    return page.get_by_role("option").evaluate_all(
        "list => list.map(option => option.innerText.replace(/\\s+/g, ' '))"
    )


def choose(page: Page, text: str) -> None:
    page.keyboard.type(text)
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def chosen(page: Page) -> list[str]:
    return [text.split("\n")[0] for text in page.locator("[data-chosen] p").all_inner_texts()]


def test_two_projects_are_chosen_by_keyboard_alone(page, field, shipped):
    choose(page, "武装工作")
    expect(page.locator("[data-chosen] li")).to_have_count(1)
    expect(page.locator("[data-status]")).to_have_text("已加入武装工作经费，共 1 项。 再加一项就可以比较。")
    expect(field).to_be_focused()
    expect(field).to_have_value("")

    choose(page, "征兵工作")

    expect(page.locator("[data-compare]")).to_have_attribute("data-state", "done")
    expect(page).to_have_url(
        f"{shipped}/compare/?kind=project&id=130324-shuangwang-2024-01&id=130208-unnamed-town-2024-12"
    )
    expect(page.locator("[data-status]")).to_have_text("已加入征兵工作经费，共 2 项。")
    expect(page).to_have_title(re.compile("^武装工作经费 · 征兵工作经费 · 比较 · "))


@pytest.mark.usefixtures("field")
def test_back_and_forward_follow_the_choice(page):
    choose(page, "武装工作")
    expect(page.locator("[data-chosen] li")).to_have_count(1)
    choose(page, "征兵工作")
    expect(page.locator("[data-chosen] li")).to_have_count(2)

    page.go_back()
    expect(page.locator("[data-chosen] li")).to_have_count(1)
    expect(page.locator("[data-result]")).to_be_hidden()
    page.go_forward()

    expect(page.locator("[data-chosen] li")).to_have_count(2)
    expect(page.locator("table.compare")).to_be_visible()


def test_a_township_leads_to_its_projects(page, field, shipped):
    page.keyboard.type("双望镇")
    page.get_by_role("option", name=re.compile("^双望镇.*卢龙县")).click()

    expect(page.get_by_role("option")).to_have_count(16)
    assert options(page)[4] == "村党组织活动经费"
    page.get_by_role("option").nth(4).click()

    expect(page).to_have_url(f"{shipped}/compare/?kind=project&id=130324-shuangwang-2024-05")
    expect(field).to_be_focused()


@pytest.mark.usefixtures("field")
def test_a_name_of_several_projects_leads_to_each_of_them(page, shipped):
    page.keyboard.type("服务群众专项经费")
    page.get_by_role("option", name="3 个项目").click()

    expect(page.get_by_role("option")).to_have_count(3)
    page.get_by_role("option", name=re.compile("双望镇")).click()

    expect(page).to_have_url(f"{shipped}/compare/?kind=project&id=130324-shuangwang-2024-08")


@pytest.mark.usefixtures("field")
def test_a_name_that_is_not_there_is_said(page):
    page.keyboard.type("没有这个名称")

    expect(page.locator("[data-status]")).to_have_text("没有名称含有“没有这个名称”。")


@pytest.mark.usefixtures("field")
def test_enter_without_a_choice_does_nothing(page):
    page.keyboard.type("武装")
    expect(page.get_by_role("option").first).to_be_visible()
    address = page.url

    page.keyboard.press("Enter")

    assert page.url == address


@pytest.mark.usefixtures("field")
def test_what_is_chosen_already_is_not_chosen_again(page):
    choose(page, "武装工作")
    expect(page.locator("[data-chosen] li")).to_have_count(1)

    choose(page, "武装工作")

    expect(page.locator("[data-status]")).to_have_text("已经选了武装工作经费。")
    expect(page.locator("[data-chosen] li")).to_have_count(1)


@pytest.mark.parametrize(
    ("kind", "typed", "id_"),
    [("township", "郄马", "130111-qiema"), ("programme", "党组织", "village-party-activity")],
)
def test_townships_and_programmes_are_chosen_by_name(page, shipped, kind, typed, id_):
    page.goto(f"{shipped}/compare/")
    page.locator(f"[data-kind={kind}]").click()
    expect(page.locator(f"[data-kind={kind}]")).to_have_attribute("aria-current", "true")
    page.locator("[data-input]").focus()

    choose(page, typed)

    expect(page).to_have_url(f"{shipped}/compare/?kind={kind}&id={id_}")


def test_removing_by_keyboard_keeps_the_focus_near(page, shipped):
    page.goto(f"{shipped}/compare/?kind=project&" + "&".join(f"id={id_}" for id_ in FIVE[:3]))
    buttons = page.locator("[data-chosen] button")
    expect(buttons).to_have_count(3)

    buttons.nth(1).focus()
    page.keyboard.press("Enter")
    expect(buttons).to_have_count(2)
    expect(buttons.nth(1)).to_be_focused()
    expect(page.locator("[data-status]")).to_contain_text("还有 2 项")
    page.keyboard.press("Enter")
    expect(buttons.nth(0)).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("[data-input]")).to_be_focused()
    expect(page).to_have_url(f"{shipped}/compare/?kind=project")


def test_four_at_most(page, shipped):
    page.goto(f"{shipped}/compare/?kind=project&" + "&".join(f"id={id_}" for id_ in FIVE))
    expect(page.locator("table.compare thead th")).to_have_count(4)
    expect(page.locator("[data-status]")).to_contain_text("只取前四项")

    field = page.locator("[data-input]")
    field.focus()
    page.keyboard.type("村党组织")

    expect(field).to_have_value("")
    expect(page.get_by_role("option")).to_have_count(0)


def test_an_address_that_says_nothing_sensible_is_an_empty_choice(page, shipped):
    page.goto(f"{shipped}/compare/?kind=constructor&id=../../etc&id=%3Cb%3E")

    expect(page.locator("[data-compare]")).to_have_attribute("data-state", "idle")
    expect(page.locator("[data-kind=project]")).to_have_attribute("aria-current", "true")
    expect(page.locator("[data-chosen]")).to_be_hidden()
    expect(page.locator("[data-examples]")).to_be_visible()


def test_an_example_leads_to_a_table(page, shipped):
    page.goto(f"{shipped}/compare/")

    page.locator("[data-examples] a").first.click()

    expect(page.locator("table.compare thead th").nth(1)).to_be_visible()


def test_names_that_did_not_arrive_leave_a_quiet_field(page, field):
    page.route("**/names/*.json", lambda route: route.abort())

    page.keyboard.type("武装")
    page.wait_for_timeout(200)

    expect(page.get_by_role("option")).to_have_count(0)
    expect(field).to_have_value("武装")
