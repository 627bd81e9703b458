"""All questions, in the order in which citizens are shown them."""

from collections.abc import Mapping

from generator.questions.documents import CITED, NOTICES
from generator.questions.from_findings import (
    HEADS_AND_RATES,
    MONEY_OF_EARLIER_YEARS,
    NOTHING_MEASURABLE,
    PAID_AT_YEAR_END,
    SAME_TARGETS,
)
from generator.questions.money import CADRES, SHARES, TO_PERSONS, VILLAGE_FUNDS
from generator.questions.promises import DELIVERIES, SATISFACTION
from generator.questions.question import Question
from generator.questions.years import CHANGES

SUMS_BY_THEME = Question("themes-by-year", lists=("themes",))
"""Reckoned from the summaries alone."""

QUESTIONS: tuple[Question, ...] = (
    SHARES,
    CADRES,
    NOTICES,
    SAME_TARGETS,
    HEADS_AND_RATES,
    VILLAGE_FUNDS,
    TO_PERSONS,
    PAID_AT_YEAR_END,
    MONEY_OF_EARLIER_YEARS,
    SATISFACTION,
    NOTHING_MEASURABLE,
    SUMS_BY_THEME,
    DELIVERIES,
    CHANGES,
    CITED,
)

QUESTIONS_BY_ID: Mapping[str, Question] = {question.id: question for question in QUESTIONS}
