"""Where lines run: over a coarse grid of channels between boxes and centre lines through empty cells.

In: `Grid`, the exits, which boxes have notes on their right. Out: for each exit a path of grid points.
Points are (x, y): odd x is the centre line of a column, even x the channel beside it; odd y the middle of a row, even y the
channel above it. Boxes sit on odd-odd points, so a path that avoids those of other boxes cannot run through one.

Channels hold any number of lines (`tracks` sets them apart). A centre line or row middle belongs to lines of one target only.
Lines that lead to the same step may join; lines that leave the same step share their start only when it has more exits than
sides (a comb). A path is the cheapest by length, bends, crossings and load (A*), so short and straight lines win.
"""

from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import pairwise

from msgspec import Struct

from gkstd.render.flowchart.grid import Grid

Point = tuple[int, int]
Path = tuple[Point, ...]
UP, RIGHT, DOWN, LEFT = (0, -1), (1, 0), (0, 1), (-1, 0)
_LENGTH = {UP: 1.35, RIGHT: 1.6, DOWN: 1.0, LEFT: 1.6}
_BEND, _CROSSING, _MEETING, _LOAD, _JOIN = 3.0, 2.5, 0.6, 0.5, 0.4


class Line(Struct, frozen=True):
    """An exit to be drawn: numbers of the steps, its place among the exits of its step, whether it leads back and has a label."""

    source: int
    target: int
    place: int
    back: bool
    labelled: bool = False


class Box(Struct, frozen=True):
    """What routing needs to know of a step: its point, the sides lines may leave by, whether the left and right may be entered."""

    point: Point
    exits: tuple[Point, ...]
    comb: bool
    left: bool
    right: bool


class Routes(Struct, frozen=True):
    """`paths` in the order of the lines, from box point to box point; `combs` are the steps whose exits share their start."""

    paths: tuple[Path, ...]
    combs: frozenset[int]


def routes(grid: Grid, boxes: Sequence[Box], lines: Sequence[Line]) -> Routes:
    """All paths. The straightest lines go first, those that lead back last; each sees the ones before it."""
    board = _Board(grid, boxes)
    order = sorted(range(len(lines)), key=lambda at: (_difficulty(lines[at], boxes), at))
    for at in order:
        board.add(at, lines[at])
    return Routes(tuple(board.paths[at] for at in range(len(lines))), frozenset(board.combs))


def _difficulty(line: Line, boxes: Sequence[Box]) -> tuple[bool, bool, int, int]:
    (x, y), (u, v) = boxes[line.source].point, boxes[line.target].point
    return (line.back, x != u, abs(v - y) + abs(u - x), line.place)


