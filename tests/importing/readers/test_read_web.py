"""Web pages: encodings, tables with spans, pages laid out in tables, and what a portal puts around a document."""

import pytest
from reading import problem_of, read, residue_of, shown

from generator.importing.readers import read_document


def page(body: str) -> bytes:
    return f"<!DOCTYPE html><html><head><title>不印</title></head><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    "data",
    [
        '<meta charset="gb2312"><p>中文：㎡镕</p>'.encode("gb18030"),
        "<p>中文：㎡镕</p>".encode("gb18030"),
        "<p>中文：㎡镕</p>".encode(),
        '<meta charset="gb2312"><p>中文：㎡镕</p>'.encode(),
        "\ufeff<html><p>中文：㎡镕</p>".encode("utf-16-le"),
        "<?xml version='1.0' encoding='utf-8'?><html><p>中文：㎡镕</p></html>".encode(),
    ],
    ids=["declared", "undeclared", "utf-8", "declared-wrongly", "utf-16", "xhtml"],
)
def test_encodings_declared_or_not(data: bytes):
    assert shown(read(data, "x.html")) == ["中文：㎡镕"]


def test_a_damaged_character_is_named_and_costs_nothing_else():
    found = read(("<p>" + "中文" * 100).encode() + b"\xe4\xb8<b>\xff</b></p>", "x.html")

    assert "�" in shown(found)[0]
    assert [problem.code for problem in found.problems] == ["import-characters-lost"]


def test_spans_keep_the_columns_of_the_table():
    rows = (
        "<tr><th>类别<th>名称<th>数量<th>金额"
        "<tr><td rowspan=3>甲<td>子<td>1<td>10"
        "<tr><td>丑<td>2<td>20"
        "<tr><td>寅<td>3<td>30"
        "<tr><td colspan=2>合计<td>6<td>60"
    )

    assert shown(read(page(f"<table>{rows}</table>"), "x.html")) == [
        ["类别", "名称", "数量", "金额"],
        ["甲", "子", "1", "10"],
        ["", "丑", "2", "20"],
        ["", "寅", "3", "30"],
        ["合计", "", "6", "60"],
    ]


def test_breaks_and_paragraphs_are_lines_and_other_breaks_are_blanks():
    body = "<p>绩效目标：做好<br>绩效指标：完成率</p><div>跨\n  行<span>的</span>字</div><table><tr><td><p>1.甲</p><p>2.乙<td>丙</table>"

    assert shown(read(page(body), "x.html")) == [
        "绩效目标：做好",
        "绩效指标：完成率",
        "跨 行的字",
        ["1.甲\n2.乙", "丙"],
    ]


def test_a_page_laid_out_in_tables_is_opened():
    inner = "<table><tr><td>一<td>二<tr><td>三<td>四</table>"
    body = f"<table><tr><td><h1>标题</h1><p>正文</p>{inner}<p>尾</p></td></tr></table>"

    assert shown(read(page(body), "x.html")) == ["标题", "正文", ["一", "二"], ["三", "四"], "尾"]


def test_navigation_is_residue_and_scripts_are_not_printed():
    body = "<nav><a>首页</a></nav><script>var a</script><p style='display:none'>隐藏</p><p>正文</p><footer>备案</footer>"

    found = read(page(body), "x.html")

    assert (shown(found), residue_of(found)) == (["正文"], ["首页", "备案"])


def test_numbers_of_lists_are_given_back():
    assert shown(read(page("<ol start=3><li>甲<li>乙</ol><ul><li>丙</ul>"), "x.html")) == [
        "3. 甲",
        "4. 乙",
        "丙",
    ]


def test_a_caption_and_the_groups_of_a_table_are_read():
    body = "<table><caption>甲绩效目标表</caption><thead><tr><td>一<td>二</thead><tbody><tr><td>三<td>四</tbody></table>"

    assert shown(read(page(body), "x.html")) == ["甲绩效目标表", ["一", "二"], ["三", "四"]]


@pytest.mark.parametrize("name", ["x.doc", "x.docx", "x.xls", "x", "x.pdf"])
def test_a_page_under_another_name_is_a_page(name: str):
    reading = read_document(page("<p>正文</p>"), name)

    assert reading.format == "html"


def test_a_saved_page_without_a_page_is_a_problem():
    data = b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nwords"

    assert problem_of(data, "x.mht").code == "import-damaged"


def test_nesting_beyond_what_the_parser_reads_is_a_problem_and_not_a_silent_end():
    assert problem_of(page("<div>" * 5000 + "字"), "x.html").code == "import-too-large"
    assert problem_of(page("<table><tr><td>" * 5000 + "字"), "x.html").code == "import-too-large"


def test_a_row_of_ten_thousand_cells_is_a_problem():
    assert (
        problem_of(page("<table><tr>" + "<td>1" * 10_000 + "</table>"), "x.html").code == "import-too-large"
    )


def test_spans_beyond_reason_are_bounded():
    found = read(
        page("<table><tr><td colspan=99999999 rowspan=99999999>甲<td>乙<tr><td>丙<td>丁</table>"), "x.html"
    )

    assert shown(found)[0][0] == "甲"
