"""Standards named in running text: 按GB/T 1526—1989中的4.2, HJ 633—2012, GB/T 32169（所有部分）.

In: any text. Out: `Named` values in order. A code of letters that no register of codes has counts only with a year, so
that PM2.5 and COD 50 are not taken for standards.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from gkstd.model.values.stdnumber import StandardNumber, format_standard_number, parse_standard_number

INDUSTRIES = frozenset(
    [
        "AQ",
        "BB",
        "CB",
        "CH",
        "CJ",
        "CJJ",
        "CY",
        "DA",
        "DB",
        "DL",
        "DZ",
        "EJ",
        "FZ",
        "GA",
        "GM",
        "GY",
        "HB",
        "HG",
        "HJ",
        "HS",
        "HY",
        "JB",
        "JC",
        "JG",
        "JGJ",
        "JR",
        "JT",
        "JTG",
        "JY",
        "LB",
        "LD",
        "LS",
        "LY",
        "MH",
        "MR",
        "MT",
        "MZ",
        "NB",
        "NY",
        "QB",
        "QC",
        "QJ",
        "QX",
        "SB",
        "SC",
        "SF",
        "SH",
        "SJ",
        "SL",
        "SN",
        "SW",
        "SY",
        "TB",
        "TD",
        "TJ",
        "TY",
        "WB",
        "WH",
        "WJ",
        "WM",
        "WS",
        "WW",
        "XB",
        "XF",
        "YB",
        "YC",
        "YD",
        "YS",
        "YY",
        "YZ",
        "ZY",
    ]
)
"""Codes of industry standards (行业标准代号)."""

_NUMBER = re.compile(
    r"(?<![A-Za-z0-9/\-])(?P<number>(?P<code>GB(?:/[TZ])?|DB[0-9]{2,6}(?:/[TZ])?|T/[A-Z0-9]{1,12}|Q/[A-Z0-9]{1,12}|ISO(?:/IEC)?|IEC"
    r"|[A-Z]{2,3}(?:/[TZ])?)\s?(?:[A-Z][A-Z0-9]{0,9}-){0,4}[0-9]{1,7}(?:\.[0-9]{1,4}){0,4}(?P<year>\s?[-—–－―−:][0-9]{4}(?![0-9]))?"
    r"(?:（所有部分）)?)"
)
_CLAUSE = re.compile(
    r"(?:中的?|的|，|,)?\s?(?P<clause>附录[A-Z](?:\.[0-9]+)*|第[0-9]+章|[表图][A-Z]?\.?[0-9]+|[A-Z]\.[0-9]+(?:\.[0-9]+)*"
    r"|[0-9]+(?:\.[0-9]+)+(?![0-9]*[%％‰年月日个天时分秒℃条项人次户处份])(?:\s?[a-z]\))?)"
)


class Named(Struct, frozen=True):
    """One standard at `[start, end)`: its printed number, whether dated, and the clause cited of it ("" for none)."""

    start: int
    end: int
    number: str
    dated: bool
    clause: str


def named(text: str) -> Iterator[Named]:
    """Every standard the text names; `end` is that of the number, the clause after it is only told."""
    for hit in _NUMBER.finditer(text):
        if not _is_code(hit):
            continue
        value, _ = parse_standard_number(hit["number"])
        if value is not None:
            yield _named(text, hit, value)


def _is_code(hit: re.Match[str]) -> bool:
    code = hit["code"]
    sure = "/" in code or code[:2] in ("GB", "DB") or code in ("ISO", "IEC")
    return sure or bool(hit["year"]) or (code in INDUSTRIES and " " in hit["number"])


def _named(text: str, hit: re.Match[str], value: StandardNumber) -> Named:
    clause = _CLAUSE.match(text, hit.end())
    return Named(
        hit.start(),
        hit.end(),
        format_standard_number(value),
        value.year is not None,
        clause["clause"] if clause else "",
    )
