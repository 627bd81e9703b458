"""A whole build, stage by stage."""

import gc
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from generator import addresses
from generator.analyse.catalogue import Catalogue, make_catalogue
from generator.analyse.gathered import Gathered
from generator.analyse.summary import DisclosureSummary
from generator.build.across import write_across_pages
from generator.build.checking import ContentProblems, Opened, check_named, first_years, open_content
from generator.build.datasets import INDEX_PATH, DatasetFile, Datasets, make_index
from generator.build.lists import Lists
from generator.build.named import remake_named
from generator.build.noted import NotedFindings
from generator.build.portions import check_portions
from generator.build.report import BuildReport
from generator.build.step import has_errors
from generator.build.workers import Setup, Task, run_tasks
from generator.checks.across import ACROSS_CHECKS, named_projects, run_across
from generator.checks.results import sort_findings
from generator.datasets.findings import FINDINGS, finding_rows
from generator.model.site import DEFAULT_LANGUAGE
from generator.output import Output, Staging, open_staging, write_file
from generator.pages.across import Surroundings, make_moved_pages, make_redirects
from generator.pages.announcements import make_announcements
from generator.pages.data import make_data_page
from generator.pages.editions import editions_of
from generator.pages.texts import make_notice_pages, make_text_page
from generator.pages.theme import Theme, open_renderers, open_theme
from generator.problems import Problem, arrange
from generator.search import make_light_copy, run_pagefind
from generator.search.files import make_search_files
from generator.search.labels import name_places
from generator.search.records import make_across_records
from generator.search.site_records import make_site_records, make_text_record

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    content: Path
    output: Path
    theme: Path
    base_url: str = ""
    """In place of the one in `site.yaml`."""
    jobs: int
    with_search: bool = True
    is_strict: bool = False
    """Warnings count as errors."""
    is_clean: bool = False
    """Also remove what builds that may still be running have left beside the output."""
    progress: Progress = field(default=lambda _: None)


def build_site(options: BuildOptions) -> BuildReport:
    """Make the site and put it in place of the old one.

    Raises `ContentProblems` when the content has errors and `UserError` when something else stands in the way;
    the last good site is then as it was.
    """
    with _rare_collections():
        return _build_site(options)


