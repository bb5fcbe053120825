"""Tables written with bars.

In: the lines of one table, the one with dashes among them. Out: header rows and rows. Rows above the dashes are the
header; a cell `<` widens the one at its left, a cell `^` lengthens the one above.
"""

import re
from collections.abc import Sequence
from typing import Literal

from msgspec.structs import replace

from gkstd.model.prose.inline import pieces
from gkstd.model.prose.lines import join
from gkstd.model.prose.marks import Line
from gkstd.model.prose.tree import Cell, Row

Align = Literal["", "left", "center", "right"]

_BAR = re.compile(r"(?<!\\)\|")
_WIDER, _LONGER = "<", "^"


def rows(
    text: str, header: Sequence[Line], body: Sequence[Line], dashes: Line
) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Header rows and rows, merged cells joined."""
    aligned = [_align(text[start:end]) for start, end in _spans(dashes)]
    return _merged(text, header, aligned), _merged(text, body, aligned)


def width(dashes: Line) -> int:
    """How many columns the line of dashes announces."""
    return len(_spans(dashes))


def _spans(line: Line) -> list[tuple[int, int]]:
    """Where the cells of a line are, without the bars at its ends."""
    words = line.words
    start = 1 if words.startswith("|") else 0
    end = len(words) - 1 if len(words) > 1 and words.endswith("|") and not words.endswith("\\|") else len(words)
    bars = [bar.start() for bar in _BAR.finditer(words, start, end)]
    edges = zip([start, *[bar + 1 for bar in bars]], [*bars, end], strict=True)
    return [(line.start + first, line.start + last) for first, last in edges]


def _align(dashes: str) -> Align:
    mark = dashes.strip()
    if mark.endswith(":") and len(mark) > 1:
        return "center" if mark.startswith(":") else "right"
    return "left" if mark.startswith(":") else ""


def _merged(text: str, lines: Sequence[Line], aligned: Sequence[Align]) -> tuple[Row, ...]:
    made: list[list[Cell]] = []
    above: dict[int, tuple[int, int]] = {}
    widths: list[int] = []
    for line in lines:
        row: list[Cell] = []
        made.append(row)
        spans = _spans(line)
        widths.append(len(spans))
        for column, (start, end) in enumerate(spans):
            said = text[start:end].strip()
            if said == _WIDER and row and column:
                row[-1] = replace(row[-1], columns=row[-1].columns + 1, end=end)
            elif said == _LONGER and column in above:
                at, cell = above[column]
                made[at][cell] = replace(made[at][cell], rows=len(made) - at)
            else:
                above[column] = (len(made) - 1, len(row))
                align: Align = aligned[column] if column < len(aligned) else ""
                row.append(Cell(start, end, pieces(join(text, [(start, end)])), align))
    return tuple(
        Row(line.start, line.end, tuple(row), width) for line, row, width in zip(lines, made, widths, strict=True)
    )
