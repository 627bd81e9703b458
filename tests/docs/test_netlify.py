"""The settings of the published site (`netlify.toml`)."""

import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
SETTINGS = tomllib.loads((REPOSITORY / "netlify.toml").read_text(encoding="utf-8"))
HEADERS = {rule["for"]: rule["values"] for rule in SETTINGS["headers"]}


def headers_of(path: str) -> dict[str, str]:
    return {
        name: value
        for rule, values in HEADERS.items()
        if fnmatch(path, rule)
        for name, value in values.items()
    }


def content_security_policy() -> dict[str, list[str]]:
    directives = [part.split() for part in headers_of("/")["Content-Security-Policy"].split(";")]
    return {name: sources for name, *sources in directives}


def test_the_build_installs_the_lock_and_publishes_the_site():
    build = SETTINGS["build"]

    assert build["publish"] == "site"
    assert "--require-hashes -r requirements.lock && python -m generator build" in build["command"]
    assert (REPOSITORY / "requirements.lock").is_file()


def test_python_is_no_older_than_the_project_asks_for():
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    minimum = project["requires-python"].removeprefix(">=")

    version = SETTINGS["build"]["environment"]["PYTHON_VERSION"]

    assert [*map(int, version.split("."))] >= [*map(int, minimum.split("."))]


def test_the_policy_allows_nothing_inline_and_nothing_from_other_hosts():
    sources = {source for sources in content_security_policy().values() for source in sources}

    assert sources == {"'self'", "'none'", "'wasm-unsafe-eval'", "data:"}


def test_only_scripts_may_compile_webassembly_and_only_images_may_be_data():
    policy = content_security_policy()

    assert [name for name, sources in policy.items() if "'wasm-unsafe-eval'" in sources] == ["script-src"]
    assert [name for name, sources in policy.items() if "data:" in sources] == ["img-src"]


def test_the_site_cannot_be_framed():
    assert content_security_policy()["frame-ancestors"] == ["'none'"]


@pytest.mark.parametrize(
    "name",
    [
        "Cross-Origin-Opener-Policy",
        "Permissions-Policy",
        "Referrer-Policy",
        "Strict-Transport-Security",
        "X-Content-Type-Options",
    ],
)
def test_every_path_has_the_security_header(name):
    for path in (
        "/",
        "/static/search.js",
        "/pagefind/fragment/1f3c9d2e0000001.pf_fragment",
        "/data/projects.csv",
    ):
        assert headers_of(path)[name]


def test_no_header_is_set_twice_for_a_path():
    for_all = set(HEADERS["/*"])

    others = {name for rule, values in HEADERS.items() if rule != "/*" for name in values}

    assert for_all & others == set()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/static/search.0123456789.js", "public, max-age=31536000, immutable"),
        ("/pagefind/fragment/1f3c9d2e0000001.pf_fragment", "public, max-age=31536000, immutable"),
        ("/pagefind/index/zxx_1.pf_index", "public, max-age=31536000, immutable"),
        ("/pagefind/part-1/index/zxx_1.pf_index", "public, max-age=31536000, immutable"),
        ("/pagefind/pages/1f3c9d2e0000.json", "public, max-age=31536000, immutable"),
        ("/data/projects.csv", "public, max-age=3600"),
    ],
)
def test_how_long_a_file_may_be_kept(path, expected):
    assert headers_of(path)["Cache-Control"] == expected


@pytest.mark.parametrize("path", ["/pagefind/pagefind.js", "/pagefind/pagefind-entry.json", "/projects/"])
def test_what_changes_under_one_name_is_never_kept(path):
    assert "Cache-Control" not in headers_of(path)


def test_other_sites_may_read_the_data_and_nothing_else():
    allowed = [rule for rule, values in HEADERS.items() if "Access-Control-Allow-Origin" in values]

    assert allowed == ["/data/*"]


def test_an_unknown_project_code_leads_to_the_search():
    rules = {rule["from"]: rule for rule in SETTINGS["redirects"]}

    assert rules["/code/*"]["to"] == "/search/?q=:splat"
    assert rules["/code/*"]["status"] == 302


def test_no_redirect_adds_a_slash():
    """Netlify matches a rule with and without the last slash: such a rule would lead in a circle."""
    rules = [(rule["from"].rstrip("/"), rule["to"].rstrip("/")) for rule in SETTINGS.get("redirects", [])]

    assert [rule for rule in rules if rule[0] == rule[1]] == []
