"""The machine-readable twins of pages: `index.json` and `index.csv`."""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from generator import addresses
from generator.analyse.amounts import plain, trimmed
from generator.analyse.disclosure import DisclosureFacts, IndicatorFacts, ProjectFacts
from generator.analyse.small_groups import is_small_group
from generator.checks.finding import Finding
from generator.model.fields import Kind, fields_of
from generator.readings import Reading, base_unit, measure, to_record

_PLAN_DATES = ("mar", "jun", "oct", "dec")


_compact = json.JSONEncoder(ensure_ascii=False).encode


def to_json(value: Mapping[str, object]) -> bytes:
    """JSON with Chinese left as it is; each entry, and each record of a list of records, on a line of its own.

    The lines are read and compared as easily as fully indented ones, and encoded three times as fast: Python's
    encoder is written in C only for JSON without indentation.
    """
    lines = (f"  {_compact(key)}: {_entry(entry)}" for key, entry in value.items())
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def _entry(entry: object) -> str:
    if isinstance(entry, list) and entry and isinstance(entry[0], dict):
        return "[\n    " + ",\n    ".join(map(_compact, entry)) + "\n  ]"
    return _compact(entry)


def to_csv(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 without BOM, LF, RFC 4180 quoting."""
    return to_csv_rows([heads, *rows])


def to_csv_rows(rows: Iterable[Sequence[str]]) -> bytes:
    """A part of a CSV that is written bit by bit."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def printed_json(record: Any) -> dict[str, Any]:
    """A record of `model` as printed: absent fields and empty lists left out, records and lists inside."""
    result: dict[str, Any] = {}
    for name, field in fields_of(type(record)).items():
        value = getattr(record, name)
        if value is None or value == ():
            continue
        if field.kind is Kind.RECORD:
            value = printed_json(value)
        elif field.kind is Kind.RECORDS:
            value = [printed_json(entry) for entry in value]
        elif isinstance(value, tuple):
            value = list(value)
        result[name] = value
    return result


def disclosure_twin(facts: DisclosureFacts, base_url: str) -> bytes:
    printed = printed_json(facts.printed)
    printed["projects"] = [
        {
            "id": project.id,
            "name": project.printed.name,
            "url": base_url + addresses.address("project", project.id),
            "budget_wan": plain(project.budget_wan),
            "programme": project.programme,
            "indicator_count": len(project.indicators),
            "line": project.printed.line,
            "budget_line": project.printed.line_of("total"),
        }
        for project in facts.projects
    ]
    return to_json({"id": facts.id, **_place(facts), **printed, "programmes": _programme_sums(facts)})


def _programme_sums(facts: DisclosureFacts) -> list[dict[str, object]]:
    """What the projects of each programme print together."""
    budgets: dict[str, list[Decimal | None]] = defaultdict(list)
    for project in facts.projects:
        if project.programme:
            budgets[project.programme].append(project.budget_wan)
    return [{"programme": programme, **budgets_json(each)} for programme, each in budgets.items()]


def budgets_json(budgets: Sequence[Decimal | None]) -> dict[str, object]:
    """Of several projects of one disclosure: how many they are, how many print a budget, and the sum of those."""
    known = [budget for budget in budgets if budget is not None]
    total = plain(sum(known, Decimal(0))) if known else ""
    return {"projects": len(budgets), "budget_count": len(known), "budget_wan": total}


def project_twin(
    facts: DisclosureFacts, project: ProjectFacts, findings: Sequence[Finding], base_url: str
) -> bytes:
    printed = printed_json(project.printed)
    printed["indicators"] = [_indicator_json(row) for row in project.indicators]
    return to_json(
        {
            "id": project.id,
            "url": base_url + addresses.address("project", project.id),
            "disclosure_id": facts.id,
            **_place(facts),
            "year": facts.printed.year,
            **printed,
            "money_unit": facts.printed.money_unit,
            "money_unit_basis": facts.printed.money_unit_basis or "printed",
            "derived": {
                "budget_wan": plain(project.budget_wan),
                "budget_yuan": trimmed(project.budget_yuan),
                "fiscal_wan": plain(project.fiscal_wan),
                "other_wan": plain(project.other_wan),
                "plan_pct": dict(zip(_PLAN_DATES, map(trimmed, project.plan_shares), strict=True)),
                "programme": project.programme,
                "themes": list(project.themes),
            },
            "source": {"file": facts.printed.source.file, "sha256": facts.printed.source.sha256},
            **(
                {"corrections": [printed_json(entry) for entry in project.corrections]}
                if project.corrections
                else {}
            ),
            "findings": [_finding_json(finding) for finding in findings],
        }
    )


def _indicator_json(row: IndicatorFacts) -> dict[str, Any]:
    derived = {
        "level1_id": row.level1_id,
        "level2_id": row.level2_id,
        "family": row.family,
        "measure": _measure_json(row.reading),
        "is_small_group": is_small_group(row),
    }
    corrections = [printed_json(entry) for entry in row.corrections]
    return {
        "id": row.id,
        **printed_json(row.printed),
        "derived": derived,
        "reading": to_record(row.reading),
        **({"corrections": corrections} if corrections else {}),
    }


def _finding_json(finding: Finding) -> dict[str, Any]:
    """As in the table `findings`, with the printed facts as records."""
    facts = (
        {
            "label": fact.label[0],
            "label_en": fact.label[1],
            "text": fact.text,
            "line": fact.line,
            **({"project_id": fact.project_id} if fact.project_id else {}),
        }
        for fact in finding.facts
    )
    return {
        "finding_id": finding.id,
        "rule": finding.rule,
        "outcome": finding.outcome,
        "severity": finding.severity,
        **({"row": finding.row} if finding.row else {}),
        "message": finding.message[0],
        "message_en": finding.message[1],
        "computation": finding.computation[0],
        "facts": list(facts),
        **({"word": printed_json(finding.word)} if finding.word else {}),
    }


def _measure_json(reading: Reading) -> dict[str, str] | None:
    """The target in the unit in which it is compared."""
    compared = measure(reading)
    if compared is None:
        return None
    return {
        "family": compared.family,
        "op": compared.op,
        "value": trimmed(compared.value),
        **({"value_max": trimmed(compared.value_max)} if compared.value_max is not None else {}),
        "unit": base_unit(compared.family),
    }


def _place(facts: DisclosureFacts) -> dict[str, str]:
    return {
        "township_id": facts.township_id,
        "township": facts.township.name,
        "county_code": facts.township.county_code,
        "county": facts.county.county,
    }
