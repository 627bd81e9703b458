"""Dates that editors write: the pattern of a field sees their shape, not whether there is such a day."""

from datetime import date

CALENDAR = "日历上有的日期 / a date of the calendar"
"""What a message says was expected."""


def is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
