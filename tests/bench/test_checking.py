"""What each check costs."""

from generator.checks.catalogue import CHECKS
from tools.bench.checking import load, measure
from tools.bench.corpus import Size, write_corpus


def test_every_check_and_the_reading_are_measured_the_longest_first(tmp_path):
    write_corpus(tmp_path, Size(projects=4, disclosures=2))

    took = measure(load(tmp_path))

    assert set(took) == {"reading", *(check.id for check in CHECKS)}
    assert list(took.values()) == sorted(took.values(), reverse=True)
