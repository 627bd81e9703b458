"""What a document is read as, in a form that is short to write down. For the tests only."""

from generator.importing.blocks import Document, Row
from generator.importing.import_problems import ImportProblem
from generator.importing.readers import read_document

Shown = str | list[str]


def read(data: bytes, name: str) -> Document:
    outcome = read_document(data, name).outcome
    assert isinstance(outcome, Document), outcome.message("en")
    return outcome


def problem_of(data: bytes, name: str) -> ImportProblem:
    outcome = read_document(data, name).outcome
    assert isinstance(outcome, ImportProblem)
    return outcome


def shown(document: Document) -> list[Shown]:
    """A paragraph as its text, a row as the texts of its cells."""
    return [
        [cell.text for cell in block.cells] if isinstance(block, Row) else block.text
        for block in document.blocks
    ]


def residue_of(document: Document) -> list[str]:
    return [each.text for each in document.residue]
