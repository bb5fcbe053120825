"""Lines that cross are laid anew, in other orders, until fewer cross: what was laid early did not see what came after it.

In: grid, boxes, lines. Out: their routes and tracks. A line goes a longer way round only where that saves a crossing.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
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
_WORTH = 0.5
"""What a try has to save."""
_APART = 0.01
"""Distance of tracks, in grid units: only their order matters here."""

Pair = tuple[int, int]
Piece = tuple[float, float, float]
"""Of a line: where across, from, to."""


class Laid(Struct, frozen=True):
    """Routes with their tracks, the pairs of lines that cross, and what all that costs; `crossings` is what these cost of it."""

    ways: Routes
    tracks: Tracks
    tangles: tuple[Pair, ...]
    cost: float
    crossings: float


class _Try(Struct, frozen=True):
    """Lines to take up and lay anew, in this order; or one that may push others away, but not those that lead to the step `firm`."""

    lines: tuple[int, ...]
    firm: int | None = None


_Tries = Callable[[Laid, Sequence[Line]], Iterator[_Try]]
Lay = Callable[[Grid, Sequence[Box], Sequence[Line]], Laid]


def plain(grid: Grid, boxes: Sequence[Box], lines: Sequence[Line]) -> Laid:
    """The routes as they come."""
    return routed(None, grid, tuple(boxes), tuple(lines))


def untangled(grid: Grid, boxes: Sequence[Box], lines: Sequence[Line]) -> Laid:
    """The routes with the fewest crossings that were found."""
    return routed(_thorough, grid, tuple(boxes), tuple(lines))


def untwisted(grid: Grid, boxes: Sequence[Box], lines: Sequence[Line]) -> Laid:
    """The routes after a quick look: lines that cross are laid anew alone and with the other exits of their step."""
    return routed(_soon, grid, tuple(boxes), tuple(lines))


@lru_cache(maxsize=256)
def routed(tries: _Tries | None, grid: Grid, boxes: tuple[Box, ...], lines: tuple[Line, ...]) -> Laid:
    """Remembered, since symbols of another size change no route: of four layouts of a sheet three have the same."""
    board = laid(grid, boxes, lines)
    return _better(board, lines, tries) if tries else _found(board, lines)


def _better(board: Board, lines: Sequence[Line], tries: _Tries) -> Laid:
    """The routes of a board, better if there are better ones."""
    best = _found(board, lines)
    tried: set[_Try] = set()
    while len(tried) < _TRIES:
        for one in tries(best, lines):
            if one not in tried:
                tried.add(one)
                if found := _again(board, lines, one, best):
                    best = found
                    break
        else:
            return best
    return best


def _again(board: Board, lines: Sequence[Line], what: _Try, best: Laid) -> Laid | None:
    """What comes of a try; None if it is no better, and then all lines lie as before."""
    combs = set(board.combs)
    before = {at: board.lift(at) for at in what.lines}
    if what.firm is None:
        for at in what.lines:
            board.add(at, lines[at])
    else:
        _push(board, lines, what.lines[0], what.firm, before)
    anew = [at for at, (_, path) in before.items() if board.lines[at].path != path]
    longer = sum(_detour(lines[at], board.path(at)) - _detour(lines[at], best.ways.paths[at]) for at in anew)
    if anew and longer < best.crossings - _WORTH:  # or else it would be no better if nothing crossed
        found = _found(board, lines)
        if found.cost < best.cost - _WORTH:
            return found
    for at in before:
        board.lift(at)
    board.combs = combs
    for at, (line, path) in before.items():
        board.lay(at, line, path)
    return None


def _push(board: Board, lines: Sequence[Line], at: int, firm: int, before: dict[int, tuple[Line, list[int]]]) -> None:
    """Lay a line as if most others were not there, then anew those it crosses; `before` is where they lay."""
    board.push(at, lines[at], firm)
    if board.lines[at].path == before[at][1]:
        return
    crossed = [(set(pair) - {at}).pop() for pair in _found(board, lines).tangles if at in pair]
    for other in dict.fromkeys(crossed):
        before[other] = board.lift(other)
    for other in dict.fromkeys(crossed):
        board.add(other, lines[other])


def _worst(found: Laid, lines: Sequence[Line]) -> Iterator[_Try]:
    """Which lines to lay anew, and in which order: both of a fork, then one that crosses several."""
    for one, two in found.tangles:
        if lines[one].source == lines[two].source:
            yield from (_Try((one, two)), _Try((two, one)))
    yield from (_Try((at,)) for at, count in _crossed(found) if count > 1)


def _soon(found: Laid, lines: Sequence[Line]) -> Iterator[_Try]:
    """The same, then any line that crosses another, alone and with the other exits of its step."""
    yield from _worst(found, lines)
    yield from (_Try((at,)) for at, _ in _crossed(found))
    for at, _ in _crossed(found):
        for other, line in enumerate(lines):
            if other != at and line.source == lines[at].source:
                yield from (_Try((at, other)), _Try((other, at)))


def _thorough(found: Laid, lines: Sequence[Line]) -> Iterator[_Try]:
    """The same, then both that cross, then each of them while what else it crosses gives way."""
    yield from _soon(found, lines)
    for one, two in found.tangles:
        yield from (_Try((one, two)), _Try((two, one)))
    for one, two in found.tangles:
        yield from (_Try((one,), lines[two].target), _Try((two,), lines[one].target))


def _crossed(found: Laid) -> list[tuple[int, int]]:
    """Lines that cross others, with how many, the most first."""
    return Counter(at for pair in found.tangles for at in pair).most_common()


def _found(board: Board, lines: Sequence[Line]) -> Laid:
    ways = routes(board)
    apart = tracks(ways, lines)
    tangles = tuple(_tangles(ways, apart, lines))
    cost = sum(_detour(line, path) for line, path in zip(lines, ways.paths, strict=True))
    crossings = sum(_FORK if lines[one].source == lines[two].source else _CROSSING for one, two in tangles)
    return Laid(ways, apart, tangles, cost + crossings, crossings)


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
    level: list[tuple[float, int, int, Piece]] = []
    for at in range(len(lines)):
        for vertical, piece in _pieces(ways.paths[at], apart, at):
            if vertical:
                upright.append((at, piece))
            else:
                level.append((piece[0], len(level), at, piece))
    level.sort()
    heights = [y for y, *_ in level]
    for one, (x, top, foot) in upright:
        between = level[bisect_right(heights, top) : bisect_left(heights, foot)]
        found = [(place, two) for _, place, two, (_, left, right) in between if left < x < right]
        for _, two in sorted(found):
            if lines[one].target != lines[two].target:
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
