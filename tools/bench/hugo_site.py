"""Writes a Hugo project that makes the same pages from the same content files.

Nothing is worked out beforehand: Hugo itself parses the YAML and the Markdown, finds programmes, themes and indicator
families, and sets the plan charts. Its templates in `hugo/` are modelled on those of the default theme.
"""

import json
import shutil
from pathlib import Path

_TEMPLATES = Path(__file__).resolve().parent / "hugo"
_STRINGS = Path(__file__).resolve().parents[2] / "themes/default/locales/zh-CN.yaml"
_SHARED = ("site.yaml", "divisions.yaml", "vocabulary")
_UNUSED = ("taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404")


def write_hugo_site(root: Path, content: Path) -> None:
    """Fill the new folder `root`; the content is mounted, not copied."""
    shutil.copytree(_TEMPLATES, root)
    (root / "hugo.json").write_text(json.dumps(_settings(content.resolve())), encoding="utf-8")


def _settings(content: Path) -> dict[str, object]:
    mounts: list[dict[str, object]] = [
        {"source": str(content / name), "target": f"data/{name}"} for name in _SHARED
    ]
    mounts += [
        {"source": str(_STRINGS), "target": "data/strings.yaml"},
        {"source": str(content / "townships"), "target": "data/townships", "files": ["! **.md"]},
        {"source": str(content / "townships"), "target": "assets/townships", "files": ["! **.yaml"]},
        {"source": "content", "target": "content"},
        {"source": "layouts", "target": "layouts"},
    ]
    return {
        "baseURL": "https://township-targets.example/",
        "title": "township-targets",
        "locale": "zh-CN",
        "disableKinds": list(_UNUSED),
        "module": {"mounts": mounts},
    }
