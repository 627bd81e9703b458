"""The table `indicators`."""

from collections.abc import Sequence

from generator.datasets.columns import DataTable, integer, printed, text
from generator.datasets.readings import READING, READING_NOTES
from generator.datasets.subjects import (
    COUNTY_CODE,
    DISCLOSURE_ID,
    PROJECT_ID,
    TOWNSHIP,
    TOWNSHIP_ID,
    YEAR,
    Row,
    indicator_page,
    of_indicator,
    of_project,
    source_line,
    url,
)
from generator.model.disclosure import Indicator, Project


def _indicator_rows(start: Row) -> Sequence[Row]:
    return [
        Row(start.facts, start.base_url, project, indicator)
        for project in start.facts.projects
        for indicator in project.indicators
    ]


INDICATORS = DataTable(
    "indicators",
    "绩效指标",
    "indicators",
    "每行绩效指标一行",
    "one row per row of a target table",
    _indicator_rows,
    (
        text("indicator_id", "指标编号", "indicator id", lambda row: row.the_indicator.id),
        PROJECT_ID,
        DISCLOSURE_ID,
        TOWNSHIP_ID,
        TOWNSHIP,
        COUNTY_CODE,
        YEAR,
        printed(Project, "no", of_project, name="project_no"),
        printed(Project, "name", of_project, name="project_name"),
        integer(
            "row",
            "行",
            "row",
            lambda row: row.the_indicator.row,
            ("在表中的次序，从 1 起", "order in the table, from 1"),
        ),
        printed(Indicator, "level1", of_indicator),
        printed(Indicator, "level2", of_indicator),
        text("level1_id", "一级指标编号", "id of level 1", lambda row: row.the_indicator.level1_id),
        text("level2_id", "二级指标编号", "id of level 2", lambda row: row.the_indicator.level2_id),
        printed(Indicator, "name", of_indicator),
        text(
            "family",
            "指标类",
            "indicator family",
            lambda row: row.the_indicator.family or "",
            ("编号；见 vocabulary/indicators.yaml", "its id"),
        ),
        printed(Indicator, "description", of_indicator),
        printed(Indicator, "target", of_indicator),
        *READING,
        printed(Indicator, "basis", of_indicator),
        printed(Indicator, "weight", of_indicator),
        printed(Indicator, "direction", of_indicator),
        text(
            "blank",
            "仅印类别",
            "only the category printed",
            lambda row: "yes" if row.the_indicator.printed.is_blank else "no",
        ),
        source_line(of_indicator),
        url(indicator_page),
        *(
            printed(Indicator, name, of_indicator)
            for name in ("actual", "score", "deviation", "remark", "period")
        ),
        *(printed(Indicator, name, of_indicator, name=f"printed_{name}") for name in ("operator", "unit")),
        READING_NOTES,
    ),
)
