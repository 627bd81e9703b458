"""The pages of Markdown, search and 404."""

from collections.abc import Iterator

from generator import addresses
from generator.load.markdown import Prose
from generator.output import Output
from generator.pages.across.surroundings import Surroundings
from generator.pages.prose import first_sentence, render_prose
from generator.pages.views import NoticePage, TextPage

_ABOUT_SECTION = "about"


def make_text_page(around: Surroundings, prose: Prose, path: str) -> Output:
    """`path` is that of the Markdown file: `pages/about.md` is answered at `/about/`."""
    name = path.removeprefix("pages/").removesuffix(".md")
    frame = around.frame(
        prose.title,
        first_sentence(prose),
        addresses.address("page", name),
        section=_ABOUT_SECTION if name == "about" else name,
    )
    around.links.start_page(path)
    return around.renderer.render("text", TextPage(frame, render_prose(prose, around.links)), path)


def make_notice_pages(around: Surroundings) -> Iterator[Output]:
    """Search and 404, whose words stand in the templates."""
    t = around.t
    search = around.frame(t.py_search, t.py_search_description, addresses.address("search"), section="search")
    yield around.renderer.render("search", NoticePage(search), around.source)
    missing = around.frame(t.py_not_found, t.py_not_found, addresses.address("home"))
    yield around.renderer.render_file("not_found", NoticePage(missing), "404.html")
