"""What is printed in the cells of any table is read alike from every format."""

from hypothesis import given, settings
from hypothesis import strategies as st
from publishing import Content, as_docx, as_html, as_mht, as_ods, as_xlsx
from reading import Shown, read, shown

from generator.importing.readers import read_document

texts = st.text(alphabet="甲乙丙丁（）≥%0123456789，。<>&\"'", min_size=1, max_size=8)
cells = st.one_of(st.just(""), texts, st.lists(texts, min_size=2, max_size=3).map("\n".join))
FORMATS = {"docx": as_docx, "html": as_html, "mht": as_mht, "xlsx": as_xlsx, "ods": as_ods}


@st.composite
def tables(draw: st.DrawFn) -> Content:
    width = draw(st.integers(min_value=2, max_value=5))
    head = [draw(texts) for _ in range(width)]
    rows = draw(st.lists(st.lists(cells, min_size=width, max_size=width), max_size=5))
    return [head, *(row for row in rows if any(row))]


contents = st.lists(tables(), min_size=1, max_size=3)


def expected(given_contents: list[Content]) -> list[Shown]:
    return [row for table in given_contents for row in table]


@given(given_contents=contents)
@settings(max_examples=40, deadline=None)
def test_every_format_gives_the_same_rows(given_contents: list[Content]):
    for extension, publish in FORMATS.items():
        found = shown(read(publish(given_contents), f"x.{extension}"))

        assert found == expected(given_contents), extension


@given(
    data=st.binary(max_size=400),
    name=st.sampled_from(["docx", "pdf", "html", "mht", "xlsx", "xls", "ods", "txt", "doc"]),
)
@settings(max_examples=100, deadline=None)
def test_no_bytes_make_a_reader_fail(data: bytes, name: str):
    marks = {
        "docx": b"PK\x03\x04",
        "xlsx": b"PK\x03\x04",
        "ods": b"PK\x03\x04",
        "pdf": b"%PDF-1.7\n",
        "mht": b"MIME-Version: 1.0\n",
    }

    assert read_document(marks.get(name, b"") + data, f"x.{name}").outcome is not None
