"""How target values are read: each form with its rule, its cases and examples from the published data."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator import addresses
from generator.analyse.gathered import Gathered
from generator.analyse.reading_forms import Case, Example, Form, reading_forms
from generator.output import Output
from generator.pages.across.surroundings import Surroundings
from generator.pages.views import Frame, Link, ReadingView, SourceRef
from generator.readings import read_target
from generator.readings.plain_words import in_words, notes_in_words

_CASES = 4
"""Of each form, beside those of the published data, taken evenly from the file of cases."""
_RULES = ("printed", "comparison", "unit", "exact", "words", "notes")
_NEVER = ("unit", "direction", "grade", "period", "result")
_NOTHING: Gathered[Example] = Gathered()


@dataclass(frozen=True, slots=True)
class CaseView:
    printed: str
    """With its columns: `95 · ≥ · %`."""
    reading: ReadingView
    row: Link | None
    """Where the data prints it; None for a case of the tests."""
    source: SourceRef | None


@dataclass(frozen=True, slots=True)
class FormView:
    id: str
    title: str
    text: str
    cases: tuple[CaseView, ...]
    count: str
    """How many cases of the form the program is tested with."""


@dataclass(frozen=True, slots=True)
class TargetValuesPage:
    frame: Frame
    lead: tuple[str, ...]
    rules: tuple[str, ...]
    never: tuple[str, ...]
    explain: str
    """The command."""
    forms: tuple[FormView, ...]

    @property
    def contents(self) -> tuple[Link, ...]:
        """The forms, further down on the page."""
        return tuple(Link(form.title, f"#{form.id}") for form in self.forms)


def make_target_values_page(around: Surroundings) -> Iterator[Output]:
    t, address = around.t, addresses.address("target_values")
    examples: Gathered[Example] = around.gathered.get(address, _NOTHING)
    forms = reading_forms()
    page = TargetValuesPage(
        frame=around.renderer.frame(
            t.py_target_values,
            t.py_target_values_description,
            address,
            crumbs=(Link(t.py_method, around.links.to("page", "method")),),
            section="about",
        ),
        lead=(
            t.format("py_target_values_lead", forms=len(forms), cases=sum(len(form.cases) for form in forms)),
        ),
        rules=tuple(getattr(t, f"py_target_values_rule_{name}") for name in _RULES),
        never=tuple(getattr(t, f"py_target_values_never_{name}") for name in _NEVER),
        explain="python -m generator explain '≤6268元/村'",
        forms=tuple(_form(around, form, examples.first.get(form.id, ())) for form in forms),
    )
    yield around.renderer.render("target_values", page, around.source)


def _form(around: Surroundings, form: Form, examples: tuple[Example, ...]) -> FormView:
    published = {example.case: example for example in reversed(examples)}
    others = [case for case in form.cases if case not in published]
    chosen = others[:: max(1, -(-len(others) // _CASES))]
    return FormView(
        id=form.id,
        title=around.t.pick(*form.title),
        text=around.t.pick(*form.text),
        cases=(
            *(_case(around, case, example) for case, example in reversed(published.items())),
            *(_case(around, case, None) for case in chosen),
        ),
        count=around.t.format("py_target_values_count", count=len(form.cases)),
    )


def _case(around: Surroundings, case: Case, example: Example | None) -> CaseView:
    language: Literal["zh", "en"] = "zh" if around.t.is_chinese else "en"
    reading = read_target(case.value, operator=case.operator, unit=case.unit)
    words = in_words(reading, language) or around.t.py_blank
    printed = " · ".join(part for part in (case.operator, case.value, case.unit) if part)
    view = ReadingView(words, notes_in_words(reading, language))
    if example is None:
        return CaseView(printed or around.t.value_blank, view, None, None)
    disclosure = addresses.disclosure_of(example.project_id)
    return CaseView(
        printed,
        view,
        around.project_row(disclosure, example.project_id, example.row),
        around.source_ref(around.place(disclosure).disclosure, example.line),
    )
