"""Boxes and lines in px.

In: `ProcessView`, its contents, grid, routes and tracks. Out: `Layout`. Widths of columns and channels, heights of rows follow
from what is in them; nothing is scaled afterwards. Pure arithmetic.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from gkstd.render.flowchart.board import DOWN, LEFT, RIGHT, Box, Line, Path, Point
from gkstd.render.flowchart.boxes import LABEL, LABEL_LINE, Content, label_lines
from gkstd.render.flowchart.grid import Grid
from gkstd.render.flowchart.measure import width
from gkstd.render.flowchart.shapes import Place, port
from gkstd.render.flowchart.tracks import Run
from gkstd.render.flowchart.untangle import Laid, Lay, Pair, plain
from gkstd.render.views.process import ProcessView, StepView

XY = tuple[float, float]
TRACK = 10.0
NOTE_GAP = 9.0
BESIDE = 22.0
BESIDE_CIRCLE = 7.0
_ARROW_ROOM = 16.0
_ABOVE, _BELOW = 10.0, 18.0
_EDGE, _AFTER = 8.0, 12.0
_BADGE = 15.0
"""What a line, or the edge of the chart, keeps from a symbol on its right, whose number stands out on the left."""
_LANE_GAP = (2.0, 6.0)
"""From the boundary of a lane to what is right of it: a symbol with its room, or a line; it keeps as far from a line on its left."""
_BEHIND = _LANE_GAP[1] - TRACK
"""From where the next line would be to the boundary of a lane that is drawn before it."""
_NARROWEST = 36.0
"""Width of a lane's column in which nothing stands."""


class Placed(Struct, frozen=True):
    """A step's symbol: centre and content; `notes` is the left edge of what stands beside it."""

    x: float
    y: float
    content: Content
    notes: float


class Drawn(Struct, frozen=True):
    """An exit: its corners from outline to outline, its label in lines, where the first line starts and how it is anchored.

    `hops` are where a level piece of it crosses an upright one that leads elsewhere.
    """

    line: Line
    points: tuple[XY, ...]
    label: tuple[str, ...]
    label_at: XY
    anchor: str
    hops: tuple[XY, ...] = ()

    @property
    def climbs(self) -> bool:
        """Whether it goes up somewhere, though it leads on."""
        return not self.line.back and any(after[1] < before[1] for before, after in pairwise(self.points))


class Layout(Struct, frozen=True):
    """`lanes` are (left, right) edges; (0, 0) is the corner below the lane headings. `steps` in the order of the view.

    `cost` is that of its lines: their length, their bends and, dearest, their crossings; `tangles` are pairs of exits that cross.
    """

    width: float
    height: float
    lanes: tuple[XY, ...]
    steps: tuple[Placed, ...]
    exits: tuple[Drawn, ...]
    cost: float
    tangles: tuple[Pair, ...] = ()

    @property
    def burden(self) -> tuple[int, float]:
        """What it asks of who follows its lines: how many go up somewhere, though they lead on; then what all of them cost."""
        return sum(drawn.climbs for drawn in self.exits), self.cost


def layout(view: ProcessView, grid: Grid, cells: Sequence[Content], lay: Lay = plain) -> Layout:
    """The whole chart; `cells` are what stands in the steps, in the order of the view; `lay` finds ways for the lines."""
    lines = _lines(view)
    boxes = [_box(step, cell, content) for step, cell, content in zip(view.steps, grid.cells, cells, strict=True)]
    return _Plan(view, grid, cells, lines, lay(grid, boxes, lines)).layout()


def least_width(grid: Grid, cells: Sequence[Content]) -> float:
    """What the columns take without any line: a layout is wider."""
    halves, notes = _columns_of(grid, cells)
    return 2 * sum(halves) + sum(notes) + len(halves) * (_EDGE + _AFTER) - _EDGE


