"""The pages that the other tests look at stand for all pages."""

import pytest
from kinds import KINDS, LANGUAGES, count_kinds, read_pages, samples


def test_every_page_of_the_site_has_a_known_kind(built_site):
    unknown = [page.address for page in read_pages(built_site) if not page.kind]

    assert unknown == []


def test_every_kind_of_page_is_in_the_shipped_site(built_site):
    counts = count_kinds(built_site)

    assert [kind for kind in KINDS if not counts.get(kind)] == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "code"])
def test_a_kind_is_looked_at_in_every_language(built_site, kind):
    seen = {language: [*samples(built_site, kind, language)] for language in LANGUAGES}

    assert all(seen.values()), seen
    assert len({len(pages) for pages in seen.values()}) == 1
