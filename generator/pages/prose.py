"""Markdown to HTML, with its internal links made like all others."""

import re
from collections.abc import Mapping

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.load.markdown import Prose, markdown_parser
from generator.model.site import DEFAULT_LANGUAGE
from generator.pages.links import Links
from generator.pages.printed import mark

_PARSER: MarkdownIt = markdown_parser()


def render_prose(prose: Prose, links: Links, *, line_base: str = "", marks_chinese: bool = False) -> str:
    """HTML of the text below the title.

    `line_base` is the address of the page of source lines, for `line:52`. `marks_chinese`: the text is in another
    language, and the Chinese in it is to be marked.
    """
    tokens = [_with_final_links(token, links, line_base) for token in prose.tokens]
    if marks_chinese:
        tokens = [_with_marks(token) for token in tokens]
    return _without_brackets(str(_PARSER.renderer.render(tokens, _PARSER.options, {})))


_LINE_LINK = r'<a href="[^"]*#L\d+">[^<]*</a>'
_LINES_IN_BRACKETS = re.compile(rf"\s?[（(]({_LINE_LINK}(?:(?:、|, ){_LINE_LINK})*)[）)]")
_LINE_WORDS = re.compile(r">第 (\d+) 行<")


def _without_brackets(html: str) -> str:
    """Source lines alone in brackets become small references; in a sentence they stay as they are written."""
    return _LINES_IN_BRACKETS.sub(lambda found: f'<span class="lines">{_small(found[1])}</span>', html)


def _small(links: str) -> str:
    marked = links.replace("</a>、", "</a> ").replace("</a>, ", "</a> ").replace("<a ", '<a class="line" ')
    return _LINE_WORDS.sub(lambda found: f">行\N{NO-BREAK SPACE}{found[1]}<", marked)


def choose_prose(original: Prose, translations: Mapping[str, Prose], language: str) -> tuple[Prose, str]:
    """The text in a language and `""`; or the original, with the language that it is in."""
    if language == DEFAULT_LANGUAGE:
        return original, ""
    if language in translations:
        return translations[language], ""
    return original, DEFAULT_LANGUAGE


_SENTENCE = re.compile(r".*?(?:。|\.(?=\s))")


def first_sentence(prose: Prose) -> str:
    """The beginning of the first paragraph, as plain text, for descriptions and lists."""
    for token in prose.tokens:
        if token.type == "inline":
            text = "".join(
                child.content for child in token.children or () if child.type in {"text", "code_inline"}
            )
            sentence = _SENTENCE.match(text)
            return sentence[0] if sentence else text
    return ""


def _with_final_links(token: Token, links: Links, line_base: str) -> Token:
    if not token.children:
        return token
    children = []
    for child in token.children:
        if child.type == "link_open":
            href = _final(str(child.attrs["href"]), links, line_base)
            attributes = {**child.attrs, "href": href}
            if href.startswith("http"):
                attributes["rel"] = "noopener"
            children.append(child.copy(attrs=attributes))
        else:
            children.append(child)
    return token.copy(children=children)


def _with_marks(token: Token) -> Token:
    if not token.children:
        return token
    children = [
        child.copy(type="html_inline", content=str(mark(child.content))) if child.type == "text" else child
        for child in token.children
    ]
    return token.copy(children=children)


def _final(href: str, links: Links, line_base: str) -> str:
    if href.startswith("line:"):
        return f"{line_base}#L{href.removeprefix('line:')}"
    if href.startswith("/"):
        address, _, anchor = href.partition("#")
        return links.to_address(address) + (f"#{anchor}" if anchor else "")
    return href