@contextmanager
def _rare_collections() -> Iterator[None]:
    """What a build makes are trees without cycles; looking for cycles at the usual pace takes a tenth of its time."""
    usual = gc.get_threshold()
    gc.set_threshold(200_000, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _build_site(options: BuildOptions) -> BuildReport:
    report = BuildReport()
    with report.stage("shared"):
        opened = open_content(options.content)
        theme = open_theme(options.theme, (edition.language for edition in editions_of(opened.shared.site)))
    with (
        open_staging(options.output, is_clean=options.is_clean) as staging,
        tempfile.TemporaryDirectory(prefix="light-") as light,
    ):
        build = _Build(options, opened, theme, staging, Path(light), report)
        with (
            report.stage("disclosures") as meter,
            Datasets(staging.root) as datasets,
            Lists(staging.root) as lists,
        ):
            meter.bytes = build.map_disclosures(datasets, lists)
            catalogue = make_catalogue(build.summaries)
            build.check_across(catalogue, datasets, lists)
            files = datasets.finish()
            gathered = build.finish_lists(lists)
        with report.stage("across") as meter:
            meter.bytes = build.make_shared_pages(catalogue, gathered, files)
        build.check_everything()
        if options.with_search:
            # After the checks: indexing is the slowest stage and of no use to a site that is not published.
            with report.stage("search") as meter:
                meter.bytes = build.make_search(catalogue)
        report.counts = _count(catalogue, build.written)
        report.findings = build.count_findings()
    return report


class _Build:
    """What the stages of one build share."""

    def __init__(
        self,
        options: BuildOptions,
        opened: Opened,
        theme: Theme,
        staging: Staging,
        light: Path,
        report: BuildReport,
    ) -> None:
        self._options = options
        self._opened = opened
        self._theme = theme
        self._staging = staging
        self._light = light
        self._report = report
        self._base_url = (options.base_url or opened.shared.site.base_url).rstrip("/")
        self._renderers = open_renderers(theme, opened.shared.site, self._base_url)
        self._problems: list[Problem] = list(opened.problems)
        self._linked: dict[str, str] = {}
        self._findings = NotedFindings()
        self.summaries: list[DisclosureSummary] = []
        self.written: dict[str, str] = {}
        """Path → the content file it is made of."""

    def map_disclosures(self, datasets: Datasets, lists: Lists) -> int:
        """Check and make every disclosure; returns the bytes of their pages."""
        found = self._opened.found.disclosures
        years = Counter((files.county_code, files.slug) for files in found)
        tasks = [
            Task(files, is_first, years[files.county_code, files.slug] > 1)
            for files, is_first in first_years(found)
        ]
        size = 0
        for number, done in enumerate(run_tasks(self._setup(), tasks, self._options.jobs), start=1):
            self._options.progress(f"{number}/{len(tasks)}")
            self._problems += done.problems
            if done.summary is None:
                continue
            self.summaries.append(done.summary)
            self._findings.join(done.findings)
            datasets.add(done.chunks)
            lists.add(done.portions)
            if done.year:
                lists.compare(done.year, done.summary, self._base_url)
            self._note_all(done.written, done.linked)
            size += done.bytes
        return size

    def check_across(self, catalogue: Catalogue, datasets: Datasets, lists: Lists) -> None:
        """The checks that need several disclosures."""
        found = run_across(catalogue, ACROSS_CHECKS)
        results = sort_findings(found, self._opened.shared.words_by_finding)
        datasets.add_rows(FINDINGS, finding_rows(results.published, self._base_url))
        lists.add(check_portions(results, frozenset(), self._base_url))
        self._findings.add(results)
        beside = named_projects(results.published, catalogue)
        for output in remake_named(self._setup(), beside, self._opened.found.disclosures, self._renderers):
            self._staging.write(output)

    def finish_lists(self, lists: Lists) -> Mapping[str, Gathered[Any]]:
        """By the address of the page."""
        for path in lists.finish():
            self._note(path, "checks")
        return lists.gathered

    def count_findings(self) -> dict[str, dict[str, int]]:
        """Rule → outcome → how many."""
        return self._findings.by_rule()

    def make_shared_pages(
        self,
        catalogue: Catalogue,
        gathered: Mapping[str, Gathered[Any]],
        files: tuple[DatasetFile, ...],
    ) -> int:
        """The reduce step's pages; returns their bytes."""
        shared = self._opened.shared
        editions = [
            Surroundings(catalogue, shared.vocabulary, shared.redirects, renderer, gathered)
            for renderer in self._renderers
        ]
        size = 0
        for written in write_across_pages(editions, self._staging.root, self._options.jobs):
            size += written.bytes
            self._note_all(written.files, written.linked)
        for around in editions:
            size += self._write(self._single_pages(around, files))
        size += self._write(self._theme.static_outputs())
        size += self._write((Output(INDEX_PATH, make_index(files), "data"),))
        # Last, so that a moved address that is still in use is laid to redirects.yaml.
        for around in editions:
            size += self._write(make_moved_pages(around))
        size += self._write((make_redirects(editions),))
        size += self._write(make_announcements(editions, dict(self.written)))
        for renderer in self._renderers:
            self._linked = {**renderer.links.take(), **self._linked}
        return size

    def _single_pages(self, around: Surroundings, files: tuple[DatasetFile, ...]) -> Iterator[Output]:
        """In the language of `around`."""
        for source in self._opened.pages:
            yield make_text_page(around, source.files, source.prose, source.translations)
        yield from make_notice_pages(around)
        described = [(file.table, file.format, file.path, file.bytes, file.rows) for file in files]
        yield make_data_page(around, described)

    def check_everything(self) -> None:
        """What can only be said of the whole site. Raises `ContentProblems`."""
        if not has_errors(self._problems):
            findings = self._findings.ids
            self._problems += check_named(self._opened.shared, self.summaries, findings)
            self._problems += self._dead_links()
        self._report.problems = arrange(self._problems)
        if has_errors(self._problems) or (self._options.is_strict and self._problems):
            raise ContentProblems(self._report.problems)

    def make_search(self, catalogue: Catalogue) -> int:
        """The search index; returns its bytes."""
        vocabulary, site = self._opened.shared.vocabulary, self._opened.shared.site
        words = [renderer.strings for renderer in self._renderers]
        records = chain(
            make_across_records(catalogue, vocabulary),
            make_site_records(catalogue, vocabulary, words),
            (
                make_text_record(source.prose, source.translations, source.files.name)
                for source in self._opened.pages
            ),
        )
        for record in records:
            write_file(self._light, *make_light_copy(record))
        languages = site.languages or (DEFAULT_LANGUAGE,)
        files = make_search_files(catalogue, vocabulary, languages)
        self._write(Output(path, data, "search") for path, data in files)
        index = self._staging.root / "pagefind"
        places = name_places(catalogue, vocabulary, has_english="en" in languages)
        run_pagefind(self._light, index, places)
        return sum(path.stat().st_size for path in index.rglob("*") if path.is_file())

    def _setup(self) -> Setup:
        return Setup(
            content=self._options.content,
            shared=self._opened.shared,
            theme=self._theme,
            base_url=self._base_url,
            output=self._staging.root,
            light_copies=self._light if self._options.with_search else None,
        )

    def _write(self, outputs: Iterable[Output]) -> int:
        size = 0
        for output in outputs:
            self._note(output.path, output.source)
            self._staging.write(output)
            size += len(output.data)
        return size

    def _note_all(self, files: Iterable[tuple[str, str]], linked: Iterable[tuple[str, str]]) -> None:
        for path, source in files:
            self._note(path, source)
        for address, page in linked:
            self._linked.setdefault(address, page)

    def _note(self, path: str, source: str) -> None:
        """Two outputs with one path would hide one of them."""
        if path in self.written:
            values = {"read": f"/{path}", "expected": self.written[path]}
            self._problems.append(Problem(source, 0, 0, "address-taken", values=values))
        self.written.setdefault(path, source)

    def _dead_links(self) -> Iterable[Problem]:
        dead = {
            address: page
            for address, page in self._linked.items()
            if addresses.page_path(address) not in self.written
        }
        # What leads nowhere in the first language is said once, not again for each other language.
        said = {
            addresses.in_language(address, renderer.edition.prefix)
            for address in dead
            for renderer in self._renderers[1:]
        }
        for address, page in dead.items():
            if address not in said:
                yield Problem(page, 0, 0, "dead-link", values={"read": address})


def _count(catalogue: Catalogue, written: dict[str, str]) -> dict[str, int]:
    return {
        "townships": len(catalogue.by_township),
        "disclosures": len(catalogue.disclosures),
        "projects": len(catalogue.projects),
        "indicators": catalogue.indicator_count,
        "pages": sum(path.endswith(".html") for path in written),
        "files": len(written),
    }
