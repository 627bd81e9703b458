"""What the head of a page says, as a real browser under the headers of the site finds it."""

import json
from urllib.parse import urlsplit

import pytest


@pytest.mark.parametrize("address", ["/", "/projects/130324-shuangwang-2024-08/", "/en/data/"])
def test_what_is_said_to_machines_is_not_blocked_by_the_policy(watched, shipped, address):
    """A block of data is no script: the policy against scripts in the page leaves it alone."""
    page, watch = watched

    page.goto(f"{shipped}{address}", wait_until="networkidle")

    block = page.locator('script[type="application/ld+json"]').text_content()
    assert json.loads(block)
    assert watch.complaints == []


@pytest.mark.parametrize(
    ("selector", "attribute", "size"),
    [
        ("link[rel=icon]", "href", [32, 32]),
        ("link[rel=apple-touch-icon]", "href", [180, 180]),
        ('meta[property="og:image"]', "content", [1200, 630]),
    ],
)
@pytest.mark.parametrize("address", ["/", "/en/"])
def test_the_pictures_of_the_site_are_there(page, shipped, address, selector, attribute, size):
    page.goto(f"{shipped}{address}")
    picture = urlsplit(page.locator(selector).get_attribute(attribute)).path

    found = page.evaluate(
        "async (address) => { const image = new Image(); image.src = address; await image.decode();"
        " return [image.naturalWidth, image.naturalHeight]; }",
        picture,
    )

    assert found[0] / found[1] == size[0] / size[1]
    assert found[0] >= size[0]
