"""A visitor with a question: two clicks from the home page, or one search, and the documents' own figure is there."""

import re
from pathlib import Path

import pytest
import yaml
from kinds import LANGUAGES
from playwright.sync_api import Page, expect

CASES = yaml.safe_load(Path(__file__).with_name("questions.yaml").read_text(encoding="utf-8"))
ALL_QUESTIONS = {"zh": "全部常见问题", "en": "All common questions"}
PROJECT_WITHOUT_LINE = "main tbody tr:has(th a[href*='/projects/']):not(:has(a[href*='/source/#L']))"
ROWS = """elements => elements.filter((element) => element.checkVisibility())
  .map((element) => element.textContent.replace(/\\s+/g, ""))"""


class Visitor:
    """Clicks what can be seen, by its words, and counts."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = 0

    def sees(self, words: str) -> bool:
        return self.page.get_by_role("link", name=words, exact=True).count() > 0

    def click(self, words: str) -> None:
        self.page.get_by_role("link", name=words, exact=True).first.click()
        self.clicks += 1

    def read_rows(self) -> list[str]:
        return self.page.locator("main tr, main li, main p").evaluate_all(ROWS)


def missing(rows: list[str], answers: list[list[str]]) -> list[list[str]]:
    """The answers of which no row has all parts."""
    wanted = [[re.sub(r"\s+", "", part) for part in answer] for answer in answers]
    return [parts for parts in wanted if not any(all(part in row for part in parts) for row in rows)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["english"].rstrip("?"))
def test_question_is_answered_in_two_clicks(tab, shipped, case, language):
    question = case["question"] if language == "zh" else case["english"]
    tab.goto(f"{shipped}/{LANGUAGES[language]}")
    visitor = Visitor(tab)

    if not visitor.sees(question):
        visitor.click(ALL_QUESTIONS[language])
    visitor.click(question)

    answers = case["answers"] if language == "zh" else case.get("english_answers", case["answers"])
    expect(tab.locator("h1")).to_have_text(question)
    assert missing(visitor.read_rows(), answers) == []
    assert visitor.clicks <= 2
    assert tab.locator(PROJECT_WITHOUT_LINE).all_inner_texts() == []
    if "rows" in case:
        assert tab.locator("main tbody tr").count() == case["rows"]


@pytest.mark.parametrize(
    ("query", "words", "answer"),
    [
        ("道路硬化", "冀财农【2022】144号一事一议项目", ["道路硬化", "742米"]),
        ("5 万/村", "服务群众专项经费", ["5万/村"]),
        ("独生子女", "计生经费（独生子女父母奖）", ["1100人"]),
        ("200元/人", "村党组织活动经费", ["200元/人"]),
    ],
)
def test_question_is_answered_by_one_search(tab, shipped, query, words, answer):
    tab.goto(f"{shipped}/")
    tab.locator("[data-search-box]:visible").last.fill(query)
    tab.keyboard.press("Enter")
    expect(tab.locator("[data-results]")).to_have_attribute("data-state", "done")

    hit = tab.locator("a[data-result][href*='/projects/']", has_text=words).first
    hit.click()
    expect(tab.locator("h1")).to_contain_text(words)

    assert missing(Visitor(tab).read_rows(), [answer]) == []


def test_share_of_each_project_is_seen_on_the_page_of_a_town(tab, shipped):
    tab.goto(f"{shipped}/")
    visitor = Visitor(tab)

    tab.locator("main a", has_text="双望镇").first.click()
    tab.locator("main a[href='/townships/130324-shuangwang/2024/']").first.click()

    assert missing(visitor.read_rows(), [["村级支出", "538.69"], ["村党组织活动经费", "27.08"]]) == []
