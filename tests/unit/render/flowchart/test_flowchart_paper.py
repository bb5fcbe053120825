"""Charts on paper: legible, whole on every sheet, and the sheets together are the process."""

from pathlib import Path

import pytest
from flowchart_helpers import TEMPLATES, faults, job, step, view
from hypothesis import given
from test_flowchart_drawing import LOOP, MANY_EXITS, PARALLEL, processes, settled

from gkstd.render.base import Subject
from gkstd.render.flowchart import print as print_sheets
from gkstd.render.flowchart.cut import CONNECTOR, Rows, best, pieces, severed
from gkstd.render.flowchart.dot import places, source
from gkstd.render.flowchart.image import layouts
from gkstd.render.flowchart.legend import legend
from gkstd.render.flowchart.paper import LEAST, Paper, Sheets, sheets
from gkstd.render.flowchart.print import ACROSS, UPRIGHT, joined, printed
from gkstd.render.flowchart.renderer import inked
from gkstd.render.views.process import ProcessView, process_view
from gkstd.source.load import load

SMALL = Paper(300.0, 260.0, across=False)
LONG = view(
    step("s", "d0", kind="start"),
    *(step(f"d{n}", ("是", f"a{n}"), ("否", f"d{n + 1}"), kind="decision", title=f"第{n}问？") for n in range(9)),
    *(
        step(f"a{n}", f"d{n + 1}" if n % 3 else "d0", lane="乙", title=f"办理{n}", limit_text="5个工作日内")
        for n in range(9)
    ),
    step("d9", "z", title="归档"),
    step("z", kind="end", title="结束"),
)


def on_paper(shown: ProcessView, *papers: Paper) -> Sheets:
    (answer,) = layouts([source(shown)])
    assert isinstance(answer, str)
    marks = legend(shown)
    return sheets(shown, places(answer), papers, lambda part, at: (*joined(part, at), *marks.lines(part.view.steps)))


def test_the_first_sheet_leaves_room_for_a_head() -> None:
    paper = Paper(SMALL.width, SMALL.height, across=False, above=70.0)
    made = on_paper(LONG, paper)
    heights = [float(drawn.height) * made.scale for drawn in made.charts]
    assert len(heights) > 1
    assert heights[0] <= paper.height - paper.above + 0.01
    assert all(height <= paper.height + 0.01 for height in heights[1:])


def edges(made: Sheets) -> list[tuple[str, str, str]]:
    """The exits of all pieces, with each circle replaced by where its letter leads."""
    heads = {
        step.title: step.exits[0].target
        for piece in made.pieces
        for step in piece.view.steps
        if step.kind == CONNECTOR and step.exits
    }
    found = []
    for piece in made.pieces:
        circles = {step.id: heads[step.title] for step in piece.view.steps if step.kind == CONNECTOR}
        for one in piece.view.steps:
            if one.kind != CONNECTOR:
                found += [(one.id, circles.get(exit.target, exit.target), exit.label) for exit in one.exits]
    return sorted(found)


def whole(shown: ProcessView) -> list[tuple[str, str, str]]:
    return sorted((step.id, exit.target, exit.label) for step in shown.steps for exit in step.exits)


def check(shown: ProcessView, made: Sheets) -> None:
    assert edges(made) == whole(shown)
    for piece, drawn in zip(made.pieces, made.charts, strict=True):
        svg = inked(printed(drawn, made), TEMPLATES, {})
        assert faults(piece.view, svg) == []
        assert float(drawn.width) * made.scale <= made.paper.width + 0.1
        assert float(drawn.height) * made.scale <= made.paper.height + 0.1


@pytest.mark.parametrize("shown", [LOOP, PARALLEL, MANY_EXITS, LONG], ids=["loop", "parallel", "many", "long"])
@pytest.mark.parametrize("paper", [SMALL, UPRIGHT, ACROSS], ids=["small", "upright", "across"])
def test_the_sheets_together_are_the_process(shown: ProcessView, paper: Paper) -> None:
    check(shown, on_paper(shown, paper))


def test_a_long_chart_goes_on_over_sheets_and_repeats_its_lanes() -> None:
    made = on_paper(LONG, UPRIGHT)
    assert len(made.charts) > 1
    assert not made.small
    assert {tuple(lane.title for lane in drawn.lanes) for drawn in made.charts} == {LONG.lanes}
    assert [bool(drawn.key) for drawn in made.charts] == [True, *[False] * (len(made.charts) - 1)]


