"""Folding: the same text with typing variants removed, and the way back to the original offsets.

In: any string. Out: `Folded`, with no white space or invisible characters, full-width letters and digits made
ASCII, and half-width punctuation made Chinese. Never judges a value.
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from gkstd.model.values.fault import Fault

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_WIDE = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_MARKS = str.maketrans("():;,/?", "（）：；，/？") | str.maketrans("／∕", "//")
TABLE = {**_WIDE, **_MARKS}
_GONE = re.compile(rf"[\s{INVISIBLE}]")


class Folded(Struct, frozen=True):
    """`text` folded, and for each of its characters the offset `at` which it stood; one more entry for the end."""

    text: str
    at: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Original offsets of `text[start:end]`."""
        return self.at[start], self.at[end - 1] + 1 if end > start else self.at[start]


def fold(original: str) -> Folded:
    """Fold `original`. One character becomes one character or none, so offsets stay exact."""
    plain = original.translate(TABLE)
    if not _GONE.search(plain):
        return Folded(plain, range(len(plain) + 1))
    kept = [place for place, char in enumerate(plain) if not _vanishes(char)]
    end = kept[-1] + 1 if kept else 0
    return Folded("".join([plain[place] for place in kept]), (*kept, end))


def _vanishes(char: str) -> bool:
    return char.isspace() or char in INVISIBLE


def whole(original: str, kind: str, nearest: str = "") -> Fault:
    """A fault that covers the trimmed `original`."""
    start = len(original) - len(original.lstrip())
    end = max(start, len(original.rstrip()))
    return Fault(start, end, kind, original[start:end], nearest)


def part(original: str, folded: Folded, place: tuple[int, int], kind: str, nearest: str = "") -> Fault:
    """A fault that covers the half-open `place` of `folded.text`, in original offsets."""
    first, last = folded.span(*place)
    return Fault(first, last, kind, original[first:last], nearest)
