"""Words that a page explains."""

from pathlib import Path

import pytest

from generator.pages.strings import Strings
from generator.pages.terms import TERMS, PageTerms
from generator.pages.theme import read_strings

LOCALES = Path(__file__).parents[2] / "themes/default/locales"
LANGUAGES = ("zh-CN", "en")


def strings(language: str) -> Strings:
    return Strings(language, read_strings(LOCALES / f"{language}.yaml"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_has_its_explanation(language):
    terms = PageTerms(strings(language))

    anchors = {terms.note(id_, "label") for id_ in TERMS}

    assert "" not in anchors
    assert len(anchors) == len(TERMS)
    assert all(term.text for term in terms.noted)


def test_a_word_is_explained_once():
    terms = PageTerms(strings("en"))

    assert [terms.note("budget", "Budget"), terms.note("budget", "Budget")] == ["t-budget", ""]


def test_a_category_that_is_not_printed_or_not_known_has_no_explanation():
    terms = PageTerms(strings("en"))

    assert [terms.note("output", ""), terms.note("", "其他指标")] == ["", ""]
    assert terms.noted == ()
