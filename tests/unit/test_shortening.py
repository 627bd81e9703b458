"""What is left out of style sheets and scripts when they are served."""

from generator.pages.shortening import shorten_script, shorten_style


def test_comments_and_blanks_of_a_style_are_left_out():
    sheet = "/* Ground */\na, b {\n  color: red;\n  margin: 0 auto;\n}\n\n@media (min-width: 48rem) {\n  a { top: 0; }\n}\n"

    assert shorten_style(sheet) == "a,b{color:red;margin:0 auto}@media (min-width:48rem){a{top:0}}"


def test_blanks_of_a_style_that_mean_something_stay():
    sheet = 'a + b > c :is(d) { width: calc(1rem + 2vw); content: " · "; }'

    assert shorten_style(sheet) == 'a + b > c :is(d){width:calc(1rem + 2vw);content:" · "}'


def test_texts_in_a_style_stay_as_they_are():
    sheet = """a { content: "/* ; } */  \\" : " ; b: '{ ;}' ; }"""

    assert shorten_style(sheet) == """a{content:"/* ; } */  \\" : ";b:'{ ;}'}"""


def test_a_comment_in_the_middle_of_a_style_parts_words():
    assert shorten_style("a { margin: 0/**/auto; }") == "a{margin:0 auto}"


def test_lines_of_comment_and_indentation_of_a_script_are_left_out():
    script = '// What it is.\n\n/**\n * More.\n */\nexport function f(a) {\n  // why\n  return "//" + a; // kept\n}\n'

    assert shorten_script(script) == 'export function f(a) {\nreturn "//" + a; // kept\n}\n'


def test_a_script_with_a_text_over_several_lines_stays_as_it_is():
    script = "const text = `\n  // not a comment\n`;\n"

    assert shorten_script(script) == script
