"""Addresses that lead on: `/code/<项目编码>/`, and what an editor moved (`redirects.yaml`).

Each is a page of its own, which works on every host; `_redirects` says the same to hosts that read it.
"""

from collections.abc import Iterator

from generator import addresses
from generator.model.vocabulary import Redirect
from generator.output import Output
from generator.pages.across.surroundings import Surroundings
from generator.pages.views import CodePage, Link


def make_code_pages(around: Surroundings) -> Iterator[Output]:
    for code in around.catalogue.by_code:
        yield around.renderer.render("code", _code_page(around, code), around.source)


def make_moved_pages(around: Surroundings) -> Iterator[Output]:
    """The pages of moved addresses, and the file of all redirects."""
    moved = [_moved_page(around, redirect) for redirect in around.redirects]
    for page in moved:
        yield around.renderer.render("code", page, "redirects.yaml")
    codes = (_code_page(around, code) for code in around.catalogue.by_code)
    rules = "".join(_rule(page) for page in (*codes, *moved) if page.target)
    yield Output("_redirects", rules.encode(), around.source)


def _rule(page: CodePage) -> str:
    """Forced, because the page at the old address would otherwise be served instead."""
    return f"{page.frame.url.rstrip('/')} {page.target} 301!\n"


def _code_page(around: Surroundings, code: str) -> CodePage:
    """Leads on to the project that prints the code, or names all that do."""
    title = around.t.format("py_code_title", code=code)
    crumbs = (Link(around.t.py_projects, around.links.to("projects")),)
    links = tuple(around.project_link(listed) for listed in around.catalogue.by_code[code])
    return CodePage(
        frame=around.frame(title, title, addresses.address("code", code), crumbs=crumbs, section="projects"),
        code=code,
        projects=links,
        target=links[0].url if len(links) == 1 else "",
    )


def _moved_page(around: Surroundings, redirect: Redirect) -> CodePage:
    target = around.links.to_address(redirect.new)
    title = around.t.format("py_moved", address=redirect.new)
    return CodePage(around.frame(title, title, redirect.old), "", (Link(redirect.new, target),), target)
