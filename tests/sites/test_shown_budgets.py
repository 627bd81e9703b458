"""One project's budget stands everywhere as its document prints it, with a word where the unit is inferred."""

import csv
import re
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from building import SITES, build

PROJECT = "/projects/000000-unnamed-subdistrict-2021-01/"
LISTS = (
    "projects",
    "counties/000000",
    "years/2021",
    "amounts/from-100",
    "programmes/village-cadre-pay",
    "townships/000000-unnamed-subdistrict",
    "townships/000000-unnamed-subdistrict/2021",
    "questions/shares-of-projects",
    "questions/village-cadres",
)


def entry(site: Path, address: str, project: str) -> str:
    """The words of the innermost row or item that leads to the project and shows an amount."""
    page = BeautifulSoup((site / address / "index.html").read_bytes(), "html.parser")
    entries = [
        " ".join(each.get_text(" ").split())
        for each in page.select("main tr, main li")
        if not each.select("tr, li") and each.select(f'a[href$="{project}"]')
    ]
    return entries[0] if entries else ""


@pytest.mark.parametrize("address", LISTS)
def test_a_budget_without_a_unit_is_marked_beside_the_number_as_printed(shipped_site, address):
    words = entry(shipped_site, address, PROJECT)

    assert re.search("161 (万元)?（?单位为推定", words), words


@pytest.mark.parametrize(
    ("project", "printed"), [("130682-liuzao-2021-05", "153.20"), ("130682-liuzao-2021-03", "68.00")]
)
def test_zeros_that_are_printed_stay(shipped_site, project, printed):
    words = entry(shipped_site, "projects", f"/projects/{project}/")

    assert f" {printed} " in words
    assert "推定" not in words


def test_a_sum_has_two_decimals(shipped_site):
    with (shipped_site / "questions/shares-of-projects/index.csv").open(encoding="utf-8") as file:
        totals = {row["total_wan"] for row in csv.DictReader(file)}

    assert "368.50" in totals


def test_a_budget_in_yuan_is_converted_and_says_how_it_is_printed(tmp_path):
    content = Path(shutil.copytree(SITES / "valid/two/content", tmp_path / "content"))
    (content / "findings.yaml").unlink()
    file = content / "townships/130324/hexi/2024/disclosure.yaml"
    text = file.read_text(encoding="utf-8").replace(
        'total: "3.00"\n      fiscal: "2.00"\n      other: "1.00"', 'total: "30,500"\n      unit: 元'
    )
    file.write_text(text, encoding="utf-8")

    build(content, tmp_path / "site", is_strict=False)

    assert "3.05 印出 30,500 元" in entry(tmp_path / "site", "projects", "/projects/130324-hexi-2024-01/")
