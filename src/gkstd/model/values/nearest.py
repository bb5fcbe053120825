"""Did-you-mean for short names, Chinese and ASCII.

In: a word and the known names. Out: the few known names that are near, best first, in a fixed order. Never
raises; says nothing rather than something far-fetched.

Chinese names are short and often abbreviated by leaving characters out (县环保局 for 县环境保护局), so edit distance
alone is not enough: shared characters and kept order count too.
"""

from collections.abc import Iterable

LONGEST = 80
"""Characters compared; titles are shorter, and the cost grows with the square."""


def nearest(word: str, known: Iterable[str], cutoff: float = 0.55, limit: int = 3) -> tuple[str, ...]:
    """Up to `limit` of `known` whose likeness to `word` is at least `cutoff` (0 to 1), best first, ties by name."""
    asked = _key(word)
    scored = []
    for name in dict.fromkeys(known):
        score = _likeness(asked, _key(name), cutoff)
        if score >= cutoff:
            scored.append((-score, abs(len(name) - len(word)), name))
    return tuple([name for _, _, name in sorted(scored)[:limit]])


def closest(word: str, known: Iterable[str], cutoff: float = 0.55) -> str:
    """The nearest of `known`, or the empty string."""
    return next(iter(nearest(word, known, cutoff, 1)), "")


def _key(name: str) -> str:
    return "".join(name.lower().replace("_", "-").split())[:LONGEST]


def _likeness(asked: str, name: str, cutoff: float) -> float:
    """1 for equal names; 0 as soon as too few characters are shared to reach `cutoff`."""
    if not asked or not name:
        return 0.0
    if asked == name:
        return 1.0
    shared = 2 * _shared(asked, name) / (len(asked) + len(name))
    if shared < cutoff:
        return _kept_order(asked, name)
    edits = 1 - _distance(asked, name) / max(len(asked), len(name))
    return max(edits, (edits + shared) / 2, _kept_order(asked, name))


def _shared(one: str, other: str) -> int:
    return sum([min(one.count(char), other.count(char)) for char in dict.fromkeys(one)])


def _kept_order(one: str, other: str) -> float:
    """Likeness of an abbreviation: every character of the shorter, in order, within the longer."""
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    if len(short) < 2 or short.isascii() or not all(char in rest for char in short):
        return 0.0
    return 0.5 + 0.5 * len(short) / len(long)


def _distance(one: str, other: str) -> int:
    """Edits to turn `one` into `other`; two neighbours changing places are one edit."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, char in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, target in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (char != target))
            if i > 1 and j > 1 and char == other[j - 2] and one[i - 2] == target:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
