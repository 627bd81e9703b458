"""What the templates of the pages of checks receive."""

from dataclasses import dataclass

from generator.pages.views import Fact, FindingView, Frame, IndexItem, Link


@dataclass(frozen=True, slots=True)
class Subject:
    """The checks of one subject: structure, codes, money …"""

    anchor: str
    label: str
    items: tuple[IndexItem, ...]
    without: tuple[IndexItem, ...]
    """Those that found nothing."""
    without_label: str


@dataclass(frozen=True, slots=True)
class ChecksPage:
    frame: Frame
    lead: tuple[str, ...]
    facts: tuple[Fact, ...]
    """How many findings of each outcome there are in all."""
    differing_label: str
    differing: tuple[IndexItem, ...]
    """What differs: every finding, or the rules with their numbers where the findings are many."""
    principles: tuple[tuple[str, str], ...]
    """What a check is and is not: a heading and a text each."""
    corrections: Link
    subjects: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class ListedFinding:
    anchor: str
    project: Link
    """Leads to the row; the document where the finding is about the whole of it."""
    place: Link
    year: str
    finding: FindingView


@dataclass(frozen=True, slots=True)
class OutcomeSection:
    """The findings of one outcome, or those withdrawn."""

    outcome: str
    anchor: str
    label: str
    count: str
    more: str
    """How many more stand in the CSV; empty where all are listed."""
    findings: tuple[ListedFinding, ...]


@dataclass(frozen=True, slots=True)
class CheckPage:
    frame: Frame
    rule: str
    compares: str
    facts: tuple[Fact, ...]
    """How many of each outcome, with a link to its section."""
    parts: tuple[tuple[str, str], ...]
    """A label and a text: why, the rule in words, its source, an example."""
    precision: str
    left_out: str
    sections: tuple[OutcomeSection, ...]
