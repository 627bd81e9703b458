"""The classes of values in words. A class says what kind of words stand there, never how good they are."""

import re
from collections.abc import Callable

from generator.readings.comparators import alternatives
from generator.readings.reading import Quality

_YES_NO_WORDS = "是 否 有 没有 是/否 能 可以 可行 不是"
_GRADE_WORDS = """
优秀 优良 良好 优 良 中等 中 低 差 一般 较好 较差 较高 较低 很好 好 高 合格 不合格 基本合格 满意 不满意 基本满意 非常满意 比较满意 较满意 很满意 达标
"""
_CHANGE_WORDS = """
提高 提升 改善 增强 增加 增长 上升 升高 好转 扩大 壮大 进步 加强 优化 完善 美化 净化 改进 促进 推动 推进 减少 降低 下降 下滑 缩短 减轻 缓解 持平
"""
_LEADING_CHANGES = "提高 提升 改善 增强 增加 减少 降低 缩短 扩大 优化 缓解 加强"
_MANNERS_OF_CHANGE = """
逐步 逐年 逐渐 显著 明显 进一步 持续 不断 稳步 有所 大幅 大幅度 有效 得到 切实 稳中 较大 极大 全面 大力 总体 整体 日益
"""
_FALLS = "减少 降低 下降 下滑 缩短 减轻 负增长 压减"
_RISES = "提高 提升 增加 增长 上升 增强 改善 扩大 升高 好转 增幅 增速"
_EARLIER = "去年同期 上年同期 去年 上年 上年度 上一年 上一年度 前年 往年 以往 以前 之前 上季度 上月 同期 年初 改造前 实施前 上届 上一届"
_UNWANTED = """
事故 事件 案件 投诉 上访 浪费 拖欠 差错 现象 违规 违纪 火灾 火情 污染 纠纷 问题 截留 挪用 伤亡 超标 发生 信访 新增 遗漏 缺失 损坏
"""
_OUTSIDE_WORDS = """
标准 规定 合同 文件 要求 安排 政策 办法 计划 预算 规范 制度 方案 约定 程序 通知 规划 协议 进度 定额 水平 市场价 法规 法律 规程 条例 细则 范围 清单
图纸 设计 时限 期限
"""
_STATE_WORDS = """
及时 按时 按期 准时 如期 有效 足额 到位 正常 顺利 规范 合规 合格 达标 齐全 完整 准确 长期 持续 常年 长效 健全 有序 畅通 良好 全覆盖 较好 高效 定期
适时 即时 实时 立即 当日 当天 办结 完好 明显 显著
"""

_GRADES = alternatives(_GRADE_WORDS.split())
_CHANGES = alternatives(_CHANGE_WORDS.split())
_BEFORE_NOW = alternatives(_EARLIER.split())
_OUTSIDE = alternatives(_OUTSIDE_WORDS.split())
_SAME_CLAUSE = "[^,。;]"

_YES_NO = re.compile(alternatives(_YES_NO_WORDS.split()))
_GRADE = re.compile(
    rf"(?:为|达到|评为|不低于|力争)?(?:{_GRADES})(?:[/、,]?(?:{_GRADES}))*"
    r"(?:等次|等级|档次|水平|标准)?(?:及?以上|及?以下)?"
)
_BOILERPLATE = re.compile(
    r"(?:全部|全面|已|按要求|保质保量)?(?:完成|实现)(?:全部|年度|全年|各项|工作|目标|指标)*(?:任务|目标|工作|指标)?"
    r"|.{0,4}指标值?(?:完成情况)?|完成情况|完成值|满意度"
)
_ABSENCE = re.compile(
    r"无|(?:无|零|杜绝|未|不|没有|避免)(?:发生|出现|产生)?"
    rf"{_SAME_CLAUSE}{{0,30}}(?:{alternatives(_UNWANTED.split())}){_SAME_CLAUSE}{{0,4}}"
)
_RANK = re.compile(
    r"(?:排名|名列|位列|位居)"
    rf"|(?:全|进入|居)?{_SAME_CLAUSE}{{0,6}}(?:(?<!提)[前后][0-9一二三四五六七八九十]+[名位%]?(?![年个季月日天周])"
    r"|第[0-9一二三四五六七八九十]+[名位])"
)
_CHANGE = re.compile(
    rf"^(?:不?[低高优多少]于|达到|不?超过|与|同)(?:{_BEFORE_NOW})"
    rf"|(?:较|比|同比|环比|与){_SAME_CLAUSE}{{0,20}}?(?:{_CHANGES})"
    rf"|(?:{alternatives(_MANNERS_OF_CHANGE.split())})(?:有所|得到)?(?:{_CHANGES})"
    rf"|^(?:{alternatives(_LEADING_CHANGES.split())})"
    rf"|(?:{_CHANGES})$"
    rf"|(?:得到|有所|有了|有)(?:明显|显著|较大|有效|进一步|很大|大幅)?(?:{_CHANGES})"
)
_REFERENCE = re.compile(
    "(?:按照?|根据|依据|依照|遵照|参照|符合|遵循|遵守|执行|满足|达到|不[低高少大小]于|不超过?|高于|低于|超过|控制在|在|以|严格)"
    rf"{_SAME_CLAUSE}{{0,40}}?(?:{_OUTSIDE})"
    rf"|(?:预算|计划|标准|规定|合同|限额|控制数|批复){_SAME_CLAUSE}{{0,6}}(?:内|为准)"
    rf"|(?:{_OUTSIDE}){_SAME_CLAUSE}{{0,4}}(?:执行|为准|办理)"
    rf"|(?:国家|行业|地方|省级?|市级?|县级?){_SAME_CLAUSE}{{0,6}}标准"
)
_STATE = re.compile(alternatives(_STATE_WORDS.split()))
_CLASSES: tuple[tuple[Quality, Callable[[str], re.Match[str] | None]], ...] = (
    (Quality.YES_NO, _YES_NO.fullmatch),
    (Quality.GRADE, _GRADE.fullmatch),
    (Quality.RANK, _RANK.match),
    (Quality.ABSENCE, _ABSENCE.fullmatch),
    (Quality.CHANGE, _CHANGE.search),
    (Quality.REFERENCE, _REFERENCE.search),
    (Quality.BOILERPLATE, _BOILERPLATE.fullmatch),
    (Quality.STATE, _STATE.search),
)

_BASE = re.compile(
    rf"(?:较|比|与|同|于|超过|达到)({_BEFORE_NOW}|(?:19|20)[0-9]{{2}}年度?)"
    rf"|(同比|环比)|({_BEFORE_NOW})的?(?:基础|基数)"
)
_LEVEL = re.compile("零增长|持平|不变")
_FALL = re.compile(alternatives(_FALLS.split()))
_RISE = re.compile(alternatives(_RISES.split()))


def classify(text: str) -> Quality:
    """The class of one clause."""
    return next((quality for quality, matches in _CLASSES if matches(text)), Quality.TEXT)


def find_base(text: str) -> str | None:
    """What a change is measured from: `较去年提高` → `去年`."""
    match = _BASE.search(text)
    return match[match.lastindex or 0] if match else None


def find_direction(text: str) -> str | None:
    """`rise` or `fall`, by the words."""
    if _LEVEL.search(text):
        return None
    if _FALL.search(text):
        return "fall"
    return "rise" if _RISE.search(text) else None
