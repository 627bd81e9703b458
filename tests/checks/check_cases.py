"""Case files of the checks: a small disclosure as an editor writes it, and the findings one check makes of it.

```yaml
- title: what the case shows
  rule: A01
  year: "2024"              # optional, as are money_unit and county
  projects:                 # as in disclosure.yaml; no, code, line and basis may be left out
    - name: 党组织活动经费
      budget: {total: "27.08"}
      indicators:
        - {level1: 产出, level2: 数量, name: 党员人数, target: 1354人}
  expect:
    - agrees 1              # outcome, number of the project, row (left out where no row is meant; `-` for no project)
```
"""

from pathlib import Path
from typing import Any

import yaml
from shipped_disclosures import CONTENT

from generator.analyse.disclosure import DisclosureFacts, analyse_disclosure
from generator.build.checking import open_content
from generator.load.content import File, parse_disclosure
from generator.load.markdown import parse_markdown
from generator.model.township import Township

_HERE = Path(__file__).parent


def read_cases(pattern: str) -> list[dict[str, Any]]:
    return [
        {**case, "id": f"{path.stem}: {case['rule']}: {case['title']}"}
        for path in sorted(_HERE.glob(pattern))
        for case in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    ]


def make_facts(case: dict[str, Any]) -> DisclosureFacts:
    """With the shipped vocabulary, in an invented town of Lulong county."""
    year = case.get("year", "2024")
    given = {
        "schema": "1",
        "year": year,
        "year_basis": "printed",
        "source": {"file": "invented.txt", "sha256": "0" * 64, "format": "text", "lines": "999"},
        "money_unit": case.get("money_unit", "万元"),
        **{key: value for key, value in case.items() if key not in {"title", "rule", "expect", "id", "year"}},
        "projects": [_project(number, project) for number, project in enumerate(case["projects"], 1)],
        "expected": {"projects": "1", "indicators": "1"},
    }
    data = yaml.safe_dump(given, allow_unicode=True, sort_keys=False, default_style='"').encode()
    loaded = parse_disclosure(File("disclosure.yaml", data))
    assert not loaded.problems, [problem.as_text("en") for problem in loaded.problems]
    overview, _ = parse_markdown(b"# Invented\n", "overview.md")
    opened = open_content(CONTENT)
    township = Township(name="测试镇", kind="镇", county_code="130324", slug="test", name_status="printed")
    assert loaded.value is not None
    assert overview is not None
    return analyse_disclosure(township, loaded.value, overview, opened.shared.vocabulary)


def _project(number: int, project: dict[str, Any]) -> dict[str, Any]:
    rows = [
        {"line": str(number * 100 + row), "name": "", "target": "", **given}
        for row, given in enumerate(project.get("indicators", []), 1)
    ]
    return {"no": str(number), "line": str(number * 100), **project, "indicators": rows}
