"""Words of the form that a page explains: each once, where it first stands, opened by a button of the browser's own."""

from collections.abc import Mapping

from generator.pages.strings import Strings
from generator.pages.views import TermView

TERMS: Mapping[str, str] = {
    "budget": "budget",
    "fiscal": "fiscal",
    "other": "other",
    "code": "code",
    "purpose": "purpose",
    "goals": "goals",
    "plan": "plan",
    "target": "target",
    "reading": "reading",
    "description": "description",
    "basis": "basis",
    "cost": "cost",
    "output": "output",
    "outcome": "outcome",
    "satisfaction": "satisfaction",
    "cost.economic": "cost_economic",
    "cost.social": "cost_social",
    "cost.ecological": "cost_ecological",
    "output.quantity": "quantity",
    "output.quality": "quality",
    "output.timeliness": "timeliness",
    "output.cost": "output_cost",
    "outcome.economic": "economic",
    "outcome.social": "social",
    "outcome.ecological": "ecological",
    "outcome.sustainability": "sustainability",
}
"""The id of a field or category → the end of the name of its string, `py_term_…`."""


class PageTerms:
    """Collects what one page explains."""

    def __init__(self, t: Strings) -> None:
        self._t = t
        self._noted: dict[str, TermView] = {}

    def note(self, id_: str, label: str) -> str:
        """The anchor of the explanation; `""` for a word that has none, or has had it further up on the page."""
        if id_ not in TERMS or id_ in self._noted or not label:
            return ""
        word = TERMS[id_]
        anchor = f"t-{word.replace('_', '-')}"
        self._noted[id_] = TermView(anchor, label, getattr(self._t, f"py_term_{word}"))
        return anchor

    @property
    def noted(self) -> tuple[TermView, ...]:
        """In the order in which they were noted."""
        return tuple(self._noted.values())
