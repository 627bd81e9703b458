"""Chinese marked on pages of another language, and the words of the theme in each."""

from pathlib import Path

import pytest
from markupsafe import Markup

from generator.pages import printed
from generator.pages.theme import read_strings

THEME = Path(__file__).parents[2] / "themes/default"


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Budget", "Budget"),
        ("≥95%", "≥95%"),
        ("双望镇", "<i>双望镇</i>"),
        ("双望镇, Lulong County", "<i>双望镇</i>, Lulong County"),
        ("≥30人", "<i>≥30人</i>"),
        ("27.08 万元", "27.08 <i>万元</i>"),
        ("完成3个（含1个）", "<i>完成3个（含1个）</i>"),
        ("The 万元 of 镇", "The <i>万元</i> of <i>镇</i>"),
        ("A & 乙 <b>", "A &amp; <i>乙</i> &lt;b&gt;"),
        ("甲'乙", "<i>甲&#39;乙</i>"),
        ("", ""),
    ],
)
def test_each_run_of_chinese_is_marked(text: str, marked: str):
    result = printed.mark(text)

    assert isinstance(result, Markup)
    assert result == marked.replace("<i>", '<span lang="zh-CN">').replace("</i>", "</span>")


def test_the_tag_around_a_text_gets_the_language_where_the_text_is_chinese():
    assert printed.attribute_of("定州市") == ' lang="zh-CN"'
    assert printed.attribute_of("2024") == ""


def test_the_languages_of_the_theme_have_the_same_words():
    locales = {path.stem: read_strings(path) for path in sorted((THEME / "locales").glob("*.yaml"))}

    assert sorted(locales) == ["en", "zh-CN"]
    assert locales["en"].keys() == locales["zh-CN"].keys()
