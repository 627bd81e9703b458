"""Markdown of ours: what is taken and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load.markdown import parse_markdown


def problems_of(text, **options):
    _, problems = parse_markdown(f"# 标题\n\n{text}\n".encode(), "f.md", **options)
    return [f"{problem.place} {problem.code}" for problem in problems]


def test_the_title_is_taken_from_the_text():
    prose, problems = parse_markdown("# 河西镇\n\n一句话。\n".encode(), "f.md")

    assert problems == []
    assert prose.title == "河西镇"
    assert [token.content for token in prose.tokens if token.type == "inline"] == ["一句话。"]


@pytest.mark.parametrize("text", ["", "一句话。", "## 标题", "#标题", "#", "```\n# a\n```"])
def test_a_text_without_title_is_a_problem(text):
    _, problems = parse_markdown(text.encode(), "f.md")

    assert [problem.code for problem in problems] == ["no-title"]


@pytest.mark.parametrize(
    "text",
    [
        "[方法](/method/)",
        "[项目](/projects/130324-hexi-2024-01/#row-03)",
        "[行](line:52)",
        "[外](https://tiny.example/a?b=c)",
        "<editors@tiny.example>",
        "[下](#end)",
        "`<script>`",
        "1 < 2 > 0",
        "| 一 | 二 |\n| --- | --- |\n| 三 | 四 |",
    ],
)
def test_what_an_editor_may_write(text):
    assert problems_of(text) == []


@pytest.mark.parametrize(
    "target",
    ["method", "method/", "/method", "./a/", "line:0", "line:05", "line:a", "ftp://a", "//a.example/", "#"],
)
def test_a_link_of_another_form_is_a_problem(target):
    assert problems_of(f"见[此]({target})。") == ["f.md:3 bad-link"]


def test_two_bad_links_of_one_line_are_two_problems():
    assert problems_of("[甲](a)、[乙](b)") == ["f.md:3 bad-link", "f.md:3 bad-link"]


def test_a_source_line_cannot_be_linked_where_there_is_no_source():
    assert problems_of("[行](line:5)", has_source=False) == ["f.md:3 bad-link"]


@pytest.mark.parametrize("source", ["https://tiny.example/a.png", "/static/a.png", "a.png"])
def test_a_picture_is_a_problem(source):
    assert problems_of(f"![图]({source})") == ["f.md:3 bad-link"]


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<!-- x -->",
        "文<b>字",
        "- 一\n- <i>",
        "> <br>",
        "| a |\n| --- |\n| <b> |",
        "<a href=javascript:x>",
    ],
)
def test_html_is_a_problem(html):
    assert {problem.split()[1] for problem in problems_of(html)} == {"raw-html"}


def test_a_script_as_the_target_of_a_link_is_no_link():
    prose, problems = parse_markdown(b"# a\n\n[b](javascript:alert(1))\n", "f.md")

    assert problems == []
    assert "[b](javascript:alert(1))" in prose.tokens[1].content
    assert [child.type for child in prose.tokens[1].children] == ["text"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xef\xbb\xbf# a\n", "byte-order-mark"),
        (b"# a\n\xe9", "encoding"),
        (b"# a" * 3_000_000, "file-too-large"),
    ],
)
def test_bytes_that_are_no_text_are_a_problem(data, code):
    prose, problems = parse_markdown(data, "f.md")

    assert prose is None
    assert [problem.code for problem in problems] == [code]


def test_references_to_source_lines_are_gathered_in_order_and_once():
    prose, _ = parse_markdown(b"# a\n\n[1](line:9)[2](line:3)\n\n[3](line:9)\n", "f.md")

    assert prose.source_lines == ("9", "3")
    assert list(prose.line_links()) == [("9", 3), ("3", 3), ("9", 5)]


@given(st.text())
def test_any_text_gives_prose_or_problems(text):
    prose, problems = parse_markdown(text.encode("utf-8", "surrogatepass"), "f.md")

    assert (prose is None) == bool(problems)
