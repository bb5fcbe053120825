"""Lines of one block joined to one text, and the way back to the offsets in the source.

In: pieces of a text by their offsets. Out: `Joined`. A line break is a space between Latin words, nothing otherwise.
"""

from bisect import bisect_right

from msgspec import Struct


class Joined(Struct, frozen=True):
    """`text`, and where each run of it began: in `text` (`starts`) and in the source (`homes`); `end` is its end there."""

    text: str
    starts: tuple[int, ...]
    homes: tuple[int, ...]
    end: int

    def at(self, place: int) -> int:
        """The offset in the source of a place in `text`; the end of `text` gives the end of the source."""
        if place >= len(self.text):
            return self.end
        run = bisect_right(self.starts, place) - 1
        return self.homes[run] + place - self.starts[run]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the source of `text[start:end]`."""
        if len(self.homes) == 1 and start < end <= len(self.text):
            return self.homes[0] + start, self.homes[0] + end
        first = self.at(start)
        return first, max(first, self.at(end - 1) + 1 if end > start else first)


def join(source: str, runs: list[tuple[int, int]]) -> Joined:
    """The runs `[start, end)` of `source`, one after another; an empty list gives an empty text at 0."""
    if len(runs) == 1:
        start, end = runs[0]
        return Joined(source[start:end], (0,), (start,), end)
    parts: list[str] = []
    starts: list[int] = []
    homes: list[int] = []
    length = 0
    for start, end in runs:
        piece = source[start:end]
        if parts and parts[-1][-1:].isascii() and piece[:1].isascii() and parts[-1][-1:] and piece:
            parts[-1] += " "
            length += 1
        parts.append(piece)
        starts.append(length)
        homes.append(start)
        length += len(piece)
    return Joined("".join(parts), tuple(starts) or (0,), tuple(homes) or (0,), runs[-1][1] if runs else 0)
