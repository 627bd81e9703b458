"""Every page of the built site is valid HTML; read from the files."""

import pytest
from kinds import read_pages
from validity import find_faults

GOOD = '<!DOCTYPE html><html lang="zh-CN"><head><title>t</title></head><body><main><h1>t</h1>{}</main></body></html>'


def test_every_page_is_valid(built_site):
    found = [
        f"{page.address} {fault}"
        for page in read_pages(built_site)
        for fault in find_faults(page.file.read_text("utf-8"))
    ]

    assert found == []


def test_a_page_without_faults_has_none():
    part = (
        '<dl><div><dt>a</dt><dd><a href="#x"><b>b</b></a></dd></div></dl><details><summary><h2 id="x">c</h2></summary>'
        '<ul><li><p>d <svg><title>e</title></svg></p></li></ul></details><a href="/"><div>f</div></a>'
    )

    assert find_faults(GOOD.format(part)) == []


@pytest.mark.parametrize(
    ("part", "fault"),
    [
        ("<p><div>a</div></p>", "Unexpected end tag (p)"),
        ('<a href="/x"><a href="/y">a</a></a>', "implies end tag (a)"),
        ("<b>a", "seen too early"),
        ("<p>a & b &nosuch; </p>", "entity"),
        ('<p id="a">a</p><p id="a">b</p>', "“a” stands 2 times"),
        ('<label for="q">a</label>', "names “q”"),
        ('<section aria-labelledby="q">a</section>', "names “q”"),
        ("<ul><div>a</div></ul>", "may stand there"),
        ("<div><li>a</li></div>", "parent"),
        ("<table><caption>a</caption><tbody><tr><th>a</th></tr></tbody></table>", "without scope"),
        ("<span><section>a</section></span>", "words only"),
        ('<p><a href="/"><div>a</div></a></p>', "Unexpected end tag (p)"),
        ('<a href="/"><button type="button">a</button></a>', "something to operate"),
        ("<h3>a</h3>", "<h3> follows <h1>"),
        ("<h1>a</h1>", ".//h1 stands 2 times"),
        ('<p style="color: red">a</p>', "in an attribute"),
        ("<script>a()</script>", "policy blocks"),
        ('<p align="left">a</p>', "obsolete"),
        ('<a href="/"></a>', "without a name"),
        ('<a href="/"><img src="/a.svg" alt=""></a>', "without a name"),
        ('<img src="/a.svg">', "without alt"),
    ],
)
def test_a_fault_is_found(part, fault):
    found = find_faults(GOOD.format(part))

    assert any(fault in text for text in found), found
