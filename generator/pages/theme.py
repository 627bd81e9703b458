"""The theme folder: templates, static files, interface strings. The only place that knows Jinja."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from types import CodeType
from typing import Any
from urllib.parse import urlsplit

import jinja2
from jinja2.bccache import Bucket
from markupsafe import Markup

from generator import addresses
from generator.load.decode import text_mapping
from generator.load.yaml_nodes import parse_yaml
from generator.model.site import Site
from generator.output import Output
from generator.pages import printed
from generator.pages.compiling import Environment
from generator.pages.descriptions import fit
from generator.pages.editions import Edition, editions_of
from generator.pages.links import Links
from generator.pages.static import StaticFile, publish
from generator.pages.strings import Strings
from generator.pages.structured import as_data_block, breadcrumbs
from generator.pages.views import Alternate, Frame, Link
from generator.problems import OutsideError, UserError


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
    languages: tuple[str, ...]
    """Those of the site."""

    @cached_property
    def strings(self) -> dict[str, Strings]:
        """By language."""
        return {
            language: Strings(language, read_strings(self.folder / "locales" / f"{language}.yaml"))
            for language in self.languages
        }

    @cached_property
    def _static(self) -> dict[str, StaticFile]:
        root = self.folder / "static"
        return publish(
            {
                path.relative_to(root).as_posix(): path.read_bytes()
                for path in sorted(root.rglob("*"))
                if path.is_file()
            }
        )

    def asset(self, name: str, root: str) -> str:
        """The address of a static file, which may be kept for ever: its name changes with what is in it."""
        return f"{root}static/{self._static[name].path}"

    def sheet(self, template: str, root: str) -> str:
        """The style sheet with the name of a template, which its pages need beside that of all pages; `""` for none."""
        name = f"{template}.css"
        return self.asset(name, root) if name in self._static else ""

    def static_outputs(self) -> Iterator[Output]:
        for name, file in self._static.items():
            yield Output(f"static/{file.path}", file.data, f"{self.folder.name}/static/{name}")

    def environment(self, *, marks_chinese: bool) -> jinja2.Environment:
        """With all templates compiled, so that processes forked from now on share them.

        `marks_chinese`: for pages of another language; on Chinese pages nothing needs to be marked.
        """
        environment = Environment(
            loader=jinja2.FileSystemLoader(self.folder / "templates"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=_COMPILED_TEMPLATES,
        )
        environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
        environment.filters["printed"] = printed.mark if marks_chinese else (lambda text: text)
        environment.globals.update(
            zh=printed.ATTRIBUTE if marks_chinese else printed.NOTHING,
            zh_of=printed.attribute_of if marks_chinese else (lambda _: printed.NOTHING),
        )
        for name in environment.list_templates(extensions=["html"]):
            environment.get_template(name)
        return environment


class Renderer:
    """A theme at work for one site in one language: renders views and knows the links they hold."""

    def __init__(self, theme: Theme, site: Site, edition: Edition, base_url: str) -> None:
        self.edition = edition
        self.base_url = base_url
        """Without a slash at the end."""
        self.strings = theme.strings[edition.language]
        self.site = self.strings.site(site)
        self.links = Links(urlsplit(base_url).path + "/", edition.prefix)
        self._editions = tuple(
            (each, theme.strings[each.language].language_name) for each in editions_of(site)
        )
        self._environment = theme.environment(marks_chinese=not self.strings.is_chinese)
        self._environment.globals.update(
            site=self.site,
            t=self.strings,
            root=self.links.root,
            home=self.links.root + edition.prefix,
            language=edition.language,
            link=self.links.to,
            asset=lambda name: theme.asset(name, self.links.root),
            part=self._part,
            structured=self._structured,
            full=self.full_address,
            **self.strings.other_title(site),
        )
        self._sheet = partial(theme.sheet, root=self.links.root)
        self._templates: dict[str, jinja2.Template] = {}
        self._parts: dict[tuple[str, str], Markup] = {}

    def frame(
        self,
        title: str,
        description: str,
        address: str,
        *,
        crumbs: Sequence[Link] = (),
        section: str = "",
        twins: str = "",
    ) -> Frame:
        """Begins a page, named by its address in the first language.

        `twins`: which machine-readable twins there are, such as `json csv`; they stand once, for all languages.
        """
        links = self.links
        own = addresses.in_language(address, links.prefix)
        links.start_page(own)
        twin = {kind: links.to_file(addresses.twin_path(address, kind)) for kind in twins.split()}
        return Frame(
            title=title,
            head_title=f"{title} · {crumbs[0].label}" if len(crumbs) == 1 else title,
            description=fit(description or self.site.description),
            url=links.to_address(address),
            canonical=self.base_url + own,
            breadcrumbs=tuple(crumbs),
            section=section,
            json_url=twin.get("json", ""),
            csv_url=twin.get("csv", ""),
            alternates=self._alternates(address),
        )

    def _alternates(self, address: str) -> tuple[Alternate, ...]:
        """The page in every language of the site; none where it has one language."""
        if len(self._editions) == 1:
            return ()
        return tuple(
            Alternate(
                language=edition.language,
                label=label,
                url=self.links.to_edition(address, edition.prefix),
                canonical=self.base_url + addresses.in_language(address, edition.prefix),
                is_current=edition == self.edition,
            )
            for edition, label in self._editions
        )

    def full_address(self, address: str) -> str:
        """A final address of the site with its host."""
        return self.base_url + address.removeprefix(self.links.root.rstrip("/"))

    def _structured(self, frame: Frame) -> Markup:
        """The way to the page, as the crumbs show it, and what else it says to machines."""
        home = (self.strings.nav_home, self.base_url + addresses.in_language("/", self.links.prefix))
        way = ((crumb.label, self.full_address(crumb.url)) for crumb in frame.breadcrumbs)
        steps = (home, *way, (frame.title, ""))
        trail = () if frame.canonical == home[1] else (breadcrumbs(steps),)
        return as_data_block((*trail, *frame.nodes))

    def render(self, template: str, page: Any, source: str) -> Output:
        """One page. `page` is a view of `views.py`; its frame gives the address."""
        address = page.frame.url
        self.links.start_page(address)
        data = self._render(template, page)
        return Output(address.removeprefix(self.links.root) + "index.html", data, source)

    def render_file(self, template: str, page: Any, path: str) -> Output:
        """A page that answers no address of its own: `404.html`."""
        path = self.edition.prefix + path
        self.links.start_page(path)
        return Output(path, self._render(template, page), template)

    def _render(self, template: str, page: Any) -> bytes:
        return self._template(template).render(page=page, sheet=self._sheet(template)).encode()

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


def open_theme(folder: Path, languages: Iterable[str]) -> Theme:
    """Raises `OutsideError` when the folder is no theme, or has no words for a language of the site."""
    languages = tuple(languages)
    locales = (f"locales/{language}.yaml" for language in languages)
    for part in ("theme.yaml", "templates/base.html", *locales):
        if not (folder / part).is_file():
            raise OutsideError(
                f"主题文件夹 {folder} 缺少 {part}。请用 --theme 指明完整的主题。",
                f"The theme folder {folder} lacks {part}. Name a complete theme with --theme.",
            )
    return Theme(folder, languages)


def open_renderers(theme: Theme, site: Site, base_url: str) -> tuple[Renderer, ...]:
    """One for each language of the site, the first language first."""
    return tuple(Renderer(theme, site, edition, base_url) for edition in editions_of(site))


def read_strings(path: Path) -> dict[str, str]:
    """Raises `UserError` with the first problem of a locale file."""
    parsed = parse_yaml(path.read_bytes(), path.name)
    if parsed.root is None or parsed.problems:
        problem = parsed.problems[0].as_text("zh") if parsed.problems else path.name
        raise UserError(f"主题文件有误：{problem}", f"The theme file cannot be read: {problem}")
    return text_mapping(parsed.root)
