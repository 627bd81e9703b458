"""A question: its id, its columns, its rows for one disclosure, its words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.analyse.gathered import Gathered, gather
from generator.questions.answer import Answer, Column, Material, Rows
from generator.questions.texts import QuestionTexts, question_texts


@dataclass(frozen=True, slots=True)
class Question:
    id: str
    """Its address: `paid-at-year-end`. Never changed."""
    columns: tuple[Column, ...] = ()
    rows: Rows | None = None
    """None where the answer needs several disclosures at once."""
    tallied: str = ""
    """The column whose printed values are counted over all disclosures."""
    rules: tuple[str, ...] = ()
    """The checks that it rests on."""
    lists: tuple[str, ...] = ()
    """The lists that lead further: `townships`, `themes`."""
    needs_two_years: bool = False

    @property
    def texts(self) -> QuestionTexts:
        return question_texts()[self.id]

    def listed(self, answers: Iterable[Answer]) -> tuple[Sequence[Answer], Gathered[Answer]]:
        """The answers without those on small groups, and what the question's page needs of them."""
        every = list(answers)
        listed = [answer for answer in every if not answer.is_small_group]
        gathered = gather(
            ((answer.section, answer) for answer in listed),
            left_out=len(every) - len(listed),
            tally=self._tally(listed),
        )
        return listed, gathered

    def answers(self, material: Material) -> Iterable[Answer]:
        return self.rows(material) if self.rows else ()

    def _tally(self, answers: Sequence[Answer]) -> Iterable[str]:
        if not self.tallied:
            return ()
        index = [column.name for column in self.columns].index(self.tallied)
        texts = (answer.values[index].text for answer in answers)
        return (text for text in texts if text)