class _Board:
    """The grid and what lies on it. Mutable, but never leaves `routes`."""

    def __init__(self, grid: Grid, boxes: Sequence[Box]) -> None:
        self.width, self.height = 2 * len(grid.lanes), 2 * grid.rows
        self.boxes = boxes
        self.solid = {box.point for box in boxes}
        self.paths: dict[int, Path] = {}
        self.combs = {at for at, box in enumerate(boxes) if box.comb}
        self.owner: dict[tuple[Point, Point], int] = {}  # segment of a centre line → target
        self.turned: dict[Point, set[int]] = {}  # half-way points → targets that turn there
        self.straight: dict[tuple[Point, bool], set[int]] = {}  # (point, vertical) → targets that run through
        self.load: dict[tuple[Point, Point], set[int]] = {}
        self.ports: dict[tuple[int, Point], tuple[str, int]] = {}  # (step, side) → ("out", line) or ("in", target)
        self.trunks: dict[int, dict[Point, Path]] = {}  # target → point → the way on from there
        self.kept = {
            _step(box.point, DOWN): at for at, box in enumerate(boxes)
        }  # where a step's lines leave: no others turn
        self.kin: dict[int, set[int]] = {}  # step → targets of its exits drawn so far

    def add(self, at: int, line: Line) -> None:
        path = self._search(line)
        if path is None:
            self.combs.add(line.source)
            path = self._search(line)
        if path is None:
            raise RuntimeError(f"no way from {line.source} to {line.target}")
        self.paths[at] = path
        self._mark(at, line, path)

    def _starts(self, line: Line) -> Iterator[tuple[float, Point]]:
        box = self.boxes[line.source]
        if line.source in self.combs:
            yield 0.0, DOWN
            return
        for rank, side in enumerate(box.exits):
            if (line.source, side) not in self.ports:
                yield (0.0 if side == DOWN else 1.0 if line.place else 2.5) + rank * 0.1, side

    def _search(self, line: Line) -> Path | None:
        source, goal = self.boxes[line.source].point, self.boxes[line.target].point
        joined = () if line.source in self.combs else self.trunks.get(line.target, ())
        ahead = _Ahead(goal, joined, aside=line.back)
        queue: list[tuple[float, int, float, Point, Point, Path]] = []
        best: dict[tuple[Point, Point], float] = {}
        count = 0
        for extra, side in self._starts(line):
            first, cost = _step(source, side), extra + _LENGTH[side]
            heappush(queue, (cost + ahead(first, side), count, cost, first, side, (source, first)))
            count += 1
        while queue:
            _, _, cost, point, heading, path = heappop(queue)
            if path[-1] == goal:
                return path
            if best.get((point, heading), 1e9) <= cost:
                continue
            best[point, heading] = cost
            for more, rest in self._endings(line, point, heading, path):
                count += 1
                heappush(queue, (cost + more, count, cost + more, rest[-1], heading, path + rest))
            for side in (DOWN, RIGHT, LEFT, UP):
                price = self._price(line, point, heading, side)
                if price is None:
                    continue
                onto, total = (point[0] + side[0], point[1] + side[1]), cost + price
                if best.get((onto, side), 1e9) > total:
                    count += 1
                    heappush(queue, (total + ahead(onto, side), count, total, onto, side, (*path, onto)))
        return None

    def _price(self, line: Line, point: Point, heading: Point, side: Point) -> float | None:
        """Cost of going on from a point, None where it may not."""
        onto = _step(point, side)
        if side == (-heading[0], -heading[1]) or onto in self.solid:
            return None
        if not (0 <= onto[0] <= self.width and 0 <= onto[1] <= self.height):
            return None
        fixed = (point[0] if side[0] == 0 else point[1]) % 2 == 1
        if fixed and self.owner.get(_segment(point, onto), line.target) != line.target:
            return None
        price = _LENGTH[side] + _LOAD * len(self.load.get(_segment(point, onto), ()))
        if side != heading:
            kept = self.kept.get(point, line.source) != line.source
            if kept or (_halfway(point) and self._strangers(line, point)):
                return None
            return price + _BEND + _MEETING * len(self.turned.get(point, ()))
        return price + _CROSSING * len(self.straight.get((point, side[0] != 0), set()) - {line.target})

    def _endings(self, line: Line, point: Point, heading: Point, path: Path) -> Iterator[tuple[float, Path]]:
        """Ways to finish from a point: into a side of the target, or onto a line that leads there already."""
        target = self.boxes[line.target]
        for side, allowed in ((DOWN, True), (RIGHT, target.left and line.back), (LEFT, target.right and line.back)):
            if not allowed or _step(point, side) != target.point or side == (-heading[0], -heading[1]):
                continue
            used = self.ports.get((line.target, (-side[0], -side[1])), ("in", line.target))
            if used != ("in", line.target):
                continue
            if side != DOWN and self._strangers(line, point):
                continue
            extra = 0.0 if side == DOWN else 0.5 if side == RIGHT else 1.0
            yield _LENGTH[side] + extra + (_BEND if side != heading else 0.0), (target.point,)
        rest = self.trunks.get(line.target, {}).get(point)
        if rest and line.source not in self.combs and not set(rest) & set(path):
            onward = (rest[0][0] - point[0], rest[0][1] - point[1])
            if onward != (-heading[0], -heading[1]):
                yield _JOIN + (_BEND if onward != heading else 0.0), rest

    def _mark(self, at: int, line: Line, path: Path) -> None:
        target = line.target
        leave, enter = _heading(path, 0), _heading(path, len(path) - 2)
        self.ports.setdefault((line.source, leave), ("out", at))
        self.ports[target, (-enter[0], -enter[1])] = ("in", target)
        for one, two in pairwise(path):
            fixed = (one[0] if one[0] == two[0] else one[1]) % 2 == 1
            if fixed and not (line.source in self.combs and one == path[0]):
                self.owner.setdefault(_segment(one, two), target)
            self.load.setdefault(_segment(one, two), set()).add(target)
        for place in range(1, len(path) - 1):
            before, after = _heading(path, place - 1), _heading(path, place)
            last = place == len(path) - 2 and after == DOWN
            if before == after:
                self.straight.setdefault((path[place], before[0] == 0), set()).add(target)
            elif not (last and _halfway(path[place])):
                self.turned.setdefault(path[place], set()).add(target)
        self.kin.setdefault(line.source, set()).add(target)
        if line.source not in self.combs:
            trunk = self.trunks.setdefault(target, {})
            for place in range(2, len(path) - 1):
                trunk.setdefault(path[place], path[place + 1 :])

    def _strangers(self, line: Line, point: Point) -> set[int]:
        """Targets of other lines that turn at a point; where a comb starts, its own exits are no strangers."""
        x, y = self.boxes[line.source].point
        own = self.kin.get(line.source, set()) if line.source in self.combs and point == (x, y + 1) else set()
        return self.turned.get(point, set()) - own - {line.target}


class _Ahead:
    """The least it can still cost from a point (A*): the way to the target, or to the lines that may be joined on the way there,
    and the bends without which a line cannot come into a top.
    """

    def __init__(self, goal: Point, joined: Iterable[Point], *, aside: bool) -> None:
        points = [goal, *joined]
        self.left, self.right = min(x for x, _ in points), max(x for x, _ in points)
        self.top, self.foot = min(y for _, y in points), max(y for _, y in points)
        self.bends = len(points) == 1 and not aside

    def __call__(self, point: Point, heading: Point) -> float:
        x, y = point
        over = self.left - x if x < self.left else max(0, x - self.right)
        cost = over * _LENGTH[RIGHT]
        cost += (self.top - y) * _LENGTH[DOWN] if y < self.top else max(0, y - self.foot) * _LENGTH[UP]
        if self.bends and heading != DOWN:
            cost += _BEND if heading[1] == 0 else 2 * _BEND
        elif self.bends and (over or y >= self.top):
            cost += 2 * _BEND
        return cost


def _step(point: Point, side: Point) -> Point:
    return (point[0] + side[0], point[1] + side[1])


def _heading(path: Path, place: int) -> Point:
    (x, y), (u, v) = path[place], path[place + 1]
    return (u - x, v - y)


def _segment(one: Point, two: Point) -> tuple[Point, Point]:
    return (one, two) if one < two else (two, one)


def _halfway(point: Point) -> bool:
    """Points of a channel on a centre line or row middle: there two lines from opposite sides could run into each other."""
    return (point[0] + point[1]) % 2 == 1
