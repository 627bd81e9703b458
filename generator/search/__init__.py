"""Search: every printed character is a token of the index, so that a query finds what it is a part of."""

from generator.search.index import run_pagefind
from generator.search.record import SearchRecord, make_light_copy

__all__ = ["SearchRecord", "make_light_copy", "run_pagefind"]
