"""Whether title, stated use and goals of one project name the same matter (domain.md §3, X05)."""

import re
from collections.abc import Iterator

from generator.analyse.disclosure import DisclosureFacts, ProjectFacts
from generator.checks.finding import Hit, Outcome, PrintedFact, goal_facts, of_project, project_name
from generator.checks.sentence_slots import own_words
from generator.model.disclosure import Project
from generator.textual import squeeze

_NO_MATTER = re.compile(
    r"[（(].*?[）)]|[〔【\[].*?[〕】\]]|(?:19|20)\d\d年|\d+|专项|业务|工作|经费|项目|资金|补助|补贴|支出|费用?|年度|号|本级"
)
_LISTED = re.compile(r"(?:主要)?用于[^，。；]*、[^，。；]*")
_BEFORE_A_LIST = re.compile(r"^(?:主要)?用于(?:保障)?(?:我|本|全)?(?:镇|乡|街道)?")
_AFTER_A_LIST = re.compile(r"等.*$")
_LONGEST_ITEM = 6


def use_and_goal(facts: DisclosureFacts) -> Iterator[Hit]:
    for project in facts.projects:
        use = squeeze(project.printed.purpose or "")
        goal = next((goal for goal in goal_facts(project) if _is_another_use(use, squeeze(goal.text))), None)
        if goal is not None:
            yield _use_against(project, goal)
        elif _lists_other_matters(facts, project, use):
            yield _use_against(project, project_name(project))


def _use_against(project: ProjectFacts, other: PrintedFact) -> Hit:
    use = of_project(Project, "purpose", project.printed.purpose, project)
    return Hit(
        Outcome.NOTE,
        (use, other),
        project,
        values={"use": use.text, "other": other.text},
    )


_USE_IN_A_GOAL = re.compile(r"(?:资金|经费)?(?:主要)?用于")
_OF_ANY_USE = re.compile(r"专项|项目|资金|经费|主要|用于|支出|保障|[等的和及与、，。；,;.]")
_SHORTEST_USE = 4


def _is_another_use(use: str, goal: str) -> bool:
    """Whether the goal begins as a statement of use and shares no character with the stated use."""
    if not _USE_IN_A_GOAL.match(goal):
        return False
    stated, repeated = (_OF_ANY_USE.sub("", text) for text in (use, goal))
    return min(len(stated), len(repeated)) >= _SHORTEST_USE and set(stated).isdisjoint(repeated)


def _lists_other_matters(facts: DisclosureFacts, project: ProjectFacts, use: str) -> bool:
    """Whether the use lists matters without the title's, which the goals name."""
    matter = _NO_MATTER.sub("", squeeze(project.printed.name))
    listed = _LISTED.search(use)
    goals = squeeze("\n".join(project.printed.goals))
    if not listed or len(matter) < 2 or matter not in goals or not set(matter).isdisjoint(use):
        return False
    items = _items(listed[0])
    own = _all_words(project)
    return (
        len(items) > 1
        and not any(item in own for item in items)
        and any(item in _words_elsewhere(facts, project) for item in items)
    )


def _items(listed: str) -> list[str]:
    items = [_AFTER_A_LIST.sub("", _BEFORE_A_LIST.sub("", item)) for item in listed.split("、")]
    return [item for item in items if 1 < len(item) <= _LONGEST_ITEM]


def _all_words(project: ProjectFacts) -> str:
    """Title, goals and rows, without the stated use."""
    rows = (
        text
        for row in project.indicators
        for text in (row.printed.name, row.printed.description, row.printed.target, row.printed.basis)
    )
    return squeeze("\n".join([project.printed.name, *project.printed.goals, *(text or "" for text in rows)]))


def _words_elsewhere(facts: DisclosureFacts, project: ProjectFacts) -> str:
    others = (own_words(other) for other in facts.projects if other is not project)
    sub_targets = (
        entry.name + (entry.duty or "") + (entry.goal or "") for entry in facts.printed.sub_targets
    )
    return "\n".join([*others, *sub_targets])
