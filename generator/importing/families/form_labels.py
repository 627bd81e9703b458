"""The labels of a form above and below its indicators, by what they say."""

import re
from collections.abc import Mapping

from generator.importing.families.words import LONGEST_HEAD, bare_key, first_match
from generator.textual import squeeze

_YEARS = r"(?:当年|本年度?|年度|年初|全年)"
_WORDS: Mapping[str, tuple[str, ...]] = {
    "code": (r"(?:预算)?项目(?:编码|代码|编号)",),
    "name": (r"(?:预算|专项|支出|二级)?项目(?:支出)?名称", r"专项(?:资金)?名称", r"政策名称"),
    "unit_name": (r"部门", r"(?:预算)?(?:部门|单位)(?:[（(](?:单位|部门)[）)])?名称", r"填报(?:单位|部门)"),
    # The table of the money: its columns
    "initial": (r"年初(?:预算|安排)?(?:数|金额|预算数|安排金额)?", r"(?:年初|当年)?批复预算数?"),
    "adjusted": (r"(?:全年|调整后?)(?:预算|后)?(?:预算)?(?:数|金额)", r"调整后预算"),
    "executed": (r"(?:全年|实际|预算)(?:执行|支出|使用)(?:数|金额)", r"执行数", r"实际支出"),
    "rate": (r"(?:年度)?(?:预算)?执行率",),
    "money_weight": (r"分值", r"(?:执行率)?权重"),
    "money_score": (r"(?:自评|执行率)?得分",),
    "money_note": (r"原因", r"偏差原因.*", r"备注"),
    # and its rows
    "carried": (r"上年(?:度)?结转(?:结余)?(?:资金)?", r"结转结余资金"),
    "total": (
        rf"(?:项目|资金|{_YEARS})*(?:资金|预算)(?:总额|总量|合计)(?:及构成)?(?:总额)?",
        r"总额",
        r"(?:项目|年度)总(?:额|金额?)",
        rf"(?:项目|本级|{_YEARS})*预算(?:数|金额|总额|安排)?",
        r"(?:下达)?(?:中央)?预算内投资",
        r".*支出预算总[量额]",
        r".*部门预算总额",
    ),
    "fiscal": (
        rf"(?:其中)?[：:、]?(?:\d[.、])?(?:{_YEARS}|本级|一般公共预算)?财政性?(?:拨款|资金|补助|专项资金)(?:数|收入|小计|合计)?",
        r"一般公共预算(?:拨款|资金)?",
    ),
    "other": (
        r"(?:其中)?[：:、]?(?:\d[.、])?(?:其[他它](?:资金|来源)?|自筹资金|自有资金|单位资金)(?:小计|合计)?",
    ),
    "money_row": (
        r"(?:其中|该项目(?:支出)?)?[：:、]?(?:中央|省级|市级|县级|区级|上级|本级|镇级|财政专户)[^：:\d]{0,6}(?:资金|补助|拨款|财政)?",
        r"政府性基金(?:预算)?|国有资本经营预算|(?:事业|经营性?|其[他它])收入",
    ),
    "money": (
        r"(?:项目|预算)?资金(?:来源|情况|总额)?",
        r"年度预算数|金额",
        r"预算执行(?:情况)?",
        r"预算资金情况",
        r"投入目标",
    ),
    # What is aimed at, and what came of it
    "long_goals": (r"(?:项目)?(?:长期|中长期|中期|实施期)(?:绩效)?(?:总体)?目标",),
    "results": (
        r"(?:项目)?(?:年度|全年)?(?:总体)?(?:绩效)?(?:目标)?(?:实际)?(?:完成|实现)情况(?:综述|说明)?",
        r"全年实际完成情况",
    ),
    "goals": (
        rf"(?:项目|总体|整体|绩效|预期|设定|支出|申报|单位|部门|{_YEARS})*目标(?:内容|设定)?",
        r".*年初设定目标",
        r"年度主要目标(?:[和及]成果)?",
    ),
    "purpose": (r"(?:项目)?资金(?:主要)?用途(?:说明)?", r"支出用途"),
    "term_long": (r"(?:长期|中长期|中期|实施期)(?:绩效)?指标",),
    "term_year": (r"(?:年度|当年)(?:绩效)?指标",),
    "tail": (r"合计", r"总分", r"总计", r"总得分", r"自评总分"),
    # What has no field of its own
    "detail": (
        r"(?:项目|县级|市级|区级)?(?:业务)?(?:主管|实施|执行|牵头|预算|归口|承担|建设|申报|申请|使用)(?:部门|单位|科室|股室|处室)(?:及?(?:编码|代码)|名称)?",
        r"(?:项目)?(?:所属)?(?:单位|部门)(?:编码|信息)?",
        r"(?:项目)?(?:属性|类别|类型|性质|分类|级次|等级|期限|周期|(?:总体|基本)?概况|总体情况|基本情况|内容|地点|立项情况|立项依据|来源)",
        r"一级项目名称",
        r"项目(?:审批|总预算|总投资|批复文号)|.{0,8}(?:科目(?:代码|名称|编码)|预算分类)",
        r"(?:项目)?(?:支出)?(?:起止|实施|建设|执行)(?:时间|期限|年限|周期|期|内容|进度计划|方案)",
        r"(?:项目)?(?:立项|设立|政策|实施)(?:依据|情况|背景|必要性|可行性)",
        r"项目(?:申报|立项)的(?:依据|可行性|必要性)",
        r"政府性基金(?:预算)?(?:资金|拨款)?|国有资本经营预算(?:资金)?|(?:本级|上级)支出|预算执行率权重|是否.{2,8}项目",
        r"开始时间|完成时间|填报日期|填表日期|年度",
        r"(?:部门|单位)?职能(?:职责)?(?:概述|与活动)?",
        r"项目实施内容及过程(?:概述)?",
        r"(?:当年|年度)?主要(?:任务|工作|内容)",
        r"评价结论|自评结论|评价等级|存在问题|改进措施|有关说明|归口科室|资金来源",
        r"(?:其[他它])?需要?说明的?(?:事项|问题|情况)|其[他它]说明的(?:事项|问题)",
        r".{0,16}(?:初审|评审|审核|审批|审查)意见",
    ),
}
_LABELS = tuple((field, re.compile("|".join(words))) for field, words in _WORDS.items())
MONEY_COLUMNS = ("initial", "adjusted", "executed", "rate", "money_weight", "money_score", "money_note")
MONEY_ROWS = ("total", "fiscal", "other", "carried", "money_row")
_NUMBERING = re.compile(r"^(?:[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.．、]|[一二三四五六]、)")
_MONEY_UNITS = tuple(
    re.compile(pattern)
    for pattern in (
        r"[（(：:](?:单位[：:])?(?:人民币)?(万元|元)[）)]?$",
        r"^(?:金额)?单位[：:]?(万元|元)$",
    )
)
_TITLE = re.compile(
    r"(?:绩效|目标|自评|申报)[^，。；]{0,16}表(?:[（(][^（()）]*[）)])*(?:[（(]?(?:19|20)\d\d年度?[）)]?)?$"
)
_LONGEST_TITLE = 60


def label_of(text: str) -> str | None:
    """The field a label opens, `项目资金（万元）：` → money; None for a word that is no label."""
    key = squeeze(text)
    if not 1 < len(key) <= LONGEST_HEAD:
        return None
    bare = bare_key(key)
    return first_match(_LABELS, bare) or _numbered_row(bare)


def _numbered_row(key: str) -> str | None:
    """`（一）财政拨款小计`, `1、一般公共预算`: the sums of a form may be numbered."""
    found = first_match(_LABELS, _NUMBERING.sub("", key))
    return found if found in MONEY_ROWS else None


def money_unit_in(text: str) -> str | None:
    """`项目资金（万元）` → 万元."""
    key = squeeze(text).rstrip("：:")
    found = next((found for pattern in _MONEY_UNITS if (found := pattern.search(key))), None)
    return found[1] if found else None


def is_title(text: str) -> bool:
    """`2023年项目支出绩效自评表（2023年度）`: the line above a form."""
    key = squeeze(text)
    return len(key) <= _LONGEST_TITLE and _TITLE.search(key) is not None
