"""The pages of Markdown, search and 404."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator import addresses
from generator.load.content import PageFiles
from generator.load.markdown import Prose
from generator.output import Output
from generator.pages.across.surroundings import Surroundings
from generator.pages.prose import choose_prose, first_sentence, render_prose
from generator.pages.views import NoticePage, TextPage

_ABOUT_SECTION = "about"


def make_text_page(
    around: Surroundings, files: PageFiles, original: Prose, translations: Mapping[str, Prose]
) -> Output:
    """`pages/about.md` is answered at `/about/`, and `pages/about.en.md` at `/en/about/`.

    Where there is no translation the original stands in its place, with a word about its language.
    """
    name, language = files.name, around.renderer.edition.language
    prose, other_language = choose_prose(original, translations, language)
    path = files.path_in("" if prose is original else language)
    frame = around.renderer.frame(
        prose.title,
        first_sentence(prose),
        addresses.address("page", name),
        section=_ABOUT_SECTION if name == "about" else name,
    )
    around.links.start_page(path)
    html = render_prose(prose, around.links, marks_chinese=not (around.t.is_chinese or other_language))
    page = TextPage(frame, html, other_language)
    return around.renderer.render("text", page, path)


def make_notice_pages(around: Surroundings) -> Iterator[Output]:
    """Search and 404, whose words stand in the templates."""
    t = around.t
    search = around.renderer.frame(
        t.py_search, t.py_search_description, addresses.address("search"), section="search"
    )
    yield around.renderer.render("search", NoticePage(search), around.source)
    missing = around.renderer.frame(t.py_not_found, t.py_not_found, addresses.address("home"))
    page = NoticePage(replace(missing, is_listed=False))
    yield around.renderer.render_file("not_found", page, "404.html")
