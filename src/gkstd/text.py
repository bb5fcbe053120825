"""Source text and places in it: the bottom of the house.

In: the text of one file. Out: spans (half-open character offsets) and the line and column they stand for.
Never reads a file, never knows what the text means.
"""

from bisect import bisect_right
from functools import cached_property

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """A half-open range of characters `[start, end)` in the file `file` (project-relative, "/"-separated)."""

    file: str
    start: int
    end: int


class SourceFile(msgspec.Struct, frozen=True, eq=False, dict=True):
    """One file of the project: its project-relative name and its text (decoded, line ends as written)."""

    id: str
    text: str

    @cached_property
    def line_starts(self) -> list[int]:
        """Offsets at which lines begin; the first is 0."""
        starts = [0]
        find = self.text.find
        at = find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = find("\n", at + 1)
        return starts

    def locate(self, offset: int) -> tuple[int, int]:
        """1-based line and column (in characters) of an offset; offsets past the end give the end."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a 1-based line, without its line end; "" past the last line."""
        if not 1 <= number <= len(self.line_starts):
            return ""
        start = self.line_starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start : end if end >= 0 else len(self.text)].rstrip("\r")
