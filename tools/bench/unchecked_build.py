"""A build that reads no target value and runs no check: what `make bench` compares the real one with.

There is no such option. Here the two are taken out of the program before it starts; the pages and files are made all
the same, without what would have been found. `python -m tools.bench.unchecked_build build …` takes the generator's
arguments.
"""

from generator.analyse import disclosure
from generator.build import site, step
from generator.cli import main
from generator.readings import Kind, Reading


def _unread(raw: str, *, operator: str = "", unit: str = "") -> Reading:
    """In place of `read_target`."""
    del operator, unit
    return Reading(raw, Kind.BLANK)


_REPLACED = ((disclosure, "read_target", _unread), (step, "CHECKS", ()), (site, "ACROSS_CHECKS", ()))


def take_out_readings_and_checks() -> None:
    """For this process and those it forks."""
    for module, name, replacement in _REPLACED:
        setattr(module, name, replacement)


if __name__ == "__main__":
    take_out_readings_and_checks()
    main()
