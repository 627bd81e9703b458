"""Units of measure: how they are printed, their plain form, and the family in which they can be compared."""

import re
from dataclasses import dataclass
from decimal import Decimal

from generator.readings.comparators import alternatives

# Family, factor to its base unit, printed forms; in `a=b=c` the first is the plain form of the others.
_FAMILIES = """
ratio|1|%
ratio|10|成
ratio|0.1|‰
ratio|0.01|‱
percentage points|1|百分点=个百分点=个点
count:persons|1|人=个人 名 位
count:person-times|1|人次=人·次
count:households|1|户 家庭=个家庭
count:villages|1|村 村街 行政村=个行政村 自然村=个自然村
count:places|1|个 处 座
count:vehicles|1|辆
times|1|次 回
length:metre|1|米=m=M 延米 延长米
length:metre|1000|公里=km=KM=Km 千米
length:metre|0.01|厘米=cm
length:metre|0.001|毫米=mm
area:square metre|1|平方米=平米=㎡=m2=m²=M2=平方
area:square metre|10000|公顷
area:square metre|1000000|平方公里=km2=km² 平方千米
area:mu|1|亩
volume:cubic metre|1|立方米=m3=m³=M3=立方
volume:cubic metre|0.001|升=L
mass:kilogram|1|千克=kg=KG=Kg=㎏ 公斤
mass:kilogram|1000|吨=t
mass:kilogram|0.001|克=g
mass:kilogram|0.5|斤
time:day|1|日 天 自然日=个自然日
time:day|7|周=个周 星期=个星期
time:working day|1|工作日=个工作日
time:hour|1|小时=个小时=h
time:class hour|1|课时=个课时 学时=个学时
time:minute|1|分钟=min
time:month|1|月=个月
time:quarter|1|季度=个季度
time:year|1|年=个年头 年度=个年度
time:school term|1|学期=个学期
age:year|1|周岁 岁
temperature:celsius|1|℃=°C=°c 摄氏度
power:kilowatt|1|千瓦=kW=KW=kw
power:kilowatt|1000|兆瓦=MW
energy:kilowatt hour|1|千瓦时=kWh=KWh=kwh
points|1|分
"""
# Counters that are compared with themselves only.
_COUNTERS = """
度 台 部 架 艘 套 台套 件套 张 块 面 本 册 份 篇 期 届 场 场次 节 项 件 起 例 桩 宗 笔 条 条次 批 批次 组 队 支 家 所 社区 镇 乡 乡镇 街道
户次 台次 车次 班次 班 眼 盏 杆 根 棵 株 头 只 匹 羽 尾 箱 瓶 包 袋 桶 盒 把 枚 扇 樘 栋 幢 层 间 床 床位 张床位 顶 路 段 道 级 类 种 款 幅 副
对 片 团 倍 字 页 平台 人月 工日 人天 秒 方 里 毫克/升 mg/L 微克/立方米 μg/m3 分贝 dB 伏 瓦 千伏 千伏安 KVA kVA 村民小组 小组 网格 点位 站 车
趟 美元 人份 剂 剂次 针次 标段 口 门 线
"""
# Where one of these follows, the unit only begins another word: 100项目, 5人大代表, 37村民.
_CONTINUED = {
    "人": "大民员口才数均身力士物工事居社",
    "名": "称单录额义",
    "位": "置于",
    "户": "籍数口厕外",
    "村": "民干级委内两居容支书务规史屯部党组医道集",
    "个": "案别性",
    "处": "理置罚级于在",
    "座": "谈",
    "次": "数月性日年要级品全",
    "成": "本果效立员功品熟绩年为长交就",
    "分": "别类配析期批布级层散管段步工解发数局",
    "度": "过假量",
    "期": "间限末初刊满",
    "项": "目",
    "件": "数",
    "条": "件例款理",
    "台": "账阶风",
    "家": "庭长属禽畜园访电具",
    "组": "织长建成",
    "队": "伍员",
    "团": "员体结队委支",
    "对": "象外口接比策标照于应全各",
    "部": "门分队署位委",
    "门": "店诊户类",
    "口": "径碑头号粮岸",
    "线": "路上下索条长缆",
    "张": "贴",
    "把": "握关控",
    "支": "付持出部书农撑委援",
    "场": "所地馆景",
    "节": "约能日点假水",
    "所": "有需在属以",
    "站": "点所长",
    "类": "别型似",
    "种": "植类子养粮",
    "层": "面次级",
    "只": "有要能",
    "起": "到草来始点",
    "例": "如会行外",
    "份": "额",
    "批": "准复评示发",
    "天": "然气津空",
    "日": "常报志均照",
    "月": "报度均考末底初份",
    "年": "级底末初报均货审终龄青",
    "周": "期边报转密",
    "季度": "末初",
    "元": "旦素件宵",
    "米": "面粮线",
    "本": "级镇地项次辖部市县区乡人",
    "面": "积貌向对临包",
    "路": "灯线面段网长况",
    "道": "路德具",
    "级": "别联领网",
    "镇": "级区政域直办党机",
    "乡": "村镇级贤风",
    "街道": "办硬路面环",
    "社区": "工居民服建治矫书干卫康文",
    "里": "程",
    "方": "面案式便针向法",
    "段": "落",
    "车": "辆位间库道队补",
    "款": "项式",
    "克": "服制",
    "升": "级高降旗温",
    "间": "接距隔",
    "包": "括村联含保户片",
    "片": "区面长",
    "头": "版部目",
    "页": "面岩",
    "字": "号样体典数",
    "根": "据本治除源",
    "株": "距",
    "床": "垫铺",
    "平台": "建",
    "网格": "员化",
    "平方": "公千",
}
# After a Chinese numeral these make idioms and names far more often than numbers: 三级联动, 一线, 两个层面.
_VAGUE_WORDS = """
面 方 级 类 种 线 路 道 口 门 对 片 团 段 层 点 度 节 部 组 本 批 分 里 家 头 乡 镇 站 小组 街道 社区 村 村街 网格 平台 字 队 届 车
"""
_VAGUE = frozenset(_VAGUE_WORDS.split())

