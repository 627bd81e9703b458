"""JSON-LD: valid, and safe in the page that holds it."""

import json

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.structured import as_data_block, breadcrumbs


def read_back(block: str) -> list[dict]:
    """As a browser reads it: the text of the element up to its end."""
    page = BeautifulSoup(f'<script type="application/ld+json">{block}</script><p>after</p>', "html.parser")
    assert page.p.get_text() == "after"
    return json.loads(page.script.string)


def test_steps_are_counted_from_one():
    way = breadcrumbs([("首页", "https://a.example/"), ("项目", "https://a.example/projects/")])

    assert [(item["position"], item["name"], item["item"]) for item in way["itemListElement"]] == [
        (1, "首页", "https://a.example/"),
        (2, "项目", "https://a.example/projects/"),
    ]


def test_no_text_ends_the_element():
    name = '</script><script>alert("&amp;")</script><!-- \u2028'

    block = as_data_block([{"name": name}])

    assert "<" not in block
    assert "\u2028" not in block
    assert read_back(block) == [{"@context": "https://schema.org", "name": name}]


@given(st.text())
def test_every_text_is_read_back_as_it_was(text):
    (node,) = read_back(as_data_block([{"name": text}]))

    assert node["name"] == text
