"""Style sheets as they are served: without the comments and blanks that only their editors need."""

import re

_COMMENT = re.compile(rb"/\*.*?\*/", re.DOTALL)
_BLANKS = re.compile(rb"\s+")
_AROUND = re.compile(rb"\s*([{};,])\s*")


def shorten(sheet: bytes) -> bytes:
    """Strings in our sheets hold no comment signs, no runs of blanks and no braces, so plain replacement is safe."""
    text = _BLANKS.sub(b" ", _COMMENT.sub(b"", sheet))
    return _AROUND.sub(rb"\1", text).replace(b": ", b":").replace(b";}", b"}").strip() + b"\n"
