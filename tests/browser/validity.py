"""Faults of an HTML page: errors of the parser, repeated ids, elements where they may not stand, references to nothing."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import Any

import html5lib
from html5lib.constants import E as MESSAGES


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_HEADINGS = _words("h1 h2 h3 h4 h5 h6")
_PHRASING_ONLY = _HEADINGS | _words(
    "abbr b bdi bdo button cite code data dfn em i kbd label legend mark meter output p pre progress q rp rt ruby s "
    "samp small span strong sub summary sup time u var"
)
"""What may hold words and such elements only."""
_HEADING_HOLDERS = {"summary", "legend"}
_FLOW_ONLY = _HEADINGS | _words(
    "address article aside blockquote details dialog div dl fieldset figure footer form header hr main menu nav ol p "
    "pre section table ul"
)
_TRANSPARENT = {"a", "ins", "del", "noscript"}
_INTERACTIVE = {"a", "button", "details", "embed", "iframe", "label", "select", "textarea", "input"}
_CLOSED_TO_INTERACTIVE = {"a", "button"}
_CHILDREN = {
    "ul": {"li"},
    "ol": {"li"},
    "menu": {"li"},
    "dl": {"dt", "dd", "div"},
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot", "tr"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tfoot": {"tr"},
    "tr": {"th", "td"},
    "select": {"option", "optgroup", "hr"},
    "optgroup": {"option"},
    "colgroup": {"col"},
    "picture": {"source", "img"},
}
_SCRIPTING = {"script", "template"}
_PARENTS = {
    "li": {"ul", "ol", "menu"},
    "dt": {"dl", "div"},
    "dd": {"dl", "div"},
    "figcaption": {"figure"},
    "legend": {"fieldset"},
    "summary": {"details"},
    "main": {"body", "div"},
    "caption": {"table"},
}
_REQUIRED = {"img": {"alt", "src"}, "html": {"lang"}, "th": {"scope"}}
"""`scope` is a rule of this house, so that nothing rests on a guess of the reader's software."""
_ID_REFERENCES = (
    "for",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-owns",
    "popovertarget",
    "headers",
    "list",
    "form",
)
_OBSOLETE = {"center", "font", "big", "strike", "tt", "acronym", "marquee", "frame", "frameset"}
_OBSOLETE_ATTRIBUTES = {"align", "bgcolor", "border", "cellpadding", "cellspacing", "valign"}
_NAMED = {"a", "button", "summary", "th", "option", "title", "label"} | _HEADINGS
_OPENS_A_WORLD = {"svg", "math"}
"""What is inside follows other rules."""

Element = Any


def find_faults(text: str) -> list[str]:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = parser.parse(text)
    elements = list(root.iter())
    return sorted(
        chain(
            _parse_errors(parser),
            _repeated_ids(elements),
            _dangling_references(elements),
            _misplaced(root, ()),
            *(_own_faults(element) for element in elements),
            _page_faults(root, elements),
        )
    )


def _parse_errors(parser: html5lib.HTMLParser) -> Iterator[str]:
    for (line, column), code, details in parser.errors:
        yield f"{line}:{column}: {MESSAGES[code] % details}"


def _ids(elements: list[Element]) -> list[str]:
    return [element.get("id") for element in elements if element.get("id") is not None]


def _repeated_ids(elements: list[Element]) -> Iterator[str]:
    for id_, times in Counter(_ids(elements)).items():
        if times > 1:
            yield f"id “{id_}” stands {times} times"
        if not id_ or any(sign.isspace() for sign in id_):
            yield f"id “{id_}” is empty or has blanks"


def _dangling_references(elements: list[Element]) -> Iterator[str]:
    ids = set(_ids(elements))
    for element in elements:
        for name in _ID_REFERENCES:
            for id_ in (element.get(name) or "").split():
                if id_ not in ids:
                    yield f"<{element.tag} {name}> names “{id_}”, which is not there"


def _misplaced(element: Element, above: tuple[str, ...]) -> Iterator[str]:
    """`above`: the elements around, the nearest last."""
    for child in element:
        tag = child.tag
        if not isinstance(tag, str):
            continue
        around = (*above, element.tag)
        if fault := _placing_fault(child, around):
            yield f"<{tag}> in <{' <'.join(f'{name}>' for name in around[-3:])}: {fault}"
        if tag not in _OPENS_A_WORLD:
            yield from _misplaced(child, around)


def _placing_fault(child: Element, around: tuple[str, ...]) -> str:
    tag, parent = child.tag, around[-1]
    allowed = _CHILDREN.get(parent)
    if allowed is not None and tag not in allowed | _SCRIPTING:
        return "not a child that may stand there"
    if tag in _PARENTS and parent not in _PARENTS[tag]:
        return "its parent must be another"
    holder = next((name for name in reversed(around) if name not in _TRANSPARENT), "")
    is_heading_in_place = tag in _HEADINGS and holder in _HEADING_HOLDERS
    if holder in _PHRASING_ONLY and tag in _FLOW_ONLY and not is_heading_in_place:
        return f"<{holder}> holds words only"
    is_interactive = tag in _INTERACTIVE or child.get("tabindex") is not None
    if is_interactive and _CLOSED_TO_INTERACTIVE & set(around):
        return "something to operate inside something to operate"
    return ""


def _own_faults(element: Element) -> Iterator[str]:
    tag = element.tag
    if not isinstance(tag, str):
        return
    if tag in _OBSOLETE or _OBSOLETE_ATTRIBUTES & set(element.attrib):
        yield f"<{tag}>: obsolete"
    missing = _REQUIRED.get(tag, set()) - set(element.attrib)
    if missing:
        yield f"<{tag}> without {', '.join(sorted(missing))}"
    if element.get("style") is not None or any(name.startswith("on") for name in element.attrib):
        yield f"<{tag}> with a style or script in an attribute"
    if tag == "style" or (tag == "script" and (element.text or "").strip() and not _is_data(element)):
        yield f"<{tag}> with text of its own: the policy blocks it"
    if tag == "a" and not element.get("href"):
        yield "<a> that leads nowhere"
    if tag in _NAMED and not _has_name(element):
        yield f"<{tag}> without a name"


def _is_data(element: Element) -> bool:
    return (element.get("type") or "").endswith("json")


def _has_name(element: Element) -> bool:
    images = (child for child in element.iter() if child.tag == "img")
    return bool(
        "".join(element.itertext()).strip()
        or element.get("aria-label")
        or element.get("label")
        or any(image.get("alt") for image in images)
        or element.get("hidden") is not None
    )


def _page_faults(root: Element, elements: list[Element]) -> Iterator[str]:
    for path in ("./head/title", ".//h1", ".//main"):
        count = len(root.findall(path))
        if count != 1:
            yield f"{path} stands {count} times"
    levels = [int(element.tag[1]) for element in elements if element.tag in _HEADINGS]
    for before, level in zip([0, *levels], levels, strict=False):
        if level > before + 1:
            yield f"<h{level}> follows <h{before}>"
