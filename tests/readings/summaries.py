"""A reading in one line, as the case files write it: `ratio >= 95 %, subject 满意度`.

`(=)` is a comparison that is not printed. Notes that repeat what the line shows already are left out.
"""

from generator.readings import Note, Reading
from generator.readings.reading import plain

_SHOWN_OTHERWISE = {
    Note.OPERATOR_ABSENT,
    Note.UNIT_ABSENT,
    Note.SUBJECT_KEPT,
    Note.TAIL_KEPT,
    Note.SEVERAL_CLAUSES,
}


def summarise(reading: Reading) -> str:
    return "; then ".join(_clause(clause) for clause in (reading, *reading.further))


def _clause(reading: Reading) -> str:
    words: list[str] = [str(reading.kind)]
    if reading.op:
        words.append(reading.op if reading.op_printed else f"({reading.op})")
    if reading.value is not None:
        upper = "" if reading.value_max is None else f"~{plain(reading.value_max)}"
        words.append(f"{plain(reading.value)}{upper}")
    words += [reading.unit] if reading.unit else []
    words += [f"/{base}" for base in reading.per]
    words += [reading.quality] if reading.quality else []
    if reading.deadline:
        words.append(reading.deadline)
    named = {
        name: getattr(reading, name)
        for name in ("subject", "tail", "change", "base", "since", "interval", "times")
    }
    notes = " ".join(note for note in reading.notes if note not in _SHOWN_OTHERWISE)
    return ", ".join(
        [
            " ".join(words),
            *(f"{name} {value}" for name, value in named.items() if value),
            *([f"notes {notes}"] if notes else []),
        ]
    )
