"""Patterns of punctuation faults in Chinese text, as data (GB/T 15834—2011), with what each hit becomes.

Patterns begin with the letters that set them off, so that a scan is quick. Never decides where in a standard they matter.
"""

import re
from collections.abc import Callable

from msgspec import Struct

from gkstd.checks.drafting.draft import PRINTED, SILENT
from gkstd.checks.drafting.lazy import Lazy
from gkstd.checks.drafting.letters import Triggers
from gkstd.diagnostics import Code
from gkstd.diagnostics.codes import lint_text

HAN = r"\u3005-\u9fff"
"""Characters and the brackets among them: one range, since sets of many ranges take long to compile."""
WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
_FULL_LETTERS = "０１２３４５６７８９．％" + "".join(map(chr, (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))))
NARROW = {ord(wide): chr(ord(wide) - 0xFEE0) for wide in _FULL_LETTERS}

_WIDE = r"[^\x00-\u2017]"
"""Anything that is no Latin text: characters, marks, and what prints a reference. Said by what it is not, which compiles quickly."""
_WIDE_WORD = rf"[^\x00-\u2017{PRINTED}{SILENT}]"
"""The same, but for what prints a reference."""
_NO_IMAGE = r"(?<!!(?=\[))"
"""Not the mark that makes a picture of `[words](source)`."""
HALF = Lazy(rf"[,;?!:](?<={_WIDE}.){_NO_IMAGE}|[,;:?!](?<=[0-9A-Za-z%)][,;:?!])(?={_WIDE})")
POINT = Lazy(rf"\.(?<={_WIDE}\.)(?![0-9A-Za-z.])")
PAREN = Lazy(rf"\((?:(?<=[{HAN}]\()|(?=[^()\n]*[{HAN}]))[^()（）\n]*\)")
MIXED_PAREN = Lazy(r"（[^()（）\n]*\)|\([^()（）\n]*）")
QUOTES = Lazy(rf'"(?=[^"\n]*[{HAN}])[^"\n]*"')
SINGLES = Lazy(rf"'(?=[^'\n]*[{HAN}])[^'\n]*'")
_YEARS = (*tuple(f"{mark}{century}" for mark in "[［(（【﹝〖" for century in ("19", "20")), "〕第", "〕 ")
BRACKET = Lazy(
    rf"[\[［\(（【﹝〖〔](?<=[{HAN}].)(?P<year>(?:19|20)[0-9]{{2}})[\]］\)）】﹞〗〕]\s*第?\s*(?P<serial>[0-9]+)\s*号"
)
ADJACENT = Lazy(r"、(?<=》、)(?=《)")
ADJACENT_QUOTES = Lazy(r"、(?<=”、)(?=“)")
SPACE = Lazy(rf"[ \u00a0](?<={_WIDE_WORD}[ \u00a0])[ \u00a0]*(?={_WIDE_WORD})")
TAB = Lazy(r"\t+(?<=[\u4e00-\u9fff，。；：、]\t)(?=[\u4e00-\u9fff])")
PLACE_SPACE = Lazy(
    r"(?<=第)[ \u00a0]+(?=[0-9]+[ \u00a0]?[章条])|(?<=[0-9])[ \u00a0]+(?=章(?:的|，|。|；|、|规定))|(?<=附录)[ \u00a0]+(?=[A-Z](?![A-Za-z]))"
    r"|(?<=[见按表和与]表)[ \u00a0]+(?=[0-9])|(?<=[见按和与]图)[ \u00a0]+(?=[0-9])"
)
"""第 4 章, 附录 A, 见表 1: the number of a place stands close."""
NO_SERIAL_END = Lazy(r"〔(?:19|20)[0-9]{2}〕[0-9]+(?![0-9号])")
SERIAL_SPACE = Lazy(r"(?<=〕)[ \u00a0]+(?=[0-9]+号)")
SINGLE_OUTER = Lazy(r"‘(?P<said>[^‘’“”\n]*)’")
CORNERS = Lazy(r"「(?P<said>[^「」\n]*)」")
TWICE = Lazy(r"的的(?!确|士)|了了(?!解|之|然|却|事)|和和(?<![总调缓温祥共饱协柔谦]和和)(?!平|谐|睦|气|解|约)")
SERIAL = Lazy(r"〔(?P<year>(?:19|20)[0-9]{2})〕0+(?P<serial>[1-9][0-9]*)号")
SHORT_YEAR = Lazy(r"[\[［\(（【〔](?P<year>[0-9]{2})[\]］\)）】〕](?P<serial>[0-9]+)号")
ANGLES = Lazy(rf"<(?P<title>[{HAN}]+)>")
LONE_ANGLES = Lazy(r"〈(?P<title>[^〈〉\n]+)〉")
NESTED = Lazy(r"《(?P<a>[^《》\n]*)《(?P<b>[^《》\n]*)》(?P<c>[^《》\n]*)》")
ETC = Lazy(
    r"(?:……|…)等(?![级同待候效额比高])|(?<![同平对均高初中劣上何不相差优特])等(?:……|…)|、等(?=[，。；]|的|方式|形式|内容|情况|材料|信息)"
)
CLUSTER = Lazy(r"[。，、；：]{2,}")
DOTS = Lazy(r"\.{3,}|…+")
DASHES = Lazy(rf"[-–－──—]+(?<=[{HAN}].)(?=[{HAN}])|[-–－─—](?<=[{HAN}].)[-–－─—]+(?=[{HAN}])")
FULL_WIDTH = Lazy(r"[０-９Ａ-Ｚａ-ｚ]+(?:．[０-９]+)?％?")

