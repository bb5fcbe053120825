"""Where lines run: over a coarse grid of channels between boxes and centre lines through empty cells.

In: `Grid`, the exits, which boxes have notes on their right. Out: for each exit a path of grid points.
Points are (x, y): odd x is the centre line of a column, even x the channel beside it; odd y the middle of a row, even y the
channel above it. Boxes sit on odd-odd points, so a path that avoids those of other boxes cannot run through one.

Channels hold any number of lines (`tracks` sets them apart). A centre line or row middle belongs to lines of one target only.
Lines that lead to the same step may join; lines that leave the same step share their start only when it has more exits than
sides (a comb). A path is the cheapest by length, bends, crossings and load (A*), so short and straight lines win.
"""

from collections.abc import Sequence

from msgspec import Struct

from gkstd.render.flowchart.board import Board, Box, Line, Path
from gkstd.render.flowchart.grid import Grid


class Routes(Struct, frozen=True):
    """`paths` in the order of the lines, from box point to box point; `combs` are the steps whose exits share their start; at the
    columns `borders` another lane begins.
    """

    paths: tuple[Path, ...]
    combs: frozenset[int]
    borders: frozenset[int]


def laid(grid: Grid, boxes: Sequence[Box], lines: Sequence[Line]) -> Board:
    """All lines on a board. The straightest go first, those that lead back last; each sees the ones before it."""
    board = Board(grid.lanes, grid.rows, boxes)
    for at in sorted(range(len(lines)), key=lambda at: (_difficulty(lines[at], boxes), at)):
        board.add(at, lines[at])
    return board


def routes(board: Board) -> Routes:
    """All paths of a board."""
    return Routes(tuple([board.path(at) for at in range(len(board.lines))]), frozenset(board.combs), board.borders)


def _difficulty(line: Line, boxes: Sequence[Box]) -> tuple[bool, bool, int, int]:
    (x, y), (u, v) = boxes[line.source].point, boxes[line.target].point
    return (line.back, x != u, abs(v - y) + abs(u - x), line.place)
