"""Looking a word up in one of the closed vocabularies.

In: a text and a table of accepted spellings. Out: the value it stands for, or a fault with the nearest accepted
spelling. Never guesses: a near miss is a fault.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from gkstd.model.values.fault import Fault
from gkstd.model.values.fold import fold, whole
from gkstd.model.values.nearest import closest

Word = TypeVar("Word", bound=StrEnum)

DITTO = frozenset(("同上", "同前", "〃", "″", "”", '"', "同左"))
"""How tables write “as above”. A source entry stands alone, so each is a fault."""


def key(spelling: str) -> str:
    """The form in which spellings are compared."""
    return fold(spelling).text


def table(words: Iterable[Word], synonyms: Mapping[str, Word]) -> dict[str, Word]:
    """Every accepted spelling, folded, with its value."""
    return {key(word): word for word in words} | {key(name): word for name, word in synonyms.items()}


def lookup(text: str, spellings: Mapping[str, Word]) -> tuple[Word | None, tuple[Fault, ...]]:
    """The value of `text`, or `None` and one fault that covers the trimmed text."""
    asked = key(text).rstrip("。；，、")
    found = spellings.get(asked)
    if found is not None:
        return found, ()
    return None, (refusal(text, asked, spellings),)


def refusal(text: str, asked: str, spellings: Mapping[str, Word]) -> Fault:
    """Why `text` is not in the vocabulary."""
    if not asked:
        return whole(text, "empty")
    if asked in DITTO:
        return whole(text, "same-as-above")
    pieces = [piece for piece in asked.replace("/", "、").replace("，", "、").split("、") if piece]
    if len(pieces) > 1 and all(piece in spellings for piece in pieces):
        return whole(text, "several-values")
    near = closest(asked, spellings, 0.5)
    return whole(text, "unknown-word", spellings[near].value if near else "")
