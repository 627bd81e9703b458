"""The data page: downloads, the dictionary, versions, licence and citation.

The tables are described by whoever made them; this module only needs their names and columns.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, islice
from typing import Protocol

from generator import addresses
from generator.model.township import UNKNOWN_COUNTY
from generator.output import Output
from generator.pages.across.surroundings import Surroundings
from generator.pages.figures import set_count
from generator.pages.structured import Node, dataset, download, place
from generator.pages.views import (
    ColumnView,
    DataFile,
    DataPage,
    DataTableView,
    Frame,
    Link,
    VersionView,
)


class _Column(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def zh(self) -> str: ...
    @property
    def type(self) -> str: ...
    @property
    def en(self) -> str: ...
    @property
    def about_zh(self) -> str: ...
    @property
    def about_en(self) -> str: ...


class _Table(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def zh(self) -> str: ...
    @property
    def en(self) -> str: ...
    @property
    def about_zh(self) -> str: ...
    @property
    def about_en(self) -> str: ...
    @property
    def columns(self) -> Sequence[_Column]: ...


class _Format(Protocol):
    @property
    def extension(self) -> str: ...
    @property
    def zh(self) -> str: ...
    @property
    def en(self) -> str: ...
    @property
    def media_type(self) -> str: ...


_FIRST_TABLES = ("projects", "indicators", "disclosures", "townships")
_MOST_VERSIONS = 30
_FIRST_FORMAT = "excel.csv"

DescribedFile = tuple[_Table, _Format, str, int, int]
"""A file of a dataset: table, format, path, bytes, rows."""


def make_data_page(around: Surroundings, files: Iterable[DescribedFile]) -> Output:
    """`files` come table by table."""
    t, site = around.t, around.renderer.site
    files, catalogue = _as_wanted(files), around.catalogue
    description = t.format(
        "py_data_description",
        townships=set_count(len(catalogue.by_township)),
        projects=set_count(len(catalogue.projects)),
        indicators=set_count(catalogue.indicator_count),
    )
    frame = around.renderer.frame(t.py_data, description, addresses.address("data"), section="data")
    page = DataPage(
        frame=replace(frame, nodes=(_node(around, frame, files),)),
        tables=tuple(
            _table(around, table, tuple(group))
            for table, group in groupby(files, key=lambda described: described[0])
        ),
        files=(
            DataFile(
                "index.json", around.links.to_file("data/index.json"), "application/json", t.py_data_index
            ),
        ),
        versions=tuple(islice(_versions(around), _MOST_VERSIONS)),
        citation=t.format(
            "py_citation" if catalogue.last_changed else "py_citation_undated",
            publisher=site.publisher.name,
            title=site.title,
            version=catalogue.last_changed,
            url=frame.canonical,
        ),
        licence=Link(site.licence.data, site.licence.data_url),
        licence_note=site.licence.note or "",
    )
    return around.renderer.render("data", page, around.source)


def _versions(around: Surroundings) -> Iterator[VersionView]:
    """Each day on which a disclosure was added or changed, as its editors wrote it down; the last first."""
    t = around.t
    days = [
        (day, disclosure, text)
        for disclosure in around.catalogue.disclosures
        for day, text in (
            (disclosure.added, t.py_version_added),
            *((change.date, t.pick(change.text, change.text_en)) for change in disclosure.changes),
        )
        if day
    ]
    for day, disclosure, text in sorted(days, key=lambda entry: entry[0], reverse=True):
        url = around.links.to("disclosure", disclosure.township.id, disclosure.year)
        yield VersionView(day, Link(around.disclosure_title(disclosure), url), text)


def _as_wanted(files: Iterable[DescribedFile]) -> tuple[DescribedFile, ...]:
    """What most readers come for first, and of each table what a double click opens rightly."""

    def place(file: DescribedFile) -> tuple[int, bool]:
        name = file[0].name
        rank = _FIRST_TABLES.index(name) if name in _FIRST_TABLES else len(_FIRST_TABLES)
        return rank, file[1].extension != _FIRST_FORMAT

    groups = [list(group) for _, group in groupby(files, key=lambda file: file[0])]
    ordered = sorted((sorted(group, key=place) for group in groups), key=lambda group: place(group[0]))
    return tuple(file for group in ordered for file in group)


def _node(around: Surroundings, frame: Frame, files: tuple[DescribedFile, ...]) -> Node:
    """What is in the data by time and place, and where each file lies."""
    t, renderer, catalogue = around.t, around.renderer, around.catalogue
    years = sorted(catalogue.by_year)
    counties = [code for code in catalogue.by_county if code != UNKNOWN_COUNTY]
    about = {
        "description": f"{renderer.site.description} {frame.description}",
        "temporalCoverage": "/".join(dict.fromkeys((years[0], years[-1]))) if years else "",
        "spatialCoverage": [place(t.county(around.vocabulary.counties[code])) for code in counties],
        "dateModified": catalogue.last_changed,
        "distribution": [
            download(
                t.format("py_labelled", label=t.name(table), value=t.name(format_)),
                renderer.full_address(around.links.to_file(path)),
                format_.media_type,
                size,
            )
            for table, format_, path, size, _ in files
        ],
    }
    return dataset(renderer.site, frame.canonical, t.language, about)


def _table(around: Surroundings, table: _Table, files: tuple[DescribedFile, ...]) -> DataTableView:
    t = around.t
    return DataTableView(
        name=table.name,
        label=t.name(table),
        about=t.about(table),
        rows=set_count(files[0][4]),
        files=tuple(
            DataFile(t.name(format_), around.links.to_file(path), format_.media_type, _size(size))
            for _, format_, path, size, _ in files
        ),
        columns=tuple(
            ColumnView(column.name, t.name(column), str(column.type), t.about(column))
            for column in table.columns
        ),
    )


def _size(size: int) -> str:
    return f"{size / 1024:.0f} KB" if size >= 1024 else f"{size} B"
