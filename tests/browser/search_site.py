"""A small site of invented pages that holds nothing but the search."""

import json
import shutil
from pathlib import Path

import jinja2

from generator.search import SearchRecord, make_light_copy, run_pagefind

THEME = Path(__file__).parents[2] / "themes" / "default"
BASE = (
    '<!doctype html><html lang="{{ lang }}"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width"><title>{% block title %}{% endblock %}</title></head>'
    "<body>{% block content %}{% endblock %}{% block scripts %}{% endblock %}</body></html>"
)
STRINGS = {
    "search_idle": "say what",
    "search_loading": "wait",
    "search_done": "{count} pages",
    "search_words": "{count} pages with {words}, none with {query}",
    "search_empty": "no page with {query}",
    "search_error": "failed",
    "search_quote": "<{text}>",
    "search_comma": "+",
}
LABELS = {
    "kind": {"project": "Project", "township": "Township"},
    "township": {"t-0": "镇零", "t-1": "镇一", "t-2": "镇二"},
    "year": {"2023": "2023 年", "2024": "2024 年"},
    "county": {},
    "programme": {},
}


class _Strings(dict):
    def __missing__(self, key):
        return key


def make_record(number: int) -> SearchRecord:
    township = f"t-{number % 3}"
    return SearchRecord(
        url=f"/projects/{township}-2024-{number:02d}/",
        title=f"办公经费{number:02d}",
        kind="project",
        place=f"某县 · {LABELS['township'][township]} · 2024 年",
        filters={"township": township, "year": "2023" if number % 2 else "2024"},
        texts=(
            f"13032424P0044281{number:02d}250G",
            f"保障村党组织活动（第{number}次），资金及时足额到位，群众满意度较上年有所提高，确保全年各项工作按照年初计划顺利完成",
            f"≥{number + 50}%",
            f"{number + 10}人",
            "第一格",
            "第二格",
        ),
    )


RECORDS = (
    *(make_record(number) for number in range(45)),
    SearchRecord(
        "/townships/t-0/", "镇零", "township", "某县", {"township": "t-0"}, ("郄马镇", "郟马镇", "=79人")
    ),
    SearchRecord(
        "/townships/t-1/",
        "镇一",
        "township",
        "某县",
        {"township": "t-1"},
        ("27.08", "5 万/村", "A & <b>B</b>"),
    ),
)


def write_search_site(folder: Path, *, lang: str = "zh-CN") -> None:
    light_dir = folder.parent / f"{folder.name}-light"
    for record in RECORDS:
        path, content = make_light_copy(record)
        (light_dir / path).parent.mkdir(parents=True)
        (light_dir / path).write_bytes(content)
    run_pagefind(light_dir, folder / "pagefind")
    (folder / "search").mkdir()
    (folder / "search" / "index.html").write_text(_render(lang), encoding="utf-8")
    (folder / "search" / "labels.json").write_text(json.dumps(LABELS), encoding="utf-8")
    shutil.copytree(THEME / "static", folder / "static")


def _render(lang: str) -> str:
    template = (THEME / "templates" / "search.html").read_text(encoding="utf-8")
    loader = jinja2.DictLoader({"base.html": BASE, "search.html": template})
    environment = jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined)
    return environment.get_template("search.html").render(t=_Strings(STRINGS), lang=lang)
