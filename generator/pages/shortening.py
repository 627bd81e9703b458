"""Style sheets and scripts as they are served: without the comments and blanks that only their editors need."""

import re

_STYLE_BLANKS = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?:\s|/\*.*?\*/)+""", re.DOTALL)
_STYLE_MARKS = re.compile(
    r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')| ?(?:; ?)?(}) ?| ?([{;,]) ?|(:) """, re.DOTALL
)


def shorten_style(sheet: str) -> str:
    """Strings stay as they are; so do a blank before a colon, which may part two selectors, and those of `calc()`."""
    text = _STYLE_BLANKS.sub(lambda found: found[1] or " ", sheet)
    return _STYLE_MARKS.sub(lambda found: next(filter(None, found.groups())), text).strip()


_SCRIPT_LINES = re.compile(r"^[ \t]*(?:/\*.*?\*/[ \t]*$|//.*?$)?\s*", re.DOTALL | re.MULTILINE)


def shorten_script(script: str) -> str:
    """Without indentation and the comments that have lines of their own.

    A script with texts over several lines stays as it is: what looks like a comment may be a part of one.
    """
    if "\\\n" in script or any(line.count("`") % 2 for line in script.splitlines()):
        return script
    return _SCRIPT_LINES.sub("", script)
