"""A chart as a file beside its page: SVG with its own colours, its heading and the address it comes from."""

from collections.abc import Iterator

from generator import addresses
from generator.output import Output
from generator.pages.charts.bars import VALUE_ROOM
from generator.pages.charts.views import Chart, ChartFile
from generator.pages.theme import Renderer

_WIDTH = 672
_HEAD = 64
"""Above the marks: the heading."""
_FOOT = 40
"""Below them: the source."""


def chart_path(address: str, name: str) -> str:
    """`/indicators/people-paid/` and `persons` → `indicators/people-paid/persons.svg`."""
    return f"{addresses.page_path(address).removesuffix('index.html')}{name}.svg"


def chart_url(renderer: Renderer, address: str, name: str) -> str:
    """In the language of the page: a chart has words."""
    links = renderer.links
    return links.to_file(links.prefix + chart_path(address, name))


def chart_files(renderer: Renderer, address: str, charts: Iterator[Chart]) -> Iterator[Output]:
    for chart in charts:
        height = int(chart.height)
        view = ChartFile(
            chart=chart,
            width=str(_WIDTH - VALUE_ROOM if chart.kind == "bars" else _WIDTH),
            height=str(height + _HEAD + _FOOT),
            source_y=str(height + _HEAD + _FOOT - 16),
            address=renderer.base_url + addresses.in_language(address, renderer.links.prefix),
        )
        yield renderer.render_file("chart_file", view, chart_path(address, chart.id))
