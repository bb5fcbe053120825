"""Lines cross seldom, exits of one step never where that can be helped, and who crosses leaps."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from flowchart_helpers import TEMPLATES, Chart, crossings, faults, step, strays, view
from msgspec.structs import replace
from test_flowchart_drawing import LOOP, MANY_EXITS, PARALLEL, drawn
from test_flowchart_paper import on_paper

from gkstd.model.project import Project
from gkstd.render.flowchart import cut
from gkstd.render.flowchart.board import Box, Line
from gkstd.render.flowchart.grid import Grid, grid
from gkstd.render.flowchart.print import ACROSS, UPRIGHT, printed
from gkstd.render.flowchart.renderer import inked
from gkstd.render.flowchart.untangle import plain, untangled
from gkstd.render.views.process import ProcessView, process_view
from gkstd.source.load import load

DOWN, RIGHT, LEFT = (0, 1), (1, 0), (-1, 0)
FORK = Grid(3, (0, 1), ((0, 0), (1, 0), (2, 1), (2, 0)))
"""A step above, a decision below it, and below that one step in each of two lanes."""


def boxes(*cells: tuple[int, int], decisions: tuple[int, ...] = ()) -> list[Box]:
    """Boxes on these (row, column); decisions leave by three sides."""
    return [
        Box((2 * column + 1, 2 * row + 1), (DOWN, RIGHT, LEFT) if at in decisions else (DOWN,), False, True, True)
        for at, (row, column) in enumerate(cells)
    ]


def edition() -> Project:
    project = load(Path(__file__).parents[4]).project
    assert project is not None
    return project


def pieces(shown: ProcessView) -> list[tuple[ProcessView, Chart]]:
    made = on_paper(shown, UPRIGHT, ACROSS)
    return [
        (piece.view, Chart(inked(printed(one, made), TEMPLATES, {})))
        for piece, one in zip(made.pieces, made.charts, strict=True)
    ]


def test_lines_that_cross_are_laid_anew() -> None:
    """A line laid early goes round a box on the right; the box's own line, laid later, has to come out through it."""
    cells = ((0, 0), (1, 0), (2, 0), (3, 1))
    where = Grid(4, (0, 1), cells)
    lines = [Line(0, 1, 0, back=False), Line(0, 2, 1, back=False), Line(1, 3, 0, back=False)]
    lines.append(Line(2, 3, 0, back=False))
    known = boxes(*cells, decisions=(0,))
    first, best = plain(where, known, lines), untangled(where, known, lines)
    assert len(first.tangles) == 1
    assert best.tangles == ()
    assert best.cost < first.cost
    for line, path in zip(lines, best.ways.paths, strict=True):
        assert (path[0], path[-1]) == (known[line.source].point, known[line.target].point)
        assert all(abs(x - u) + abs(y - v) == 1 for (x, y), (u, v) in pairwise(path))


def test_a_line_that_is_in_the_way_of_another_gives_way() -> None:
    """The line back into the left side and the second exit of the decision cross on the left. On the right runs a third line: only
    if that goes over to the left, neither crosses anything.
    """
    cells = ((0, 0), (1, 0), (2, 0), (3, 0), (4, 1))
    where = Grid(5, (0, 1), cells)
    lines = [Line(0, 1, 0, back=False), Line(0, 2, 1, back=False), Line(1, 3, 0, back=False), Line(2, 3, 0, back=False)]
    lines += [Line(3, 4, 0, back=False), Line(4, 1, 1, back=True)]
    known = [replace(box, right=False) for box in boxes(*cells, decisions=(0, 4))]
    first, best = plain(where, known, lines), untangled(where, known, lines)
    assert len(first.tangles) == 1
    assert best.tangles == ()
    assert all(x >= 1 for x, _ in best.ways.paths[1])
    assert min(x for x, _ in best.ways.paths[2]) == 0


def test_what_does_not_cross_is_left_alone() -> None:
    known = boxes(*FORK.cells, decisions=(1,))
    lines = [Line(0, 1, 0, back=False), Line(1, 2, 0, back=False), Line(1, 3, 1, back=False)]
    assert untangled(FORK, known, lines) == plain(FORK, known, lines)


