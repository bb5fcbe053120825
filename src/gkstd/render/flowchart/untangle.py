"""Lines that cross are laid anew, in other orders, until fewer cross: what was laid early did not see what came after it.

In: grid, boxes, lines. Out: their routes and tracks. A line goes a longer way round only where that saves a crossing.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from gkstd.render.flowchart.board import Board, Box, Line, Path
from gkstd.render.flowchart.grid import Grid
from gkstd.render.flowchart.route import Routes, routes
from gkstd.render.flowchart.tracks import BESIDE, Tracks, tracks

_CROSSING, _FORK, _BEND = 9.0, 18.0, 3.0
"""What a crossing may cost in length and bends; more, where both lines leave the same step."""
_TRIES = 40
_APART = 0.01
"""Distance of tracks, in grid units: only their order matters here."""

Pair = tuple[int, int]
Piece = tuple[float, float, float]
"""Of a line: where across, from, to."""


class Laid(Struct, frozen=True):
    """Routes with their tracks, the pairs of lines that cross, and what all that costs."""

    ways: Routes
    tracks: Tracks
    tangles: tuple[Pair, ...]
    cost: float


Lay = Callable[[Grid, Sequence[Box], Sequence[Line]], Laid]


def plain(grid: Grid, boxes: Sequence[Box], lines: Sequence[Line]) -> Laid:
    """The routes as they come."""
    return _laid(routes(grid, boxes, lines), lines)


def untangled(grid: Grid, boxes: Sequence[Box], lines: Sequence[Line], tries: int = _TRIES) -> Laid:
    """The routes with the fewest crossings that were found."""
    best = plain(grid, boxes, lines)
    tried: set[tuple[int, ...]] = set()
    while len(tried) < tries:
        for again in _orders(best, lines):
            if again in tried:
                continue
            tried.add(again)
            ways = _anew(grid, boxes, lines, best.ways, again)
            if ways != best.ways and (found := _laid(ways, lines)).cost < best.cost - 0.5:
                best = found
                break
        else:
            return best
    return best


def _orders(laid: Laid, lines: Sequence[Line]) -> Iterator[tuple[int, ...]]:
    """Which lines to lay anew, and in which order: both of a fork, one that crosses several, then any."""
    crossed = Counter(at for pair in laid.tangles for at in pair)
    forks = [pair for pair in laid.tangles if lines[pair[0]].source == lines[pair[1]].source]
    for one, two in forks:
        yield from ((one, two), (two, one))
    yield from ((at,) for at, _ in crossed.most_common())
    for one, two in laid.tangles:
        yield from ((one, two), (two, one))


def _anew(grid: Grid, boxes: Sequence[Box], lines: Sequence[Line], ways: Routes, again: tuple[int, ...]) -> Routes:
    """The same routes, but for these lines, which are taken up and laid down again in this order."""
    board = Board(len(grid.lanes), grid.rows, boxes)
    board.combs |= ways.combs
    for at, line in enumerate(lines):
        if at not in again:
            board.lay(line, ways.paths[at])
    paths = list(ways.paths)
    for at in again:
        paths[at] = board.add(lines[at])
    return Routes(tuple(paths), frozenset(board.combs))


def _laid(ways: Routes, lines: Sequence[Line]) -> Laid:
    set_apart = tracks(ways, lines)
    tangles = tuple(_tangles(ways, set_apart, lines))
    cost = sum(_length(path) for path in ways.paths)
    cost += sum(_FORK if lines[one].source == lines[two].source else _CROSSING for one, two in tangles)
    return Laid(ways, set_apart, tangles, cost)


def _length(path: Path) -> float:
    bends = sum((a[0] == b[0]) != (b[0] == c[0]) for (a, b), (_, c) in pairwise(pairwise(path)))
    return len(path) + _BEND * bends


def _tangles(ways: Routes, apart: Tracks, lines: Sequence[Line]) -> Iterator[Pair]:
    """Pairs of lines to different steps that cross, once for each crossing."""
    upright: list[tuple[int, Piece]] = []
    level: list[tuple[int, Piece]] = []
    for at in range(len(lines)):
        for vertical, piece in _pieces(ways.paths[at], apart, at):
            (upright if vertical else level).append((at, piece))
    for one, (x, top, foot) in upright:
        for two, (y, left, right) in level:
            if left < x < right and top < y < foot and lines[one].target != lines[two].target:
                yield (one, two)


def _pieces(path: Path, apart: Tracks, at: int) -> Iterator[tuple[bool, Piece]]:
    """The straight pieces of a line as they will be drawn, in grid units."""
    runs = apart.runs[at]
    across = [
        path[run.start][0 if run.vertical else 1] + _APART * number
        for run, number in zip(runs, apart.numbers[at], strict=True)
    ]
    if runs[-1].vertical:
        across[-1] += BESIDE * apart.entry[at]
    for place, run in enumerate(runs):
        axis = 1 if run.vertical else 0
        start = across[place - 1] if place else path[0][axis]
        end = across[place + 1] if place < len(runs) - 1 else path[-1][axis]
        yield run.vertical, (across[place], min(start, end), max(start, end))