def _columns_of(grid: Grid, cells: Sequence[Content]) -> tuple[list[float], list[float]]:
    """For each column half the width of its widest symbol, and the room its notes take beyond that."""
    count = len(grid.lanes)
    halves, notes = [0.0] * count, [0.0] * count
    for (_, column), cell in zip(grid.cells, cells, strict=True):
        halves[column] = max(halves[column], cell.width / 2)
    halves = [half or _NARROWEST / 2 for half in halves]
    for (_, column), cell in zip(grid.cells, cells, strict=True):
        if cell.notes:
            over = cell.width / 2 + NOTE_GAP + 8 + cell.notes_width - halves[column]
            notes[column] = max(notes[column], over)
    return halves, notes


def _lines(view: ProcessView) -> tuple[Line, ...]:
    number = {step.id: at for at, step in enumerate(view.steps)}
    return tuple(
        Line(at, number[exit.target], place, exit.back, bool(exit.label))
        for at, step in enumerate(view.steps)
        for place, exit in enumerate(step.exits)
    )


def _box(step: StepView, cell: tuple[int, int], content: Content) -> Box:
    decision = step.kind == "decision"
    sides = (DOWN, LEFT) if content.notes else (DOWN, RIGHT, LEFT)
    exits = sides if decision else (DOWN,)
    comb = len(step.exits) > len(exits)
    return Box((2 * cell[1] + 1, 2 * cell[0] + 1), exits, comb, not decision, not decision and not content.notes)


