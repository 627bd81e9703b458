"""What the template of a column receives."""

from dataclasses import dataclass

from generator.pages.views import Link, SourceRef


@dataclass(frozen=True, slots=True)
class Value:
    text: str
    unit: str = ""
    notes: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    lines: tuple[SourceRef, ...] = ()
    is_prose: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """Values, or why there is none."""

    values: tuple[Value, ...] = ()
    why: str = ""
    links: tuple[Link, ...] = ()
    lines: tuple[SourceRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """Rows with the same topic and key share a line of the table."""

    topic: str
    label: str
    cell: Cell
    key: str = "."
    """What two values must have in common to be compared: their measure; `""` for what is not to be compared."""
    unit: str = ""
    url: str = ""
    anchor: str = ""
    """Where it stands on the page of the column."""
    lack: str = ""
    """Which words of the page say why another column has no such row."""
    instead: str = ""
    """The same where that column has the topic with another key."""
    order: str = ""
    """Lines are sorted by it; with none they stand as they come."""
    count: str = ""
    """How many rows of the document it stands for."""
    scope: str = ""
    """`within`: only beside columns of its own township; `across`: only beside others."""
    is_count: bool = False
    """Of no year."""


@dataclass(frozen=True, slots=True)
class Part:
    id: str
    title: str
    rows: tuple[Row, ...]
    order: str = ""
    is_dated: bool = False
    """Its values are those of the column's year."""
    is_shared: bool = False
    """Only topics that another column has too are shown; the last row is for the number of the others."""


@dataclass(frozen=True, slots=True)
class Year:
    """One in which a township has a column."""

    id: str
    """Of that column."""
    label: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    url: str
    parts: tuple[Part, ...]
    place: str = ""
    year: str = ""
    """As it is shown: `2024年`."""
    years: tuple[Year, ...] = ()
    """To choose from, where there are several."""
