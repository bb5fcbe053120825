"""Standard numbers: GB/T 1.1—2009, DB61/T 1234—2018, T/CAS 1.1—2017, Q/JBZW 001—2018.

In: a number as typed. Out: `StandardNumber`, or `None` and a fault; `format_standard_number` prints it as GB/T 1.1
requires: a space after the code, a one-em dash before the year. Never knows whether the standard exists.
"""

import re
from functools import cache

from msgspec import Struct

from gkstd.model.values.fault import Fault
from gkstd.model.values.fold import INVISIBLE, TABLE, whole


class StandardNumber(Struct, frozen=True):
    """`prefix` is the code (GB/T), `number` the serial (24421; ZW-TG-01 for an enterprise), `part` what follows the
    first point ("1", "3.2", or empty), `year` is None when undated, `all_parts` stands for （所有部分）."""

    prefix: str
    number: str
    part: str = ""
    year: int | None = None
    all_parts: bool = False


_DASHES = "-－—–―‐‑─−﹣"
_COLON = {ord("："): ":"}
_PLAIN = TABLE | {ord(dash): "-" for dash in _DASHES} | {ord(char): " " for char in INVISIBLE} | _COLON
_CODE = r"T/[A-Z0-9]+|Q/[A-Z0-9]+|DB[0-9]{2,6}(?:/[TZ])?|ISO(?:/IEC)?(?:/T[SR])?|IEC|[A-Z]{2,5}(?:/[TZ])?"
_KNOWN = "GB", "HJ", "MZ", "JGJ", "CJJ", "YY", "DL", "GA", "LB", "WH", "JT"


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<prefix>{_CODE})\s*(?P<number>(?:[A-Z]+[A-Z0-9]*-)*[0-9]+)(?P<part>(?:\.[0-9]+)*)"
        r"\s*(?:[-:]\s*(?P<year>[0-9]{4}|[0-9]{2})(?![0-9]))?\s*(?P<all>（(?:所有部分|系列标准|各部分)）)?"
    )


def parse_standard_number(text: str) -> tuple[StandardNumber | None, tuple[Fault, ...]]:
    """The number in `text`; any dash, either case, full-width letters and a missing space are taken silently."""
    plain = _plain(text)
    body = plain.strip()
    found = _pattern().match(body)
    if found is None or _run_together(found["prefix"]):
        return None, (_refuse(text, body),)
    number, fault = _read(text, found)
    rest = body[found.end() :]
    if rest.startswith(("-", ".")) or (rest and rest[0].isascii() and rest[0].isalnum()):
        return None, (whole(text, "unknown-form"),)
    if rest.strip():
        start = len(plain) - len(plain.lstrip()) + found.end()
        end = len(plain.rstrip())
        return number, (*fault, Fault(start, end, "trailing-text", text[start:end]))
    return number, fault


def format_standard_number(number: StandardNumber) -> str:
    """The printed form: U+2014 before the year, but a colon for ISO and IEC, which print it so themselves."""
    part = f".{number.part}" if number.part else ""
    dash = ":" if number.prefix.startswith(("ISO", "IEC")) else "—"
    year = f"{dash}{number.year}" if number.year is not None else ""
    return f"{number.prefix} {number.number}{part}{year}{'（所有部分）' if number.all_parts else ''}"


def _run_together(prefix: str) -> bool:
    """GBT for GB/T."""
    return prefix[:-1] in _KNOWN and prefix[-1] in "TZ"


def _plain(text: str) -> str:
    """Same length: upper case ASCII, one kind of dash, Chinese brackets, invisible characters as spaces."""
    folded = text.translate(_PLAIN).translate(_COLON)
    return folded.upper() if folded.isascii() else "".join([c.upper() if c.isascii() else c for c in folded])


def _read(text: str, found: re.Match[str]) -> tuple[StandardNumber, tuple[Fault, ...]]:
    year = found["year"]
    value = None if year is None else int(year) + (1900 if len(year) == 2 else 0)
    number = StandardNumber(
        prefix=found["prefix"],
        number=found["number"],
        part=found["part"].removeprefix("."),
        year=value,
        all_parts=found["all"] is not None,
    )
    if year is not None and len(year) == 2:
        return number, (whole(text, "two-digit-year", format_standard_number(number)),)
    if value is not None and not 1950 <= value <= 2100:
        return number, (whole(text, "implausible-year"),)
    return number, ()


def _refuse(text: str, body: str) -> Fault:
    """Codes run together or joined by a dash (GBT, GB-T) are the usual slip; the mended number is offered."""
    if not body:
        return whole(text, "empty")
    mended = re.sub(rf"^({'|'.join(_KNOWN)})\s*-?\s*([TZ])(?=[\s0-9])", r"\1/\2 ", body)
    found = _pattern().fullmatch(mended)
    return whole(text, "unknown-form", format_standard_number(_read(text, found)[0]) if found else "")
