"""The pages across townships, made from the catalogue of all summaries (reduce)."""

from collections.abc import Iterator

from generator.output import Output
from generator.pages.across.families import make_family_pages
from generator.pages.across.home import make_home_page
from generator.pages.across.projects import make_project_lists
from generator.pages.across.surroundings import Surroundings
from generator.pages.across.townships import make_township_pages

__all__ = ["Surroundings", "make_across_pages"]


def make_across_pages(around: Surroundings) -> Iterator[Output]:
    """Every output that needs more than one disclosure, one after the other."""
    yield make_home_page(around)
    yield from make_township_pages(around)
    yield from make_project_lists(around)
    yield from make_family_pages(around)
