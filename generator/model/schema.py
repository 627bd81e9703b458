"""JSON Schema of the content files, from the declarations: for editors that complete and check while one types."""

from typing import Any

from generator.model.disclosure import Disclosure
from generator.model.fields import PATTERNS, Field, Kind, RecordClass, fields_of, yaml_key
from generator.model.findings import EditorWord
from generator.model.site import Site
from generator.model.township import Divisions, Township
from generator.model.vocabulary import Correction, IndicatorFamily, Levels, Programme, Redirect, Theme

DIALECT = "https://json-schema.org/draft/2020-12/schema"

CONTENT_FILES: dict[str, tuple[str, RecordClass, bool]] = {
    # name: (where it lies in the content folder, its record, whether the file is a list of them)
    "site": ("site.yaml", Site, False),
    "divisions": ("divisions.yaml", Divisions, False),
    "levels": ("vocabulary/levels.yaml", Levels, False),
    "programmes": ("vocabulary/programmes.yaml", Programme, True),
    "indicators": ("vocabulary/indicators.yaml", IndicatorFamily, True),
    "themes": ("vocabulary/themes.yaml", Theme, True),
    "township": ("townships/<county code>/<slug>/township.yaml", Township, False),
    "disclosure": ("townships/<county code>/<slug>/<year>/disclosure.yaml", Disclosure, False),
    "corrections": ("corrections.yaml", Correction, True),
    "findings": ("findings.yaml", EditorWord, True),
    "redirects": ("redirects.yaml", Redirect, True),
}


def make_schema(name: str) -> dict[str, Any]:
    """The schema of one kind of content file, complete in itself. Raises `KeyError` for an unknown name."""
    path, record, is_list = CONTENT_FILES[name]
    content = _record(record)
    shape = {"type": "array", "items": content} if is_list else content
    return {"$schema": DIALECT, "title": path, **shape}


def make_schemas() -> dict[str, Any]:
    """All of them in one document, under `$defs`."""
    return {"$schema": DIALECT, "$defs": {name: make_schema(name) for name in CONTENT_FILES}}


def _record(record: RecordClass) -> dict[str, Any]:
    fields = {yaml_key(name): field for name, field in fields_of(record).items()}
    return {
        "type": "object",
        "properties": {name: _described(field) for name, field in fields.items()},
        "required": [name for name, field in fields.items() if field.required],
        "additionalProperties": False,
    }


def _described(field: Field) -> dict[str, Any]:
    about = "；".join(part for part in (field.about_zh, field.about_en) if part)
    return {"title": f"{field.zh} / {field.en}", **({"description": about} if about else {}), **_shape(field)}


def _shape(field: Field) -> dict[str, Any]:
    """Every scalar is text: a bare number in YAML should be quoted, as our own files do."""
    if field.record is not None:
        record = _record(field.record)
        return record if field.kind is Kind.RECORD else {"type": "array", "items": record}
    if field.kind in (Kind.TEXTS, Kind.CELLS):
        return {"type": "array", "items": {"type": "string"}}
    if field.kind is Kind.NUMBERS:
        return {
            "type": "array",
            "items": {"type": "string", "pattern": _whole(PATTERNS[Kind.NUMBER].pattern)},
        }
    if field.kind is Kind.CHOICE:
        return {"type": "string", "enum": list(field.choices)}
    if field.kind is Kind.TEXT and field.required:
        return {"type": "string", "pattern": r"\S"}
    pattern = PATTERNS[field.kind].pattern if field.kind in PATTERNS else field.pattern
    return {"type": "string", **({"pattern": _whole(pattern)} if pattern else {})}


def _whole(pattern: str) -> str:
    return f"^(?:{pattern})$"
