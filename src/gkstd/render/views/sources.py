"""The basis of steps by marks ①②, as the chart and the table of steps have them, and what the marks mean.

In: steps of a view. Out: marks and texts. A process has its marks once, whichever of its steps are shown.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Protocol

_ARTICLE = re.compile(r"(《.+》(?:（[^（）]*）)?)(第.+)")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


class Founded(Protocol):
    """A step with the texts of its basis."""

    @property
    def basis(self) -> tuple[str, ...]:
        """《…》第…条, each."""


def sources(steps: Iterable[Founded]) -> tuple[str, ...]:
    """Every basis of the steps once, in the order of their first use: the place of each is its mark."""
    return tuple(dict.fromkeys([text for step in steps for text in step.basis]))


def marks(step: Founded, known: Sequence[str]) -> str:
    """The marks of a step, "" for none."""
    return "".join([circled(known.index(text)) for text in step.basis])


def meanings(known: Sequence[str], shown: Iterable[str]) -> list[str]:
    """What the marks of those that are shown mean, articles of one law together: ①《…》第三十二条、④第四十五条."""
    wanted = frozenset(shown)
    laws: dict[str, list[str]] = {}
    for at, text in enumerate(known):
        if text not in wanted:
            continue
        found = _ARTICLE.fullmatch(text)
        law, article = (found[1], found[2]) if found else (text, "")
        told = laws.setdefault(law, [])
        told.append(f"{circled(at)}{article}" if told and article else f"{circled(at)}{text}")
    return ["、".join(told) for told in laws.values()]


def circled(at: int) -> str:
    """The mark of a place, from 0."""
    return _CIRCLED[at] if at < len(_CIRCLED) else f"[{at + 1}]"
