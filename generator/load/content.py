"""Finding and reading the content folder (contract §3). The only place, with `importing`, where files are read."""

import os
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Generic, TypeVar

from generator.load.decode import KIND_WORDS, decode_record, decode_records
from generator.load.yaml_nodes import Node, node_at, parse_yaml, path_of
from generator.model.disclosure import YEAR, Disclosure
from generator.model.fields import Kind, RecordClass, labels_at
from generator.model.findings import EditorWord
from generator.model.lookups import Vocabulary, make_vocabulary
from generator.model.site import TRANSLATIONS, Site
from generator.model.township import COUNTY_CODE, SLUG, Divisions, Township
from generator.model.vocabulary import Correction, IndicatorFamily, Levels, Programme, Redirect, Theme
from generator.problems import Problem, UserError, show

Record = TypeVar("Record")

CORRECTIONS = "corrections.yaml"
FINDINGS = "findings.yaml"

SHARED_FILES: dict[str, tuple[RecordClass, bool, bool]] = {
    # path: (record, whether the file is a list of them, whether it must be there)
    "site.yaml": (Site, False, True),
    "divisions.yaml": (Divisions, False, True),
    "vocabulary/levels.yaml": (Levels, False, True),
    "vocabulary/programmes.yaml": (Programme, True, True),
    "vocabulary/indicators.yaml": (IndicatorFamily, True, True),
    "vocabulary/themes.yaml": (Theme, True, True),
    CORRECTIONS: (Correction, True, False),
    FINDINGS: (EditorWord, True, False),
    "redirects.yaml": (Redirect, True, False),
}

_TRANSLATION = rf"\.({'|'.join(map(re.escape, TRANSLATIONS))})"
_DISCLOSURE = re.compile(
    rf"townships/({COUNTY_CODE})/({SLUG})/({YEAR})/(?:disclosure\.yaml|overview(?:{_TRANSLATION})?\.md)"
)
_TOWNSHIP = re.compile(rf"townships/({COUNTY_CODE})/({SLUG})/township\.yaml")
_PAGE = re.compile(rf"pages/({SLUG})(?:{_TRANSLATION})?\.md")


def find_content_root(path: Path) -> tuple[Path, str]:
    """The content folder a path lies in (or is), and the path inside it with `/`, `.` for the folder itself.

    Raises `UserError` when there is no such path, or no `site.yaml` above it.
    """
    if not path.exists():
        raise UserError(f"没有 {path}。", f"There is no {path}.")
    full = path.resolve()
    for folder in (full, *full.parents):
        if (folder / "site.yaml").is_file():
            return folder, full.relative_to(folder).as_posix()
    if path.is_dir():
        return path, "."
    raise UserError(f"{path} 不在内容文件夹里。", f"{path} does not lie in a content folder.")


_DRAFT = re.compile(r"townships/(?:[^/]+/){3}disclosure(?:\.\d+)?\.draft\.yaml")


def draft_name(number: str = "") -> str:
    """The name of an imported draft that waits beside the content for a person."""
    return f"disclosure.{number}.draft.yaml" if number else "disclosure.draft.yaml"


@dataclass(frozen=True, slots=True)
class File:
    path: str
    """Relative to the content folder, with `/`."""
    data: bytes


@dataclass(frozen=True, slots=True, order=True)
class DisclosureFiles:
    """Where one disclosure lies: `townships/<county code>/<slug>/<year>/`, paths relative to the content folder."""

    county_code: str
    slug: str
    year: str
    translations: tuple[str, ...] = ()
    """The other languages that there is an overview in: `overview.en.md`."""

    @property
    def township_path(self) -> str:
        return f"townships/{self.county_code}/{self.slug}/township.yaml"

    @property
    def path(self) -> str:
        return f"townships/{self.county_code}/{self.slug}/{self.year}/disclosure.yaml"

    @property
    def overview_path(self) -> str:
        return self.overview_path_in("")

    def overview_path_in(self, language: str) -> str:
        """`""` for the original."""
        return translated_path(f"townships/{self.county_code}/{self.slug}/{self.year}/overview.md", language)