Fix = Callable[[re.Match[str]], str]


class MarkRule(Struct, frozen=True):
    """A pattern, the letters that must be there for it, what a hit becomes, and whether it looks inside quotations.

    A hit that becomes itself is no fault.
    """

    code: Code
    pattern: Lazy
    triggers: Triggers
    fix: Fix
    quoted: bool = True


def _cluster(hit: re.Match[str]) -> str:
    """Several stops become the strongest; six stops of the middle height were meant as an ellipsis."""
    said = hit[0]
    if set(said) == {"。"} and len(said) > 2:
        return "……"
    return next(mark for mark in "。：；，、" if mark in said)


def _dots(hit: re.Match[str]) -> str:
    return "……" if len(hit[0]) != 2 or hit[0][0] != "…" else hit[0]


def _dashes(hit: re.Match[str]) -> str:
    """A dash is two em long; one em joins (北京—上海)."""
    said = hit[0]
    return said if said in ("——", "—", "-") else "——"


def _century(hit: re.Match[str]) -> str:
    """环发〔17〕42号: the century is a guess good enough for a message."""
    if not "\u3005" <= hit.string[hit.start() - 1 : hit.start()] <= "\u9fff":
        return hit[0]
    return f"〔{'19' if hit['year'] > '50' else '20'}{hit['year']}〕{int(hit['serial'])}号"


RULES: tuple[MarkRule, ...] = (
    MarkRule(lint_text.HALF_WIDTH, HALF, ",;:?!", lambda hit: WIDE[hit[0]], quoted=False),
    MarkRule(lint_text.HALF_WIDTH, POINT, ".", lambda hit: WIDE[hit[0]], quoted=False),
    MarkRule(lint_text.HALF_WIDTH, PAREN, "(", lambda hit: f"（{hit[0][1:-1]}）"),
    MarkRule(lint_text.HALF_WIDTH, MIXED_PAREN, "()", lambda hit: f"（{hit[0][1:-1]}）"),
    MarkRule(lint_text.HALF_WIDTH, QUOTES, '"', lambda hit: f"“{hit[0][1:-1]}”"),
    MarkRule(lint_text.HALF_WIDTH, SINGLES, "'", lambda hit: f"‘{hit[0][1:-1]}’"),
    MarkRule(lint_text.BRACKETS, BRACKET, _YEARS, lambda hit: f"〔{hit['year']}〕{hit['serial']}号"),
    MarkRule(lint_text.BRACKETS, SERIAL, ("〕0",), lambda hit: f"〔{hit['year']}〕{hit['serial']}号"),
    MarkRule(lint_text.BRACKETS, NO_SERIAL_END, "〕", lambda hit: f"{hit[0]}号"),
    MarkRule(lint_text.BRACKETS, SERIAL_SPACE, ("〕 ", "〕\u00a0"), lambda _: ""),
    MarkRule(lint_text.ODD_MARKS, SINGLE_OUTER, "‘", lambda hit: f"“{hit['said']}”", quoted=False),
    MarkRule(lint_text.ODD_MARKS, CORNERS, "「", lambda hit: f"“{hit['said']}”"),
    MarkRule(lint_text.ODD_MARKS, TWICE, ("的的", "了了", "和和"), lambda hit: hit[0][0], quoted=False),
    MarkRule(lint_text.SPACE, TAB, "\t", lambda _: "", quoted=False),
    MarkRule(lint_text.SPACE, PLACE_SPACE, ("第 ", " 章", "附录 ", "表 ", "图 "), lambda _: "", quoted=False),
    MarkRule(lint_text.BRACKETS, SHORT_YEAR, ("号",), _century),
    MarkRule(lint_text.HALF_WIDTH, ANGLES, "<", lambda hit: f"《{hit['title']}》"),
    MarkRule(lint_text.ODD_MARKS, LONE_ANGLES, "〈", lambda hit: f"《{hit['title']}》", quoted=False),
    MarkRule(lint_text.ODD_MARKS, NESTED, "《", lambda hit: f"《{hit['a']}〈{hit['b']}〉{hit['c']}》"),
    MarkRule(lint_text.ODD_MARKS, ETC, ("…等", "等…", "、等"), lambda _: "等"),
    MarkRule(lint_text.ADJACENT, ADJACENT, ("》、《",), lambda _: ""),
    MarkRule(lint_text.ADJACENT, ADJACENT_QUOTES, ("”、“",), lambda _: ""),
    MarkRule(lint_text.SPACE, SPACE, " \u00a0", lambda _: "", quoted=False),
    MarkRule(lint_text.ODD_MARKS, CLUSTER, "。，、；：", _cluster),
    MarkRule(lint_text.ODD_MARKS, DOTS, ("...", "…"), _dots),
    MarkRule(lint_text.ODD_MARKS, DASHES, ("--", "–", "－", "─", "—-", "———"), _dashes),
    MarkRule(lint_text.FULL_WIDTH, FULL_WIDTH, _FULL_LETTERS, lambda hit: hit[0].translate(NARROW)),
)
