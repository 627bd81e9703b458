"""How the static files of a theme are named when they are published, and how they then name each other."""

import pytest

from generator.pages.static import publish
from generator.problems import UserError


def test_a_name_holds_a_hash_of_what_is_in_the_file():
    one, other = publish({"a.png": b"1"})["a.png"], publish({"a.png": b"2"})["a.png"]

    assert one.path == "a.6b86b273ff.png"
    assert other.path != one.path


def test_modules_import_each_other_by_the_published_names():
    files = {
        "a.js": b'import { b } from "./deep/b.js";\nimport("./c.js");\n',
        "c.js": b"1\n",
        "deep/b.js": b"2\n",
    }

    published = publish(files)

    assert published["a.js"].data.decode() == (
        f'import {{ b }} from "./{published["deep/b.js"].path}";\nimport("./{published["c.js"].path}");\n'
    )


def test_a_file_below_names_its_neighbour():
    published = publish({"deep/a.css": b"a{background:url(./b.png)}", "deep/b.png": b"1"})

    neighbour = published["deep/b.png"].path.removeprefix("deep/")
    assert published["deep/a.css"].data.decode() == f"a{{background:url(./{neighbour})}}"


def test_a_change_in_a_module_changes_the_names_of_all_that_import_it():
    files = {"a.js": b'import "./b.js";', "b.js": b'import "./c.js";'}

    one, other = publish({**files, "c.js": b"1"}), publish({**files, "c.js": b"2"})

    assert not {file.path for file in one.values()} & {file.path for file in other.values()}


def test_what_is_no_text_stays_as_it_is():
    data = b'\xff"./nowhere.js"'

    assert publish({"a.png": data})["a.png"].data == data


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"a.js": b'import "./b.js";'}, "a.js → b.js"),
        ({"a.js": b'import "./b.js";', "b.js": b'import "./a.js";'}, "a.js → b.js → a.js"),
    ],
)
def test_a_name_that_leads_nowhere_or_in_a_circle_stops_the_build(files, message):
    with pytest.raises(UserError, match=message):
        publish(files)
