"""The vocabulary: categories, families and programmes found by what is printed."""

import pytest

from generator.model.lookups import Vocabulary, is_member, make_vocabulary, plain_name
from generator.model.vocabulary import (
    IndicatorFamily,
    Level1,
    Level2,
    Levels,
    Members,
    Programme,
    Theme,
)

WORDS = {"zh": "甲", "en": "A", "definition": "甲", "definition_en": "A"}


@pytest.fixture
def vocabulary() -> Vocabulary:
    return make_vocabulary(
        counties=(),
        levels=Levels(
            level1=(
                Level1(id="outcome", zh="效益指标", en="Outcome", printed=("效果指标",)),
                Level1(id="satisfaction", zh="满意度指标", en="Satisfaction"),
            ),
            level2=(
                Level2(id="outcome.social", level1="outcome", zh="社会效益指标", en="Social"),
                Level2(
                    id="outcome.society",
                    level1="outcome",
                    zh="社会效果指标",
                    en="Social, older",
                    normalised="outcome.social",
                ),
            ),
        ),
        programmes=(
            Programme(id="militia", themes=("defence",), members=Members(any=("武装",)), **WORDS),
            Programme(id="work", members=Members(any=("工作",), none=("武装",)), **WORDS),
        ),
        families=(
            IndicatorFamily(id="rate", names=("满意率（%）", "合格率"), level2=("outcome.social",), **WORDS),
            IndicatorFamily(id="anywhere", names=("合格率",), level2=("outcome.other",), **WORDS),
            IndicatorFamily(id="count", names=("发放人数",), **WORDS),
        ),
        themes=(
            Theme(id="people", members=Members(any=("村民",)), **WORDS),
            Theme(id="defence", **WORDS),
        ),
        corrections=(),
    )


@pytest.mark.parametrize("printed", ["效益指标", "效益", "效果指标", "效果", "效 益\n指标"])
def test_a_category_is_known_by_every_variant(vocabulary, printed):
    assert vocabulary.level1_id(printed) == "outcome"


@pytest.mark.parametrize("printed", ["", "指标", "效率指标"])
def test_a_category_that_nobody_has_met_is_unknown(vocabulary, printed):
    assert vocabulary.level1_id(printed) is None


def test_an_older_category_counts_as_the_one_it_is_normalised_to(vocabulary):
    assert vocabulary.level2_id("社会效果指标") == "outcome.social"


@pytest.mark.parametrize("printed", ["满意率", "满意率（%）", "满意率(%)", "满意率（％）", "满 意 率 (%)"])
def test_a_family_knows_its_names_with_and_without_per_cent(vocabulary, printed):
    assert vocabulary.family_of(printed, "outcome.social") == "rate"


@pytest.mark.parametrize("printed", ["满意率（%）以上", "（%）", "满意", "满意率%"])
def test_a_name_that_only_resembles_belongs_to_no_family(vocabulary, printed):
    assert vocabulary.family_of(printed, "outcome.social") is None


def test_one_name_is_told_apart_by_its_category(vocabulary):
    assert vocabulary.family_of("合格率", "outcome.social") == "rate"
    assert vocabulary.family_of("合格率", "outcome.other") == "anywhere"
    assert vocabulary.family_of("合格率", None) is None


def test_a_family_without_categories_holds_in_all(vocabulary):
    assert vocabulary.family_of("发放人数", None) == "count"


def test_only_the_per_cent_at_the_end_is_cut():
    assert plain_name("（%）占比（%）") == "（%）占比"


@pytest.mark.parametrize(
    ("members", "belongs"),
    [
        (Members(any=("武装",)), True),
        (Members(any=("征兵", "武装")), True),
        (Members(any=("征兵",)), False),
        (Members(any=("武装",), none=("工作",)), False),
        (Members(any=("武装",), except_=("p",)), False),
        (Members(projects=("p",)), True),
        (Members(projects=("q",)), False),
        (Members(), False),
    ],
)
def test_a_project_belongs_by_its_name_or_by_hand(members, belongs):
    assert is_member(members, "p", "武装 工作\n经费") is belongs


def test_all_programmes_that_claim_a_project_are_named(vocabulary):
    assert vocabulary.programmes_of("p", "武装工作经费") == ("militia",)
    assert vocabulary.programmes_of("p", "工作经费") == ("work",)
    assert vocabulary.programmes_of("p", "办公费") == ()


def test_themes_come_from_the_programme_and_from_the_name(vocabulary):
    assert vocabulary.themes_of("p", "村民武装", "militia") == ("people", "defence")
    assert vocabulary.themes_of("p", "办公费", None) == ()
