"""Every link inside the built site leads to something that is there, and to the very place; read from the files."""

import csv
from collections import Counter
from urllib.parse import urlsplit

import pytest
from hosting import BASE_URL
from references import find_file, read_feed_references, read_references, split_internal


@pytest.fixture(scope="module")
def ids(built_site):
    """Page file → its anchors."""
    return {references.page.file: references.ids for references in read_references(built_site)}


@pytest.fixture(scope="module")
def links(built_site):
    """Where each link of the site stands, its path and its anchor; links to other hosts are left out."""
    return [
        (references.page.address, *place)
        for references in read_references(built_site)
        for reference in references.found
        if (place := split_internal(reference, references.page.address, BASE_URL))
    ]


def faults(site, ids, links):
    """`page → path#anchor`, once each, for what is not there."""
    found = Counter()
    for address, path, anchor in links:
        file = find_file(site, path)
        if file is None or (anchor and file in ids and anchor not in ids[file]):
            found[f"{address} → {path}{anchor and '#'}{anchor}"] += 1
    return sorted(found)


def test_every_link_and_every_anchor_resolves(built_site, ids, links):
    found = faults(built_site, ids, links)

    assert len(links) > 10_000
    assert found == []


def test_every_line_of_a_source_that_is_named_is_there(built_site, ids, links):
    named = [link for link in links if link[1].endswith("/source/") and link[2] and link[0] != link[1]]

    assert len(named) > 1_000
    assert all(anchor.startswith("L") for _, _, anchor in named)
    assert faults(built_site, ids, named) == []


def test_every_project_page_leads_to_the_source_of_each_row(built_site):
    rows = Counter(row["project_id"] for row in read_table(built_site, "indicators"))
    short = []
    for references in read_references(built_site):
        if references.page.kind == "project":
            lines = sum("/source/#L" in reference for reference in references.found)
            if lines < rows[references.page.address.split("/")[-2]] + 1:
                short.append(references.page.address)

    assert short == []


def read_table(site, name):
    with (site / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_address_in_the_datasets_resolves(built_site, ids):
    links = [
        (f"{file.name}", *place)
        for file in sorted((built_site / "data").glob("*.csv"))
        for row in csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines())
        if (place := split_internal(row.get("url", ""), "/", BASE_URL))
    ]

    assert faults(built_site, ids, links) == []


def test_every_row_of_a_target_table_has_its_anchor(built_site, ids):
    missing = []
    for row in read_table(built_site, "indicators"):
        for folder in ("", "en/"):
            page = built_site / folder / "projects" / row["project_id"] / "index.html"
            if f"row-{int(row['row']):02d}" not in ids[page]:
                missing.append(f"{folder}{row['indicator_id']}")

    assert missing == []


def test_every_address_in_sitemaps_and_feeds_resolves(built_site, ids):
    links = [
        (name, *place)
        for name, reference in read_feed_references(built_site)
        if (place := split_internal(reference, "/", BASE_URL))
    ]

    assert faults(built_site, ids, links) == []


def test_links_to_other_hosts_say_so_in_full(built_site):
    """No `//host/` and no `http:`: what leads away is an `https:` or `mailto:` link that can be seen as such."""
    schemes = {
        urlsplit(reference).scheme
        for references in read_references(built_site)
        for reference in references.found
        if urlsplit(reference).netloc or urlsplit(reference).scheme
    }

    assert schemes <= {"https", "mailto"}


def test_a_broken_link_is_found(built_site, ids):
    links = [("/", "/projects/none/", ""), ("/", "/projects/", "none"), ("/", "/projects/", "list")]

    assert faults(built_site, ids, links) == ["/ → /projects/#none", "/ → /projects/none/"]


def test_every_page_is_linked_from_another(built_site, links):
    reached = {find_file(built_site, path) for address, path, _ in links if path != address}
    pages = [
        references.page
        for references in read_references(built_site)
        if references.page.kind not in {"not_found", "code"}
    ]

    assert [page.address for page in pages if page.file not in reached] == []
