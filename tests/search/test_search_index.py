import sys
from pathlib import Path

import pytest

from generator.problems import OutsideError
from generator.search import SearchRecord, index, make_light_copy, run_pagefind


@pytest.fixture
def light_dir(tmp_path):
    """Twelve light copies with several values in each filter."""
    folder = tmp_path / "light"
    for number in range(12):
        filters = {"township": f"t{number}", "county": f"c{number % 5}", "year": f"20{number:02d}"}
        record = SearchRecord(
            f"/projects/{number}/", f"经费{number}", "project", "", filters, ("≥95%", f"{number}人")
        )
        path, content = make_light_copy(record)
        (folder / path).parent.mkdir(parents=True)
        (folder / path).write_bytes(content)
    return folder


def read_tree(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_same_light_copies_give_the_same_bytes(light_dir, tmp_path):
    for name in ("one", "two", "three"):
        run_pagefind(light_dir, tmp_path / name, {})

    trees = [read_tree(tmp_path / name) for name in ("one", "two", "three")]
    assert trees[0] == trees[1] == trees[2]


def test_only_what_the_search_page_loads_is_left(light_dir, tmp_path):
    output_dir = tmp_path / "pagefind"

    run_pagefind(light_dir, output_dir, {})

    names = {path.name if path.parent == output_dir else path.parent.name for path in output_dir.rglob("*.*")}
    meta = {name for name in names if name.endswith(".pf_meta")}
    assert len(meta) == 1
    assert names - meta == {
        "pagefind.js",
        "pagefind-entry.json",
        "wasm.unknown.pagefind",
        "index",
        "fragment",
        "pages",
    }


def test_leftovers_of_an_earlier_index_are_removed(light_dir, tmp_path):
    output_dir = tmp_path / "pagefind"
    (output_dir / "fragment").mkdir(parents=True)
    (output_dir / "fragment" / "zxx_0.pf_fragment").write_bytes(b"old")

    run_pagefind(light_dir, output_dir, {})

    assert len(list(output_dir.glob("fragment/*"))) == 12


def test_settings_of_the_environment_do_not_matter(light_dir, tmp_path, monkeypatch):
    run_pagefind(light_dir, tmp_path / "plain", {})
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "en")

    run_pagefind(light_dir, tmp_path / "set", {})

    assert read_tree(tmp_path / "plain") == read_tree(tmp_path / "set")


def test_a_missing_package_names_the_remedy(light_dir, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)

    with pytest.raises(OutsideError, match=r"requirements\.lock"):
        run_pagefind(light_dir, tmp_path / "pagefind", {})


def test_a_binary_that_does_not_run_is_named_in_one_line(light_dir, tmp_path, monkeypatch):
    monkeypatch.setattr(index, "find_binary", lambda: str(tmp_path / "nothing"))

    with pytest.raises(OutsideError, match="--no-search") as caught:
        run_pagefind(light_dir, tmp_path / "pagefind", {})

    assert "\n" not in str(caught.value)


def test_a_binary_that_fails_is_told_with_its_own_last_line(light_dir, tmp_path, monkeypatch):
    binary = tmp_path / "broken"
    binary.write_text("#!/bin/sh\necho first\necho 'no space left' >&2\nexit 1\n")
    binary.chmod(0o755)
    monkeypatch.setattr(index, "find_binary", lambda: str(binary))

    with pytest.raises(OutsideError, match="no space left"):
        run_pagefind(light_dir, tmp_path / "pagefind", {})


def test_very_many_pages_are_several_indexes_under_one_numbering(light_dir, tmp_path, monkeypatch):
    monkeypatch.setattr(index, "PAGES_PER_PART", 5)
    output_dir = tmp_path / "pagefind"

    run_pagefind(light_dir, output_dir, {})

    parts = [output_dir, output_dir / "part-1", output_dir / "part-2"]
    assert [len(list(part.glob("fragment/*"))) for part in parts] == [5, 5, 2]
    assert all(len(list(part.glob("*.pf_meta"))) == 1 for part in parts)
    assert len({path.name for path in output_dir.rglob("*.pf_fragment")}) == 12
    assert len(list(output_dir.rglob("pages/*"))) == 1
    assert not list(output_dir.glob("part-*/*.js"))
    assert "export const parts = 3;" in (output_dir / "pagefind.js").read_text(encoding="utf-8")
