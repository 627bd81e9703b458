"""The theme folder: templates, static files, interface strings. The only place that knows Jinja."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import CodeType
from typing import Any

import jinja2
from jinja2.bccache import Bucket
from markupsafe import Markup

from generator.load.decode import text_mapping
from generator.load.yaml_nodes import parse_yaml
from generator.model.site import Site
from generator.output import Output
from generator.pages.links import Links
from generator.problems import OutsideError, UserError


class Strings:
    """Interface strings of one language, as attributes: `t.search_label`. An unknown one is an error."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts

    def __getattr__(self, name: str) -> str:
        try:
            return self._texts[name]
        except KeyError:
            raise AttributeError(name) from None

    def format(self, key: str, /, **values: object) -> str:
        """A string with `{…}` filled in."""
        return self._texts[key].format_map(values)


class _CompiledTemplates(jinja2.BytecodeCache):
    """Compiled templates, kept in memory: forked processes and later builds of this one need not compile again."""

    def __init__(self) -> None:
        self._codes: dict[str, tuple[str, CodeType | None]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._codes.get(bucket.key, ("", None))
        bucket.code = code if checksum == bucket.checksum else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._codes[bucket.key] = (bucket.checksum, bucket.code)


_COMPILED_TEMPLATES = _CompiledTemplates()


@dataclass(frozen=True)
class Theme:
    """A theme folder, read once per process."""

    folder: Path
    language: str

    @cached_property
    def strings(self) -> Strings:
        return Strings(read_strings(self.folder / "locales" / f"{self.language}.yaml"))

    @cached_property
    def _static(self) -> dict[str, bytes]:
        root = self.folder / "static"
        return {
            path.relative_to(root).as_posix(): path.read_bytes()
            for path in sorted(root.rglob("*"))
            if path.is_file()
        }

    @cached_property
    def _hashes(self) -> dict[str, str]:
        return {name: hashlib.sha256(data).hexdigest()[:10] for name, data in self._static.items()}

    def asset(self, name: str, root: str) -> str:
        """The address of a static file; the hash in the query lets it be cached for ever."""
        return f"{root}static/{name}?v={self._hashes[name]}"

    def static_outputs(self) -> Iterator[Output]:
        for name, data in self._static.items():
            yield Output(f"static/{name}", data, f"{self.folder.name}/static/{name}")

    def environment(self) -> jinja2.Environment:
        """With all templates compiled, so that processes forked from now on share them."""
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(self.folder / "templates"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=_COMPILED_TEMPLATES,
        )
        # What templates receive has attributes and no items. Jinja's own look-up tries both, which takes longer and
        # would let a misspelt name pass where it is only tested.
        environment.getattr = getattr  # type: ignore[assignment, method-assign]
        for name in environment.list_templates(extensions=["html"]):
            environment.get_template(name)
        return environment


class Renderer:
    """A theme at work for one site: renders views and knows the links they hold."""

    def __init__(self, theme: Theme, site: Site, links: Links) -> None:
        self.site = site
        self.links = links
        self.strings = theme.strings
        self._environment = theme.environment()
        self._environment.globals.update(
            site=site,
            t=theme.strings,
            root=links.root,
            language=theme.language,
            link=links.to,
            asset=lambda name: theme.asset(name, links.root),
            part=self._part,
        )
        self._templates: dict[str, jinja2.Template] = {}
        self._parts: dict[tuple[str, str], Markup] = {}

    def render(self, template: str, page: Any, source: str) -> Output:
        """One page. `page` is a view of `views.py`; its frame gives the address."""
        address = page.frame.url
        self.links.start_page(address)
        text = self._template(template).render(page=page)
        return Output(address.removeprefix(self.links.root) + "index.html", text.encode(), source)

    def render_file(self, template: str, page: Any, path: str) -> Output:
        """A page that answers no address of its own: `404.html`."""
        self.links.start_page(path)
        return Output(path, self._template(template).render(page=page).encode(), template)

    def _part(self, name: str, section: str = "") -> Markup:
        """A piece that is the same on all pages of a section: rendered once, then put in as it is."""
        key = (name, section)
        if key not in self._parts:
            self._parts[key] = Markup(self._template(name).render(section=section))  # noqa: S704 - escaped by Jinja
        return self._parts[key]

    def _template(self, name: str) -> jinja2.Template:
        if name not in self._templates:
            self._templates[name] = self._environment.get_template(f"{name}.html")
        return self._templates[name]


def open_theme(folder: Path, language: str) -> Theme:
    """Raises `OutsideError` when the folder is no theme."""
    for part in ("theme.yaml", "templates/base.html", f"locales/{language}.yaml"):
        if not (folder / part).is_file():
            raise OutsideError(
                f"主题文件夹 {folder} 缺少 {part}。请用 --theme 指明完整的主题。",
                f"The theme folder {folder} lacks {part}. Name a complete theme with --theme.",
            )
    return Theme(folder, language)


def read_strings(path: Path) -> dict[str, str]:
    """Raises `UserError` with the first problem of a locale file."""
    parsed = parse_yaml(path.read_bytes(), path.name)
    if parsed.root is None or parsed.problems:
        problem = parsed.problems[0].as_text("zh") if parsed.problems else path.name
        raise UserError(f"主题文件有误：{problem}", f"The theme file cannot be read: {problem}")
    return text_mapping(parsed.root)
