"""Series of numbers: 表1, 表2 … through the text, 表A.1 … in each annex; a) b) c), 1) 2) 3).

In: what is numbered, in the order of print. Out: numbers. GB/T 1.1: one series of each kind for the text and one for each
annex; a single table is 表1 all the same.
"""

from collections import Counter
from typing import Literal

Kind = Literal["table", "figure", "formula"]
WORDS: dict[Kind, str] = {"table": "表", "figure": "图", "formula": "式"}
BULLETS = ("——", "·")


class Series:
    """Counts as it goes; one for each document."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[Kind, str]] = Counter()

    def next(self, kind: Kind, annex: str) -> str:
        """表1, 图A.2, 式（1）, 式（A.1）."""
        self._counts[kind, annex] += 1
        count = self._counts[kind, annex]
        number = f"{annex}.{count}" if annex else str(count)
        return f"式（{number}）" if kind == "formula" else f"{WORDS[kind]}{number}"


def letters(count: int) -> str:
    """1 → a, 26 → z, 27 → aa."""
    text = ""
    while count > 0:
        count, rest = divmod(count - 1, 26)
        text = chr(ord("a") + rest) + text
    return text


def item_mark(ordered: bool, depth: int, count: int) -> str:
    """The mark of the `count`th item at a depth: a) and ——, inside another list 1) and ·."""
    if not ordered:
        return BULLETS[min(depth, len(BULLETS)) - 1]
    return f"{letters(count)})" if depth % 2 else f"{count})"
