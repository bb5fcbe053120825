"""Typing faults in a time limit, mended and reported.

In: the text of a limit. Out: the folded text with miswritten words put right, still tied to the original offsets, and
a fault for each word mended. Never decides what a clause means.
"""

import re
from collections.abc import Callable

from gkstd.model.values.fault import Fault
from gkstd.model.values.fold import Folded, fold, part
from gkstd.model.values.limit_words import MISWRITTEN, TRADITIONAL, pattern

_SPACED = r"[一-鿿]+(?:\s+[一-鿿](?![一-鿿]))+\s+[一-鿿]+"
_RIGHT_UNIT = {"小時": "小时", "天": "天"}


def mend(text: str) -> tuple[Folded, tuple[Fault, ...]]:
    """`text` folded and mended. Each fault's `nearest` is the right spelling of what it covers."""
    folded = fold(text)
    spaced = pattern(_SPACED).finditer(text) if len(text.split()) > 2 else ()
    faults = [Fault(found.start(), found.end(), "inner-space", found[0], "".join(found[0].split())) for found in spaced]
    pieces: list[str] = []
    places: list[int] = []
    last = 0
    for found in pattern(MISWRITTEN).finditer(folded.text):
        right = _right(found)
        if right == found[0]:
            continue
        start, end = folded.span(*found.span())
        faults.append(part(text, folded, found.span(), "near-miss", right))
        pieces += (folded.text[last : found.start()], right)
        places += (*folded.at[last : found.start()], *[start] * (len(right) - 1), end - 1)
        last = found.end()
    if not last:
        return folded, tuple(faults)
    mended = Folded("".join((*pieces, folded.text[last:])), (*places, *folded.at[last:]))
    return mended, tuple(faults)


def _right(found: re.Match[str]) -> str:
    """The right spelling of one miswritten word, or the word itself."""
    return _RIGHT[found.lastgroup or ""](found) if found.lastgroup in _RIGHT else found[0]


def _right_quantity(found: re.Match[str]) -> str:
    """20工作日以内 → 20个工作日内; 20个工作曰 → 20个工作日; 20工作日 stays, since the tables leave 个 out too."""
    unit, relation = found["qu"], found["qr"] or ""
    wrong_unit = unit.startswith("工") and unit != "工作日"
    if not (wrong_unit or unit == "小時" or found["ge"] == "個" or relation not in ("", "内")):
        return found[0]
    unit = "工作日" if wrong_unit else _RIGHT_UNIT.get(unit, unit)
    count = "个" if found["ge"] or unit == "工作日" else ""
    return f"{found['qn']}{count}{unit}{'内' if relation else ''}"


_RIGHT: dict[str, Callable[[re.Match[str]], str]] = {
    "q": _right_quantity,
    "now": lambda _: "及时",
    "ever": lambda _: "长期",
    "start": lambda _: "之日起",
    "least": lambda _: "不少于",
    "trad": lambda found: found[0].translate(TRADITIONAL),
}
