"""What the tests of whole sites share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from building import REPOSITORY, build

from generator.build import step
from generator.checks.catalogue import CHECKS_BY_ID


@pytest.fixture(scope="session")
def shipped_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped content as a site, built once; nothing is written there."""
    folder = tmp_path_factory.mktemp("shipped") / "site"
    build(REPOSITORY / "content", folder)
    return folder


@pytest.fixture(scope="session")
def shipped_pages(shipped_site: Path) -> dict[str, BeautifulSoup]:
    """Path → page of every HTML file, read once; nothing is changed in them."""
    return {
        path.relative_to(shipped_site).as_posix(): BeautifulSoup(path.read_bytes(), "html.parser")
        for path in sorted(shipped_site.rglob("*.html"))
    }


@pytest.fixture(scope="module")
def one_check() -> Iterator[None]:
    """One check shows where findings go; what each of them finds is tested in `tests/checks`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(step, "CHECKS", (CHECKS_BY_ID["M01"],))
        yield
