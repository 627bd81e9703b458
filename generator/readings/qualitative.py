"""The classes of values in words. A class says what kind of words stand there, never how good they are."""

import re

from generator.readings.reading import Quality

_YES_NO = re.compile(r"(?:是|否|有|没有|是/否|能|可以|可行|不是)")
_GRADE_WORDS = "优秀|优良|良好|优|良|中等|中|低|差|一般|较好|较差|较高|较低|很好|好|高|合格|不合格|基本合格|基本满意|非常满意|比较满意|较满意|很满意|满意|不满意|达标"
_GRADE = re.compile(
    rf"(?:为|达到|评为|不低于|力争)?(?:{_GRADE_WORDS})(?:[/、,]?(?:{_GRADE_WORDS}))*(?:等次|等级|档次|水平|标准)?(?:及以上|以上|及以下|以下)?"
)
_BOILERPLATE = re.compile(
    r"(?:全部|全面|已|按要求|保质保量)?(?:完成|实现)(?:全部|年度|全年|各项|工作|目标|指标)*(?:任务|目标|工作|指标)?|.{0,4}指标值?(?:完成情况)?|完成情况|完成值|满意度|指标值"
)
_ABSENCE = re.compile(
    r"无|(?:无|零|杜绝|未|不|没有|未出现|不出现|避免)(?:发生|出现|产生)?[^,。;]{0,30}(?:事故|事件|案件|投诉|上访|浪费|拖欠|差错|现象|违规|违纪|火灾|污染|纠纷|问题|截留|挪用|伤亡|超标|火情|发生|信访)[^,。;]{0,4}"
)
_RANK = re.compile(
    r"(?:排名|名列|位列|位居)|(?:排名|名列|位列|位居|全|进入|居)?[^,。;]{0,6}(?:(?<!提)[前后][0-9一二三四五六七八九十]+[名位%]?(?!年|个|季|月|日|天|周)|第[0-9一二三四五六七八九十]+[名位])"
)
_CHANGE_WORDS = "提高|提升|改善|增强|增加|增长|上升|减少|降低|下降|好转|优化|加强|扩大|缓解|促进|推动|推进|减轻|下滑|升高|缩短|壮大|进步|完善|美化|净化|改进"
_CHANGE = re.compile(
    r"^(?:不?[低高优多少]于|达到|不?超过|与|同)(?:去年|上年|上一?年度?|往年|以往|同期)"
    rf"|(?:较|比|同比|环比|与)[^,。;]{{0,20}}?(?:{_CHANGE_WORDS})"
    rf"|(?:逐步|逐年|逐渐|显著|明显|进一步|持续|不断|稳步|有所|大幅度?|有效|得到|切实|稳中|较大|极大|全面|大力|总体|整体|明显得到|日益)(?:有所|得到)?(?:{_CHANGE_WORDS})"
    rf"|^(?:提高|提升|改善|增强|增加|减少|降低|缩短|扩大|优化|缓解|加强)"
    rf"|(?:{_CHANGE_WORDS})$"
    rf"|[^,。;]{{0,20}}(?:得到|有所|有了|有)(?:明显|显著|较大|有效|进一步|很大|大幅)?(?:{_CHANGE_WORDS})"
)
_BASE = re.compile(
    r"(?:较|比|与|同|低于|高于|超过|优于|达到|多于|少于)("
    r"去年同期|上年同期|去年|上年度?|前年|往年|以往|以前|之前|上一年度?|(?:19|20)[0-9]{2}年度?|上季度|上月|同期|年初|改造前|实施前|上一?届)|(同比|环比)"
)
_OUTSIDE = "标准|规定|合同|文件|要求|安排|政策|办法|计划|预算|规范|制度|方案|约定|程序|通知|规划|协议|进度|定额|水平|市场价|法规|法律|规程|条例|细则|范围|清单|图纸|设计|时限|期限"
_REFERENCE = re.compile(
    rf"(?:按照?|根据|依据|依照|遵照|参照|符合|遵循|遵守|执行|满足|达到|不低于|不高于|不超过?|不少于|不大于|不小于|高于|低于|超过|控制在|在|以|严格)[^,。;]{{0,40}}?(?:{_OUTSIDE})"
    rf"|[^,。;]{{0,8}}(?:预算|计划|标准|规定|合同|限额|控制数|批复)[^,。;]{{0,6}}(?:之内|以内|范围内|内|为准)"
    rf"|(?:{_OUTSIDE})[^,。;]{{0,4}}(?:执行|为准|办理)"
)
_STATE = re.compile(
    r"及时|按时|按期|准时|如期|有效|足额|到位|正常|顺利|规范|合规|合格|达标|齐全|完整|准确|长期|持续|常年|长效|健全|有序|畅通|良好|全覆盖|较好|高效|定期|适时|即时|实时|完好|明显|显著"
)
_CLASSES = (
    (Quality.YES_NO, _YES_NO.fullmatch),
    (Quality.GRADE, _GRADE.fullmatch),
    (Quality.RANK, _RANK.match),
    (Quality.ABSENCE, _ABSENCE.fullmatch),
    (Quality.CHANGE, _CHANGE.search),
    (Quality.REFERENCE, _REFERENCE.search),
    (Quality.BOILERPLATE, _BOILERPLATE.fullmatch),
    (Quality.STATE, _STATE.search),
)
_FALL = re.compile("减少|降低|下降|下滑|缩短|减轻|负增长|压减|减")
_RISE = re.compile("提高|提升|增加|增长|上升|增强|改善|扩大|升高|好转|增幅|增速")


def classify(text: str) -> Quality:
    """The class of one clause."""
    return next((quality for quality, matches in _CLASSES if matches(text)), Quality.TEXT)


def find_base(text: str) -> str | None:
    """What a change is measured from: `较去年提高` → `去年`."""
    match = _BASE.search(text)
    return (match[1] or match[2]) if match else None


def find_direction(text: str) -> str | None:
    """`rise` or `fall`, by the words."""
    if _FALL.search(text):
        return "fall"
    return "rise" if _RISE.search(text) else None
