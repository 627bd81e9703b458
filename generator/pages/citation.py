"""How a project is cited: GB/T 7714, APA and BibTeX."""

from dataclasses import dataclass

from generator.pages.views import Citation

_BIBTEX_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "&%$#_{}"} | {"\\": r"\textbackslash{}"})


@dataclass(frozen=True, slots=True)
class Cited:
    id: str
    author: str
    """Who published the document."""
    title: str
    year: str
    site: str
    url: str
    accessed: str
    """What stands for the day of reading until the reader or a script fills it in: `引用日期`."""


def make_citations(cited: Cited) -> tuple[Citation, ...]:
    """A dataset on the net is `[DS/OL]` in GB/T 7714."""
    return (
        Citation(
            "GB/T 7714",
            f"{cited.author}. {cited.title}[DS/OL]. {cited.site}, {cited.year}[{cited.accessed}]. {cited.url}.",
        ),
        Citation(
            "APA", f"{cited.author}. ({cited.year}). {cited.title} [Data set]. {cited.site}. {cited.url}"
        ),
        Citation("BibTeX", _bibtex(cited), is_code=True),
    )


def _bibtex(cited: Cited) -> str:
    fields = {
        "author": f"{{{_escape(cited.author)}}}",
        "title": _escape(cited.title),
        "year": cited.year,
        "howpublished": _escape(cited.site),
        "url": cited.url,
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@misc{{{cited.id},\n{lines}\n}}"


def _escape(text: str) -> str:
    return text.translate(_BIBTEX_SIGNS)
