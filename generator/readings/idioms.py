"""Numerals that count nothing: names, codes, ordinals and figures of speech; and the zero of `零事故`."""

import re

_SMALL = "[0-9一二三四五六七八九十]"
_FACTOR = r"[0-9]+(?:\.[0-9]+)?"
_NAMES = (
    r"(?:19|20)[0-9]{2}年(?!底)",
    r"第[0-9一二三四五六七八九十百]+(?:[-~至到][0-9]+)?",
    r"[0-9]+号",
    r"[\[〔【(](?:19|20)[0-9]{2}[\]〕】)]",
    r"0[0-9]{2,3}-[0-9]{7,8}",
    r"(?<![0-9])1[3-9][0-9]{9}(?![0-9])",
    rf"[A-Za-z]*{_FACTOR}(?:(?:[×✕╳*xX]|乘以?){_FACTOR})+",
    r"[A-Za-z]+[-_]?[0-9]+(?:\.[0-9]+)?",
    rf"(?<!提)[前后]{_SMALL}+[名位%]",
    r"(?:排名|名列|位列|位居|全[县市区镇乡省]|居)[^0-9]{0,6}[第前][0-9]+",
    r"一[户人村镇乡企项事物校家生师品岗案会策组队车房]一",
    r"[上下]一(?:年度?|季度|月|届)",
    r"[一二三四五六七八九十]个一(?!次)",
    r"[三四两]个(?:代表|意识|自信|维护|责任|确保|专项|清单|必须|严格|全面|文明|创新|不)",
)
_FIGURES_OF_SPEECH = """
一事一议 一次性 一体化 一站式 一对一 一卡通 一网通办 一张网 一盘棋 一把手 一线 一律 一系列 一批 一定 一些 一致 一般 一流 一同 一并 统一
进一步 唯一 同一 万一 一旦 一切 两会 两委 两节 三资 四术 三公 三农 三小 三夏 三秋 三支一扶 三个一批 四好 五保 五位一体 双拥 七一 八一 五一
十一 百分点 一级 二级 两级 三级 十三五 十四五 十五五 百姓 千方百计 万众
"""
_IDIOM = re.compile("|".join([*_NAMES, *_FIGURES_OF_SPEECH.split(), "十分(?!钟|之)"]))
_ZERO = re.compile(
    "(?:零|(?<![0-9.])0)(?:安全|生产|责任|重大|火灾|信访|进京|赴京|赴省|越级|到省|集体|有效)*"
    "(?:事故|上访|投诉|差错|发生|伤亡|死亡|新增|违规|违纪|火情|火灾|感染|案件|案发|进京|赴京|赴省|事件|拖欠|失误|积压|火点|发案|纠纷|聚集|火警)"
)
_UNCERTAIN = {"数", "几", "上"}


def find_idioms(text: str) -> list[tuple[int, int]]:
    """Where no number is to be looked for."""
    return [match.span() for match in _IDIOM.finditer(text)]


def match_zero(text: str, start: int) -> int | None:
    """Where `零事故` or `0投诉` ends."""
    match = _ZERO.match(text, start)
    return match.end() if match else None


def is_uncertain(text: str, start: int) -> bool:
    """`数十次`, `上百人`."""
    return text[start] in "十拾百千" and text[start - 1 : start] in _UNCERTAIN
