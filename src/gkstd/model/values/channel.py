"""公开渠道和载体: the thirteen printed boxes.

In: one entry as written. Out: `ChannelUse`, or `None` and a fault. The printed order is the order of `Channel`.
"""

from enum import StrEnum
from functools import cache

from msgspec import Struct

from gkstd.model.values.fault import Fault
from gkstd.model.values.fold import Folded, fold, part, whole
from gkstd.model.values.vocabulary import refusal, table


class Channel(StrEnum):
    """The thirteen values, in the order the official table prints them."""

    WEBSITE = "政府网站"
    GAZETTE = "政府公报"
    NEW_MEDIA = "两微一端"
    BRIEFING = "发布会/听证会"
    BROADCAST = "广播电视"
    PRINT = "纸质媒体"
    READING_ROOM = "公开查阅点"
    SERVICE_CENTRE = "政务服务中心"
    SERVICE_STATION = "便民服务站"
    ON_SITE = "入户/现场"
    NOTICE_BOARD = "社区/企事业单位/村公示栏（电子屏）"
    TARGETED = "精准推送"
    OTHER = "其他"


PUBLIC: frozenset[Channel] = frozenset(Channel) - {Channel.ON_SITE, Channel.TARGETED, Channel.OTHER}
"""Channels where anybody may come upon the information without being chosen for it.

入户/现场 reaches the households that are visited and 精准推送 the persons who are picked, so neither discloses to the
public. 其他 depends on its text (信用中国网站 is public, 当面或邮寄 is not): see `is_public`.
"""

SYNONYMS: dict[str, Channel] = {
    "政府门户网站": Channel.WEBSITE,
    "门户网站": Channel.WEBSITE,
    "部门网站": Channel.WEBSITE,
    "单位网站": Channel.WEBSITE,
    "政府公报（纸质）": Channel.GAZETTE,
    "政务新媒体": Channel.NEW_MEDIA,
    "微信公众号": Channel.NEW_MEDIA,
    "单位公众号": Channel.NEW_MEDIA,
    "微博微信": Channel.NEW_MEDIA,
    "发布会": Channel.BRIEFING,
    "听证会": Channel.BRIEFING,
    "新闻发布会": Channel.BRIEFING,
    "发布会听证会": Channel.BRIEFING,
    "发布会、听证会": Channel.BRIEFING,
    "广播": Channel.BROADCAST,
    "电视": Channel.BROADCAST,
    "广播、电视": Channel.BROADCAST,
    "广播/电视": Channel.BROADCAST,
    "报纸": Channel.PRINT,
    "报刊": Channel.PRINT,
    "纸质载体": Channel.PRINT,
    "政府信息公开查阅点": Channel.READING_ROOM,
    "政务公开查阅点": Channel.READING_ROOM,
    "信息公开查阅点": Channel.READING_ROOM,
    "行政服务中心": Channel.SERVICE_CENTRE,
    "政务大厅": Channel.SERVICE_CENTRE,
    "政务服务大厅": Channel.SERVICE_CENTRE,
    "便民服务点": Channel.SERVICE_STATION,
    "便民服务中心": Channel.SERVICE_STATION,
    "入户": Channel.ON_SITE,
    "现场": Channel.ON_SITE,
    "入户、现场": Channel.ON_SITE,
    "公示栏": Channel.NOTICE_BOARD,
    "公告栏": Channel.NOTICE_BOARD,
    "电子屏": Channel.NOTICE_BOARD,
    "公告公示栏": Channel.NOTICE_BOARD,
    "村公示栏": Channel.NOTICE_BOARD,
    "村务公开栏": Channel.NOTICE_BOARD,
    "社区公示栏": Channel.NOTICE_BOARD,
    "镇村公示公开栏": Channel.NOTICE_BOARD,
    "社区/企事业单位/村公示栏": Channel.NOTICE_BOARD,
    "社区、企事业单位、村公示栏（电子屏）": Channel.NOTICE_BOARD,
    "其它": Channel.OTHER,
}
"""Other names met in real tables; each is accepted and becomes the standard box."""

