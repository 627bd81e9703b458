"""The reference page of the checks, made from their words."""

from collections.abc import Iterator

from generator.checks.catalogue import CHECKS
from generator.checks.check import Check
from generator.checks.finding import Outcome
from generator.checks.texts import Both, CheckTexts

INTRODUCTION = """\
# Checks

What is held against each other, rule by rule. A finding puts printed facts side by side and says what they are; it is
no judgement and names no motive.

| outcome | meaning |
|---|---|
| `agrees` | two printed facts lead to the same |
| `differs` | they do not |
| `cannot tell` | a word that the comparison needs is not printed; all readings are given |
| `note` | a property of what is printed; nothing is compared |

| severity | meaning | where it is shown |
|---|---|---|
| `info` | a property, or a confirmation | site and datasets |
| `note` | a reader may want to look | site and datasets |
| `differs` | two printed facts do not agree | site and datasets |
| `source` | the text or its extraction may be damaged | `validate` and the report of a build, for editors |
| `internal` | for our own care with small groups | nowhere |

**Read** is the number of findings on the first five disclosures that the developers have read against the source, **right**
how many of them hold; 0 where those five have none. A rule that is wrong once in twenty is not published.

An editor's word on a finding (`confirmed`, `explained` or `withdrawn`, with reason and date) goes into
`content/findings.yaml`; [its fields](reference/content.md#findings). A finding that is withdrawn is no longer published
or counted; the word on it stays.
"""


def overview(checks: tuple[Check, ...] = CHECKS) -> Iterator[tuple[str, ...]]:
    """The cells of one row for each rule."""
    for check in checks:
        texts = check.texts
        title = f"{texts.title.zh} / {texts.title.en}"
        link = f"[{check.id}](#{check.id.lower()})"
        published = "yes" if check.is_public else "no"
        yield link, title, ", ".join(_outcomes(texts)), check.severity, texts.read, texts.right, published


OVERVIEW_HEAD = ("rule", "title", "outcomes", "severity", "read", "right", "published")


def sections(checks: tuple[Check, ...] = CHECKS) -> Iterator[str]:
    for check in checks:
        texts = check.texts
        yield f"## {check.id}\n"
        yield f"{_plain(texts.title.zh)} / {_plain(texts.title.en)}\n"
        parts = (
            ("Compares", texts.compares),
            ("Why", texts.why),
            ("Rule", texts.rule),
            ("Source", texts.source),
            ("Example", texts.example),
            *((f"`{outcome}`", texts.sentence(outcome)) for outcome in _outcomes(texts)),
        )
        yield "".join(_item(name, both) for name, both in parts if both)


def _outcomes(texts: CheckTexts) -> list[Outcome]:
    """Those that the rule has words for."""
    return [outcome for outcome in Outcome if getattr(texts, outcome.replace(" ", "_"))]


def _item(name: str, both: Both) -> str:
    return f"- {name}: {_plain(both.zh)} / {_plain(both.en)}\n"


def _plain(text: str) -> str:
    """Words of ours hold no markup: `<` and `*` are to be read as they stand."""
    return " ".join(text.split()).replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_")
