"""Where the lines of a narrow cell end: 县环境 / 保护局, not 县环境保护 / 局; 行政许可自 / 作出决定之日起 / 7个工作日内.

In: a paragraph or as much of it as is looked at, the width of its lines and what had better stay whole. Out: the end of its first line, chosen for all of
these lines together: as few as possible, none of one character, about equal, and broken between words. A word that `words` does not have
is taken to have two characters, as most have, 和 and its like and a 县 that begins a name one.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from math import inf

from gkstd.render.words import WORDS

_NOT_FIRST = frozenset("、，。．；：！？）〕】》〉”’」』％‰℃·…—/%)]")
_NOT_LAST = frozenset("（〔【《〈“‘「『№￥([")
_LINE, _ALONE, _RUN, _TORN, _RAGGED = 10.0, 30.0, 7.0, 3.0, 0.05
"""What a line costs, one of a single character, a break in what is better kept whole, one in a word, and the square of each em left free."""
_KNOWN = frozenset([word for word in WORDS if len(word) > 1])
_SUFFIX = re.compile("局|法(?=》)")
"""Belongs to the word before it: 保护局, 规划法."""
_LONGEST = max(map(len, _KNOWN))
_OTHER = re.compile(
    r"[县市镇乡村省](?![级民委务场])(?=[\u4e00-\u9fff]{2})|[和与及或的]|[A-Za-z0-9.]+个?|[\u4e00-\u9fff]{2}|.",
    re.DOTALL,
)


@lru_cache(maxsize=4096)
def first_end(text: str, ems: float, kept: tuple[tuple[int, int], ...]) -> int | None:
    """None where the text takes one line, or has a word wider than a line."""
    widths = [ems_of(char) for char in text]
    if sum(widths) <= ems:
        return None
    torn = _costs_of_breaks(text, kept)
    characters = [*accumulate(map(str.isalnum, text), initial=0)]
    costs, ends = [inf] * len(text) + [0.0], [len(text)] * len(text)
    for start in reversed(range(len(text))):
        width = 0.0
        for end in range(start + 1, len(text) + 1):
            width += widths[end - 1]
            if width > ems:
                break
            line = _LINE + _RAGGED * (ems - width) ** 2 + _ALONE * (characters[end] - characters[start] < 2)
            if (cost := costs[end] + torn[end] + line) <= costs[start]:
                costs[start], ends[start] = cost, end
    return ends[0] if costs[0] < inf else None


def ems_of(text: str) -> float:
    """About how wide a text is."""
    return sum(0.55 if char.isascii() else 1.0 for char in text)


def _costs_of_breaks(text: str, kept: Sequence[tuple[int, int]]) -> list[float]:
    """What it costs to break before each place, at the end of the text nothing."""
    words = frozenset(_ends_of_words(text))
    return [
        inf,
        *[
            (_TORN * (place not in words) + _RUN * any(start < place < end for start, end in kept))
            if _may_break(text[place - 1], text[place])
            else inf
            for place in range(1, len(text))
        ],
        0.0,
    ]


def _ends_of_words(text: str) -> Iterator[int]:
    place = 0
    while place < len(text):
        place = _known(text, place) or _other(text, place)
        place += bool(_SUFFIX.match(text, place))
        yield place


def _known(text: str, start: int) -> int | None:
    return next((start + size for size in range(_LONGEST, 1, -1) if text[start : start + size] in _KNOWN), None)


def _other(text: str, start: int) -> int:
    """Where a word ends that is not known; two characters are none where a known one begins with the second."""
    found = _OTHER.match(text, start)
    end = found.end() if found else start + 1
    return start + 1 if end == start + 2 and text[start] > "\u4dff" and _known(text, start + 1) else end


def _may_break(before: str, after: str) -> bool:
    return (
        after not in _NOT_FIRST
        and before not in _NOT_LAST
        and (before == " " or not (before.isascii() and after.isascii()))
    )
