"""Where an error is reported."""

from urllib.parse import parse_qs, urlsplit

from generator.model.site import Licence, Site, SitePublisher
from generator.pages.error_report import report_url


def site(repository: str) -> Site:
    return Site(
        title="甲",
        title_en="A",
        description="乙",
        base_url="https://a.example",
        publisher=SitePublisher(name="丙"),
        licence=Licence(code="MIT", data="CC BY 4.0", data_url="https://a.example/licence"),
        contact="mail@a.example",
        repository=repository,
        languages=("zh-CN",),
    )


def test_an_issue_is_filled_in():
    url = report_url(
        site("https://github.com/a/b"), "内容有误：x", "网页：https://a.example/x/\n来源行：5 & 6\n"
    )

    parts = urlsplit(url)
    assert (parts.hostname, parts.path) == ("github.com", "/a/b/issues/new")
    assert parse_qs(parts.query) == {
        "title": ["内容有误：x"],
        "body": ["网页：https://a.example/x/\n来源行：5 & 6\n"],
    }


def test_a_letter_is_written_where_the_repository_takes_no_issues():
    url = report_url(site("https://code.a.example/b"), "A", "B C")

    assert url == "mailto:mail@a.example?subject=A&body=B%20C"