ADDITIONS: tuple[str, ...] = (
    "征地信息公开平台",
    "投资项目在线审批监管平台",
    "公共资源交易平台",
    "招标投标公共服务平台",
    "中国政府采购网",
    "全国排污许可证管理信息平台",
    "信用中国网站",
    "办税服务厅",
    "被征收范围内公告栏",
    "图书馆",
    "国家档案馆",
    "政务公开专区",
    "提供政务服务的场所",
    "企业网站",
)
"""Carriers that real tables add without a box of their own; each is accepted and becomes 其他 with this text."""

_PRIVATE = ("当面", "邮寄", "电话", "短信", "邮箱", "电子邮件", "个人")
_TICKED, _EMPTY = "■☑√✓✔▇█◆", "□☐"


class ChannelUse(Struct, frozen=True):
    """One channel of an item. `text` names the carrier of 其他; `written` is the entry as the editor wrote it."""

    channel: Channel
    text: str = ""
    written: str = ""


def is_public(use: ChannelUse) -> bool | None:
    """Whether anybody may come upon what is disclosed there; `None` when 其他 leaves it open."""
    if use.channel is not Channel.OTHER:
        return use.channel in PUBLIC
    return False if any(word in use.text for word in _PRIVATE) else None


@cache
def _spellings() -> dict[str, Channel]:
    """Every accepted spelling; made at first use, so that importing stays cheap."""
    return table(Channel, SYNONYMS)


def parse_channel(text: str) -> tuple[ChannelUse | None, tuple[Fault, ...]]:
    """The channel that `text` names: 政府网站, ■政府网站, 行政服务中心, 其他：办税服务厅, 其他（当面或邮寄）."""
    folded = fold(text)
    word = folded.text.lstrip("".join(_TICKED)).rstrip("。；，、")
    written = text.strip()
    if word[:1] and word[:1] in _EMPTY:
        return None, (whole(text, "not-ticked"),)
    if word in ADDITIONS:
        return ChannelUse(Channel.OTHER, word, written), ()
    channel = _spellings().get(word)
    if channel is not None and channel is not Channel.OTHER:
        return ChannelUse(channel, "", written), ()
    if word.startswith(("其他", "其它")):
        return _other(text, folded, written)
    return None, (_unknown(text, word),)


def format_channel(use: ChannelUse) -> str:
    """The standard spelling: the box's name, and for 其他 its text after a colon."""
    return f"{use.channel}：{use.text}" if use.text else str(use.channel)


def _other(text: str, folded: Folded, written: str) -> tuple[ChannelUse | None, tuple[Fault, ...]]:
    """其他, with the name of the carrier after a colon or in brackets, white space inside it kept."""
    start = folded.text.index("其") + 2
    if start >= len(folded.text):
        return ChannelUse(Channel.OTHER, "", written), (whole(text, "other-without-text"),)
    mark = folded.text[start]
    if mark not in "：（":
        rest = text[folded.at[start] :].strip()
        return None, (whole(text, "unknown-form", f"其他：{rest}"),)
    name = text[folded.at[start] + 1 :].strip()
    name = name[:-1].rstrip() if mark == "（" and name.endswith(("）", ")")) else name
    if not name:
        fault = part(text, folded, (0, len(folded.text)), "other-without-text")
        return ChannelUse(Channel.OTHER, "", written), (fault,)
    return ChannelUse(Channel.OTHER, name, written), ()


def _unknown(text: str, word: str) -> Fault:
    """The nearest box, or else 其他 with what was written, which is right for a carrier of its own."""
    fault = refusal(text, word, _spellings())
    if fault.kind != "unknown-word" or fault.nearest:
        return fault
    return Fault(fault.start, fault.end, fault.kind, fault.found, f"其他：{fault.found}")
