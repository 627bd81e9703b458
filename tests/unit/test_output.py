"""The one place that changes the disk: a site is replaced in one step or left as it was."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator import output
from generator.output import MARKER, Output, open_staging, write_file, write_outside
from generator.problems import OutsideError, UserError


def publish(folder: Path, text: str, **options):
    with open_staging(folder, **options) as staging:
        staging.write(Output("index.html", text.encode(), "content"))


def fail_halfway(folder: Path, error: Exception):
    with open_staging(folder) as staging:
        staging.write(Output("index.html", b"half", "content"))
        raise error


def read(folder: Path) -> str:
    return (folder / "index.html").read_text()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def finished_process() -> int:
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    return done.pid


def test_a_first_site_is_made_with_its_folders(tmp_path):
    publish(tmp_path / "a/b/site", "new")

    assert names(tmp_path / "a/b/site") == [MARKER, "index.html"]
    assert names(tmp_path / "a/b") == ["site"]


def test_a_site_of_ours_is_replaced_as_a_whole(tmp_path):
    publish(tmp_path / "site", "old")
    write_file(tmp_path / "site", "gone/index.html", b"")

    publish(tmp_path / "site", "new")

    assert read(tmp_path / "site") == "new"
    assert names(tmp_path / "site") == [MARKER, "index.html"]
    assert names(tmp_path) == ["site"]


def test_a_site_is_replaced_where_two_names_cannot_be_exchanged(tmp_path, monkeypatch):
    monkeypatch.setattr(output, "_exchange", lambda *_: False)
    publish(tmp_path / "site", "old")

    publish(tmp_path / "site", "new")

    assert read(tmp_path / "site") == "new"
    assert names(tmp_path) == ["site"]


def test_a_fault_inside_leaves_the_old_site_and_nothing_else(tmp_path):
    publish(tmp_path / "site", "old")

    with pytest.raises(ZeroDivisionError):
        fail_halfway(tmp_path / "site", ZeroDivisionError())

    assert read(tmp_path / "site") == "old"
    assert names(tmp_path) == ["site"]


def test_a_failing_disk_is_named_and_leaves_the_old_site(tmp_path):
    publish(tmp_path / "site", "old")

    with pytest.raises(OutsideError, match="No space left"):
        fail_halfway(tmp_path / "site", OSError(28, "No space left on device"))

    assert read(tmp_path / "site") == "old"


def test_an_empty_folder_is_taken(tmp_path):
    (tmp_path / "site").mkdir()

    publish(tmp_path / "site", "new")

    assert read(tmp_path / "site") == "new"


def test_a_folder_that_is_not_ours_is_refused(tmp_path):
    write_file(tmp_path, "site/thesis.txt", b"years of work")

    with pytest.raises(UserError, match="不会覆盖"):
        publish(tmp_path / "site", "new")

    assert names(tmp_path / "site") == ["thesis.txt"]


@pytest.mark.parametrize("target", ["file", "nowhere"])
def test_a_file_or_a_dead_link_is_refused(tmp_path, target):
    (tmp_path / "file").write_text("years of work")
    (tmp_path / "site").symlink_to(tmp_path / target)

    with pytest.raises(UserError):
        publish(tmp_path / "site", "new")

    assert (tmp_path / "file").read_text() == "years of work"


def test_a_link_to_a_site_is_replaced_and_its_target_stays(tmp_path):
    publish(tmp_path / "kept", "old")
    (tmp_path / "site").symlink_to(tmp_path / "kept")

    publish(tmp_path / "site", "new")

    assert (read(tmp_path / "site"), read(tmp_path / "kept")) == ("new", "old")
    assert names(tmp_path) == ["kept", "site"]


def test_what_a_killed_build_left_is_swept_by_the_next(tmp_path):
    write_file(tmp_path, f".site.building-x.{finished_process()}/index.html", b"half")

    publish(tmp_path / "site", "new")

    assert names(tmp_path) == ["site"]


def test_what_a_running_build_is_writing_is_left_alone(tmp_path):
    name = f".site.building-x.{os.getpid()}"
    write_file(tmp_path, f"{name}/index.html", b"half")

    publish(tmp_path / "site", "new")

    assert names(tmp_path) == [name, "site"]


def test_cleaning_removes_all_that_earlier_builds_left_and_nothing_else(tmp_path):
    write_file(tmp_path, f".site.building-x.{os.getpid()}/index.html", b"half")
    write_file(tmp_path, ".site.building-x.12.old/index.html", b"old")
    write_file(tmp_path, ".sites.building-x.12/index.html", b"of another site")

    publish(tmp_path / "site", "new", is_clean=True)

    assert names(tmp_path) == [".sites.building-x.12", "site"]


def test_leftovers_are_found_beside_a_folder_with_odd_signs_in_its_name(tmp_path):
    write_file(tmp_path, f".site[1].building-x.{finished_process()}/index.html", b"half")

    publish(tmp_path / "site[1]", "new")

    assert names(tmp_path) == ["site[1]"]


def test_a_killed_build_leaves_the_old_site(tmp_path):
    publish(tmp_path / "site", "old")
    program = (
        "import os, signal, pathlib; from generator.output import open_staging\n"
        f"with open_staging(pathlib.Path({str(tmp_path / 'site')!r})): os.kill(os.getpid(), signal.SIGKILL)"
    )

    done = subprocess.run([sys.executable, "-c", program], cwd=Path(__file__).parents[2], check=False)
    left = len(names(tmp_path))
    publish(tmp_path / "site", "new")

    assert (done.returncode, left) == (-9, 2)
    assert names(tmp_path) == ["site"]


@pytest.mark.parametrize("name", ["file/site", "x" * 300, "x" * 250])
def test_a_folder_that_cannot_be_written_is_named_with_the_remedy(tmp_path, name):
    (tmp_path / "file").write_text("")

    with pytest.raises(OutsideError) as caught:
        publish(tmp_path / name, "new")

    assert caught.value.exit_status == 3
    assert str(tmp_path / name) in caught.value.message("en")
    assert "--output" in caught.value.message("zh")


def test_a_file_that_was_asked_for_is_written_with_its_folder(tmp_path):
    write_outside(tmp_path / "a/report.json", b"{}")

    assert (tmp_path / "a/report.json").read_bytes() == b"{}"


def test_a_file_that_cannot_be_written_is_named():
    with pytest.raises(OutsideError, match="report"):
        write_outside(Path("/dev/null/report.json"), b"{}")


def test_writing_again_leaves_nothing_of_a_longer_file(tmp_path):
    write_file(tmp_path, "a.txt", b"long text")

    write_file(tmp_path, "a.txt", b"x")

    assert (tmp_path / "a.txt").read_bytes() == b"x"
