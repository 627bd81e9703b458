"""A project page prints on one or two A4 sheets that say where they come from."""

import io
import unicodedata

import pdfplumber
import pytest
from hosting import BASE_URL
from kinds import LANGUAGES, read_pages

USUAL = "projects/130324-shuangwang-2024-05/"


def print_page(page, address):
    """The text of each sheet."""
    page.goto(address)
    with pdfplumber.open(io.BytesIO(page.pdf(format="A4"))) as pdf:
        return [sheet.extract_text() for sheet in pdf.pages], [
            (round(sheet.width), round(sheet.height)) for sheet in pdf.pages
        ]


def squeeze(text):
    """Without blanks; a PDF holds some characters as look-alikes (⽬ for 目)."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def longest_projects(site, folder, count):
    pages = [page for page in read_pages(site) if page.kind == "project"]
    found = [page for page in pages if page.address.startswith(f"/{folder}projects/")]
    return sorted(found, key=lambda page: page.size)[-count:]


@pytest.mark.parametrize("folder", LANGUAGES.values(), ids=LANGUAGES)
def test_usual_project_is_printed_with_source_and_address(page, shipped, folder):
    texts, sizes = print_page(page, f"{shipped}/{folder}{USUAL}")
    text = squeeze("".join(texts))

    assert len(texts) <= 2
    assert all((width - 595, height - 842) <= (1, 1) for width, height in sizes), sizes
    assert "村党组织活动经费" in text
    assert "27.08" in text
    assert "13032424P00443110675Y" in text
    assert "001_9095923de4523751.txt" in text
    assert squeeze(f"{BASE_URL}/{folder}{USUAL}") in text


@pytest.mark.parametrize("folder", LANGUAGES.values(), ids=LANGUAGES)
def test_longest_projects_print_on_two_sheets(page, shipped, built_site, folder):
    sheets = {}
    for project in longest_projects(built_site, folder, 2):
        texts, _ = print_page(page, f"{shipped}{project.address}")
        sheets[project.address] = len(texts)

    assert {address: count for address, count in sheets.items() if count > 2} == {}


def test_printed_sheets_leave_out_what_only_a_screen_can_do(page, shipped):
    page.goto(f"{shipped}/{USUAL}")
    page.emulate_media(media="print")

    for part in (".site-nav", ".site-search", ".languages", "main button:not([popovertarget])"):
        assert page.locator(f"{part}:visible").count() == 0, part


def test_page_in_dark_mode_prints_dark_on_light(page, shipped):
    page.goto(f"{shipped}/{USUAL}")
    page.emulate_media(media="print", color_scheme="dark")

    colours = page.evaluate(
        "[getComputedStyle(document.body).color, getComputedStyle(document.documentElement).backgroundColor,"
        " getComputedStyle(document.body).backgroundColor]"
    )
    text, *grounds = [colour_sum(colour) for colour in colours]
    assert text < 200
    assert all(ground is None or ground > 600 for ground in grounds), colours


def colour_sum(colour):
    """Of red, green and blue, up to 765; None where nothing is painted."""
    values = [float(part) for part in colour.split("(")[1].rstrip(")").split(",")]
    return None if values[3:] == [0] else sum(values[:3])