def translated_path(path: str, language: str) -> str:
    """`overview.md` and `en` → `overview.en.md`; `""` for the original itself."""
    return f"{path.removesuffix('.md')}.{language}.md" if language else path


@dataclass(frozen=True, slots=True, order=True)
class PageFiles:
    """A Markdown page: `pages/about.md`, and `pages/about.en.md` for each other language there is one in."""

    name: str
    translations: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        return self.path_in("")

    def path_in(self, language: str) -> str:
        return translated_path(f"pages/{self.name}.md", language)


@dataclass(frozen=True, slots=True)
class Found:
    """What lies in the content folder, unread."""

    disclosures: tuple[DisclosureFiles, ...]
    lone_townships: tuple[str, ...]
    """`townships/…/township.yaml` without any disclosure: checked like the others, published with its first one."""
    pages: tuple[PageFiles, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """Everything that is not of one township. Of use only when its loading gave no problem."""

    site: Site
    edition: str
    """Of the division codes."""
    vocabulary: Vocabulary
    redirects: tuple[Redirect, ...]
    words: tuple[EditorWord, ...]
    """On findings."""
    trees: Mapping[str, Node]
    """Path → tree, for the places of problems."""

    @property
    def words_by_finding(self) -> Mapping[str, EditorWord]:
        return {word.finding: word for word in self.words}

    def problem(self, file: str, code: str, *steps: str | int, **values: str) -> Problem:
        """At the node that `steps` lead to in a shared file."""
        return problem_at(file, self.trees[file], SHARED_FILES[file][0], code, steps, values)


def problem_at(
    file: str, tree: Node, record: RecordClass, code: str, steps: Sequence[str | int], values: dict[str, str]
) -> Problem:
    """A problem of a value that was loaded well: `steps` lead to its place in the tree and to its labels."""
    node = node_at(tree, *steps)
    zh, en = labels_at(record, steps)
    return Problem(file, node.line + 1, node.column + 1, code, path_of(steps), zh, en, values)


def find_content(root: Path) -> Found:
    """Walk the folder; whatever has no place in the contract, or leaves the folder by a link, is a problem.

    One of a disclosure's two files calls for the other. Raises `UserError` when there is no such folder.
    """
    if not root.is_dir():
        raise UserError(
            f"没有内容文件夹 {root}。请用 --content 指明。",
            f"There is no content folder {root}. Name it with --content.",
        )
    disclosures: dict[DisclosureFiles, set[str]] = defaultdict(set)
    pages: dict[str, set[str]] = defaultdict(set)
    townships: list[str] = []
    problems: list[Problem] = []
    for path in _walk(root):
        if _leaves(root, path):
            target = os.readlink(root / path)  # noqa: PTH115 - a Path would tidy up what is printed
            problems.append(Problem(show(path), 0, 0, "file-outside", values={"read": target}))
        elif match := _DISCLOSURE.fullmatch(path):
            county_code, slug, year, language = match.groups()
            disclosures[DisclosureFiles(county_code, slug, year)].add(language or "")
        elif _TOWNSHIP.fullmatch(path):
            townships.append(path)
        elif match := _PAGE.fullmatch(path):
            pages[match[1]].add(match[2] or "")
        elif _DRAFT.fullmatch(path):
            problems.append(Problem(path, 0, 0, "draft-waiting"))
        elif path not in SHARED_FILES:
            problems.append(Problem(show(path), 0, 0, "file-unexpected"))
    found = sorted(
        replace(files, translations=_translations(languages)) for files, languages in disclosures.items()
    )
    published = {files.township_path for files in found}
    return Found(
        tuple(found),
        tuple(path for path in townships if path not in published),
        tuple(sorted(PageFiles(name, _translations(languages)) for name, languages in pages.items())),
        tuple(problems),
    )


def _translations(languages: set[str]) -> tuple[str, ...]:
    return tuple(sorted(languages - {""}))


def _is_left_behind(name: str) -> bool:
    """What desktops and editors put into folders by themselves; no one means it as content."""
    return name in {".DS_Store", "Thumbs.db", "desktop.ini"} or name.endswith(("~", ".swp"))


def _walk(root: Path) -> Iterator[str]:
    """All files below that someone put there, sorted; a link is given as itself and not followed."""
    for folder, folders, files in os.walk(root):
        linked = [name for name in folders if (Path(folder) / name).is_symlink()]
        folders[:] = sorted(name for name in folders if name not in linked)
        for name in sorted(name for name in (*files, *linked) if not _is_left_behind(name)):
            yield (Path(folder) / name).relative_to(root).as_posix()


def _leaves(root: Path, path: str) -> bool:
    if not (root / path).is_symlink():
        return False
    # realpath, because resolve() raises on a link that leads to itself.
    target = Path(os.path.realpath(root / path))
    return not target.is_relative_to(root.resolve())


def read_file(root: Path, path: str) -> tuple[File | None, list[Problem]]:
    try:
        return File(path, (root / path).read_bytes()), []
    except FileNotFoundError:
        return None, [Problem(path, 0, 0, "file-missing")]
    except OSError as error:
        return None, [Problem(path, 0, 0, "file-unreadable", values={"read": error.strerror or str(error)})]


@dataclass(frozen=True, slots=True)
class Loaded(Generic[Record]):
    """What a file gave."""

    value: Record | None
    """None when there is a problem."""
    tree: Node | None
    """For the places of problems found later."""
    problems: tuple[Problem, ...]


def parse_disclosure(file: File) -> Loaded[Disclosure]:
    return _parse_file(file, Disclosure)


def parse_township(file: File) -> Loaded[Township]:
    return _parse_file(file, Township)


def _parse_file(file: File, record: RecordClass, *, is_list: bool = False) -> Loaded[Any]:
    parsed = parse_yaml(file.data, file.path)
    if parsed.root is None:
        return Loaded(None, None, parsed.problems or (_empty(file, is_list=is_list),))
    decode = decode_records if is_list else decode_record
    value, found = decode(record, parsed.root, file.path)
    problems = (*parsed.problems, *found)
    return Loaded(None if problems else value, parsed.root, problems)


def _empty(file: File, *, is_list: bool) -> Problem:
    expected = " / ".join(KIND_WORDS[Kind.RECORDS if is_list else Kind.RECORD])
    return Problem(
        file.path, 0, 0, "wrong-type", values={"read": "空文件 / an empty file", "expected": expected}
    )


def read_shared(root: Path) -> tuple[Shared | None, list[Problem]]:
    """What all townships share; None when a file of it has a problem."""
    records: dict[str, Any] = {}
    trees: dict[str, Node] = {}
    problems: list[Problem] = []
    for path, (record, is_list, is_required) in SHARED_FILES.items():
        if not is_required and not (root / path).exists():
            records[path] = ()
            continue
        file, found = read_file(root, path)
        problems += found
        if file is not None:
            loaded = _parse_file(file, record, is_list=is_list)
            problems += loaded.problems
            records[path] = loaded.value
            if loaded.tree is not None:
                trees[path] = loaded.tree
    return (None if problems else _make_shared(records, trees)), problems


def _make_shared(records: dict[str, Any], trees: dict[str, Node]) -> Shared:
    divisions: Divisions = records["divisions.yaml"]
    vocabulary = make_vocabulary(
        counties=divisions.counties,
        levels=records["vocabulary/levels.yaml"],
        programmes=records["vocabulary/programmes.yaml"],
        families=records["vocabulary/indicators.yaml"],
        themes=records["vocabulary/themes.yaml"],
        corrections=records[CORRECTIONS],
    )
    return Shared(
        site=records["site.yaml"],
        edition=divisions.edition,
        vocabulary=vocabulary,
        redirects=records["redirects.yaml"],
        words=records[FINDINGS],
        trees=trees,
    )
