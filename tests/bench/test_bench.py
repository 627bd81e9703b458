"""`make bench` where it cannot measure."""

import sys

import pytest

from tools.bench import __main__ as bench
from tools.bench.measure import CommandFailed, run_measured


def test_a_missing_hugo_is_named_with_the_remedy(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["bench"])
    monkeypatch.setattr(bench, "find_hugo", lambda: None)

    with pytest.raises(SystemExit) as stop:
        bench.main()

    assert stop.value.code == 3
    assert "make bench" in capsys.readouterr().err


def test_a_run_tells_its_memory_and_time(tmp_path):
    taken = run_measured([sys.executable, "-c", "bytearray(50_000_000)"], cwd=tmp_path)

    assert taken.peak_bytes > 50_000_000
    assert taken.cpu_seconds > 0
    assert taken.seconds > 0


def test_a_failed_run_shows_what_the_command_printed(tmp_path):
    with pytest.raises(CommandFailed, match="out of paper"):
        run_measured([sys.executable, "-c", "raise SystemExit('out of paper')"], cwd=tmp_path)
