"""What is left out of a style sheet when it is served."""

from generator.pages.stylesheet import shorten


def test_comments_and_blanks_are_left_out():
    sheet = b"/* Ground */\na, b {\n  color: red;\n  margin: 0 auto;\n}\n\n@media (min-width: 48rem) {\n  a { top: 0; }\n}\n"

    assert shorten(sheet) == b"a,b{color:red;margin:0 auto}@media (min-width:48rem){a{top:0}}\n"


def test_blanks_that_mean_something_stay():
    sheet = b'a + b > c :is(d) { width: calc(1rem + 2vw); content: " \xc2\xb7 "; }'

    assert shorten(sheet) == b'a + b > c :is(d){width:calc(1rem + 2vw);content:" \xc2\xb7 "}\n'
