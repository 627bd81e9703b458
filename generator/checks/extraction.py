"""Traces of how the text reached us: for editors, never a fact about a township (domain.md §3, O)."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from generator.analyse.disclosure import DisclosureFacts
from generator.checks.check import Check
from generator.checks.finding import Hit, Outcome, PrintedFact, Severity, listed
from generator.checks.printed_cells import cells_with
from generator.model.disclosure import Disclosure

_PLACE = re.compile("([一-龥㐀-䶵]{2,4}[镇乡])(?:人民政府|党委|党政|本级)")
_BEFORE_PLACE = re.compile("^.*[省市区县旗州]")
_COUNTERPARTS = (
    "东西南北中",
    "上中下",
    "大小",
    "前后",
    "新老旧古",
    "内外",
    "高低",
    "左右",
    "一二三四五六七八九十",
)
"""Neighbouring places differ by these; they are no look-alikes."""
_FIELD_CODE = re.compile(r"\\[a-z](?![A-Za-z])|\[bookmark:|\b(?:TOC|HYPERLINK|PAGEREF|MERGEFORMAT)\b")
_LATIN_WORD = re.compile(r"(?<![A-Za-z0-9./@:_-])[a-z]{2,}(?![A-Za-z0-9./@:_-])")
_LATIN = re.compile("[a-z]{2}|[A-Z]{3}|\\\\")
_HAN = re.compile("[一-龥]")
_USUAL_LATIN = re.compile("[mcdkn]m|[mk]?g|ml|k?[wv]|kva|kwh|hp|db|ph|[mk]?pa|[mk]?hz|rpm|app|wifi")
"""Units and words that are written so in Chinese text."""
_DAMAGED = re.compile("[\ufffd\ue000-\uf8ff\u0000-\u0008\u000b-\u001f]|锟斤拷|烫烫烫")


def _one_place_several_characters(facts: DisclosureFacts) -> Iterator[Hit]:
    """Forms are sought in the names of the unit itself, then counted wherever they stand."""
    for pattern in _varying(_own_names(facts.printed)):
        count: Counter[str] = Counter()
        first: dict[str, PrintedFact] = {}
        for cell in cells_with(facts, pattern):
            for form in pattern.findall(cell.fact.text):
                count[form] += 1
                first.setdefault(form, cell.fact)
        forms = listed(f"{form} {times}" for form, times in count.most_common())
        yield Hit(Outcome.DIFFERS, tuple(first.values()), values={"forms": forms, "count": str(len(count))})


def _own_names(printed: Disclosure) -> set[str]:
    """The towns in the names by which the document calls its own unit."""
    publisher = printed.publisher
    texts = [publisher.name if publisher else None, printed.source.title]
    texts += [institution.name for institution in printed.institutions]
    texts += [total.item for total in printed.procurement_totals]
    found = (_PLACE.search(_BEFORE_PLACE.sub("", text or "")) for text in texts)
    return {match[1] for match in found if match}


def _varying(places: set[str]) -> list[re.Pattern[str]]:
    """For names that differ in one character alone: a pattern with any character in its place."""
    skeletons: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for place in places:
        for at in range(len(place) - 1):
            skeletons[place[:at], place[at + 1 :]].add(place[at])
    return [
        re.compile(f"{before}[一-龥㐀-䶵]{after}")
        for (before, after), characters in sorted(skeletons.items())
        if len(characters) > 1 and not any(characters <= set(pair) for pair in _COUNTERPARTS)
    ]


def _foreign_words(facts: DisclosureFacts) -> Iterator[Hit]:
    for cell in cells_with(facts, _LATIN):
        found = _FIELD_CODE.findall(cell.fact.text)
        if _HAN.search(cell.fact.text):
            words = _LATIN_WORD.findall(cell.fact.text)
            found += [word for word in words if not _USUAL_LATIN.fullmatch(word)]
        if found:
            values = {"found": listed(dict.fromkeys(found))}
            yield Hit(Outcome.NOTE, (cell.fact,), cell.project, cell.row, values=values)


def _damaged(facts: DisclosureFacts) -> Iterator[Hit]:
    for cell in cells_with(facts, _DAMAGED):
        characters = "".join(_DAMAGED.findall(cell.fact.text))
        codes = " ".join(f"U+{ord(character):04X}" for character in dict.fromkeys(characters))
        yield Hit(Outcome.NOTE, (cell.fact,), cell.project, cell.row, values={"found": codes})


CHECKS = (
    Check("O01", Severity.SOURCE, _one_place_several_characters),
    Check("O02", Severity.SOURCE, _foreign_words),
    Check("O03", Severity.SOURCE, _damaged),
)
