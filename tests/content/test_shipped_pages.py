"""The pages we publish beside the data: they name the site's own addresses, and every correction in the content."""

import re
from pathlib import Path

import pytest
import yaml

CONTENT = Path(__file__).parents[2] / "content"
SITE = yaml.load((CONTENT / "site.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
PAGES = sorted((CONTENT / "pages").glob("*.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_addresses_on_a_page_are_those_of_the_site(page: Path):
    text = page.read_text(encoding="utf-8")

    letters = set(re.findall(r"[\w.-]+@[\w.-]+", text))
    repositories = set(re.findall(r"https://github\.com[^)\s]*", text))

    assert letters <= {SITE["contact"]}
    assert repositories <= {SITE["repository"]}


@pytest.mark.parametrize("name", ["corrections.md", "corrections.en.md"])
def test_the_page_of_corrections_leads_to_each_township_whose_name_was_corrected(name: str):
    text = (CONTENT / "pages" / name).read_text(encoding="utf-8")
    corrected = [
        f"/townships/{path.parts[-3]}-{path.parts[-2]}/"
        for path in CONTENT.glob("townships/*/*/township.yaml")
        if "name_status: corrected" in path.read_text(encoding="utf-8")
    ]

    assert corrected
    assert [address for address in corrected if f"]({address})" not in text] == []


@pytest.mark.parametrize("name", ["corrections.md", "corrections.en.md"])
def test_the_page_of_corrections_says_whether_cells_were_corrected(name: str):
    text = (CONTENT / "pages" / name).read_text(encoding="utf-8")

    says_none = "目前没有更正过表格里的格子" in text or "No cell of a table has been corrected" in text

    assert says_none != (CONTENT / "corrections.yaml").exists()
