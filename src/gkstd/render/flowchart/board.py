"""The grid that lines are laid on: which points are free, what runs where already, and the cheapest way between two steps.

In: boxes on grid points, one line at a time. Out: its path. The only place where points are single numbers: a path is found by
looking at thousands of them. Mutable, but never leaves `route`.
"""

from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import pairwise

from msgspec import Struct

Point = tuple[int, int]
Path = tuple[Point, ...]
UP, RIGHT, DOWN, LEFT = (0, -1), (1, 0), (0, 1), (-1, 0)
_SIDES = (DOWN, RIGHT, LEFT, UP)
"""By number; 3 less a number is the opposite side."""
_DOWN, _RIGHT, _LEFT, _UP = range(4)
_LENGTH = (1.0, 1.6, 1.6, 1.35)
_BEND, _CROSSING, _MEETING, _LOAD, _JOIN, _AGAINST = 3.0, 9.0, 0.6, 0.5, 0.4, 3.0
_YIELDING = 1.0
"""What it costs to cross a line that may be laid anew afterwards."""
_Counts = dict[int, dict[int, int]]
"""Key → part → for how many lines that holds: a line can be taken up again."""
_FAR = 1e9
_NOBODY = -1
"""No step has this number."""


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


_Way = tuple[int, "_Way | None"]
"""A point, and the way to it: ways share their beginnings."""


def _points(way: _Way | None) -> list[int]:
    """All points of a way, from its start."""
    found: list[int] = []
    while way is not None:
        found.append(way[0])
        way = way[1]
    return found[::-1]


class _Laid(Struct, frozen=True):
    """A line with its way; a comb is a start it shares."""

    line: Line
    path: list[int]
    comb: bool


_Entry = tuple[float, int, float, int, int, _Way]
"""Of the queue: cost to the goal at least, a number that decides ties, cost so far, point, heading, way."""


