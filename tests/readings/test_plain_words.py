"""What readers are told about a target value."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.readings import Note, read_target
from generator.readings.plain_words import in_words, notes_in_words
from generator.readings.wording import NOTES

CASES = yaml.safe_load((Path(__file__).parent / "plain_words.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("raw", "chinese", "english"), CASES, ids=[raw for raw, _, _ in CASES])
def test_a_reading_is_said_in_words(raw, chinese, english):
    reading = read_target(raw)

    assert in_words(reading, "zh") == chinese
    assert in_words(reading, "en") == english


def test_what_was_inferred_is_said_in_sentences():
    reading = read_target("500/人/月")

    assert notes_in_words(reading, "zh") == ("没有印比较符号。", "没有印“元”，按金额理解。")


def test_a_note_of_several_clauses_is_said_once():
    reading = read_target("1100人每人每月10元")

    assert notes_in_words(reading, "en") == ("No comparison is printed.",)


def test_what_the_words_show_already_is_not_said_again():
    reading = read_target("≥100完成任务")

    assert set(reading.notes) == {Note.UNIT_ABSENT, Note.TAIL_KEPT}
    assert notes_in_words(reading, "zh") == ()


def test_every_note_has_words_in_both_languages():
    assert all(NOTES[note][language] for note in Note for language in ("zh", "en"))


@given(st.text("0123456789.％%万元人村月年底前至每/≥≤约半两分-优，。 ", max_size=24))
def test_any_reading_can_be_said(text):
    reading = read_target(text)

    said = in_words(reading, "zh"), in_words(reading, "en")

    assert all(said) or reading.kind == "blank"
