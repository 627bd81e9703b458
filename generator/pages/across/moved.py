"""Addresses that lead on: `/code/<项目编码>/`, and what an editor moved (`redirects.yaml`).

Each is a page of its own, which works on every host; `_redirects` says the same to hosts that read it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator import addresses
from generator.model.vocabulary import Redirect
from generator.output import Output
from generator.pages.across.surroundings import Surroundings
from generator.pages.links import Links
from generator.pages.views import CodePage, Link


def make_code_pages(around: Surroundings) -> Iterator[Output]:
    for code in around.catalogue.by_code:
        yield around.renderer.render("code", _code_page(around, code), around.source)


def make_moved_pages(around: Surroundings) -> Iterator[Output]:
    """The pages of moved addresses."""
    for redirect in around.redirects:
        yield around.renderer.render("code", _moved_page(around, redirect), "redirects.yaml")


def make_redirects(editions: Sequence[Surroundings]) -> Output:
    """The file of all redirects: codes, moved addresses of every language, and each language's own 404 page."""
    first, *others = editions
    codes = [_code_page(around, code) for around in editions for code in around.catalogue.by_code]
    moved = [_moved_page(around, redirect) for around in editions for redirect in around.redirects]
    rules = "".join(_rule(page) for page in (*codes, *moved) if page.target)
    missing = "".join(_rule_of_missing(around.links) for around in others)
    return Output("_redirects", (rules + missing).encode(), first.source)


def _rule_of_missing(links: Links) -> str:
    """`/en/* /en/404.html 404`: hosts answer with the 404 page of the root where nothing else is said.

    Codes that no document prints are searched for; the rule of `netlify.toml` for the first language comes too late.
    """
    folder = links.to_file(links.prefix)
    return f"{folder}code/* {folder}search/?q=:splat 302\n{folder}* {folder}404.html 404\n"


def _rule(page: CodePage) -> str:
    """Forced, because the page at the old address would otherwise be served instead."""
    return f"{page.frame.url.rstrip('/')} {page.target} 301!\n"


def _code_page(around: Surroundings, code: str) -> CodePage:
    """Leads on to the project that prints the code, or names all that do."""
    title = around.t.format("py_code_title", code=code)
    crumbs = (Link(around.t.py_projects, around.links.to("projects")),)
    links = tuple(around.project_link(listed) for listed in around.catalogue.by_code[code])
    frame = around.renderer.frame(
        title, title, addresses.address("code", code), crumbs=crumbs, section="projects"
    )
    return CodePage(
        frame=replace(frame, is_listed=False),
        code=code,
        projects=links,
        target=links[0].url if len(links) == 1 else "",
    )


def _moved_page(around: Surroundings, redirect: Redirect) -> CodePage:
    target = around.links.to_address(redirect.new)
    title = around.t.format("py_moved", address=target)
    frame = replace(around.renderer.frame(title, title, redirect.old), is_listed=False)
    return CodePage(frame, "", (Link(target, target),), target)
