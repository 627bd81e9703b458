"""The lists across townships while the disclosures come in: their CSV grows, and little is kept for their pages."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from generator import addresses
from generator.analyse.gathered import Gathered, Gathering, Portion
from generator.analyse.reading_forms import EXAMPLES
from generator.analyse.summary import DisclosureSummary
from generator.checks.catalogue import CHECKS
from generator.datasets.files import csv_head
from generator.datasets.findings import FINDINGS
from generator.output import open_file
from generator.pages.twins import to_csv_rows
from generator.questions.catalogue import QUESTIONS
from generator.questions.table import csv_heads, csv_rows, place_of_summary
from generator.questions.years import CHANGES, DisclosureOfYear, changes


class _Growing:
    """A list with its CSV."""

    def __init__(self, root: Path, page: str, head: bytes) -> None:
        self.path = addresses.twin_path(page, "csv")
        self.gathering: Gathering[Any] = Gathering()
        self._file: BinaryIO = open_file(root, self.path)
        self._file.write(head)

    def add(self, portion: Portion[Any]) -> None:
        self.gathering.add(portion.gathered)
        self._file.write(portion.csv)

    def close(self) -> None:
        self._file.close()


class Lists:
    """A context manager, so that a failing build leaves no open file."""

    def __init__(self, root: Path) -> None:
        heads = {
            addresses.address("check", check.id.lower()): csv_head(FINDINGS)
            for check in CHECKS
            if check.is_public
        }
        heads |= {
            addresses.address("question", question.id): to_csv_rows([csv_heads(question)])
            for question in QUESTIONS
            if question.columns
        }
        self._growing = {page: _Growing(root, page, head) for page, head in heads.items()}
        self._examples: Gathering[Any] = Gathering(EXAMPLES)
        self._last: DisclosureOfYear | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for growing in self._growing.values():
            growing.close()

    def add(self, portions: Mapping[str, Portion[Any]]) -> None:
        for page, portion in portions.items():
            if page in self._growing:
                self._growing[page].add(portion)
            else:
                self._examples.add(portion.gathered)

    def compare(self, this: DisclosureOfYear, summary: DisclosureSummary, base_url: str) -> None:
        """With the disclosure before it, if that is of the same township: they come by township and year."""
        last, self._last = self._last, this
        if last is not None and last.township_id == this.township_id:
            listed, gathered = CHANGES.listed(changes(last, this))
            rows = csv_rows(CHANGES, listed, place_of_summary(summary), base_url)
            self.add({addresses.address("question", CHANGES.id): Portion(gathered, to_csv_rows(rows))})

    def finish(self) -> Iterator[str]:
        """Closes the files; gives their paths."""
        for growing in self._growing.values():
            growing.close()
            yield growing.path

    @property
    def gathered(self) -> Mapping[str, Gathered[Any]]:
        """By the address of the page."""
        lists = {page: growing.gathering.result() for page, growing in self._growing.items()}
        return {**lists, addresses.address("target_values"): self._examples.result()}
