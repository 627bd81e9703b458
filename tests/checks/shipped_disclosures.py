"""The shipped disclosures, loaded for the tests of the checks."""

from functools import cache
from pathlib import Path

from generator.analyse.disclosure import DisclosureFacts
from generator.build.checking import open_content, read_input
from generator.build.step import check_input

CONTENT = Path(__file__).parents[2] / "content"


@cache
def shipped_facts() -> tuple[DisclosureFacts, ...]:
    """In the order of the content folder."""
    opened = open_content(CONTENT)
    facts = []
    for files in opened.found.disclosures:
        given = read_input(CONTENT, files, is_first_year=True)
        assert not isinstance(given, list)
        checked = check_input(given, opened.shared)
        assert checked.facts is not None
        facts.append(checked.facts)
    return tuple(facts)
