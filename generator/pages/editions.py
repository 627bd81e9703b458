"""The languages of a site: the first stands at the addresses of the contract, the others below a folder of their own."""

from dataclasses import dataclass

from generator import addresses
from generator.model.site import DEFAULT_LANGUAGE, Site


@dataclass(frozen=True, slots=True)
class Edition:
    """The site in one language."""

    language: str
    prefix: str
    """Of its addresses: empty for the first language, `en/` for English beside Chinese."""

    @property
    def is_first(self) -> bool:
        return not self.prefix


def editions_of(site: Site) -> tuple[Edition, ...]:
    first, *others = site.languages or (DEFAULT_LANGUAGE,)
    return (Edition(first, ""), *(Edition(other, addresses.language_prefix(other)) for other in others))
