"""The pieces of which time limits are written, as regular-expression text, and the words that are wrong.

In: nothing. Out: pattern pieces over folded text and `pattern`, which compiles one when it is first used, so that
importing costs nothing. Never judges a clause.
"""

import re
from functools import cache

from gkstd.model.values.numerals import NUMERAL as N
from gkstd.model.values.term import Unit

UNITS: dict[str, Unit] = {unit.value: unit for unit in Unit} | {"天": Unit.DAY, "季度": Unit.QUARTER, "星期": Unit.WEEK}
UNIT = "工作日|小时|星期|季度|日|天|周|季|月|年"
QUANTITY = rf"(?P<number>{N})(?:个?(?P<unit>工作日|小时|星期|季度|日|天|周|季|年)|个(?P<month>月))"
DATE = rf"(?:{N}年)?{N}月(?:{N}[日号]|[底末初]|[上中下]旬)?|{N}年[底末初]"
ACTION = (
    "公开|公布|公示|公告|发布|更新|通知|告知|答复|办结|申请|送达|反馈|回复|完成|提供|披露|上网|作出|办理|审结|受理|报送"
    "|归档|说明|调整|举行|召开"
)
MANNER = "及时|应当|应|予以|进行|主动|依法|对外|全文|统一|一并|同步|集中|现场|首次"
# The repetitions are possessive: the words do not overlap, and backtracking into them would be exponential.
TAIL = rf"(?P<tail>[，、]?(?:{MANNER})*+(?:(?:向|在|通过)[^，；：0-9]{{1,16}}?)?(?:{MANNER})*+(?:{ACTION})(?:[^，；：0-9]{{0,12}}))?"
AT_ONCE = "实时|即时|及时|随时|立即|当场|当日|当天"
TIME = (
    rf"{N}个?(?:{UNIT})|{AT_ONCE}|长期|每(?:{N}|半)?个?(?:{UNIT})|半年|次[月日年]|{N}次"
    rf"|按(?:半?年|季|月|周|日)"
)
EVENT_VERB = (
    "形成|变更|获取|制作|制定|作出|收到|结束|批准|批复|签订|完成|受理|成立|生效|发布|公布|中标|确定|认定|通过|印发|下达|调整"
    "|支付|期满"
)
PUBLICITY = "公示|公告|公开|征求意见|征集意见|发售|展示|张贴"

WRONG_UNIT = "工作[曰目口田天]|工做日|工日|工作(?=[内內以之])"
MISWRITTEN = (
    rf"(?P<q>(?P<qn>{N})(?P<ge>[个個]?)(?P<qu>{WRONG_UNIT}|工作日|小[时時]|日|天|月|周|年|季度?)(?P<qr>以[内內]|之[内內]|[内內])?)"
    r"|(?P<now>马上|立刻|立马|尽快|尽早|第一时间|适时|迅速|及吋|及進)"
    r"|(?P<ever>(?:永久|永远|常年|长年)(?=公开|公示|有效|$))"
    r"|(?P<start>之(?:日期|曰起|日启|日其)(?=[0-9一二三四五六七八九十]))"
    r"|(?P<least>≥|>=|不小于|不低于|不得低于|大于等于|不少与)"
    r"|(?P<trad>[時長開佈實隨變請決間]+)"
)
TRADITIONAL = str.maketrans("時長開佈實隨變請決間", "时长开布实随变请决间")

KNOWN_FORMS: tuple[str, ...] = (
    "自信息形成或者变更之日起20个工作日内",
    "自作出行政决定之日起7个工作日内",
    "自收到申请之日起20个工作日内",
    "20个工作日内",
    "批准后20日内",
    "公示7个工作日",
    "公示不少于30日",
    "组织听证7个工作日前",
    "及时公开",
    "实时公开",
    "即时公开",
    "随时公开",
    "按进展情况及时公开",
    "长期公开",
    "长期公开（动态调整）",
    "每年1月31日前",
    "每季度公开",
    "每月公开",
    "半年至少更新1次",
)
"""Forms offered when nothing was understood, each of which parses."""


@cache
def pattern(text: str) -> re.Pattern[str]:
    """The compiled pattern; compiled once, at first use."""
    return re.compile(text)


def quantity(found: re.Match[str]) -> tuple[str, Unit]:
    """The numeral and the unit of a `QUANTITY` match."""
    return found["number"], UNITS[found["month"] or found["unit"]]
