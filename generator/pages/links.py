"""Internal links. Every address of the site that appears in a page is made here, so that a dead one is found."""

from urllib.parse import urlencode

from generator import addresses
from generator.pages.views import SourceRef


def line_ref(page: str, line: str) -> SourceRef:
    """A line of a document, on the page of its source lines."""
    return SourceRef(line, f"{page}#{addresses.line_anchor(line)}")


class Links:
    """Makes addresses with the site's path prefix and remembers which pages were linked, and from where first.

    Callers name a page by its address in the first language; the link leads to it in the language of the links.
    """

    def __init__(self, root: str, prefix: str = "") -> None:
        self.root = root
        """The path prefix: `/`, or `/repository/` on a host that gives the site a folder."""
        self.prefix = prefix
        """Of the language: `en/`."""
        self.linked: dict[str, str] = {}
        """Address → the page that linked it first."""
        self._page = ""

    def start_page(self, page: str) -> None:
        """From now on links belong to this page: an address, or the file an editor would mend."""
        self._page = page

    def to(self, kind: str, *ids: str) -> str:
        """The final address of a page: `to("project", "130324-shuangwang-2024-01")`."""
        return self.to_address(addresses.address(kind, *ids))

    def to_address(self, page_address: str) -> str:
        """The same for an address that an editor wrote."""
        return self.to_edition(page_address, self.prefix)

    def to_comparison(self, kind: str, *ids: str) -> str:
        """Projects, townships or programmes side by side. `kind`: project, township or programme."""
        return f"{self.to('compare')}?{urlencode([('kind', kind), *(('id', id_) for id_ in ids)])}"

    def to_edition(self, page_address: str, prefix: str) -> str:
        """The same page in the language that has the prefix."""
        final = addresses.in_language(page_address, prefix)
        self.linked.setdefault(final, self._page)
        return self.root + final[1:]

    def to_file(self, path: str) -> str:
        """A file that is not a page: a dataset, a twin. It stands once, for all languages."""
        return self.root + path

    def take(self) -> dict[str, str]:
        """The links since the last call."""
        taken, self.linked = self.linked, {}
        return taken
