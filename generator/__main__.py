"""`python -m generator`."""

import sys
from io import TextIOWrapper

from generator.cli import main

# What we print is UTF-8 whatever the terminal is set to: a message must not fail on a character of the content.
for stream in (sys.stdout, sys.stderr):
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")

main()
