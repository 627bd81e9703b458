"""What is found of the site itself: questions, checks, counties, lists."""

from types import SimpleNamespace

import pytest

from generator.checks.catalogue import CHECKS
from generator.questions.catalogue import QUESTIONS
from generator.questions.texts import question_texts
from generator.search.site_records import make_site_records, make_text_record

COUNTY = SimpleNamespace(full_name="河北省秦皇岛市卢龙县", full_name_en="Lulong County, Qinhuangdao, Hebei")
CATALOGUE = SimpleNamespace(by_county={"000000": (), "130324": ()}, by_year={"2024": ()})
VOCABULARY = SimpleNamespace(counties={"000000": COUNTY, "130324": COUNTY})


class Words:
    """Interface strings of a language: each says its own name."""

    py_year = "year {year}"

    def __init__(self, language):
        self.language = language

    def __getattr__(self, name):
        return f"{name} {self.language}"


def make_records(*languages):
    words = [Words(language) for language in languages]
    return {record.url: record for record in make_site_records(CATALOGUE, VOCABULARY, words)}


def test_every_question_and_every_published_check_has_a_record():
    kinds = [record.kind for record in make_records("zh-CN").values()]

    assert kinds.count("question") == len(QUESTIONS)
    assert kinds.count("check") == sum(check.is_public for check in CHECKS) < len(CHECKS)


def test_question_is_found_by_its_words_in_both_languages():
    record = make_records("zh-CN", "en")["/questions/village-cadres/"]

    told = question_texts()["village-cadres"]
    assert (record.title, record.place) == (told.title.zh, told.title.en)
    assert record.place in record.texts
    assert {told.answer.zh, told.answer.en, told.formula.zh, told.limits.en} <= {*record.texts}


def test_question_is_found_by_other_words_in_which_it_is_asked():
    record = make_records("zh-CN")["/questions/shares-of-projects/"]

    assert "钱花在哪里" in record.texts


def test_check_is_found_by_its_code_and_its_rule():
    record = make_records("zh-CN", "en")["/checks/a01/"]

    texts = next(check.texts for check in CHECKS if check.id == "A01")
    assert {"A01", texts.rule.zh, texts.rule.en, texts.title.en} <= {*record.texts}


def test_site_without_english_holds_no_english():
    records = make_records("zh-CN")

    question, county = records["/questions/village-cadres/"], records["/counties/130324/"]
    assert question.place == county.place == ""
    assert not any("budget" in text for text in question.texts)
    assert county.texts == ("130324",)


def test_county_is_found_by_name_and_code_and_the_unknown_one_is_not():
    records = make_records("zh-CN", "en")

    assert "/counties/000000/" not in records
    assert records["/counties/130324/"].texts == (COUNTY.full_name_en, "130324")
    assert records["/counties/130324/"].filters == {"county": "130324"}


@pytest.mark.parametrize(
    ("address", "title", "texts"),
    [
        ("/checks/", "py_checks zh-CN", ("py_checks_description zh-CN", "py_checks_description en")),
        ("/themes/", "py_themes zh-CN", ("py_themes_lead zh-CN", "py_themes_lead en")),
        ("/data/", "py_data zh-CN", ()),
    ],
)
def test_list_is_found_by_its_title_and_what_it_is_for(address, title, texts):
    record = make_records("zh-CN", "en")[address]

    assert (record.kind, record.title) == ("page", title)
    assert record.texts == (title.replace("zh-CN", "en"), *texts)


def test_year_is_found_in_each_language_and_by_its_filter():
    record = make_records("zh-CN", "en")["/years/2024/"]

    assert (record.title, record.filters) == ("year 2024", {"year": "2024"})


def test_page_of_markdown_is_found_in_all_its_languages():
    def prose(title, text):
        tokens = (SimpleNamespace(type="paragraph_open"), SimpleNamespace(type="inline", content=text))
        return SimpleNamespace(title=title, tokens=tokens)

    record = make_text_record(prose("方法", "印文"), {"en": prose("Methods", "as printed")}, "method")

    assert (record.url, record.title, record.place) == ("/method/", "方法", "Methods")
    assert record.texts == ("Methods", "印文", "as printed")
