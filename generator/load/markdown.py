"""Markdown of ours (`overview.md`, `pages/*.md`): parsed and checked here, rendered in `pages`.

CommonMark with tables. Raw HTML is not interpreted but reported, with its line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.load.yaml_nodes import check_bytes
from generator.problems import Problem

_LINE_LINK = re.compile("line:([1-9][0-9]{0,8})")
_LINK_SHAPES = re.compile(r"/(?:[\w.-]+/)*(?:#[\w-]+)?|https?://\S+|mailto:\S+|#[\w-]+")


@dataclass(frozen=True, slots=True)
class Prose:
    title: str
    tokens: Sequence[Token]
    """Of the text below the title."""

    @property
    def source_lines(self) -> tuple[str, ...]:
        """The source lines it refers to, in order, each once."""
        return tuple(dict.fromkeys(source_line for source_line, _ in self.line_links()))

    def line_links(self) -> Iterator[tuple[str, int]]:
        """Each reference to a source line, with the line of the Markdown that it stands on."""
        for href, line in _links(self.tokens):
            if match := _LINE_LINK.fullmatch(href):
                yield match[1], line


def markdown_parser() -> MarkdownIt:
    """HTML is left on so that it can be found and refused."""
    return MarkdownIt("commonmark", {"html": True}).enable("table")


def parse_markdown(data: bytes, file: str, *, has_source: bool = True) -> tuple[Prose | None, list[Problem]]:
    """The text, and what is wrong with it. Never raises. `has_source`: whether there are lines for `line:52`."""
    problem = check_bytes(data, file)
    if problem:
        return None, [problem]
    tokens = markdown_parser().parse(data.decode())
    problems = [*_check_html(tokens, file), *_check_links(tokens, file, has_source=has_source)]
    title = _title(tokens)
    if not title:
        problems.append(Problem(file, 1, 1, "no-title"))
    return (None if problems else Prose(title, tokens[3:])), problems


def _title(tokens: Sequence[Token]) -> str:
    if tokens and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        return tokens[1].content
    return ""


def _check_html(tokens: Sequence[Token], file: str) -> Iterator[Problem]:
    for token in tokens:
        for part in (token, *(token.children or ())):
            if part.type in {"html_block", "html_inline"}:
                yield Problem(file, _line(token), 0, "raw-html", values={"read": part.content.strip()[:60]})


def _check_links(tokens: Sequence[Token], file: str, *, has_source: bool) -> Iterator[Problem]:
    """A picture has no place in the content folder, and one from elsewhere would be fetched from another host."""
    expected = "/method/ | line:52 | https://…" if has_source else "/method/ | https://…"
    for href, line in _links(tokens):
        if not (_LINK_SHAPES.fullmatch(href) or (has_source and _LINE_LINK.fullmatch(href))):
            yield _bad_link(file, line, href, expected)
    for token in tokens:
        for child in token.children or ():
            if child.type == "image":
                yield _bad_link(file, _line(token), str(child.attrs["src"]), "不支持图片 / no pictures")


def _bad_link(file: str, line: int, href: str, expected: str) -> Problem:
    return Problem(file, line, 0, "bad-link", values={"read": href, "expected": expected})


def _links(tokens: Sequence[Token]) -> Iterator[tuple[str, int]]:
    """Each link's target with the line it stands on."""
    for token in tokens:
        for child in token.children or ():
            if child.type == "link_open":
                yield str(child.attrs["href"]), _line(token)


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 0
