"""Invented documents → the file formats they are published in. For the tests only."""

import html
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator, Sequence
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
from docx.document import Document as WordDocument
from docx.table import Table

Rows = list[list[str]]
Content = str | Rows
"""A paragraph, or a table with the texts of its cells; lines in a cell are parted by line breaks."""
Publish = Callable[[Sequence[Content]], bytes]

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


def merged_heights(rows: Rows) -> dict[int, int]:
    """Row → over how many its first cell is merged: blank first cells belong to the one above."""
    heights: dict[int, int] = {}
    above = 0
    for number, row in enumerate(rows):
        if number and not row[0] and rows[above][0] and len(row) > 1:
            heights[above] += 1
        else:
            above = number
            heights[above] = 1
    return heights


# Word


def as_docx(contents: Sequence[Content]) -> bytes:
    document = docx.Document()
    for content in contents:
        if isinstance(content, str):
            document.add_paragraph(content)
        else:
            _add_word_table(document, content)
            document.add_paragraph()
    return word_bytes(document)


def word_bytes(document: WordDocument) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _add_word_table(document: WordDocument, rows: Rows) -> Table:
    width = max(map(len, rows))
    table = document.add_table(len(rows), width, style="Table Grid")
    for number, row in enumerate(rows):
        if len(row) < width:
            table.cell(number, len(row) - 1).merge(table.cell(number, width - 1))
        for place, text in enumerate(row):
            table.cell(number, place).text = text
    for number, height in merged_heights(rows).items():
        if height > 1:
            table.cell(number, 0).merge(table.cell(number + height - 1, 0)).text = rows[number][0]
    return table


# Web pages


def as_html(contents: Sequence[Content]) -> bytes:
    body = "\n".join(map(_element, contents))
    style = "table{border-collapse:collapse;width:100%}td{border:1px solid #000;padding:4px}"
    return f"<!DOCTYPE html>\n<meta charset=utf-8><style>{style}</style>\n{body}\n".encode()


def _element(content: Content) -> str:
    if isinstance(content, str):
        return f"<p>{html.escape(content)}</p>"
    return "<table>\n" + "\n".join(_html_rows(content)) + "\n</table>"


def _html_rows(rows: Rows) -> Iterator[str]:
    width = max(map(len, rows))
    heights = merged_heights(rows)
    for number, row in enumerate(rows):
        cells = []
        for place, text in enumerate(row):
            spans = f" colspan={width - place}" if place == len(row) - 1 and len(row) < width else ""
            if place == 0 and len(row) > 1:
                if number not in heights:
                    continue
                spans += f" rowspan={heights[number]}" if heights[number] > 1 else ""
            cells.append(f"<td{spans}>{html.escape(text).replace(chr(10), '<br>')}</td>")
        yield f"<tr>{''.join(cells)}</tr>"


def as_gbk_html(contents: Sequence[Content]) -> bytes:
    page = (
        as_html(contents)
        .decode()
        .replace(
            "<meta charset=utf-8>", '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'
        )
    )
    return page.encode("gb18030")


def as_mht(contents: Sequence[Content]) -> bytes:
    message = EmailMessage()
    message["Subject"] = "page"
    message["MIME-Version"] = "1.0"
    message.make_related()
    message.add_related(as_gbk_html(contents), "text", "html", cte="base64", params={"charset": "gb2312"})
    return bytes(message)


# PDF


def as_pdf(contents: Sequence[Content]) -> bytes:
    return print_page(as_html(contents))


def print_page(page: bytes, *options: str) -> bytes:
    browser = next(found for name in BROWSERS if (found := shutil.which(name)))
    with TemporaryDirectory() as folder:
        source, target = Path(folder) / "page.html", Path(folder) / "page.pdf"
        source.write_bytes(page)
        subprocess.run(
            [
                *(browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"),
                *(f"--user-data-dir={folder}/profile", "--no-pdf-header-footer", *options),
                *(f"--print-to-pdf={target}", source.as_uri()),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return target.read_bytes()


# Spreadsheets


def as_xlsx(contents: Sequence[Content]) -> bytes:
    """All in one sheet, with a blank row after each table."""
    rows: list[list[str]] = []
    merges: list[str] = []
    for content in contents:
        if isinstance(content, str):
            rows.append([content])
            continue
        heights = merged_heights(content)
        merges += [
            f"A{len(rows) + row + 1}:A{len(rows) + row + height}"
            for row, height in heights.items()
            if height > 1
        ]
        rows += [*content, []]
    return workbook({"Sheet1": sheet_xml([[_text_cell(text) for text in row] for row in rows], merges)})


def _text_cell(text: str) -> str:
    return (
        f'<c t="inlineStr"><is><t xml:space="preserve">{html.escape(text)}</t></is></c>' if text else "<c/>"
    )


def sheet_xml(rows: Sequence[Sequence[str]], merges: Sequence[str] = ()) -> str:
    data = "".join(f"<row>{''.join(cells)}</row>" for cells in rows)
    merged = "".join(f'<mergeCell ref="{area}"/>' for area in merges)
    return (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{data}</sheetData>{f'<mergeCells>{merged}</mergeCells>' if merged else ''}</worksheet>"
    )


def workbook(sheets: dict[str, str], *, styles: str = "", hidden: Sequence[str] = ()) -> bytes:
    main, office = (
        f"http://schemas.openxmlformats.org/{name}"
        for name in ("spreadsheetml/2006/main", "officeDocument/2006/relationships")
    )
    entries, relations, parts = "", "", {}
    for number, (name, xml) in enumerate(sheets.items(), start=1):
        state = ' state="hidden"' if name in hidden else ""
        entries += f'<sheet name="{name}" sheetId="{number}"{state} r:id="rId{number}"/>'
        relations += f'<Relationship Id="rId{number}" Type="{office}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        parts[f"xl/worksheets/sheet{number}.xml"] = xml
    if styles:
        relations += f'<Relationship Id="rId99" Type="{office}/styles" Target="styles.xml"/>'
        parts["xl/styles.xml"] = f'<styleSheet xmlns="{main}">{styles}</styleSheet>'
    package = "http://schemas.openxmlformats.org/package/2006"
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>{entries}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">{relations}</Relationships>',
            **parts,
        }
    )


def as_ods(contents: Sequence[Content]) -> bytes:
    rows = ""
    for content in contents:
        if isinstance(content, str):
            rows += f"<table:table-row>{_ods_cell(content)}</table:table-row>"
            continue
        heights = merged_heights(content)
        for number, row in enumerate(content):
            first = f' table:number-rows-spanned="{heights[number]}"' if heights.get(number, 1) > 1 else ""
            cells = [_ods_cell(text, first if place == 0 else "") for place, text in enumerate(row)]
            rows += f"<table:table-row>{''.join(cells)}</table:table-row>"
        rows += '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    return open_sheet(rows)


def open_sheet(rows: str) -> bytes:
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f"<office:document-content{names}><office:body><office:spreadsheet>"
        f'<table:table table:name="Sheet1">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})


def _ods_cell(text: str, attributes: str = "") -> str:
    paragraphs = "".join(f"<text:p>{html.escape(line)}</text:p>" for line in text.split("\n")) if text else ""
    return f"<table:table-cell{attributes}>{paragraphs}</table:table-cell>"


# Zip


def zipped(members: dict[str, str | bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return stream.getvalue()
