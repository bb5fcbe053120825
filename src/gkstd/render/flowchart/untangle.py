"""Lines that cross are laid anew, in other orders, until fewer cross: what was laid early did not see what came after it.

In: grid, boxes, lines. Out: their routes and tracks. A line goes a longer way round only where that saves a crossing.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from gkstd.render.flowchart.board import Board, Box, Line, Path
from gkstd.render.flowchart.grid import Grid
from gkstd.render.flowchart.route import Routes, laid, routes
from gkstd.render.flowchart.tracks import BESIDE, Tracks, tracks

_CROSSING, _FORK, _BEND = 9.0, 18.0, 3.0
"""What a crossing may cost in length and bends; more, where both lines leave the same step."""
_AGAINST, _ROUND = 4.0, 12.0
_BELOW = 2
"""From a step to the one just below it, in grid units."""
_TRIES = 60
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


_Order = tuple[int, ...]
_Orders = Callable[[Laid, Sequence[Line]], Iterator[_Order]]
Lay = Callable[[Grid, Sequence[Box], Sequence[Line]], Laid]


def plain(grid: Grid, boxes: Sequence[Box], lines: Sequence[Line]) -> Laid:
    """The routes as they come."""
    return _found(laid(grid, boxes, lines), lines)


def untangled(grid: Grid, boxes: Sequence[Box], lines: Sequence[Line]) -> Laid:
    """The routes with the fewest crossings that were found."""
    return _better(laid(grid, boxes, lines), lines, _thorough)


def unforked(grid: Grid, boxes: Sequence[Box], lines: Sequence[Line]) -> Laid:
    """The routes after a quick look at the worst crossings: those of a step's own exits, and lines that cross several others."""
    return _better(laid(grid, boxes, lines), lines, _worst)


def _better(board: Board, lines: Sequence[Line], orders: _Orders) -> Laid:
    """The routes of a board, better if there are better ones."""
    best = _found(board, lines)
    tried: set[_Order] = set()
    while len(tried) < _TRIES:
        for again in orders(best, lines):
            if again not in tried:
                tried.add(again)
                if found := _again(board, lines, again, best):
                    best = found
                    break
        else:
            return best
    return best


def _again(board: Board, lines: Sequence[Line], again: _Order, best: Laid) -> Laid | None:
    """What comes of taking up these lines and laying them in this order; None if it is no better, and then they lie as before."""
    combs = set(board.combs)
    before = [board.lift(at) for at in again]
    for at in again:
        board.add(at, lines[at])
    found = _found(board, lines) if [board.lines[at].path for at in again] != [path for _, path in before] else best
    if found.cost < best.cost - 0.5:
        return found
    for at in again:
        board.lift(at)
    board.combs = combs
    for at, (line, path) in zip(again, before, strict=True):
        board.lay(at, line, path)
    return None


def _worst(found: Laid, lines: Sequence[Line]) -> Iterator[_Order]:
    """Which lines to lay anew, and in which order: both of a fork, then one that crosses several."""
    for one, two in found.tangles:
        if lines[one].source == lines[two].source:
            yield from ((one, two), (two, one))
    yield from ((at,) for at, count in _crossed(found) if count > 1)


def _thorough(found: Laid, lines: Sequence[Line]) -> Iterator[_Order]:
    """The same, then any line that crosses another, alone and with the other exits of its step, then both that cross."""
    yield from _worst(found, lines)
    yield from ((at,) for at, _ in _crossed(found))
    for at, _ in _crossed(found):
        for other, line in enumerate(lines):
            if other != at and line.source == lines[at].source:
                yield from ((at, other), (other, at))
    for one, two in found.tangles:
        yield from ((one, two), (two, one))


def _crossed(found: Laid) -> list[tuple[int, int]]:
    """Lines that cross others, with how many, the most first."""
    return Counter(at for pair in found.tangles for at in pair).most_common()


def _found(board: Board, lines: Sequence[Line]) -> Laid:
    ways = routes(board)
    apart = tracks(ways, lines)
    tangles = tuple(_tangles(ways, apart, lines))
    cost = sum(_detour(line, path) for line, path in zip(lines, ways.paths, strict=True))
    cost += sum(_FORK if lines[one].source == lines[two].source else _CROSSING for one, two in tangles)
    return Laid(ways, apart, tangles, cost)


def _detour(line: Line, path: Path) -> float:
    """Length and bends; more where a line on the way down goes up, or does not go straight to the step just below."""
    bends = sum((a[0] == b[0]) != (b[0] == c[0]) for (a, b), (_, c) in pairwise(pairwise(path)))
    up = 0 if line.back else sum(after[1] < before[1] for before, after in pairwise(path))
    (x, y), (u, v) = path[0], path[-1]
    round_about = x == u and v - y == _BELOW and bends > 0
    return len(path) + _BEND * bends + _AGAINST * up + _ROUND * round_about


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
