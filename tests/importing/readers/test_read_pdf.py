"""PDF: paragraphs and tables put together again, over pages, without rules, and turned."""

from functools import cache

import pytest
from publishing import print_page
from reading import problem_of, read, residue_of, shown

from generator.importing.blocks import Document, Row

STYLE = "table{border-collapse:collapse;width:100%}td,th{border:1px solid #000;padding:4px}p{margin:1em 0}"


@cache
def printed(body: str, style: str = "") -> bytes:
    return print_page(f"<!DOCTYPE html><meta charset=utf-8><style>{STYLE}{style}</style>{body}".encode())


def read_page(body: str, style: str = "") -> Document:
    return read(printed(body, style), "x.pdf")


def rows_of(document: Document) -> list[list[str]]:
    return [[cell.clean for cell in block.cells] for block in document.blocks if isinstance(block, Row)]


def table(rows: list[list[str]], head: list[str] | None = None) -> str:
    lines = "".join(f"<tr>{''.join(f'<td>{text}' for text in row)}" for row in rows)
    top = f"<thead><tr>{''.join(f'<th>{text}' for text in head)}</thead>" if head else ""
    return f"<table>{top}<tbody>{lines}</table>"


def test_lines_of_a_paragraph_are_put_together_and_paragraphs_stay_apart():
    long = "本部门负责全镇道路养护和环境整治工作，" * 8

    assert shown(read_page(f"<h2>一、总则</h2><p>{long}</p><p>单位：万元</p>")) == [
        "一、总则",
        long,
        "单位：万元",
    ]


def test_radicals_that_the_font_stands_for_are_the_characters_printed():
    assert shown(read_page("<p>一人民工作目标门风</p>")) == ["一人民工作目标门风"]


def test_a_table_over_pages_is_one_and_its_repeated_head_is_residue():
    head = ["序号", "名称", "数量", "说明"]
    rows = [[str(number), f"名称{number}", "3", "说明"] for number in range(1, 71)]

    found = read_page(table(rows, head))

    assert rows_of(found) == [head, *rows]
    assert residue_of(found) == [*head, *head] or residue_of(found) == head
    assert {found.places[block.line].table for block in found.blocks} == {1}
    assert {found.places[block.line].page for block in found.blocks} >= {1, 2}


def test_a_merged_cell_that_goes_on_over_the_page_is_one():
    rows = "".join(
        f"<tr>{'<td rowspan=80>类别' if number == 0 else ''}<td>名称{number}<td>值" for number in range(80)
    )

    found = rows_of(read_page(f"<table>{rows}</table>"))

    assert [row[0] for row in found] == ["类别", *[""] * 79]
    assert [row[1] for row in found] == [f"名称{number}" for number in range(80)]


def test_merged_columns_keep_the_places_of_the_others():
    body = "<table><tr><td>一<td>二<td>三<td>四<tr><td>甲<td>乙<td>1<td>2<tr><td colspan=2>合计<td>3<td>4</table>"

    assert rows_of(read_page(body)) == [
        ["一", "二", "三", "四"],
        ["甲", "乙", "1", "2"],
        ["合计", "", "3", "4"],
    ]


def test_a_code_that_was_broken_at_the_edge_of_its_cell_is_whole():
    style = "td{width:90px;word-break:break-all}table{width:auto}"

    found = rows_of(read_page("<table><tr><td>13000023P00000110001A<td>Windows 10<td>甲</table>", style))

    assert found == [["13000023P00000110001A", "Windows 10", "甲"]]


def test_a_table_without_rules_is_read_by_its_columns():
    rows = [["一级指标", "二级指标", "指标值"], ["产出指标", "数量指标", "≥30公里"], ["", "质量指标", "合格"]]

    found = rows_of(read_page(f"<p>表一如下</p>{table(rows)}", "td{border:none}"))

    assert found == rows


def test_titles_that_differ_in_their_number_are_no_running_heads():
    pages = "".join(
        f"<div style='break-after:page'><div>项目{number}绩效目标表</div><p>正文{text}。</p></div>"
        for number, text in enumerate("甲乙丙", start=1)
    )

    assert shown(read_page(pages))[::2] == ["项目1绩效目标表", "项目2绩效目标表", "项目3绩效目标表"]


def test_a_paragraph_with_its_first_line_set_in_runs_on_at_the_margin():
    style = "body{margin:40px}p{text-indent:2em;margin:0;line-height:1.75;text-align:justify}"
    first = "宣传贯彻执行党的方针政策和国家的法律法规，" * 4
    second = "2023年预算收入1234.56万元，其中一般公共预算收入1200.00万元，" * 3

    found = read_page(f"<p>一、职责</p><p>{first}</p><p>{second}</p><p>（三）其他。</p>", style)

    assert shown(found) == ["一、职责", first, second, "（三）其他。"]


def test_page_numbers_and_running_heads_are_residue():
    pages = "".join(
        f"<div style='break-after:page'><div>某镇绩效目标公开</div><p>第{text}页的正文在这里。</p><div style='text-align:center'>- {number} -</div></div>"
        for number, text in enumerate("甲乙丙丁", start=1)
    )

    found = read_page(pages)

    assert shown(found) == ["某镇绩效目标公开", *(f"第{text}页的正文在这里。" for text in "甲乙丙丁")]
    assert residue_of(found) == [
        "- 1 -",
        *(text for number in (2, 3, 4) for text in ("某镇绩效目标公开", f"- {number} -")),
    ]


@pytest.mark.parametrize("degrees", [90, 270])
def test_a_page_that_stands_on_its_side_is_turned(degrees: int):
    style = "@page{margin:0}"
    shift = "0,-400px" if degrees == 90 else "-400px,0"
    body = f"<div style='transform-origin:0 0;transform:rotate({degrees}deg) translate({shift});width:400px'><p>一、总则如下</p>{table([['一', '二', '三'], ['甲', '乙', '丙']])}</div>"

    found = read_page(body, style)

    assert shown(found) == ["一、总则如下", ["一", "二", "三"], ["甲", "乙", "丙"]]


def test_a_scan_is_a_problem_that_names_ocr():
    problem = problem_of(
        printed("<svg width=300 height=300><rect width=300 height=300 fill=red /></svg>"), "x.pdf"
    )

    assert problem.code == "import-scan"
    assert "OCR" in problem.hint("zh")


def test_pages_that_are_images_are_named_and_the_others_read():
    pixel = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
    body = (
        f"<p>正文在第一页。</p><div style='break-before:page'><img src='{pixel}' width=300 height=300></div>"
    )

    found = read_page(body)

    assert shown(found) == ["正文在第一页。"]
    assert [(problem.code, problem.values["pages"]) for problem in found.problems] == [
        ("import-scan-pages", "2")
    ]
