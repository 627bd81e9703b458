"""What the templates of the pages of questions receive."""

from dataclasses import dataclass

from generator.pages.views import Cell, Fact, Frame, IndexItem, Link, SourceRef, Table


@dataclass(frozen=True, slots=True)
class QuestionsPage:
    frame: Frame
    lead: tuple[str, ...]
    items: tuple[IndexItem, ...]


@dataclass(frozen=True, slots=True)
class AnswerCell:
    text: str
    url: str = ""
    is_number: bool = False
    source: SourceRef | None = None
    """Where a value stands that has a line of its own."""
    note: str = ""
    """Of ours, beside a printed value."""


@dataclass(frozen=True, slots=True)
class AnswerTable:
    caption: str
    heads: tuple[Cell, ...]
    rows: tuple[tuple[AnswerCell, ...], ...]
    """The first cell heads its row."""


@dataclass(frozen=True, slots=True)
class AnswerSection:
    anchor: str
    title: str
    count: str
    more: str
    """How many more stand in the CSV; empty where all are listed."""
    table: AnswerTable


@dataclass(frozen=True, slots=True)
class QuestionPage:
    frame: Frame
    lead: str
    """Which printed values are listed."""
    parts: tuple[tuple[str, str], ...]
    """A label and a text: the formula, the limits."""
    documents: tuple[Link, ...]
    """Where the question is answered for one document; empty where it is not, or where they are too many to list."""
    facts: tuple[Fact, ...]
    none: str
    """Why there is no row; empty where there are some."""
    tally: Table | None
    """How often each printed value occurs."""
    sections: tuple[AnswerSection, ...]
    left_out: str
    links: tuple[Link, ...]
    """The rules and lists that the answer rests on."""
