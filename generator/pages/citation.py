"""How a project is cited: GB/T 7714, APA and BibTeX.

What is cited is our page: we are its authors, and its year is the one in which we published it. Township and year of
the budget stand in the title, and the document itself under the page's source.
"""

from dataclasses import dataclass

from generator.pages.views import Citation

_BIBTEX_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "&%$#_{}"} | {"\\": r"\textbackslash{}"})


@dataclass(frozen=True, slots=True)
class Cited:
    id: str
    author: str
    title: str
    published: str
    """The day on which the page was published or last changed; `""` where it is not known."""
    site: str
    url: str
    accessed: str
    """What stands for the day of reading until the reader or a script fills it in: `引用日期`."""

    @property
    def year(self) -> str:
        return self.published[:4]


def make_citations(cited: Cited) -> tuple[Citation, ...]:
    """A dataset on the net is `[DS/OL]` in GB/T 7714; APA writes `n.d.` for a day that is not known."""
    when = f", {cited.year}({cited.published})" if cited.published else ""
    return (
        Citation(
            "GB/T 7714",
            f"{cited.author}. {cited.title}[DS/OL]. {cited.site}{when}[{cited.accessed}]. {cited.url}.",
        ),
        Citation(
            "APA",
            f"{cited.author}. ({cited.year or 'n.d.'}). {cited.title} [Data set]. {cited.site}. {cited.url}",
        ),
        Citation("BibTeX", _bibtex(cited), is_code=True),
    )


def _bibtex(cited: Cited) -> str:
    """The classic styles print `howpublished` and know neither `url` nor `urldate`."""
    fields = {
        "author": f"{{{_escape(cited.author)}}}",
        "title": _escape(cited.title),
        "year": cited.year,
        "howpublished": f"{_escape(cited.site)}, \\url{{{cited.url}}}",
        "url": cited.url,
        "urldate": cited.accessed,
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{cited.id},\n{lines}\n}}"


def _escape(text: str) -> str:
    return text.translate(_BIBTEX_SIGNS)