_MONEY_SHIFTS = {"元": 0, "百元": 2, "千元": 3, "万元": 4, "十万元": 5, "百万元": 6, "千万元": 7, "亿元": 8}
_MONEY_FORMS = {"块钱": "元", "圆": "元", "元钱": "元", "RMB": "元"}
_MAGNITUDES = {"百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8}

MONEY = "money"
_PERIODS = "年 年度 半年 季度 季 月 周 星期 日 天 工作日 学期 次 小时 分钟 旬"
TIME_UNITS = frozenset(_PERIODS.split())
"""What may follow a slash without naming who is paid: `3/月` is three of something, `500/人` is money."""


@dataclass(frozen=True, slots=True)
class Unit:
    plain: str
    family: str
    factor: Decimal


@dataclass(frozen=True, slots=True)
class PrintedUnit:
    unit: Unit | None
    """None where only a magnitude is printed: `5万/村`."""
    places: int
    """Of the magnitude that is not part of the unit: 4 for `3万人`."""
    is_about: bool
    """`30多个`, `3万余人`."""
    end: int


def _declared() -> dict[str, Unit]:
    units = {word: Unit(word, f"count:{word}", Decimal(1)) for word in _COUNTERS.split()}
    for line in _FAMILIES.split("\n")[1:-1]:
        family, factor, words = line.split("|")
        for forms in words.split():
            plain, *others = forms.split("=")
            units |= dict.fromkeys((plain, *others), Unit(plain, family, Decimal(factor)))
    for plain, places in _MONEY_SHIFTS.items():
        units[plain] = Unit(plain, MONEY, Decimal(10**places))
    return units | {form: units[plain] for form, plain in _MONEY_FORMS.items()}


UNITS = _declared()
_MONEY_UNITS = frozenset(_MONEY_SHIFTS)


def _pattern() -> re.Pattern[str]:
    words = []
    for word in sorted(UNITS, key=lambda word: (-len(word), word)):
        continued = f"(?![{_CONTINUED[word]}])" if word in _CONTINUED else ""
        words.append(
            re.escape(word) + (r"(?![A-Za-z0-9])" if word[-1].isascii() and word != "%" else continued)
        )
    return re.compile("|".join(words))


_UNIT = _pattern()
_MAGNITUDE = re.compile(f"([多余来]?)({alternatives(_MAGNITUDES)})?([多余]?)")


def read_unit(text: str, start: int) -> PrintedUnit | None:
    """The unit that begins at `start`, with a magnitude before it: `万元`, `万人`, `余名`, `万`."""
    if match := _UNIT.match(text, start):
        return PrintedUnit(UNITS[match[0]], 0, is_about=False, end=match.end())
    before = _MAGNITUDE.match(text, start)
    if before is None or before.end() == start:
        return None
    about, magnitude = bool(before[1] or before[3]), before[2] or ""
    match = _UNIT.match(text, before.end())
    if match and magnitude + UNITS[match[0]].plain in _MONEY_UNITS:
        return PrintedUnit(UNITS[magnitude + UNITS[match[0]].plain], 0, is_about=about, end=match.end())
    if match:
        return PrintedUnit(UNITS[match[0]], _MAGNITUDES.get(magnitude, 0), is_about=about, end=match.end())
    return PrintedUnit(None, _MAGNITUDES[magnitude], is_about=about, end=before.end()) if magnitude else None


def is_vague_after_chinese(unit: Unit) -> bool:
    return unit.plain in _VAGUE


def money_unit(places: int) -> Unit:
    """元, 万元 … for a magnitude printed without 元."""
    return UNITS[next(plain for plain, shift in _MONEY_SHIFTS.items() if shift == places)]
