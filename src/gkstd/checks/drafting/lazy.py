"""Patterns that are compiled when first used: most rules look for letters that a clean standard does not have.

In: the source of a pattern. Out: what `re.Pattern` gives. Compiling all patterns takes longer than running them.
"""

import re
from collections.abc import Iterator
from functools import cached_property

HANZI = r"[^\W0-9A-Za-z_]"
"""A character of a Chinese word, as a pattern: a range of 20,000 characters takes long to compile."""


class Lazy:
    """Stands for the compiled pattern."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source, self.flags = source, flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.source, self.flags)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """All hits."""
        return self.compiled.finditer(text, start, len(text) if end is None else end)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first hit."""
        return self.compiled.search(text, start, len(text) if end is None else end)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """A hit at the start."""
        return self.compiled.match(text, start, len(text) if end is None else end)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """A hit that is the whole text."""
        return self.compiled.fullmatch(text)

    def findall(self, text: str) -> list[str]:
        """What the hits say; for patterns without groups."""
        return [hit[0] for hit in self.compiled.finditer(text)]
