"""Builds whole sites for the tests, in this process, and reads back what came of them."""

from pathlib import Path

from generator.build import BuildOptions, build_site
from generator.build.report import BuildReport

REPOSITORY = Path(__file__).parents[2]
SITES = Path(__file__).parent
THEME = REPOSITORY / "themes" / "default"


def build(content: Path, output: Path, **options) -> BuildReport:
    """Strict and without search unless asked otherwise."""
    settings = {"jobs": 1, "with_search": False, "is_strict": True, **options}
    return build_site(BuildOptions(content=content, output=output, theme=THEME, **settings))


def read_tree(folder: Path) -> dict[str, bytes]:
    """Path → bytes of every file below."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
