"""The file of a column: what the page that compares needs to know of it, and its table."""

from generator import addresses
from generator.output import Output
from generator.pages.columns.views import Column
from generator.pages.theme import Renderer
from generator.pages.twins import to_json


def column_file(
    renderer: Renderer, kind: str, id_: str, column: Column, *, source: str, **more: object
) -> Output:
    """`kind`: project, township or programme. `more`: what the page needs beside the table, such as `year`."""
    made = renderer.render_file("compare_column", column, addresses.column_path(kind, id_))
    head = {"name": column.name, "url": column.url}
    return Output(made.path, to_json({**head, **more, "table": made.data.decode()}), source)
