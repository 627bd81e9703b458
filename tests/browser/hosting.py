"""A folder served as Netlify serves it: headers and redirects of `netlify.toml` and `_redirects`, pages for what is missing."""

import re
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import yaml

REPOSITORY = Path(__file__).parents[2]
BASE_URL = yaml.safe_load((REPOSITORY / "content" / "site.yaml").read_text(encoding="utf-8"))[
    "base_url"
].rstrip("/")
HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Rule:
    source: re.Pattern[str]
    target: str
    status: int
    is_forced: bool
    """Also where a file answers the address."""


@cache
def _settings() -> dict:
    return tomllib.loads((REPOSITORY / "netlify.toml").read_text(encoding="utf-8"))


@cache
def headers_of(path: str) -> dict[str, str]:
    return {
        name: value
        for rule in _settings()["headers"]
        if fnmatch(path, rule["for"])
        for name, value in rule["values"].items()
    }


def _rule(source: str, target: str, status: str) -> Rule:
    pattern = re.escape(source.rstrip("/")).replace(r"\*", "(?P<splat>.*)")
    return Rule(re.compile(f"{pattern}/?"), target, int(status.rstrip("!")), status.endswith("!"))


def read_rules(folder: Path) -> list[Rule]:
    """Those of the build come first; the first that matches counts."""
    file = folder / "_redirects"
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    return [
        *(_rule(*line.split()) for line in lines if line and not line.startswith("#")),
        *(_rule(rule["from"], rule["to"], str(rule["status"])) for rule in _settings()["redirects"]),
    ]


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments, rules: list[Rule], script_delay: float, **options):
        self._rules = rules
        self._script_delay = script_delay
        self._status: HTTPStatus | None = None
        super().__init__(*arguments, **options)

    def send_head(self):
        path = urlsplit(self.path).path
        file = Path(self.translate_path(path))
        if path.endswith(".js"):
            time.sleep(self._script_delay)
        is_there = file.is_file() or (file / "index.html").is_file()
        for rule in self._rules:
            match = rule.source.fullmatch(path)
            if match and (rule.is_forced or not is_there):
                return self._apply(rule, match)
        if not is_there and (Path(self.directory) / "404.html").is_file():
            return self._answer_missing("/404.html")
        return super().send_head()

    def _apply(self, rule: Rule, match: re.Match[str]):
        target = rule.target.replace(":splat", match.groupdict().get("splat") or "")
        if rule.status == HTTPStatus.NOT_FOUND:
            return self._answer_missing(target)
        self.send_response(rule.status)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()
        return None

    def _answer_missing(self, page: str):
        self.path, self._status = page, HTTPStatus.NOT_FOUND
        return super().send_head()

    def send_response(self, code, message=None):
        found = self._status if code == HTTPStatus.OK and self._status else code
        self._status = None
        super().send_response(found, message)

    def end_headers(self):
        for name, value in headers_of(urlsplit(self.path).path).items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_arguments):
        """Nothing: the tests say what went wrong."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_arguments):
        """Nothing: a page that is left closes its connections as it likes."""


@contextmanager
def serve_folder(folder: Path, *, script_delay: float = 0) -> Iterator[str]:
    """The address (`http://127.0.0.1:…`) under which the folder is served.

    `script_delay`: seconds by which each script comes later than asked for.
    """
    handler = partial(_Handler, directory=str(folder), rules=read_rules(folder), script_delay=script_delay)
    with _Server((HOST, 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://{HOST}:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
