"""The forms in which target values are printed, with their explanations: `readings/forms.yaml`, the tests' own cases.

So what the site says of a form is what the tests hold the program to.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator import readings
from generator.analyse.disclosure import DisclosureFacts
from generator.analyse.gathered import Gathered, gather
from generator.analyse.small_groups import stays_in_document
from generator.load import yaml_nodes
from generator.load.decode import text_mapping

_FILE = Path(readings.__file__).parent / "forms.yaml"
EXAMPLES = 3
"""Of each form, from published data."""


@dataclass(frozen=True, slots=True)
class Case:
    value: str
    operator: str = ""
    """The columns of comparison and unit, where the case has them."""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    id: str
    title: tuple[str, str]
    """In Chinese and English; the same for `text`."""
    text: tuple[str, str]
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A published target value of a form."""

    project_id: str
    row: int
    line: str
    case: Case


@cache
def reading_forms() -> tuple[Form, ...]:
    """Raises `ValueError` with the first fault of the file."""
    parsed = yaml_nodes.parse_yaml(_FILE.read_bytes(), _FILE.name)
    if parsed.problems or not isinstance(parsed.root, yaml_nodes.Sequence):
        raise ValueError([problem.as_text("en") for problem in parsed.problems] or _FILE.name)
    return tuple(_form(node) for node in parsed.root.items)


def _form(node: yaml_nodes.Node) -> Form:
    if not isinstance(node, yaml_nodes.Mapping):
        raise ValueError(f"{_FILE.name}: line {node.line + 1}")  # noqa: TRY004 - a fault of the file, not of a type
    parts = {key: child for key, (_, child) in node.entries.items()}
    return Form(text_mapping(node)["id"], _both(parts["title"]), _both(parts["text"]), tuple(_cases(parts)))


def _both(node: yaml_nodes.Node) -> tuple[str, str]:
    texts = text_mapping(node)
    return texts["zh"], texts["en"]


def _cases(parts: Mapping[str, yaml_nodes.Node]) -> Iterator[Case]:
    if "cases" in parts:
        yield from map(Case, text_mapping(parts["cases"]))
    columns = parts.get("columns")
    for entry in columns.items if isinstance(columns, yaml_nodes.Sequence) else ():
        texts = text_mapping(entry)
        yield Case(texts["value"], texts["operator"], texts["unit"])


@cache
def _form_ids() -> Mapping[Case, str]:
    return {case: form.id for form in reading_forms() for case in form.cases}


def published_examples(facts: DisclosureFacts) -> Gathered[Example]:
    """By form, rows whose printed value is one of its cases; each value once."""
    return gather(_examples(facts), limit=EXAMPLES)


def _examples(facts: DisclosureFacts) -> Iterable[tuple[str, Example]]:
    ids = _form_ids()
    seen: set[Case] = set()
    for project in facts.projects:
        for row in project.indicators:
            printed = row.printed
            case = Case(printed.target, printed.operator or "", printed.unit or "")
            if case not in ids or case in seen or printed.is_blank:
                continue
            if not stays_in_document(project, row):
                seen.add(case)
                yield ids[case], Example(project.id, row.row, printed.line, case)
