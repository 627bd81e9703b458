"""How source lines stand in prose."""

from generator.load.markdown import Prose, markdown_parser
from generator.pages.links import Links
from generator.pages.prose import render_prose


def render(text: str) -> str:
    prose = Prose("", tuple(markdown_parser().parse(text)))
    return render_prose(prose, Links("/", ""), line_base="/source/")


def test_a_source_line_alone_in_brackets_becomes_a_small_reference():
    html = render("发布单位是镇政府（[第 111 行](line:111)）。")

    reference = '<span class="lines"><a class="line" href="/source/#L111">行\N{NO-BREAK SPACE}111</a></span>'
    assert html == f"<p>发布单位是镇政府{reference}。</p>\n"


def test_several_lines_in_one_pair_of_brackets_stand_beside_each_other():
    html = render("八项（[第 17 行](line:17)、[第 167 行](line:167)）。")

    assert "（" not in html
    assert "、" not in html
    assert html.count('class="line"') == 2


def test_a_line_that_belongs_to_a_sentence_stays_as_it_is_written():
    html = render("全部安排在年底（如 [第 137 行](line:137)）。")

    assert '（如 <a href="/source/#L137">第 137 行</a>）' in html


def test_english_brackets_go_with_the_blank_before_them():
    html = render("Published by the town ([line 111](line:111)).")

    assert 'town<span class="lines"><a class="line" href="/source/#L111">line 111</a></span>.' in html


def test_other_links_keep_their_brackets():
    assert "（<a" in render("见方法（[方法](/method/)）。")
