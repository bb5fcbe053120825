"""Lines that share a channel are set apart: each gets a track, in the order that makes the fewest crossings.

In: paths on the grid. Out: for each run of each path its track, and how many tracks each channel needs. Runs of lines to the
same step share a track where they meet, so joining lines join; runs of different steps never share one where they overlap.
Between two lanes the first tracks are those of lines that stay in the left one, so that its boundary can be drawn after them.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from gkstd.render.flowchart.board import DOWN, RIGHT, UP, Line, Path, Point
from gkstd.render.flowchart.route import Routes

Channel = tuple[bool, int]
"""(vertical, index): an even x or an even y of the grid."""
End = tuple[float, int, float]
BESIDE = 0.25
"""How far beside the centre a line enters a top, in grid units, when another line needs the centre."""

LABEL_ROOM = 0.95
"""How far labels of a comb reach from the centre line, in grid units."""
_CLOSE = 1.1
"""What a crossing costs just before an arrow head: a little more than elsewhere."""


class Run(Struct, frozen=True):
    """A straight piece of a path from its point `start` to its point `end` (places in the path)."""

    heading: Point
    start: int
    end: int

    @property
    def vertical(self) -> bool:
        """Whether it runs up or down."""
        return self.heading[0] == 0


class Tracks(Struct, frozen=True):
    """`runs` and `numbers` (track of each run, 0 on centre lines) by path; `entry` by path: -1, 0, 1 for left of, at, right of
    the centre of the top; `counts` of tracks by channel, and how many of these, the first ones, are `inside` the lane on the left.
    """

    runs: tuple[tuple[Run, ...], ...]
    numbers: tuple[tuple[int, ...], ...]
    entry: tuple[int, ...]
    counts: dict[Channel, int]
    inside: dict[Channel, int]


class _Wire:
    """Runs that are one line to the eye. `ends` are where other runs meet it: (place along it, -1 above or left, 1 below or right,
    what it costs to cross there). What is `inside` stays in the lane on its left.
    """

    def __init__(self, low: float, high: float, ends: set[End], runs: list[tuple[int, int]]) -> None:
        self.low, self.high, self.ends, self.runs = low, high, ends, runs
        self.first = self.inside = False

    def keep_first(self, centre: float) -> None:
        """A line with a label where it leaves a comb: above what comes from elsewhere, with room on both sides."""
        self.first = True
        self.low, self.high = min(self.low, centre - LABEL_ROOM), max(self.high, centre + LABEL_ROOM)

    def meets(self, other: "_Wire") -> bool:
        return self.low <= other.high and other.low <= self.high

    def take(self, other: "_Wire") -> None:
        self.low, self.high = min(self.low, other.low), max(self.high, other.high)
        self.ends |= other.ends
        self.runs += other.runs
        self.inside = self.inside and other.inside


def tracks(routes: Routes, lines: Sequence[Line]) -> Tracks:
    """Tracks for all runs that lie in channels."""
    runs = tuple(tuple(_runs(path)) for path in routes.paths)
    entry = _entries(routes, runs)
    numbers = [[0] * len(parts) for parts in runs]
    counts: dict[Channel, int] = {}
    inside: dict[Channel, int] = {}
    for channel, wires in sorted(_wires(routes, lines, runs, entry).items()):
        found = _numbers(wires)
        counts[channel] = max(found) + 1
        others = [number for wire, number in zip(wires, found, strict=True) if not wire.inside]
        inside[channel] = min(others, default=counts[channel])
        for wire, number in zip(wires, found, strict=True):
            for path, run in wire.runs:
                numbers[path][run] = number
    return Tracks(runs, tuple(map(tuple, numbers)), entry, counts, inside)


def _runs(path: Path) -> Iterator[Run]:
    start = 0
    headings = [(u - x, v - y) for (x, y), (u, v) in pairwise(path)]
    for place in range(1, len(headings) + 1):
        if place == len(headings) or headings[place] != headings[start]:
            yield Run(headings[start], start, place)
            start = place


def _entries(routes: Routes, runs: Sequence[tuple[Run, ...]]) -> tuple[int, ...]:
    """A line that turns down into a box keeps beside the centre if a line to another step turns at the same point from
    above, or a line to the same step comes straight down.
    """
    above: dict[Point, set[int]] = {}
    for at, (path, parts) in enumerate(zip(routes.paths, runs, strict=True)):
        for run in parts:
            if run.heading == DOWN:
                for point in path[run.start + 1 : run.end + 1]:
                    above.setdefault(point, set()).add(at)
            elif run.heading == UP:
                for point in path[run.start : run.end]:
                    above.setdefault(point, set()).add(at)
    found = []
    for path, parts in zip(routes.paths, runs, strict=True):
        turns = len(parts) > 1 and parts[-1].heading == DOWN and parts[-1].end - parts[-1].start == 1
        beside = turns and bool(above.get(path[-2]))
        found.append((-1 if parts[-2].heading == RIGHT else 1) if beside else 0)
    return tuple(found)


def _wires(
    routes: Routes, lines: Sequence[Line], runs: Sequence[tuple[Run, ...]], entry: Sequence[int]
) -> dict[Channel, list[_Wire]]:
    found: dict[tuple[Channel, tuple[str, int]], list[_Wire]] = {}
    for at, (path, parts) in enumerate(zip(routes.paths, runs, strict=True)):
        for place, run in enumerate(parts):
            index = path[run.start][0 if run.vertical else 1]
            if index % 2 == 0:
                key = _key(lines, at, comb=lines[at].source in routes.combs and run.start == 1)
                wire = _wire(path, parts, place, entry[at], at)
                wire.inside = run.vertical and index // 2 in routes.borders and max(path[0][0], path[-1][0]) < index
                if key[0] == "exit":
                    wire.keep_first(path[1][0])
                _merge(found.setdefault(((run.vertical, index), key), []), wire)
    channels: dict[Channel, list[_Wire]] = {}
    for (channel, _), wires in sorted(found.items(), key=lambda item: item[0]):
        channels.setdefault(channel, []).extend(wires)
    return channels


def _key(lines: Sequence[Line], at: int, *, comb: bool) -> tuple[str, int]:
    """What makes two runs one line: the same target; at a comb the same step, or nothing if a label has to stand there."""
    if not comb:
        return ("target", lines[at].target)
    return ("exit", at) if lines[at].labelled else ("comb", lines[at].source)


def _wire(path: Path, parts: Sequence[Run], place: int, entry: int, at: int) -> _Wire:
    run = parts[place]
    axis = 1 if run.vertical else 0
    near, far = float(path[run.start][axis]), float(path[run.end][axis])
    if place == len(parts) - 2:
        far += BESIDE * entry
    ends: set[End] = set()
    if place > 0:
        ends.add((near, -1 if parts[place - 1].heading in (DOWN, RIGHT) else 1, 1.0))
    if place < len(parts) - 1:
        cost = _CLOSE if place == len(parts) - 2 else 1.0
        ends.add((far, 1 if parts[place + 1].heading in (DOWN, RIGHT) else -1, cost))
    return _Wire(min(near, far), max(near, far), ends, [(at, place)])


def _merge(wires: list[_Wire], wire: _Wire) -> None:
    for other in [w for w in wires if w.meets(wire)]:
        wires.remove(other)
        wire.take(other)
    wires.append(wire)


def _numbers(wires: list[_Wire]) -> list[int]:
    """Track of each wire, from the top or the left."""
    if len(wires) == 1:
        return [0]
    order = sorted(range(len(wires)), key=lambda at: _rank(wires[at], at))
    for _ in order:
        changed = False
        for place in range(len(order) - 1):
            one, two = wires[order[place]], wires[order[place + 1]]
            if one.first == two.first and _crossings(two, one) < _crossings(one, two):
                order[place], order[place + 1] = order[place + 1], order[place]
                changed = True
        if not changed:
            break
    numbers = [0] * len(wires)
    for place, at in enumerate(order):
        one = wires[at]
        before = [other for other in order[:place] if wires[other].meets(one) or (wires[other].inside > one.inside)]
        numbers[at] = max([numbers[other] + 1 for other in before], default=0)
    return numbers


def _rank(wire: _Wire, at: int) -> tuple[bool, bool, int, float, int]:
    """Where a wire stands at first: what stays in the lane on the left, then lines to above before lines to below."""
    return (not wire.first, not wire.inside, sum(side for _, side, _ in wire.ends), wire.low, at)


def _crossings(first: _Wire, second: _Wire) -> float:
    """How often the two cross when `first` is above (left of) `second`; half where they meet at an end."""
    down = sum(cost * _inside(place, second) for place, side, cost in first.ends if side > 0)
    return down + sum(cost * _inside(place, first) for place, side, cost in second.ends if side < 0)


def _inside(place: float, wire: _Wire) -> float:
    if wire.low < place < wire.high:
        return 1.0
    return 0.5 if place in (wire.low, wire.high) else 0.0
