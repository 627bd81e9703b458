"""Every printed figure leads to its own line, and the page of source lines shows what stands there."""

import re
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup, Tag

Pages = dict[str, BeautifulSoup]

LULONG = "townships/130324-shuangwang/2024/source/index.html"
LIUZAO = "townships/130682-liuzao/2021/source/index.html"
FENGRUN = "townships/130208-unnamed-town/2024/source/index.html"
SOURCES = re.compile(r"/townships/[^/]+/\d{4}/source/#(L\d+)")


def line(pages: Pages, page: str, number: int) -> Tag:
    found = pages[page].find(id=f"L{number}")
    assert isinstance(found, Tag)
    return found


def cells(entry: Tag) -> list[str]:
    return [cell.get_text() for cell in entry.select(".line-cells li")]


def use(entry: Tag) -> str:
    return entry.select(".line-use")[0].get_text()


def line_links(page: BeautifulSoup) -> Iterator[str]:
    return (str(link["href"]) for link in page.select("a[href]") if SOURCES.fullmatch(str(link["href"])))


@pytest.mark.parametrize(
    ("page", "number", "printed"),
    [
        (LULONG, 586, "538.69"),
        (LULONG, 580, "13032424P00443110673P"),
        (LULONG, 504, "0"),
        (LIUZAO, 594, "43.58"),
        (LIUZAO, 73, "全部支出"),
    ],
)
def test_a_value_stands_at_its_own_line(shipped_pages: Pages, page: str, number: int, printed: str):
    assert cells(line(shipped_pages, page, number)) == [printed]


def test_a_line_inside_a_row_shows_the_row(shipped_pages: Pages):
    entry = line(shipped_pages, LULONG, 632)

    assert use(entry) == "项目 6 · 指标 2"
    assert "45个" in cells(entry)


def test_a_cell_that_is_printed_blank_is_said_to_be(shipped_pages: Pages):
    entry = line(shipped_pages, LULONG, 589)

    assert (use(entry), cells(entry)) == ("项目 6 · 其他资金 （空白）", [])


def test_a_label_inside_a_table_names_the_project(shipped_pages: Pages):
    entry = line(shipped_pages, FENGRUN, 71)

    assert use(entry) == "项目 1 · 2022年非税工作经费"
    assert entry.select(".line-use")[0]["href"] == "/projects/130208-unnamed-town-2024-01/"


def test_narrative_is_named_and_not_copied(shipped_pages: Pages):
    entry = line(shipped_pages, LULONG, 92)

    assert "叙述文字" in use(entry)
    assert cells(entry) == []


def test_every_line_that_a_page_leads_to_is_there(shipped_pages: Pages):
    linked = {link for page in shipped_pages.values() for link in line_links(page)}

    missing = []
    for link in linked:
        path, _, anchor = link.removeprefix("/").partition("#")
        if shipped_pages[f"{path}index.html"].find(id=anchor) is None:
            missing.append(link)
    assert (missing, len(linked) > 1000) == ([], True)


def test_every_value_of_a_project_leads_to_its_own_line(shipped_pages: Pages):
    page = shipped_pages["projects/130324-shuangwang-2024-05/index.html"]

    lines = {link.partition("#")[2] for link in line_links(page)}
    values = ["L488", "L490", "L491", "L482", "L495", "L510", "L511", "L504", "L505", "L506", "L507"]
    assert [value for value in values if value not in lines] == []


def test_the_number_of_villages_leads_to_its_line(shipped_pages: Pages):
    [link] = line_links(shipped_pages["townships/130324-shuangwang/index.html"])

    assert link == "/townships/130324-shuangwang/2024/source/#L250"
    assert "45个" in cells(line(shipped_pages, LULONG, 250))