@pytest.mark.parametrize("shown", [LOOP, PARALLEL, MANY_EXITS], ids=["loop", "parallel", "many"])
def test_who_crosses_leaps(shown: ProcessView) -> None:
    assert crossings(Chart(drawn(shown))) == []


def test_a_crossing_without_a_leap_is_found() -> None:
    """The reader of drawings is itself put to the test."""
    svg = drawn(process_view(edition(), "decision-disclosure")[0])
    assert crossings(Chart(svg)) == []
    straight = re.sub(r" L [-0-9. ]+( A 4 4 0 0 [01] [-0-9.]+ [-0-9.]+){2}", "", svg)
    assert straight != svg
    assert crossings(Chart(straight))


def test_in_the_edition_who_crosses_leaps_and_no_fork_crosses_itself() -> None:
    """On every sheet and on the screen. The exits of one decision that cross are followed to the wrong step."""
    project = edition()
    for id in project.processes:
        shown, _ = process_view(project, id)
        for piece, chart in [(shown, Chart(drawn(shown))), *pieces(shown)]:
            assert crossings(chart) == [], id
            assert not _forked(chart), (id, [one.number for one in piece.steps])
            assert strays(chart) == [], id


def test_what_a_decision_refuses_stands_where_its_line_leaves() -> None:
    """On the right are the notes. The line went round to the right and was crossed by three others."""
    chart = Chart(drawn(process_view(edition(), "environment-penalty")[0]))
    (away,) = [line for edge, line in zip(chart.edges, chart.lines, strict=True) if edge[2] == "不予处罚"]
    assert away[0][0] > away[1][0]
    assert away[-1][0] < away[0][0]


def _forked(chart: Chart) -> list[tuple[str, str]]:
    """Steps of which one exit leaps over another."""
    found = []
    for at, (source, target, _) in enumerate(chart.edges):
        for place, (other, goal, _) in enumerate(chart.edges):
            if source == other and target != goal and _over(chart, at, place):
                found.append((source, target))
    return found


def _over(chart: Chart, at: int, place: int) -> bool:
    """Whether a leap of one line stands on an upright piece of another."""
    tops = [
        b for a, b, c in zip(chart.lines[at], chart.lines[at][1:], chart.lines[at][2:], strict=False) if _top(a, b, c)
    ]
    return any(
        x == u == a and min(y, v) < b + 4 < max(y, v)
        for a, b in tops
        for (x, y), (u, v) in pairwise(chart.lines[place])
    )


def _top(before: tuple[float, float], at: tuple[float, float], after: tuple[float, float]) -> bool:
    return before[1] > at[1] < after[1]


def test_a_line_inside_a_lane_does_not_stray_into_the_next() -> None:
    """Both ways round stay on their side of the boundary; what leads elsewhere runs beyond it."""
    shown = view(
        step("a", ("是", "b"), ("否", "c"), kind="decision"),
        step("b", "c", limit_text="5个工作日内"),
        step("c", "d"),
        step("d", ("是", "e"), ("否", "f"), kind="decision", lane="乙", limit_text="5个工作日内"),
        step("e", "f", lane="乙"),
        step("f", kind="end", lane="乙"),
    )
    (chart,) = [chart for _, chart in pieces(shown)]
    assert strays(chart) == []
    lines = dict(zip(chart.edges, chart.lines, strict=True))
    boundary = chart.lane("d")[0]
    assert boundary - 60 < max(x for x, _ in lines["a", "c", "否"]) < boundary
    assert boundary < min(x for x, _ in lines["d", "f", "否"]) < boundary + 60
    assert faults(shown, drawn(shown)) == []


def test_a_circle_stands_on_the_side_it_is_moved_to() -> None:
    long = view(step("a", "b", kind="start"), step("b", "c"), step("c", "d"), step("d", kind="end"), lanes=("甲",))
    _, second = cut.pieces(long, (0, 2))
    (circle,) = [at for at, one in enumerate(second.view.steps) if one.kind == cut.CONNECTOR]
    target = next(at for at, one in enumerate(second.view.steps) if one.id == "c")
    places = {}
    for side in (-1, 0, 1):
        found = grid(second.view, {}, {circle: side})
        places[side] = found.cells[circle][1] - found.cells[target][1]
    assert places == {-1: -1, 0: 0, 1: 1}
