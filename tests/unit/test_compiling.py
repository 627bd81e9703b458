"""Templates compiled in our way say what Jinja's own compilation of them says."""

from types import SimpleNamespace

import jinja2
import pytest
from markupsafe import Markup, escape

from generator.pages.compiling import Environment, escape_output

TEMPLATES = {
    "outer": "<main>{% block content %}{% endblock %}</main>",
    "inner": """{% extends "outer" %}
{% macro item(label, term='none') %}<i title="{{ term }}">{{ label }}{{ caller() if caller is defined }}</i>{% endmacro %}
{% macro frame(label) %}<b>{{ label }}{{ caller() }}</b>{% endmacro %}
{% block content %}
{% for row in page.rows %}{{ loop.index }}{{ item(row.name, term=row.name) }}{{ say(row.name) }}{% endfor %}
{% call frame('a<b') %}{{ page.rows[0].name }}{% endcall %}
{{ page.marked }}{{ page.number }}{{ page.rows|length }}{{ page.rows[0].name|upper }}{{ 'x' ~ page.marked }}
{% endblock %}""",
}
PAGE = SimpleNamespace(
    rows=[SimpleNamespace(name="村<干部>"), SimpleNamespace(name='"it\'s" & more')],
    marked=Markup("<em>&amp;</em>"),
    number=7,
)


def render(environment_class: type[jinja2.Environment], template: str) -> str:
    environment = environment_class(
        loader=jinja2.DictLoader(TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined
    )
    environment.globals["say"] = lambda text: f"<{text}>"
    return environment.get_template(template).render(page=PAGE)


@pytest.mark.parametrize("value", ["", "村干部", "<a href='x'>\"&\"</a>", Markup("<b>&amp;</b>"), 12, None])
def test_output_is_escaped_as_markupsafe_does(value: object) -> None:
    assert escape_output(value) == str(escape(value))


def test_a_page_is_the_same_as_compiled_by_jinja() -> None:
    assert render(Environment, "inner") == render(jinja2.Environment, "inner")


def test_an_attribute_that_is_missing_is_an_error() -> None:
    environment = Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    template = environment.from_string("{% if page.misspelt %}x{% endif %}")

    with pytest.raises(AttributeError, match="misspelt"):
        template.render(page=PAGE)


def test_arguments_in_a_list_are_refused() -> None:
    with pytest.raises(jinja2.TemplateAssertionError):
        Environment().from_string("{{ say(*words) }}")
