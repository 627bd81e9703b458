"""The spending plan of a project: chart and table."""

from collections.abc import Callable

from generator.analyse.disclosure import ProjectFacts
from generator.model.disclosure import Plan
from generator.model.fields import fields_of
from generator.pages.figures import plan_geometry, set_share
from generator.pages.strings import Strings
from generator.pages.views import PlanPoint, PlanView, SourceRef, State

_POINTS = tuple(fields_of(Plan))


def make_plan(project: ProjectFacts, source_of: Callable[[str], SourceRef], t: Strings) -> PlanView | None:
    """None where no plan is printed. `source_of` makes the reference to a line."""
    plan = project.printed.plan
    if plan is None:
        return None
    points = tuple(
        PlanPoint(
            label=getattr(t, f"py_plan_{name}"),
            printed=value or "",
            share=set_share(share),
            state=State.ABSENT if value is None else State.PRINTED if value else State.BLANK,
            source=None if value is None else source_of(project.printed.line_of(name)),
            x=x,
            y=y,
            bar_height=height,
        )
        for name, share, (x, y, height) in zip(
            _POINTS, project.plan_shares, plan_geometry(project.plan_shares), strict=True
        )
        for value in (getattr(plan, name),)
    )
    spoken = t.py_comma.join(
        f"{point.label} {point.share or point.printed or t.py_blank}" for point in points
    )
    return PlanView(
        points=points,
        unit_note=getattr(t, f"py_plan_{project.printed.plan_unit or 'percent'}"),
        title=t.format("py_plan_title", points=spoken),
        has_chart=any(share is not None for share in project.plan_shares),
    )
