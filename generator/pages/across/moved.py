"""Addresses that lead on: `/code/<项目编码>/`, and what an editor moved (`redirects.yaml`).

Each is a page of its own, which works on every host; `_redirects` says the same to hosts that read it.
"""

from collections.abc import Iterator

from generator import addresses
from generator.model.vocabulary import Redirect
from generator.output import Output
from generator.pages.across.surroundings import Surroundings
from generator.pages.views import CodePage, Link


def make_moved_pages(around: Surroundings) -> Iterator[Output]:
    rules: list[tuple[str, str]] = []
    for code in around.catalogue.by_code:
        page = _code_page(around, code)
        yield around.renderer.render("code", page, around.source)
        if page.target:
            rules.append((page.frame.url, page.target))
    for redirect in around.redirects:
        page = _moved_page(around, redirect)
        yield around.renderer.render("code", page, "redirects.yaml")
        rules.append((page.frame.url, page.target))
    yield Output("_redirects", "".join(_rule(*rule) for rule in rules).encode(), around.source)


def _rule(old: str, target: str) -> str:
    """Forced, because the page at the old address would otherwise be served instead."""
    return f"{old.rstrip('/')} {target} 301!\n"


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
