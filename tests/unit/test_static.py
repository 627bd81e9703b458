"""How the static files of a theme are shortened and named when they are published, and how they then name each other."""

import re
from pathlib import Path

import pytest

from generator.pages.static import publish
from generator.problems import UserError

_THEMES = Path(__file__).parents[2] / "themes"


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
        f'import{{b}}from"./{published["deep/b.js"].path}";import("./{published["c.js"].path}");'
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


def published_text(name: str, text: str) -> str:
    return publish({name: text.encode()})[name].data.decode()


def test_comments_and_blanks_of_a_style_are_left_out():
    sheet = "/* Ground */\na, b {\n  color: red;\n  margin: 0 auto;\n}\n\n@media (min-width: 48rem) {\n  a { top: 0; }\n}\n"

    assert published_text("a.css", sheet) == "a,b{color:red;margin:0 auto}@media (min-width:48rem){a{top:0}}"


@pytest.mark.parametrize(
    "sheet",
    [
        "a :is(b){width:calc(1rem + (2vw - 3px))}",
        "a :focus-visible{color:rgb(0 0 0 / .18)}",
        "td:nth-child(2n + 1) a{margin:0 -1px}",
        "@media screen and (max-width:47.99rem){a{inset:calc(100% + .35rem) 0 auto auto}}",
        """a{content:"/* ; } */  \\" : ";b:'{ ;}'}""",
    ],
)
def test_blanks_and_texts_of_a_style_that_mean_something_stay(sheet):
    assert published_text("a.css", sheet) == sheet


def test_comments_and_blanks_of_a_script_are_left_out():
    script = '// What it is.\n\n/**\n * More.\n */\nexport function f(a) {\n  // why\n  return "//" + a; // so\n}\n'

    assert published_text("a.js", script) == 'export function f(a){return"//"+a;}'


@pytest.mark.parametrize(
    "script",
    [
        "const text=`\n  // no comment\n`;",
        "text=`https://a.b/  ${c}`+d",
        "/^[=+\\-@/*＝]  x/u.test(text)",
        "if(a)return\nb()",
        "a=b+ ++c",
    ],
)
def test_what_means_something_in_a_script_stays(script):
    assert published_text("a.js", script) == script


def test_no_script_has_a_template_within_a_template():
    """The library that shortens scripts takes the inner one for the end of the outer."""
    nested = re.compile(r"`[^`]*\$\{[^}`]*`")

    faulty = [path.name for path in _THEMES.rglob("*.js") if nested.search(path.read_text(encoding="utf-8"))]

    assert faulty == []
