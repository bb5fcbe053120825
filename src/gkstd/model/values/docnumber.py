"""Document numbers (发文字号): 国办发〔2016〕80号, 国务院令第711号, 公告2014年第40号.

In: a number as typed. Out: its one printed form, and faults. Other brackets, other digits, spaces and the short name
of the State Council's orders are normalised silently; what has to be guessed is a fault. Never checks that the
document exists.
"""

import re
from functools import cache

from gkstd.model.values.fault import Fault
from gkstd.model.values.fold import fold, whole
from gkstd.model.values.numerals import NUMERAL as N
from gkstd.model.values.numerals import to_int
from gkstd.model.values.vocabulary import DITTO

LONGEST = 80
FIRST_YEAR, LAST_YEAR = 1949, 2100
_OPEN, _CLOSE = "〔［\\[（【﹝〖{", "〕］\\]）】﹞〗}"
_ISSUER = ".{0,24}?"
"""Judged afterwards (`_named`): a range of twenty thousand characters takes longer to compile than all numbers to read."""


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def normalise_document_number(text: str) -> tuple[str, tuple[Fault, ...]]:
    """The printed form of `text`, or the empty string when it is no document number.

    A lost bracket is a guess (〔201744号), unless white space still parts the year from the serial.
    """
    word = fold(text[:LONGEST]).text.rstrip("。；，、")
    if not word or len(text) > LONGEST or word in DITTO:
        kind = "same-as-above" if word in DITTO else "unknown-form" if word else "empty"
        return "", (whole(text, kind),)
    spaced = _pattern(r"[0-9０-９]{4}\s+[0-9０-９]").search(text) is not None
    for form in (_order, _notice, _letter):
        number, kind = form(word)
        if not number:
            continue
        if not kind or (kind == "bracket-lost" and spaced):
            return number, ()
        return number, (whole(text, kind, "" if kind == "implausible-year" else number),)
    return "", (whole(text, "unknown-form"),)


def _order(word: str) -> tuple[str, str]:
    """令: 国令第711号 → 国务院令第711号; 主席令第九号 → 主席令第9号; 部令18号 → 部令第18号."""
    if "令" not in word:
        return "", ""
    found = _pattern(rf"(?P<issuer>{_ISSUER})令（?第?(?P<serial>{N})号?）?").fullmatch(word)
    if found is None or not _named(found["issuer"]) or not (serial := to_int(found["serial"])):
        return "", ""
    issuer = found["issuer"].removeprefix("中华人民共和国")
    issuer = "国务院" if issuer == "国" else issuer
    return f"{issuer}令第{serial}号", "" if "号" in word else "no-serial-mark"


def _notice(word: str) -> tuple[str, str]:
    """公告 and 通告, numbered within a year: 2014年第40号公告 and 公告〔2014〕40号 → 公告2014年第40号."""
    if "公告" not in word and "通告" not in word:
        return "", ""
    kind = "公告|通告"
    year = rf"[{_OPEN}]?(?P<year>[0-9]{{4}})年?[{_CLOSE}]?"
    found = _pattern(rf"(?P<issuer>{_ISSUER})(?P<kind>{kind}){year}第?(?P<serial>{N})号").fullmatch(word) or _pattern(
        rf"(?P<issuer>{_ISSUER}){year}第(?P<serial>{N})号(?P<kind>{kind})"
    ).fullmatch(word)
    if found is None or not _named(found["issuer"]) or not (serial := to_int(found["serial"])):
        return "", ""
    return f"{found['issuer']}{found['kind']}{found['year']}年第{serial}号", _doubt(int(found["year"]))


def _letter(word: str) -> tuple[str, str]:
    """A letter code with year and serial: 国办发[2016]第80号 → 国办发〔2016〕80号."""
    found = _pattern(
        rf"(?P<code>.{{1,24}}?)(?P<open>[{_OPEN}])?(?P<year>[0-9]{{4}})年?(?P<close>[{_CLOSE}])?"
        rf"(?P<word>第)?(?P<serial>[0-9]+|{N})(?P<mark>号+)?"
    ).fullmatch(word)
    if found is None or not _named(found["code"], latin=True) or not (serial := to_int(found["serial"])):
        return "", ""
    number = f"{found['code']}〔{found['year']}〕{serial}号"
    if not found["mark"]:
        return number, "no-serial-mark"
    lost = not (found["close"] or found["word"])
    return number, "bracket-lost" if lost else _doubt(int(found["year"]))


def _named(issuer: str, latin: bool = False) -> bool:
    """Whether only characters, brackets and perhaps Latin letters stand there."""
    return all("一" <= c <= "鿿" or c in "（）" or (latin and c.isascii() and c.isalpha()) for c in issuer)


def _doubt(year: int) -> str:
    return "" if FIRST_YEAR <= year <= LAST_YEAR else "implausible-year"