class Board:
    """Points lie in rows of `span` with a border of solid ones all round. `lanes` are those of the columns; `borders` are the
    columns at which another lane begins.
    """

    def __init__(self, lanes: Sequence[int], rows: int, boxes: Sequence[Box]) -> None:
        self.boxes = boxes
        self.borders = frozenset(at for at in range(1, len(lanes)) if lanes[at] != lanes[at - 1])
        self.span, self.tall = 2 * len(lanes) + 3, 2 * rows + 3
        self.moves = (self.span, 1, -1, -self.span)
        self.sides = {move: side for side, move in enumerate(self.moves)}
        self.segments = (0, 1, -1, -2 * self.span)
        self.ways = tuple(zip(range(4), self.moves, self.segments, strict=True))
        inner = b"\1" + bytes(self.span - 2) + b"\1"
        edge = b"\1" * self.span
        self.solid = bytearray(edge + inner * (self.tall - 2) + edge)
        self.spots = [self._spot(box.point) for box in boxes]
        for spot in self.spots:
            self.solid[spot] = 1
        self.combs = {at for at, box in enumerate(boxes) if box.comb}
        self.lines: dict[int, _Laid] = {}
        self.owner: _Counts = {}  # segment of a centre line → target
        self.turned: _Counts = {}  # point → targets that turn there
        self.straight: _Counts = {}  # twice a point, and 1 for upright → targets that run through
        self.load: _Counts = {}  # segment → targets
        self.leaving: _Counts = {}  # step → sides
        self.entering: _Counts = {}
        self.kin: _Counts = {}  # step → targets of its exits drawn so far
        self.firm = _NOBODY  # while a line pushes others away: the target of those that stay where they are
        self.trunks: dict[int, dict[int, tuple[int, ...]]] = {}  # target → point → the way on from there
        self.kept = {
            spot + self.span: at for at, spot in enumerate(self.spots)
        }  # where a step's lines leave: no others turn

    def add(self, at: int, line: Line) -> None:
        """Find a way for the line and lay it down. Where no side of its step is free it leaves by a comb."""
        path = self._search(line)
        if path is None:
            self.combs.add(line.source)
            path = self._search(line)
        if path is None:
            raise RuntimeError(f"no way from {line.source} to {line.target}")
        self.lay(at, line, path)

    def push(self, at: int, line: Line, firm: int) -> None:
        """The same, but it keeps away from those that lead to `firm` and crosses the others for little: they can be laid anew."""
        self.firm = firm
        try:
            self.add(at, line)
        finally:
            self.firm = _NOBODY

    def lay(self, at: int, line: Line, path: list[int]) -> None:
        """Lay down a line whose way is known."""
        self.lines[at] = laid = _Laid(line, path, line.source in self.combs)
        self._count(laid, 1)
        self._join(laid)

    def lift(self, at: int) -> tuple[Line, list[int]]:
        """Take a line up, and give it and its way back."""
        laid = self.lines.pop(at)
        self._count(laid, -1)
        self.trunks.pop(laid.line.target, None)
        for other in self.lines.values():
            if other.line.target == laid.line.target:
                self._join(other)
        return laid.line, laid.path

    def path(self, at: int) -> Path:
        """Where a line runs."""
        return tuple([(point % self.span - 1, point // self.span - 1) for point in self.lines[at].path])

    def _spot(self, point: Point) -> int:
        return (point[1] + 1) * self.span + point[0] + 1

    def _starts(self, line: Line) -> Iterator[tuple[float, int]]:
        if line.source in self.combs:
            yield 0.0, _DOWN
            return
        for rank, way in enumerate(self.boxes[line.source].exits):
            side = _SIDES.index(way)
            if side not in self.leaving.get(line.source, ()) and side not in self.entering.get(line.source, ()):
                yield (0.0 if side == _DOWN else 1.0 if line.place else 2.5) + rank * 0.1, side

    def _search(self, line: Line) -> list[int] | None:
        source, goal = self.spots[line.source], self.spots[line.target]
        trunk = {} if line.source in self.combs else self.trunks.get(line.target, {})
        if not trunk and (straight := self._straight(line, source, goal)):
            return straight
        ahead = _Ahead(goal, trunk, self.span, aside=line.back)
        queue: list[_Entry] = []
        best: dict[int, float] = {}
        for extra, side in self._starts(line):
            first, cost = source + self.moves[side], extra + _LENGTH[side]
            heappush(queue, (cost + ahead.cost(first, side), len(queue), cost, first, side, (first, (source, None))))
        count = len(queue)
        ends = (goal - self.span, goal - 1, goal + 1)
        while queue:
            _, _, cost, point, heading, way = heappop(queue)
            if point == goal:
                return _points(way)
            if best.get(4 * point + heading, _FAR) < cost:
                continue
            if point in ends or point in trunk:
                for more, end in self._endings(line, point, heading, way, trunk):
                    count += 1
                    heappush(queue, (cost + more, count, cost + more, goal, heading, end))
            for side, price in self._prices(line, point, heading):
                onto, total = point + self.moves[side], cost + price
                state = 4 * onto + side
                if best.get(state, _FAR) > total:
                    best[state] = total
                    count += 1
                    heappush(queue, (total + ahead.cost(onto, side), count, total, onto, side, (onto, way)))
        return None

    def _straight(self, line: Line, source: int, goal: int) -> list[int] | None:
        """The way straight down, if nothing lies on it: no other way is as cheap."""
        if goal <= source or (goal - source) % self.span or (0.0, _DOWN) not in self._starts(line):
            return None
        path = list(range(source, goal + 1, self.span))
        if any(self.solid[point] or self.straight.get(2 * point) for point in path[1:-1]):
            return None
        return None if any(self.load.get(2 * point) for point in path[:-1]) else path

    def _prices(self, line: Line, point: int, heading: int) -> list[tuple[int, float]]:
        """Sides by which a way may go on from a point, and what that costs."""
        found: list[tuple[int, float]] = []
        solid, load, target, double = self.solid, self.load, line.target, 2 * point
        down, across = divmod(point, self.span)
        turned = self.turned.get(point)
        straight_on = self.kept.get(point, line.source) != line.source or (
            turned and (across + down) & 1 and self._strangers(line, point)
        )
        for side, move, step in self.ways:
            if side == 3 - heading or solid[point + move] or (straight_on and side != heading):
                continue
            upright, segment = side in (_DOWN, _UP), double + step
            if not ((across if upright else down) & 1) and (held := self.owner.get(segment)) and target not in held:
                continue
            price = _LENGTH[side]
            if segment in load:
                price += _LOAD * len(load[segment]) + (_CROSSING if self.firm in load[segment] else 0.0)
            if side == _UP and not line.back:
                price += _AGAINST
            if side == heading:
                if through := self.straight.get(double + (not upright)):
                    count = len(through) - (target in through)
                    price += _CROSSING * count if self.firm == _NOBODY else self._pushing(through, count)
            else:
                price += _BEND + (_MEETING * len(turned) if turned else 0.0)
            found.append((side, price))
        return found

    def _pushing(self, through: Mapping[int, int], count: int) -> float:
        """What it costs to cross lines most of which will give way."""
        return _YIELDING * count + (_CROSSING - _YIELDING) * (self.firm in through)

    def _endings(
        self, line: Line, point: int, heading: int, way: _Way, trunk: Mapping[int, tuple[int, ...]]
    ) -> Iterator[tuple[float, _Way]]:
        """Ways to finish from a point: into a side of the target, or onto a line that leads there already."""
        target, goal = self.boxes[line.target], self.spots[line.target]
        for side, allowed in ((_DOWN, True), (_RIGHT, target.left and line.back), (_LEFT, target.right and line.back)):
            if not allowed or point + self.moves[side] != goal or side == 3 - heading:
                continue
            if 3 - side in self.leaving.get(line.target, ()) or (side != _DOWN and self._strangers(line, point)):
                continue
            extra = 0.0 if side == _DOWN else 0.5 if side == _RIGHT else 1.0
            yield _LENGTH[side] + extra + (_BEND if side != heading else 0.0), (goal, way)
        rest = trunk.get(point)
        if rest and not set(rest) & set(_points(way)):
            onward = self.moves.index(rest[0] - point)
            if onward != 3 - heading:
                for onto in rest:
                    way = (onto, way)
                yield _JOIN + (_BEND if onward != heading else 0.0), way

    def _count(self, laid: _Laid, by: int) -> None:
        """Note what lies where, or with -1 strike it out."""
        line, path, target = laid.line, laid.path, laid.line.target
        sides = [self.sides[after - before] for before, after in pairwise(path)]
        _add(self.leaving, line.source, sides[0], by)
        _add(self.entering, target, 3 - sides[-1], by)
        _add(self.kin, line.source, target, by)
        for place, (point, side) in enumerate(zip(path, sides, strict=False)):
            segment = 2 * point + self.segments[side]
            down, across = divmod(point, self.span)
            fixed = not ((across if side in (_DOWN, _UP) else down) & 1)
            if fixed and not (laid.comb and not place):
                _add(self.owner, segment, target, by)
            _add(self.load, segment, target, by)
            if not place:
                continue
            if side == sides[place - 1]:
                _add(self.straight, 2 * point + (side in (_DOWN, _UP)), target, by)
            elif not (place == len(path) - 2 and side == _DOWN and (across + down) & 1):
                _add(self.turned, point, target, by)

    def _join(self, laid: _Laid) -> None:
        """Let later lines to the same step join this one."""
        if not laid.comb:
            trunk = self.trunks.setdefault(laid.line.target, {})
            for place in range(2, len(laid.path) - 1):
                trunk.setdefault(laid.path[place], tuple(laid.path[place + 1 :]))

    def _strangers(self, line: Line, point: int) -> set[int]:
        """Targets of other lines that turn at a point; where a comb starts, its own exits are no strangers."""
        starts = line.source in self.combs and point == self.spots[line.source] + self.span
        own = self.kin.get(line.source, {}) if starts else {}
        return {target for target in self.turned.get(point, ()) if target != line.target and target not in own}


def _add(table: _Counts, key: int, part: int, by: int) -> None:
    """Count one more or one less."""
    counts = table.get(key)
    if counts is None:
        table[key] = {part: by}
        return
    found = counts.get(part, 0) + by
    if found:
        counts[part] = found
    else:
        del counts[part]


class _Ahead:
    """The least it can still cost from a point (A*): the way to the target, or to the lines that may be joined on the way there,
    and the bends without which a line cannot come into a top.
    """

    def __init__(self, goal: int, joined: Mapping[int, object], span: int, *, aside: bool) -> None:
        points = [divmod(point, span) for point in (goal, *joined)]
        rows, columns = [y for y, _ in points], [x for _, x in points]
        self.span, self.top, self.foot, self.left, self.right = span, min(rows), max(rows), min(columns), max(columns)
        self.bends = not joined and not aside

    def cost(self, point: int, heading: int) -> float:
        """From a point on."""
        y, x = divmod(point, self.span)
        over = 0 if self.left <= x <= self.right else max(self.left - x, x - self.right) * _LENGTH[_RIGHT]
        if y < self.top:
            cost = over + (self.top - y) * _LENGTH[_DOWN]
        else:
            cost = over + (y - self.foot) * _LENGTH[_UP] if y > self.foot else over
        if self.bends:
            if heading != _DOWN:
                cost += 2 * _BEND if heading == _UP else _BEND
            elif over or y >= self.top:
                cost += 2 * _BEND
        return cost
