"""`/code/<项目编码>/`: leads on to the project that prints the code, or names all that do."""

from collections.abc import Iterator

from generator import addresses
from generator.output import Output
from generator.pages.across.surroundings import Surroundings
from generator.pages.views import CodePage, Link


def make_code_pages(around: Surroundings) -> Iterator[Output]:
    t = around.t
    redirects = []
    for code, listed in around.catalogue.by_code.items():
        address = addresses.address("code", code)
        links = tuple(around.project_link(project) for project in listed)
        page = CodePage(
            frame=around.frame(
                t.format("py_code_title", code=code),
                t.format("py_code_title", code=code),
                address,
                crumbs=(Link(t.py_projects, around.links.to("projects")),),
                section="projects",
            ),
            code=code,
            projects=links,
            target=links[0].url if len(links) == 1 else "",
        )
        yield around.renderer.render("code", page, around.source)
        if len(links) == 1:
            redirects.append(f"{address[:-1]} {addresses.address('project', listed[0].project.id)} 301\n")
    yield Output("_redirects", "".join(redirects).encode(), around.source)
