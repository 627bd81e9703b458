"""Word documents: what is printed is read, what is not printed is not."""

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from publishing import word_bytes, zipped
from reading import problem_of, read, residue_of, shown

W = nsdecls("w")
OTHERS = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def word(*elements: str) -> bytes:
    """A document whose body holds these elements."""
    document = docx.Document()
    body = document.element.body
    for element in elements:
        body.insert(len(body) - 1, parse_xml(element.replace(">", f" {W} {OTHERS}>", 1)))
    return word_bytes(document)


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(run(text))}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def test_merged_cells_keep_the_columns_of_the_table():
    down = ('<w:vMerge w:val="restart"/>', "<w:vMerge/>")
    data = word(
        table(
            cell("类别") + cell("名称") + cell("数量") + cell("金额"),
            cell("甲", down[0]) + cell("子") + cell("1") + cell("10"),
            cell("不印", down[1]) + cell("丑") + cell("2") + cell("20"),
            cell("合计", '<w:gridSpan w:val="2"/>') + cell("3") + cell("30"),
        )
    )

    assert shown(read(data, "x.docx")) == [
        ["类别", "名称", "数量", "金额"],
        ["甲", "子", "1", "10"],
        ["", "丑", "2", "20"],
        ["合计", "", "3", "30"],
    ]


def test_rows_that_are_all_merged_alike_have_no_blanks_between():
    wide = '<w:gridSpan w:val="2"/>'
    data = word(table(cell("一") + cell("二") + cell("三"), *[cell("甲", wide) + cell("乙")] * 3))

    assert shown(read(data, "x.docx")) == [["一", "二", "三"], *[["甲", "乙"]] * 3]


def test_old_horizontal_merges_are_read_too():
    data = word(
        table(
            cell("甲", '<w:hMerge w:val="restart"/>') + cell("", "<w:hMerge/>") + cell("乙"),
            *[cell("1") + cell("2") + cell("3")] * 2,
        )
    )

    assert shown(read(data, "x.docx"))[0] == ["甲", "", "乙"]


def test_a_single_cell_above_the_rows_is_a_title():
    data = word(table(cell("甲绩效目标表", '<w:gridSpan w:val="2"/>'), cell("一") + cell("二")))

    assert shown(read(data, "x.docx")) == ["甲绩效目标表", ["一", "二"]]


def test_lines_in_a_cell_stay_lines():
    text = f"<w:tc>{paragraph('<w:r><w:t>1.甲</w:t><w:br/><w:t>2.乙</w:t></w:r>')}{paragraph(run('3.丙'))}</w:tc>"

    assert shown(read(word(table(cell("目标") + text)), "x.docx")) == [["目标", "1.甲\n2.乙\n3.丙"]]


def test_a_table_in_a_cell_is_opened():
    inner = table(cell("一") + cell("二"), cell("三") + cell("四"))
    data = word(table(cell("外") + cell("边"), cell("指标") + f"<w:tc>{inner}<w:p/></w:tc>"))

    assert shown(read(data, "x.docx")) == [["外", "边"], "指标", ["一", "二"], ["三", "四"]]


def test_a_text_box_is_read_once():
    box = f"<w:txbxContent>{paragraph(run('单位：万元'))}</w:txbxContent>"
    drawing = f"<w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>"
    picture = f"<w:pict><v:textbox>{box}</v:textbox></w:pict>"
    both = f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{picture}</mc:Fallback></mc:AlternateContent></w:r>'

    assert shown(read(word(paragraph(run("标题"), both)), "x.docx")) == ["标题", "单位：万元"]


def test_field_codes_and_bookmarks_are_dropped_and_results_kept():
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    field = (
        mark.format("begin") + "<w:r><w:instrText> PAGEREF _Toc1 </w:instrText></w:r>"
        f"{mark.format('separate')}{run('12')}{mark.format('end')}"
    )
    entry = f"{mark.format('begin')}<w:r><w:instrText> TC 甲 \\f A </w:instrText></w:r>{mark.format('end')}"
    data = word(
        paragraph('<w:bookmarkStart w:id="1" w:name="_Toc1"/>', run("甲"), entry, run("第"), field, run("行"))
    )

    assert shown(read(data, "x.docx")) == ["甲第12行"]