class _Plan:
    """Sizes of rows, columns and channels, then places. Lives for one layout."""

    def __init__(
        self, view: ProcessView, grid: Grid, cells: Sequence[Content], lines: Sequence[Line], laid: Laid
    ) -> None:
        self.view, self.grid, self.cells, self.lines, self.laid = view, grid, cells, lines, laid
        self.ways, self.tracks = laid.ways, laid.tracks
        self.labels = [label_lines(view.steps[line.source].exits[line.place].label) for line in lines]
        self.pitch = self._pitches()
        self.halves, self.notes = _columns_of(grid, cells)
        self.before, self.after = self._room_beside()
        self.lefts, self.centres, self.rights, self.width = self._columns()
        self.middles, self.gaps, self.height = self._rows()

    def _room_beside(self) -> tuple[list[float], list[float]]:
        """Room a channel keeps before its first and after its last track, for labels and arrow heads."""
        count = len(self.grid.lanes) + 1
        before = [_EDGE] * count
        after = [_BADGE if self._beyond(column) else _AFTER for column in range(count)]
        if any(
            step.kind in ("start", "end") and not cell[1]
            for step, cell in zip(self.view.steps, self.grid.cells, strict=True)
        ):
            after[0] = _BADGE
        for at, (line, path) in enumerate(zip(self.lines, self.ways.paths, strict=True)):
            column = self.grid.cells[line.source][1]
            wide = max((width(text, LABEL) for text in self.labels[at]), default=0.0) + 12 if self.labels[at] else 0.0
            inner = self.halves[column] - self.cells[line.source].width / 2
            first = self.tracks.runs[at][0].heading
            if first == RIGHT:
                before[column + 1] = max(before[column + 1], wide - inner - self.notes[column])
            elif first == LEFT:
                after[column] = max(after[column], wide - inner)
            last = self.tracks.runs[at][-1].heading
            column = (path[-1][0] - 1) // 2
            if last == RIGHT:
                after[column] = max(after[column], _ARROW_ROOM)
            elif last == LEFT:
                before[column + 1] = max(before[column + 1], _ARROW_ROOM)
        return before, after

    def _tracked(self, column: int) -> bool:
        """Whether lines run in the channel left of a column."""
        return self.tracks.counts.get((True, 2 * column), 0) > 0

    def _inside(self, column: int) -> int:
        """How many of these lines stay in the lane on the left, whose boundary is drawn after them."""
        return self.tracks.inside.get((True, 2 * column), 0)

    def _beyond(self, column: int) -> bool:
        """Whether others run there."""
        return self.tracks.counts.get((True, 2 * column), 0) > self._inside(column)

    def _pitches(self) -> list[float]:
        """Distance of tracks in each gap: more where a comb has labels, which stand on its lines."""
        found = [TRACK] * (self.grid.rows + 1)
        for at, line in enumerate(self.lines):
            if line.source in self.ways.combs and self.labels[at]:
                gap = self.grid.cells[line.source][0] + 1
                found[gap] = max(found[gap], len(self.labels[at]) * LABEL_LINE + 6)
        return found

    def _span(self, vertical: bool, index: int) -> float:
        pitch = TRACK if vertical else self.pitch[index // 2]
        return max(0, self.tracks.counts.get((vertical, index), 0) - 1) * pitch

    def _columns(self) -> tuple[list[float], list[float], list[float], float]:
        """Left edges of channels, centres of columns, lane boundaries' left sides, total width."""
        lanes = self.grid.lanes
        x, lefts, centres, rights = 0.0, [], [], []
        for column in range(len(lanes) + 1):
            last, inside, tracked = column == len(lanes), self._inside(column), self._tracked(column)
            border = column == 0 or last or lanes[column] != lanes[column - 1]
            rights.append(x + self.before[column] + (inside * TRACK + _BEHIND if inside else 0.0))
            if column or tracked:
                x += (self.before[column] if column else 0.0) + (_LANE_GAP[tracked] if border and not inside else 0.0)
            lefts.append(x)
            x += self._span(True, 2 * column)
            if inside:
                x += _LANE_GAP[1] + (_BEHIND if self._beyond(column) else _LANE_GAP[0])
            x += _EDGE if last else self.after[column]
            if not last:
                centres.append(x + self.halves[column])
                x += 2 * self.halves[column] + self.notes[column]
        return lefts, centres, rights, x

    def _rows(self) -> tuple[list[float], list[float], float]:
        """Middles of rows, y of the first track of each gap, total height."""
        tall = [0.0] * self.grid.rows
        for (row, _), cell in zip(self.grid.cells, self.cells, strict=True):
            tall[row] = max(tall[row], cell.height, cell.notes_height + 6)
        above, below = self._room_in_gaps()
        y, middles, gaps = 0.0, [], []
        for row in range(self.grid.rows + 1):
            y += above[row]
            gaps.append(y)
            y += self._span(False, 2 * row) + below[row]
            if row < self.grid.rows:
                middles.append(y + tall[row] / 2)
                y += tall[row]
        return middles, gaps, y

    def _room_in_gaps(self) -> tuple[list[float], list[float]]:
        """Room above the first and below the last track of each gap."""
        above = [_ABOVE] * (self.grid.rows + 1)
        below = [_BELOW] * (self.grid.rows + 1)
        below[-1] = 4.0
        for at, line in enumerate(self.lines):
            if not self.labels[at]:
                continue
            gap = self.grid.cells[line.source][0] + 1
            tall = len(self.labels[at]) * LABEL_LINE + 6
            if line.source in self.ways.combs:
                above[gap] = max(above[gap], tall + 2)
                below[gap] = max(below[gap], tall + 12)
            elif self.tracks.runs[at][0].heading == DOWN:
                above[gap] = max(above[gap], tall)
        return above, below

    def layout(self) -> Layout:
        steps = tuple(self._placed(at) for at in range(len(self.cells)))
        exits = [self._drawn(at, steps) for at in range(len(self.lines))]
        hops: dict[int, set[XY]] = {}
        for upright, level in self.laid.tangles:
            hops.setdefault(level, set()).update(_crossings(exits[upright].points, exits[level].points))
        crossed = tuple([replace(drawn, hops=tuple(sorted(hops.get(at, ())))) for at, drawn in enumerate(exits)])
        return Layout(self.width, self.height, self._lanes(), steps, crossed, self.laid.cost, self.laid.tangles)

    def _lanes(self) -> tuple[XY, ...]:
        """The boundary between two lanes keeps left of the tracks of the channel between them, but for those of lines that stay in
        the lane on the left.
        """
        lanes = self.grid.lanes
        starts = [column for column in range(len(lanes)) if column == 0 or lanes[column] != lanes[column - 1]]
        edges = [0.0, *(self.rights[column] for column in starts[1:]), self.width]
        return tuple(pairwise(edges))

    def _placed(self, at: int) -> Placed:
        row, column = self.grid.cells[at]
        x, content = self.centres[column], self.cells[at]
        return Placed(x, self.middles[row], content, x + content.width / 2 + NOTE_GAP)

    def _drawn(self, at: int, steps: tuple[Placed, ...]) -> Drawn:
        line, path, runs = self.lines[at], self.ways.paths[at], self.tracks.runs[at]
        circle = self.view.steps[line.target].kind == "connector"
        beside = self.tracks.entry[at] * (BESIDE_CIRCLE if circle else BESIDE)
        start = self._port(line.source, steps, runs[0].heading, 0.0)
        last = runs[-1].heading
        end = self._port(line.target, steps, (-last[0], -last[1]), beside)
        points = [start]
        for place in range(len(runs) - 1):
            one = self._level(path, runs[place], self.tracks.numbers[at][place])
            two = self._level(path, runs[place + 1], self.tracks.numbers[at][place + 1])
            points.append((one, two) if runs[place].vertical else (two, one))
        if len(points) > 1:
            points[-1] = (end[0], points[-1][1]) if runs[-1].vertical else (points[-1][0], end[1])
        points.append(end)
        label_at, anchor = self._label(at, points, runs)
        return Drawn(line, tuple(points), self.labels[at], label_at, anchor)

    def _port(self, step: int, steps: tuple[Placed, ...], side: Point, beside: float) -> XY:
        placed = steps[step]
        size = placed.content
        return port(self.view.steps[step].kind, Place(placed.x, placed.y, size.width, size.height), side, beside)

    def _level(self, path: Path, run: Run, number: int) -> float:
        """x of a vertical run, y of a horizontal one."""
        index = path[run.start][0 if run.vertical else 1]
        if index % 2:
            return (self.centres if run.vertical else self.middles)[index // 2]
        if not run.vertical:
            return self.gaps[index // 2] + number * self.pitch[index // 2]
        inside = self._inside(index // 2)
        return self.lefts[index // 2] + number * TRACK + (_LANE_GAP[1] + _BEHIND if 0 < inside <= number else 0.0)

    def _label(self, at: int, points: list[XY], runs: Sequence[Run]) -> tuple[XY, str]:
        """The foot of the first label line: beside the start of the line, or for a comb below it."""
        x, y = points[0]
        below = (len(self.labels[at]) - 1) * LABEL_LINE
        if runs[0].heading == LEFT:
            return (x - 6, y - 5 - below), "end"
        if runs[0].heading == RIGHT:
            return (x + 6, y - 5 - below), "start"
        if self.lines[at].source in self.ways.combs:
            return self._comb_label(at, points, runs)
        return (x + 5, y + LABEL + 1), "start"

    def _comb_label(self, at: int, points: list[XY], runs: Sequence[Run]) -> tuple[XY, str]:
        """On the line, where it leaves the comb; below all lines of the comb for the exit that runs straight down."""
        if len(runs) > 1 and runs[1].start == 1:
            x, y = points[1]
            y -= 4 + (len(self.labels[at]) - 1) * LABEL_LINE
            return ((x - 7, y), "end") if runs[1].heading == LEFT else ((x + 7, y), "start")
        source = self.lines[at].source
        row = self.grid.cells[source][0] + 1
        turns = [
            self.tracks.numbers[other][1]
            for other, line in enumerate(self.lines)
            if line.source == source and len(self.tracks.runs[other]) > 1 and self.tracks.runs[other][1].start == 1
        ]
        return (points[0][0] + 5, self.gaps[row] + max(turns, default=0) * self.pitch[row] + LABEL + 3), "start"


def _crossings(upright: Sequence[XY], level: Sequence[XY]) -> Iterator[XY]:
    """Where upright pieces of one line cross level pieces of another."""
    for (x, top), (right, foot) in pairwise(upright):
        for (start, y), (end, other) in pairwise(level):
            if (
                x == right
                and y == other
                and min(start, end) < x < max(start, end)
                and min(top, foot) < y < max(top, foot)
            ):
                yield (x, y)
