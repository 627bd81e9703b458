"""A reading as a reader would say it: `≤6268元/村` is `每村不超过 6,268 元`, `at most 6,268 yuan per village`.

Only what was read is said, in the words of `wording.py`; what was printed stands beside it wherever this is shown.
"""

from collections.abc import Iterator

from generator.readings.date_words import date_in_words
from generator.readings.reading import Kind, Note, Quality, Reading
from generator.readings.unit_words import per, with_unit
from generator.readings.wording import NOTES, OPERATORS, QUALITIES, Language, Words

_SEEN_IN_THE_WORDS = {Note.SEVERAL_CLAUSES, Note.TAIL_KEPT, Note.SUBJECT_KEPT}
_NO_NUMBER: Words = {"zh": "没有可以计算的数", "en": "no number to calculate with"}
_NO_UNIT: Words = {"zh": "没有印计量单位", "en": "unit not printed"}
_WORDS: Words = {"zh": "文字", "en": "words"}
_BETWEEN: Words = {"zh": "；", "en": "; "}
_ABOUT: Words = {"zh": "约", "en": "about"}
_CHANGES: dict[str, Words] = {
    "rise": {"zh": "上升", "en": "a rise of"},
    "fall": {"zh": "下降", "en": "a fall of"},
}
_BASES = {
    "去年": "last year",
    "上年": "last year",
    "同比": "the same period of last year",
    "环比": "the period before",
}
_PERIODS: dict[str, Words] = {
    "P1D": {"zh": "每天", "en": "every day"},
    "P1W": {"zh": "每周", "en": "every week"},
    "P1M": {"zh": "每月", "en": "every month"},
    "P3M": {"zh": "每季度", "en": "every quarter"},
    "P6M": {"zh": "每半年", "en": "every half-year"},
    "P1Y": {"zh": "每年", "en": "every year"},
}
_LONGER: dict[str, Words] = {
    "D": {"zh": "每{count}天", "en": "every {count} days"},
    "W": {"zh": "每{count}周", "en": "every {count} weeks"},
    "M": {"zh": "每{count}个月", "en": "every {count} months"},
    "Y": {"zh": "每{count}年", "en": "every {count} years"},
}


def in_words(reading: Reading, language: Language) -> str:
    """The clauses that give a number, a date or a frequency; else what kind of value it is. `""` for a blank."""
    if reading.kind is Kind.BLANK:
        return ""
    clauses = (reading, *reading.further)
    said = [_clause(clause, language) for clause in clauses if _is_computed(clause)]
    return _BETWEEN[language].join(dict.fromkeys(said)) or _not_computed(reading, language)


def notes_in_words(reading: Reading, language: Language) -> tuple[str, ...]:
    """What was inferred, a sentence each; without those that `in_words` shows by itself."""
    shown = _SEEN_IN_THE_WORDS | ({Note.UNIT_ABSENT} if reading.kind is Kind.UNMEASURABLE else set())
    notes = (note for clause in (reading, *reading.further) for note in clause.notes)
    return tuple(dict.fromkeys(NOTES[note][language] for note in notes if note not in shown))


def _is_computed(reading: Reading) -> bool:
    if reading.kind is Kind.UNMEASURABLE:
        return False
    return reading.value is not None or reading.kind in {Kind.DEADLINE, Kind.FREQUENCY}


def _not_computed(reading: Reading, language: Language) -> str:
    what = _NO_UNIT[language] if reading.kind is Kind.UNMEASURABLE else _WORDS[language]
    if reading.quality and reading.quality is not Quality.TEXT:
        quality = QUALITIES[reading.quality][language]
        what += f"（{quality}）" if language == "zh" else f" ({quality})"
    return ("，" if language == "zh" else "; ").join([what, _NO_NUMBER[language]])


def _clause(reading: Reading, language: Language) -> str:
    if reading.kind is Kind.FREQUENCY:
        said = _frequency(reading, language)
    elif reading.value is None:
        said = _date(reading, language)
    else:
        said = _amount(reading, language)
    subject = "" if reading.change else reading.subject
    quote = "“{}”{}" if language == "zh" else "“{}” {}"
    return quote.format(subject, said) if subject else said


def _amount(reading: Reading, language: Language) -> str:
    """`每人每月 10 元`, `at least 12 “村街”`, `上升至少 5%，与去年相比`."""
    rates = [per(base, language) for base in reading.per]
    said = _compared(reading, language)
    if language == "zh":
        said = f"{''.join(rates)}{' ' if rates and said[0].isdigit() else ''}{said}"
    else:
        said = " ".join([said, *rates])
    if reading.tail:
        said += f"“{reading.tail}”" if language == "zh" else f" “{reading.tail}”"
    if reading.deadline:
        said += ("，" if language == "zh" else ", ") + date_in_words(reading.deadline, language)
    return said


def _compared(reading: Reading, language: Language) -> str:
    if reading.value is None:
        return ""
    number = with_unit(reading.value, reading.value_max, reading.unit or "", language)
    words = [_CHANGES[reading.change][language]] if reading.change in _CHANGES else []
    words += _comparison(reading, language)
    gap = "" if language == "zh" else " "
    said = gap.join(words) + (" " if words else "") + number
    return said + _base(reading, language)


def _comparison(reading: Reading, language: Language) -> Iterator[str]:
    is_about = Note.APPROXIMATE in reading.notes
    stands_alone = is_about or reading.value_max is not None or reading.change is not None or reading.per
    is_plain = reading.op == "=" and stands_alone
    if reading.op and not is_plain:
        yield OPERATORS[reading.op][language]
    if is_about:
        yield _ABOUT[language]


def _base(reading: Reading, language: Language) -> str:
    """`，与去年相比`."""
    if not reading.change or not reading.base:
        return ""
    if language == "zh":
        return f"，{reading.base}" if reading.base.endswith("比") else f"，与{reading.base}相比"
    return f", compared with {_BASES.get(reading.base, reading.base.removesuffix('年'))}"


def _date(reading: Reading, language: Language) -> str:
    if not reading.deadline:
        return f"时间：{reading.timing}" if language == "zh" else f"a time without a date: {reading.timing}"
    until = date_in_words(reading.deadline, language)
    if reading.since:
        since = date_in_words(reading.since, language)
        return f"{since}至{until}" if language == "zh" else f"from {since} to {until}"
    return date_in_words(reading.deadline, language, op=reading.op or "=")


def _frequency(reading: Reading, language: Language) -> str:
    parts = []
    if reading.interval:
        parts.append(_interval(reading.interval, language))
    if reading.times is not None:
        parts.append(_times(int(reading.times), language))
    if not parts:
        parts.append(f"时间：{reading.timing}" if language == "zh" else f"at: {reading.timing}")
    return ("，" if language == "zh" else ", ").join(parts)


def _interval(interval: str, language: Language) -> str:
    """Of an ISO 8601 duration with one part."""
    if interval in _PERIODS:
        return _PERIODS[interval][language]
    return _LONGER[interval[-1]][language].format(count=interval[1:-1])


def _times(times: int, language: Language) -> str:
    if times == 1:
        return "一次性" if language == "zh" else "at once"
    return f"分 {times} 次" if language == "zh" else f"in {times} parts"
