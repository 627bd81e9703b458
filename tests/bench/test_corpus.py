"""The invented content that `make bench` builds."""

from pathlib import Path

import pytest

from generator.build import BuildOptions, build_site, validate_content
from generator.load.content import File, find_content, parse_disclosure
from generator.model.disclosure import Disclosure
from tools.bench.corpus import Size, write_corpus

THEME = Path(__file__).resolve().parents[2] / "themes/default"
SIZE = Size(projects=30, disclosures=4)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("corpus")
    write_corpus(root, SIZE)
    return root


def test_the_same_seed_gives_the_same_bytes(corpus, tmp_path):
    write_corpus(tmp_path, SIZE)

    assert bytes_of(tmp_path) == bytes_of(corpus)


def test_another_seed_gives_other_disclosures(corpus, tmp_path):
    write_corpus(tmp_path, SIZE, seed=2)

    assert bytes_of(tmp_path).keys() == bytes_of(corpus).keys()
    assert bytes_of(tmp_path) != bytes_of(corpus)


def test_the_content_has_no_problems(corpus):
    problems = validate_content(corpus).problems

    assert [problem.as_text("en") for problem in problems] == []


def test_its_site_has_no_dead_links(corpus, tmp_path):
    options = BuildOptions(content=corpus, output=tmp_path / "site", theme=THEME, jobs=1, with_search=False)

    report = build_site(options)

    assert [problem.as_text("en") for problem in report.problems] == []


def test_there_are_as_many_projects_and_disclosures_as_asked_for(corpus):
    disclosures = disclosures_of(corpus)

    assert len(disclosures) == SIZE.disclosures
    assert sum(len(disclosure.projects) for disclosure in disclosures) == SIZE.projects


def test_a_project_has_about_seven_rows(corpus):
    projects = [project for disclosure in disclosures_of(corpus) for project in disclosure.projects]

    assert 6 < sum(len(project.indicators) for project in projects) / len(projects) < 8


def test_a_larger_corpus_does_not_come_upon_a_title_of_two_programmes(tmp_path):
    write_corpus(tmp_path, Size(projects=600, disclosures=4))

    assert validate_content(tmp_path).problems == ()


def disclosures_of(root: Path) -> list[Disclosure]:
    loaded = [
        parse_disclosure(File(files.path, (root / files.path).read_bytes()))
        for files in find_content(root).disclosures
    ]
    return [each.value for each in loaded if each.value is not None]


def bytes_of(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }
