"""The documents agree with the code, with each other and with the files that are there."""

import importlib.util
import re
from pathlib import Path

import click
import pytest
from markdown_it import MarkdownIt

from generator.cli import main as command_line
from generator.importing.import_problems import KINDS
from generator.problems import CATALOGUE
from tools import reference

REPOSITORY = Path(__file__).parents[2]
READMES = ("README.md", "README.zh-CN.md")
DOCUMENTS = sorted(
    path.relative_to(REPOSITORY).as_posix()
    for path in (*REPOSITORY.glob("*.md"), *REPOSITORY.glob("docs/**/*.md"))
)
COMMAND = re.compile(r"python -m generator(?: --lang zh)? ([a-z]+)(.*)")
MAKE = re.compile(r"(?<![\w.])make ([a-z]+)")


def find_links(text: str) -> list[str]:
    """Targets of links and images, also of images written as HTML."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)
    children = [child for token in tokens for child in token.children or ()]
    targets = [str(child.attrs.get("href", child.attrs.get("src", ""))) for child in children]
    return [target for target in (*targets, *re.findall(r'<img[^>]* src="([^"]+)"', text)) if target]


def find_code(text: str) -> str:
    """Everything set as code: what a reader would type."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    inline = [child for token in tokens for child in token.children or ()]
    return "\n".join(
        token.content for token in (*tokens, *inline) if token.type in {"fence", "code_block", "code_inline"}
    )


def read(document: str) -> str:
    return (REPOSITORY / document).read_text(encoding="utf-8")


@pytest.mark.parametrize("path", reference.PAGES)
def test_the_committed_reference_page_is_what_the_code_gives(path):
    made = reference.PAGES[path]()

    assert read(path) == made, "run `make docs`"


def test_check_fails_and_names_the_page_when_one_is_stale(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(reference, "REPOSITORY", tmp_path)
    reference.main([])
    (tmp_path / "docs/problems.md").write_text("old", encoding="utf-8")

    status = reference.main(["--check"])

    assert status == 1
    assert capsys.readouterr().err == "docs/problems.md is stale: run `make docs`\n"


def test_check_passes_and_writes_nothing_when_all_is_fresh(tmp_path, monkeypatch):
    monkeypatch.setattr(reference, "REPOSITORY", tmp_path)
    reference.main([])
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.md")}

    status = reference.main(["--check"])

    assert status == 0
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.md")} == before


def test_every_problem_code_has_its_heading():
    headings = re.findall(r"^### (.+)$", read("docs/problems.md"), re.MULTILINE)

    assert headings == [*CATALOGUE, *KINDS]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_relative_link_leads_to_a_file(document):
    folder = (REPOSITORY / document).parent

    targets = [link for link in find_links(read(document)) if not re.match(r"[a-z]+:|#", link)]

    assert [target for target in targets if not (folder / target.partition("#")[0]).exists()] == []


@pytest.mark.parametrize("document", [*READMES, "CONTRIBUTING.md"])
def test_every_make_target_that_is_named_exists(document):
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))

    named = set(MAKE.findall(find_code(read(document))))

    assert named
    assert named <= targets


@pytest.mark.parametrize("document", [*READMES, "CONTRIBUTING.md"])
def test_every_command_and_option_that_is_named_exists(document):
    named = [
        (name, re.findall(r"--[a-z-]+", rest)) for name, rest in COMMAND.findall(find_code(read(document)))
    ]

    assert named
    for name, options in named:
        command = command_line.commands[name]
        known = {option for each in command.params if isinstance(each, click.Option) for option in each.opts}
        assert set(options) <= known, name


@pytest.mark.parametrize("document", [*READMES, "CONTRIBUTING.md"])
def test_every_tool_that_is_named_exists(document):
    modules = re.findall(r"python -m (tools\.\w+)", find_code(read(document)))

    assert [name for name in modules if importlib.util.find_spec(name) is None] == []
