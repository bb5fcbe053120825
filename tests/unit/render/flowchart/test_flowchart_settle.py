"""Steps and circles stand on the side from where their lines are easy to follow."""

from flowchart_helpers import TEMPLATES, Chart, faults, leaps, step, view

from gkstd.render.flowchart import cut
from gkstd.render.flowchart.boxes import circle, contents
from gkstd.render.flowchart.dot import places, source
from gkstd.render.flowchart.grid import grid, homeward, leftward
from gkstd.render.flowchart.image import layouts
from gkstd.render.flowchart.layout import Layout, layout
from gkstd.render.flowchart.poster import poster
from gkstd.render.flowchart.renderer import inked
from gkstd.render.flowchart.settle import Sides, settled
from gkstd.render.flowchart.untangle import untangled, untwisted

CORRECTED = view(
    step("apply", "whole", kind="start"),
    step("whole", ("齐全", "accept"), ("不齐全", "tell"), kind="decision", lane="乙"),
    step("accept", "check", lane="乙", limit_text="5个工作日内"),
    step("tell", "correct", lane="乙", limit_text="5个工作日内"),
    step("correct", "whole"),
    step("check", "end", lane="丙"),
    step("end", kind="end", lane="丙"),
    lanes=("甲", "乙", "丙"),
)
"""What is sent back to the applicant on the left and what goes on to the office on the right leave the same lane."""
LONG = view(
    step("a", "b", kind="start"),
    step("b", ("是", "c"), ("否", "d"), kind="decision"),
    step("c", "d", lane="乙"),
    step("d", "e"),
    step("e", "f"),
    step("f", ("否", "d"), ("是", "g"), kind="decision"),
    step("g", kind="end"),
)


def test_what_goes_home_stands_on_the_left() -> None:
    (answer,) = layouts([source(CORRECTED)])
    assert isinstance(answer, str)
    assert [CORRECTED.steps[at].id for at in homeward(CORRECTED)] == ["tell"]
    assert leftward(CORRECTED) == {}

    def draw(sides: Sides) -> Layout:
        return layout(CORRECTED, grid(CORRECTED, places(answer), sides), contents(CORRECTED), untangled)

    first = draw({})
    assert first.tangles
    after = settled(CORRECTED, first, draw, lambda _plan, _found: True)
    assert after.tangles == ()
    x = {one.id: placed.x for one, placed in zip(CORRECTED.steps, after.steps, strict=True)}
    assert x["tell"] < x["accept"]


def test_a_line_does_not_go_back_over_the_decision_it_leaves() -> None:
    """Notes stand right of the first decision: what it refuses stands on its left, as the line leaves there."""
    shown = view(
        step("a", "b", kind="start", lane="乙"),
        step("b", ("合格", "c"), ("不合格", "no"), kind="decision", limit_text="20个工作日内"),
        step("c", "d"),
        step("d", ("不成立", "e"), ("成立", "no"), kind="decision"),
        step("e", "f"),
        step("no", "f"),
        step("f", kind="end"),
    )
    assert [shown.steps[at].id for at in leftward(shown)] == ["no"]
    (answer,) = layouts([source(shown)])
    assert isinstance(answer, str)

    def draw(sides: Sides) -> Layout:
        return layout(shown, grid(shown, places(answer), sides), contents(shown), untwisted)

    first = draw({})
    assert first.burden[0] == 1
    after = settled(shown, first, draw, lambda _plan, _found: True)
    assert after.burden[0] == 0
    name = [one.id for one in shown.steps]
    (away,) = [e.points for e in after.exits if (name[e.line.source], name[e.line.target]) == ("b", "no")]
    assert away[-1][0] < away[0][0]


def test_no_line_crosses_on_its_poster() -> None:
    (answer,) = layouts([source(CORRECTED)])
    assert isinstance(answer, str)
    _, drawn = poster(CORRECTED, places(answer))
    svg = inked(drawn, TEMPLATES, {})
    assert leaps(Chart(svg)) == 0
    assert faults(drawn.view, svg) == []


def test_a_circle_does_not_stand_in_the_way_of_a_straight_line() -> None:
    """What comes back from another sheet stands beside the line that leads straight on from above."""
    first, _ = cut.pieces(LONG, (0, 4))
    shown = first.view
    (at,) = [at for at, one in enumerate(shown.steps) if one.kind == cut.CONNECTOR and one.exits]
    cells = tuple(
        circle(one.title) if one.kind == cut.CONNECTOR else content
        for one, content in zip(shown.steps, contents(shown), strict=True)
    )

    def draw(sides: Sides) -> Layout:
        return layout(shown, grid(shown, {}, sides), cells, untangled)

    def straight(plan: Layout) -> bool:
        name = [one.id for one in shown.steps]
        ways = {(name[e.line.source], name[e.line.target]): e.points for e in plan.exits}
        return len(ways["b", "d"]) == 2

    before = draw({at: 0})
    assert not straight(before)
    after = settled(shown, before, draw, lambda _plan, _found: True)
    assert straight(after)
    assert after.burden < before.burden


def test_what_does_not_fit_is_not_taken() -> None:
    def draw(sides: Sides) -> Layout:
        return layout(CORRECTED, grid(CORRECTED, {}, sides), contents(CORRECTED), untangled)

    before = draw({})
    assert settled(CORRECTED, before, draw, lambda _plan, _found: False) is before
