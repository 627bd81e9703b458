"""A small site of invented pages that holds nothing but the search."""

import json
import shutil
from collections.abc import Iterable
from pathlib import Path

import jinja2

from generator.analyse.shown_budget import ShownBudget
from generator.search import SearchRecord, make_light_copy, run_pagefind
from generator.search.shards import make_name_files
from generator.search.suggestions import Suggestion

THEME = Path(__file__).parents[2] / "themes" / "default"
BASE = (
    '<!doctype html><html lang="{{ lang }}" data-base="{{ home }}"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width"><title>{% block title %}{% endblock %}</title>'
    '<link rel="stylesheet" href="{{ asset("style.css") }}">'
    '<link rel="stylesheet" href="{{ asset("search.css") }}">{% block head %}{% endblock %}</head><body>'
    '{% block site_search %}{% include "_site_search.html" %}{% endblock %}'
    "{% block content %}<p><input id=other></p>{% endblock %}"
    '<script type="module" src="{{ asset("search-box.js") }}"></script>{% block scripts %}{% endblock %}</body></html>'
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
    "search_all": "{count} without filters",
    "search_budget": "{amount} wan",
    "suggest_label": "suggestions",
    "suggest_count": "{count} suggestions",
    "suggest_projects": "{count} projects",
    "suggest_everywhere": "search for {query}",
    "py_kind_project": "Project",
    "py_kind_township": "Township",
}
LABELS = {
    "year": {"2023": "2023 年", "2024": "2024 年"},
    "programme": {},
    "theme": {"party": "Party", "roads": "Roads"},
}
NAMES_OF_PLACES = {
    "township": {"t-0": ("镇零",), "t-1": ("镇一",), "t-2": ("镇二",)},
    "county": {"130324": ("某县", "Some county")},
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
        place=f"某县 · {NAMES_OF_PLACES['township'][township][0]} · 2024 年",
        filters={
            "township": township,
            "year": "2023" if number % 2 else "2024",
            "theme": ("party", "roads") if number % 5 == 0 else ("party",),
            "amount": "none" if number == 44 else "0-1" if number == 0 else "1-5",
        },
        budget="" if number == 44 else f"{number / 10}",
        shown_budget=ShownBudget("" if number == 44 else f"{number / 10}"),
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

FAMILIES = (
    Suggestion("programme", "党组织活动", "/programmes/party-activities/", "Party activities"),
    Suggestion("indicator", "资金拨付及时率", "/indicators/timely/", "Timely payment"),
    Suggestion("theme", "党的建设", "/themes/party/", "Party building"),
)
NAMES = (
    Suggestion("township", "郄马镇", "/townships/t-0/", "某省某县", ("郟马镇", "130111-qiema", "郄马")),
    Suggestion("township", "双望镇", "/townships/t-1/", "某省某县", ("130324-shuangwang", "双望")),
    Suggestion("township", "Ａ & <b>乡", "/townships/t-2/", "某县"),
    Suggestion("project", "党组织活动经费", "", "3"),
    Suggestion("project", "双望镇武装工作经费", "/projects/t-1-2024-07/", "双望镇 · 2024"),
    *(
        Suggestion("project", f"道路第{number}段", f"/projects/t-1-2024-{number:02d}/", "双望镇")
        for number in range(9)
    ),
)


def write_search_site(
    folder: Path,
    *,
    lang: str = "zh-CN",
    root: str = "/",
    home: str = "/",
    records: Iterable[SearchRecord] = RECORDS,
) -> None:
    """`root`: the path prefix of the site; `home`: of its pages in this language."""
    light_dir = folder.parent / f"{folder.name}-light"
    for record in records:
        path, content = make_light_copy(record)
        (light_dir / path).parent.mkdir(parents=True)
        (light_dir / path).write_bytes(content)
    run_pagefind(light_dir, folder / "pagefind", NAMES_OF_PLACES)
    for path, content in make_name_files(FAMILIES, NAMES):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    environment = _make_environment(lang, root, home)
    for address, template in (("search/", "search.html"), ("", "base.html")):
        (folder / address / "index.html").write_text(
            environment.get_template(template).render(), encoding="utf-8"
        )
    (folder / "search" / f"labels.{lang}.json").write_text(json.dumps(LABELS), encoding="utf-8")
    shutil.copytree(THEME / "static", folder / "static")


def _make_environment(lang: str, root: str, home: str) -> jinja2.Environment:
    """The templates of the theme with a base of our own, which does without anything but the search."""
    loader = jinja2.ChoiceLoader(
        [jinja2.DictLoader({"base.html": BASE}), jinja2.FileSystemLoader(THEME / "templates")]
    )
    environment = jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined)
    environment.filters["printed"] = str
    environment.filters["printed"] = str
    environment.globals.update(
        t=_Strings(STRINGS),
        lang=lang,
        home=home,
        asset=lambda name: f"{root}static/{name}",
        link=lambda kind: f"{root}{kind}/",
    )
    return environment
