"""The pages across townships, made from the catalogue of all summaries (reduce)."""

from collections.abc import Callable, Iterator

from generator.output import Output
from generator.pages.across.checks import make_check_pages
from generator.pages.across.compare import make_compare_page
from generator.pages.across.families import make_family_pages
from generator.pages.across.home import make_home_page
from generator.pages.across.moved import make_code_pages, make_moved_pages, make_redirects
from generator.pages.across.projects import PROJECT_LIST_MAKERS
from generator.pages.across.questions import make_question_pages
from generator.pages.across.surroundings import Surroundings
from generator.pages.across.target_values import make_target_values_page
from generator.pages.across.townships import make_township_pages

__all__ = ["MAKERS", "Surroundings", "make_moved_pages", "make_redirects"]

MAKERS: tuple[Callable[[Surroundings], Iterator[Output]], ...] = (
    *PROJECT_LIST_MAKERS,
    make_family_pages,
    make_township_pages,
    make_check_pages,
    make_question_pages,
    make_target_values_page,
    make_code_pages,
    make_home_page,
    make_compare_page,
)
"""Each makes a part of these pages, and needs none of the others; the longest first. What an editor moved comes after all pages."""