def test_a_field_without_end_hides_nothing_after_its_paragraph():
    data = word(paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', run("不印")), paragraph(run("甲")))

    assert shown(read(data, "x.docx")) == ["甲"]


def test_deletions_and_hidden_text_are_not_printed_and_insertions_are():
    data = word(
        paragraph(
            "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>",
            f"<w:moveFrom>{run('移走')}</w:moveFrom><w:ins>{run('新')}</w:ins>",
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>",
            '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>可见</w:t></w:r>',
        ),
        "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>"
        + cell("删")
        + "</w:tr><w:tr>"
        + cell("一")
        + cell("二")
        + "</w:tr></w:tbl>",
    )

    assert shown(read(data, "x.docx")) == ["新可见", ["一", "二"]]


def test_content_controls_and_ticks_of_symbol_fonts_are_read():
    tick = '<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>'
    data = word(f"<w:sdt><w:sdtContent>{paragraph(run('新增'), tick)}</w:sdtContent></w:sdt>")

    assert shown(read(data, "x.docx")) == ["新增☑"]


def test_tabs_part_cells_but_not_a_number_from_its_heading():
    tab = "<w:r><w:tab/></w:r>"
    data = word(
        paragraph(run("单位：甲镇"), tab, tab, run("单位：万元")),
        paragraph(run("（一）"), tab, run("综合业务")),
    )

    assert shown(read(data, "x.docx")) == [["单位：甲镇", "单位：万元"], "（一） 综合业务"]


def numbered(levels: str, *paragraphs: tuple[str, int, int]) -> bytes:
    """Paragraphs of text, list and level, over a numbering of two lists of one kind."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.clear()
    numbering.append(parse_xml(f'<w:abstractNum {W} w:abstractNumId="7">{levels}</w:abstractNum>'))
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    for number, content in ((1, ""), (2, override)):
        numbering.append(
            parse_xml(f'<w:num {W} w:numId="{number}"><w:abstractNumId w:val="7"/>{content}</w:num>')
        )
    body = document.element.body
    for text, number, level in paragraphs:
        properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        body.insert(
            len(body) - 1, parse_xml(paragraph(run(text), properties=properties).replace(">", f" {W}>", 1))
        )
    return word_bytes(document)


def level(depth: int, number_format: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def test_numbers_that_word_prints_are_given_back():
    levels = level(0, "chineseCountingThousand", "%1、", '<w:suff w:val="nothing"/>') + level(
        1, "decimal", "%2."
    )
    data = numbered(levels, ("总体", 1, 0), ("甲", 1, 1), ("乙", 1, 1), ("分项", 1, 0), ("丙", 1, 1))

    assert shown(read(data, "x.docx")) == ["一、总体", "1. 甲", "2. 乙", "二、分项", "1. 丙"]


def test_a_list_may_begin_again_and_bullets_have_no_number():
    levels = level(0, "decimal", "（%1）") + level(1, "bullet", "●")
    data = numbered(levels, ("甲", 1, 0), ("点", 1, 1), ("乙", 1, 0), ("丙", 2, 0))

    assert shown(read(data, "x.docx")) == ["（1） 甲", "点", "（2） 乙", "（1） 丙"]


def test_a_table_of_contents_is_residue():
    document = docx.Document()
    style = document.styles.add_style("toc 1", 1)
    document.add_paragraph("一、总则\t1", style=style)
    document.add_paragraph("一、总则")

    found = read(word_bytes(document), "x.docx")

    assert (shown(found), residue_of(found)) == (["一、总则"], ["一、总则\t1"])


def test_the_strict_form_of_the_format_is_read():
    strict = (
        '<?xml version="1.0"?><w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>'
        "<w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>"
    )

    assert shown(read(zipped({"word/document.xml": strict}), "x.docx")) == ["甲"]


@pytest.mark.parametrize("body", ["", "<w:p></w:p>", "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"])
def test_a_document_without_text_is_a_problem(body: str):
    assert problem_of(word(*filter(None, [body])), "x.docx").code == "import-empty"


def test_headers_and_footers_are_residue_and_page_numbers_nothing():
    document = docx.Document()
    document.add_paragraph("正文")
    section = document.sections[0]
    section.header.paragraphs[0].text = "丁巳镇人民政府"
    section.footer.paragraphs[0].text = "内部资料"
    section.footer.add_paragraph("- 1 -")
    section.footer.add_paragraph("1")

    found = read(word_bytes(document), "x.docx")

    assert shown(found) == ["正文"]
    assert residue_of(found) == ["内部资料", "丁巳镇人民政府"]
