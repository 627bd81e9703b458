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
