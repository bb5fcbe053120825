"""The marks that begin a block, and what a line is.

In: a text. Out: its lines with what each may begin. Never looks at more than one line.
"""

import re

from msgspec import Struct

BULLET = re.compile(r"(?:[-*+]|——|·)[ \t\u3000]+|——(?=\S)")
ORDERED = re.compile(r"(?P<mark>[0-9]{1,3}|[a-z])(?:[.)][ \t\u3000]+|）[ \t\u3000]*)")
CAPTION = re.compile(r"(?P<what>表|图|式)[：:][ \t\u3000]*")
ASIDE = re.compile(r"(?P<what>注|示例)[0-9]{0,2}[：:][ \t\u3000]*")
FOOTNOTE = re.compile(r"\[\^(?P<label>[^\]\s\[]{1,40})\][：:][ \t\u3000]*")
HEADING = re.compile(r"(?P<level>#{1,6})[ \t]+")
FENCE = re.compile(r"(?P<mark>```+|~~~+)")
IMAGE = re.compile(r"!\[(?P<words>[^\[\]]*)\]\((?P<source>[^\s()<>\"]+)\)[ \t]*$")
DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
ATTRIBUTES = re.compile(
    r"[ \t\u3000]*(?P<braces>\{[ \t]*(?:#(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*))?(?:[ \t\u3000]*(?:单位|unit)=(?P<unit>[^{}]+))?\})"
    r"[；。：，;:]?[ \t\u3000]*$"
)


class Line(Struct, frozen=True):
    """One line: `start` is where its words begin after the `indent`, `end` where they end; an empty one has no words."""

    start: int
    end: int
    indent: int
    words: str

    def starts(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The mark at the beginning of the words."""
        return pattern.match(self.words)

    @property
    def may_list(self) -> bool:
        """False where the first character alone tells that no item begins here, as it does for most lines."""
        first = self.words[:1]
        return first.isascii() or first in "—·"

    @property
    def may_mark(self) -> bool:
        """The same for all other blocks but paragraphs."""
        return self.words[:1] in _FIRST

    @property
    def special(self) -> bool:
        """Whether it begins a block of its own even directly below a paragraph."""
        first = self.words[:1]
        if first not in _FIRST:
            return False
        ordered = self.starts(ORDERED)
        return bool(
            (ordered and ordered["mark"] in ("1", "a"))
            or any(self.starts(p) for p in (BULLET, CAPTION, ASIDE, FOOTNOTE, HEADING, FENCE, IMAGE))
            or first == "|"
        )


_FIRST = frozenset("-*+—·1a表图式注示[#`~!|")


def lines(text: str) -> list[Line]:
    """Every line of a text; a tab counts as four columns."""
    found: list[Line] = []
    at = 0
    for raw in text.split("\n"):
        body = raw.rstrip(" \t\r\u3000")
        words = body.lstrip(" \t")
        lead = len(body) - len(words)
        start = at + lead
        found.append(Line(start, at + len(body), len(body[:lead].expandtabs(4)) if lead else 0, words))
        at += len(raw) + 1
    return found
