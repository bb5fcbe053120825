"""Patterns of punctuation faults in Chinese text, as data (GB/T 15834—2011), with what each hit becomes.

Patterns begin with the letters that set them off, so that a scan is quick. Never decides where in a standard they matter.
"""

import re
from collections.abc import Callable

from msgspec import Struct

from gkstd.checks.drafting.draft import PRINTED, SILENT, Triggers
from gkstd.checks.drafting.lazy import Lazy
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
HALF = Lazy(rf"[,;?!:](?<={_WIDE}.)|[,;:?!](?<=[0-9A-Za-z%)][,;:?!])(?={_WIDE})")
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
SERIAL = Lazy(r"〔(?P<year>(?:19|20)[0-9]{2})〕0+(?P<serial>[1-9][0-9]*)号")
SHORT_YEAR = Lazy(rf"[\[［\(（【〔](?<=[{HAN}].)(?P<year>[0-9]{{2}})[\]］\)）】〕](?P<serial>[0-9]+)号")
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
    """〔17〕42号: the century is a guess good enough for a message."""
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
    MarkRule(lint_text.BRACKETS, SHORT_YEAR, ("号",), _century),
    MarkRule(lint_text.HALF_WIDTH, ANGLES, "<", lambda hit: f"《{hit['title']}》"),
    MarkRule(lint_text.ODD_MARKS, LONE_ANGLES, "〈", lambda hit: f"《{hit['title']}》", quoted=False),
    MarkRule(lint_text.ODD_MARKS, NESTED, "《", lambda hit: f"《{hit['a']}〈{hit['b']}〉{hit['c']}》"),
    MarkRule(lint_text.ODD_MARKS, ETC, ("…等", "等…", "、等"), lambda _: "等"),
    MarkRule(lint_text.ADJACENT, ADJACENT, ("》、《",), lambda _: ""),
    MarkRule(lint_text.ADJACENT, ADJACENT_QUOTES, ("”、“",), lambda _: ""),
    MarkRule(lint_text.SPACE, SPACE, " \u00a0", lambda _: "", quoted=False),
    MarkRule(lint_text.ODD_MARKS, CLUSTER, "。，、；：", _cluster),
    MarkRule(lint_text.ODD_MARKS, DOTS, ".…", _dots),
    MarkRule(lint_text.ODD_MARKS, DASHES, ("--", "–", "－", "─", "—-", "———"), _dashes),
    MarkRule(lint_text.FULL_WIDTH, FULL_WIDTH, _FULL_LETTERS, lambda hit: hit[0].translate(NARROW)),
)
