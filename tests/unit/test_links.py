"""Internal links: final addresses, and who linked what first."""

from generator.pages.links import Links


def test_an_address_gets_the_path_of_the_site():
    assert Links("/").to("project", "p") == "/projects/p/"
    assert Links("/sub/").to("project", "p") == "/sub/projects/p/"
    assert Links("/sub/").to_file("data/index.json") == "/sub/data/index.json"


def test_the_first_page_that_links_an_address_is_remembered():
    links = Links("/sub/")

    for page in ("/a/", "/b/"):
        links.start_page(page)
        links.to("data")

    assert links.take() == {"/data/": "/a/"}
    assert links.take() == {}


def test_a_file_is_no_link_to_a_page():
    links = Links("/")

    links.to_file("data/index.json")

    assert links.take() == {}


def test_what_is_compared_stands_in_the_address():
    links = Links("/sub/", "en/")

    address = links.to_comparison("project", "a-2024-01", "b-2021-03")

    assert address == "/sub/en/compare/?kind=project&id=a-2024-01&id=b-2021-03"
    assert list(links.take()) == ["/en/compare/"]