def test_every_letter_leads_somewhere_and_says_where() -> None:
    made = on_paper(LONG, SMALL)
    for at, piece in enumerate(made.pieces):
        text = "".join(joined(piece, at))
        circles = [step for step in piece.view.steps if step.kind == CONNECTOR]
        assert {step.title for step in circles} == {link.letter for link in (*piece.leaving, *piece.coming)}
        for link in piece.leaving:
            assert f"{link.letter} 转" in text
            assert f"步骤{link.target}" in text


def test_a_chart_that_fits_stays_whole() -> None:
    made = on_paper(LOOP, UPRIGHT, ACROSS)
    assert len(made.charts) == 1
    assert not any(step.kind == CONNECTOR for step in made.pieces[0].view.steps)


def test_a_chart_wider_than_the_paper_may_still_lie_on_it_in_pieces() -> None:
    """Which arrangement takes fewest sheets shows only in the pieces: each has just the columns it needs."""
    project = load(Path(__file__).parents[4]).project
    assert project is not None
    counts = {}
    for id in ("decision-disclosure", "disclosure-on-request"):
        shown, _ = process_view(project, id)
        made = on_paper(shown, UPRIGHT, ACROSS)
        check(shown, made)
        assert not made.small
        assert not made.paper.across
        counts[id] = len(made.charts)
    assert counts == {"decision-disclosure": 2, "disclosure-on-request": 3}


def test_the_heading_of_an_empty_lane_is_whole() -> None:
    long = "基层政务公开标准化规范化领导小组"
    shown = view(step("a", "b", kind="start"), step("b", kind="end"), lanes=("甲", long))
    (chart,) = on_paper(shown, UPRIGHT).charts
    assert "".join(line.text for line in chart.lanes[1].heading) == long


def test_too_many_lanes_for_the_paper_are_said_to_be_small() -> None:
    wide = view(
        *(step(f"s{n}", f"s{n + 1}", lane=f"机构{n}", limit_text="20个工作日内") for n in range(14)),
        step("s14", kind="end", lane="机构0"),
        lanes=tuple(f"机构{n}" for n in range(14)),
    )
    assert on_paper(wide, UPRIGHT, ACROSS).small
    (artifact,) = print_sheets.render([job(wide)], TEMPLATES)
    (finding,) = artifact.findings
    assert (finding.code.id, finding.subject) == ("GK424", Subject("process", "p", ("lanes",)))
    assert artifact.outputs


def test_sheets_are_numbered_files() -> None:
    artifact, _ = print_sheets.render([job(LONG), job(LOOP)], TEMPLATES)
    assert [output.path for output in artifact.outputs] == [
        f"sheets/p/{at:02}.svg" for at in range(1, len(artifact.outputs) + 1)
    ]
    assert artifact.findings == ()


def test_cuts_are_where_few_lines_cross() -> None:
    assert best(Rows([10.0] * 10, [0, 9, 9, 9, 9, 2, 9, 9, 9, 9], 60.0)) == (0, 5)
    assert best(Rows([10.0] * 4, [0, 1, 1, 1], 100.0)) == (0,)
    assert best(Rows([90.0, 10.0, 90.0], [0, 1, 1], 50.0)) == (0, 1, 2)
    assert best(Rows([10.0] * 4, [0, 1, 99, 99], 100.0, frozenset({(0, 4)}))) == (0, 1)
    shown = view(step("a", "b", kind="start"), step("b", ("是", "c"), ("否", "c"), kind="decision"), step("c"))
    assert severed(shown, 1) == 2
    assert severed(shown, 2) == 3
    assert pieces(shown, (0,))[0].view == shown


def test_pieces_are_alike_unless_that_cuts_many_lines() -> None:
    even = Rows([10.0] * 9, [0, *[2] * 8], 40.0)
    assert best(even) == (0, 3, 6)
    assert best(even, 0.0) != (0, 3, 6)
    assert best(Rows([10.0] * 6, [0, 2, 2, 40, 2, 2], 40.0)) in ((0, 2), (0, 4))


@settled(25)
@given(processes())
def test_the_sheets_of_any_process_are_the_process(shown: ProcessView) -> None:
    made = on_paper(shown, UPRIGHT)
    assert edges(made) == whole(shown)
    for piece, drawn in zip(made.pieces, made.charts, strict=True):
        assert faults(piece.view, inked(printed(drawn, made), TEMPLATES, {})) == []


def test_no_process_of_the_edition_is_printed_too_small() -> None:
    project = load(Path(__file__).parents[4]).project
    assert project is not None
    for id in project.processes:
        shown = process_view(project, id)[0]
        made = on_paper(shown, UPRIGHT, ACROSS)
        check(shown, made)
        assert made.scale * 12 >= LEAST - 0.01, id
