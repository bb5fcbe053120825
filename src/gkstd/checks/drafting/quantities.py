"""GK684, GK685: quantities in the form of GB/T 15835—2011 and GB/T 1.1: tolerances, dimensions, dates, 百 and 千, signs.

The patterns are mechanical; where the right form is certain `check --fix` writes it.
"""

import re
from collections.abc import Callable, Iterator

from gkstd.checks.drafting.desk import Desk, at
from gkstd.checks.drafting.found import Found
from gkstd.checks.drafting.lazy import Lazy
from gkstd.checks.drafting.letters import Triggers
from gkstd.diagnostics.codes import lint_text

_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
TOLERANCE = Lazy(
    rf"(?<![（(0-9.])(?P<a>{_NUMBER})\s?±\s?(?P<b>{_NUMBER})\s?(?P<unit>%|℃|mm|cm|m|kg|g|s|min|h)(?![A-Za-z0-9])"
)
DIMENSION = Lazy(rf"(?<![0-9.A-Za-z×])(?P<a>{_NUMBER})\s?×\s?(?P<b>{_NUMBER})\s?(?P<unit>mm|cm|m|km)(?![A-Za-z0-9²³])")
ZERO_DATE = Lazy(r"[0-9]{4}年0[1-9]月(?:[0-9]{1,2}日)?|(?<![0-9])[0-9]{1,2}月0[1-9]日")
WORKDAYS = Lazy(r"(?P<number>[0-9](?<![0-9.第].)[0-9]*)工作日(?!志)")
HUNDREDS = Lazy(
    r"[1-9](?<![0-9.].)(?:千[1-9]?百?|百)(?:[0-9]{1,2})?(?=[条件项次份人户名页处家元天日米亩张台套间]|个)|[1-9](?<![0-9.].)千[1-9]百"
)
PERCENT_SPACE = Lazy(r"(?<=[0-9]) +(?=[%％‰])")
WIDE_PERCENT = Lazy(r"(?<=[0-9])％")
COMPARED = Lazy(r">=|<=|=<|=>|≧|≦")
CHAPTER = Lazy(r"[见按照合准件](第[一二三四五六七八九十]+章)")
"""A chapter of a standard is 第4章; those of laws keep their Chinese numbers."""
CLOCK = Lazy(
    r"(?:上午|下午|晚上|早上|凌晨|中午)[一二三四五六七八九十]{1,3}[点时](?:[一二三四五六七八九十]{1,3}分|半|整)?"
)

SIGNS = {">=": "≥", "=>": "≥", "≧": "≥", "<=": "≤", "=<": "≤", "≦": "≤"}


def _hundreds(hit: re.Match[str]) -> str:
    """3千5百 is 3500."""
    said, total = hit[0], 0
    for word, worth in (("千", 1000), ("百", 100)):
        head, found, rest = said.partition(word)
        if found:
            total, said = total + int(head) * worth, rest
    return str(total + (int(said) if said else 0))


def _date(hit: re.Match[str]) -> str:
    return re.sub(r"(?<=[年月])0(?=[1-9])|^0(?=[1-9]月)", "", hit[0])


FORMS: tuple[tuple[Lazy, Triggers, Callable[[re.Match[str]], str]], ...] = (
    (TOLERANCE, "±", lambda hit: f"（{hit['a']}±{hit['b']}）{'' if hit['unit'] in '%℃' else ' '}{hit['unit']}"),
    (DIMENSION, "×", lambda hit: f"{hit['a']} {hit['unit']}×{hit['b']} {hit['unit']}"),
    (ZERO_DATE, ("年0", "月0"), _date),
    (WORKDAYS, tuple(f"{digit}工作日" for digit in "0123456789"), lambda hit: f"{hit['number']}个工作日"),
    (HUNDREDS, "千百", _hundreds),
    (PERCENT_SPACE, (" %", " ％", " ‰"), lambda _: ""),
    (COMPARED, ("=", "≧", "≦"), lambda hit: SIGNS[hit[0]]),
)


def quantities(desk: Desk) -> Iterator[Found]:
    """Every form of the table, hours of the day in Chinese, and the full-width percent sign."""
    for pattern, triggers, fix in FORMS:
        for run, hit in desk.draft.find(pattern, triggers):
            if run.kind == "formula":
                continue
            right = fix(hit)
            shown = (
                right or f"{desk.draft.text[max(run.start, hit.start() - 3) : hit.start()]}{desk.draft.text[hit.end()]}"
            )
            yield at(desk, lint_text.FIGURES, run, *hit.span(), right=shown, mend=right)
    for run, hit in desk.draft.find(WIDE_PERCENT, "％"):
        yield at(desk, lint_text.FULL_WIDTH, run, *hit.span(), right="%", mend="%")
    for run, hit in desk.draft.find(CHAPTER, "章"):
        yield at(desk, lint_text.CHINESE_NUMBER, run, *hit.span(1), word=hit[1])
    for run, hit in desk.draft.find(CLOCK, ("上午", "下午", "晚上", "早上", "凌晨", "中午")):
        yield at(desk, lint_text.CHINESE_NUMBER, run, *hit.span(), word=hit[0])
