"""Sub-targets below the headings they share, and how they begin."""

from generator.model.disclosure import SubTarget
from generator.pages.sub_targets import beginning, group_sub_targets
from generator.pages.views import SourceRef


def target(name: str, part_of: str | None = None) -> SubTarget:
    return SubTarget(no="1", name=name, part_of=part_of, goal=None, duty=None, indicators=(), line="7")


def groups(*targets: SubTarget) -> list[tuple[str, list[str]]]:
    found = group_sub_targets(targets, lambda line: SourceRef(line, f"#L{line}"))
    return [(group.heading, [view.name for view in group.targets]) for group in found]


def test_sub_targets_stand_below_the_heading_they_share():
    found = groups(target("人大监督"), target("防火", "农林工作"), target("防汛", "农林工作"), target("统计"))

    assert found == [("", ["人大监督"]), ("农林工作", ["防火", "防汛"]), ("", ["统计"])]


def test_the_same_heading_later_in_the_document_begins_anew():
    found = groups(target("一", "甲"), target("二"), target("三", "甲"))

    assert [heading for heading, _ in found] == ["甲", "", "甲"]


def test_a_goal_begins_with_its_first_sentence():
    assert beginning("做好义务兵优待金发放工作；按时发放。") == "做好义务兵优待金发放工作…"


def test_a_goal_of_one_sentence_stands_whole():
    assert beginning("做好本乡镇的民生建设工作。") == "做好本乡镇的民生建设工作"


def test_a_long_sentence_ends_after_one_of_its_clauses():
    text = "宣传执行党的路线、方针、政策，宣传和执行党中央、上级党组织和本级党组织的决议，团结、组织党内的干部和群众"

    assert (
        beginning(text)
        == "宣传执行党的路线、方针、政策，宣传和执行党中央、上级党组织和本级党组织的决议，团结…"
    )


def test_nothing_begins_with_nothing():
    assert beginning("") == ""
