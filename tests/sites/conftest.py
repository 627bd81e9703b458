"""What the tests of whole sites share."""

from collections.abc import Iterator

import pytest

from generator.build import step
from generator.checks.catalogue import CHECKS_BY_ID


@pytest.fixture(scope="module")
def one_check() -> Iterator[None]:
    """One check shows where findings go; what each of them finds is tested in `tests/checks`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(step, "CHECKS", (CHECKS_BY_ID["M01"],))
        yield
