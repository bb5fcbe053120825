"""Numbers, rows and ways on of a process as it is printed."""

from typing import Any, cast

from flowchart_helpers import process, step, view
from msgspec.structs import replace

from gkstd.model.item import Named
from gkstd.model.project import Project
from gkstd.render.views.process import process_view
from gkstd.render.views.reading import reading


def test_steps_are_numbered_from_the_start_not_as_they_are_written() -> None:
    shown = view(step("end", kind="end"), step("b", "end"), step("a", "b", kind="start"))
    assert [(s.id, s.number, s.row) for s in shown.steps] == [("a", 1, 0), ("b", 2, 1), ("end", 3, 2)]
    assert shown.steps[0].exits[0].number == 2


def test_a_step_stands_below_the_longest_way_to_it() -> None:
    shown = view(step("a", "b", "d", kind="parallel"), step("b", "c"), step("c", "d"), step("d"))
    assert [(s.id, s.row) for s in shown.steps] == [("a", 0), ("b", 1), ("c", 2), ("d", 3)]


def test_an_exit_that_leads_back_is_marked_and_moves_nothing() -> None:
    shown = view(
        step("a", "b", kind="start"), step("b", ("否", "a"), ("是", "c"), kind="decision"), step("c", kind="end")
    )
    assert [(e.target, e.back) for e in shown.steps[1].exits] == [("a", True), ("c", False)]
    assert [s.row for s in shown.steps] == [0, 1, 2]


def test_reading_survives_what_the_checks_report() -> None:
    """Unknown targets, steps without a way from the start, a long chain (no recursion)."""
    broken = process(step("a", "nowhere", kind="start"), step("x", "y"), step("y", "x"))
    assert [s.id for s in reading(broken).steps] == ["a", "x", "y"]
    chain = process(*(step(f"s{n}", f"s{n + 1}") for n in range(3000)), step("s3000"))
    assert reading(chain).rows["s3000"] == 3000


def test_a_step_without_a_lane_stays_in_the_lane_before() -> None:
    shown = view(step("a", "b", lane="乙"), step("b", lane=""), lanes=("甲", "乙"))
    assert [(s.column, s.lane) for s in shown.steps] == [(1, "乙"), (1, "乙")]


def test_a_lane_is_known_by_who_acts_in_it_wherever_it_stands() -> None:
    def ids(*lanes: Named) -> tuple[str, ...]:
        one = replace(process(step("a", lane="县财政局")), lanes=lanes)
        project = Project(cast("Any", None), *[cast("dict[str, Any]", {})] * 5, {"p": one}, {}, {})
        return process_view(project, "p")[0].lane_ids

    bureau, same, public = Named("县财政局", "finance"), Named("财政局", "finance"), Named("社会公众", "")
    before, after = ids(public, bureau), ids(Named("申请人", ""), public, bureau)
    assert before == after[1:]
    assert before[1] == "finance"
    assert ids(public) != ids(Named("申请人", ""))
    assert len(set(ids(bureau, same))) == 2


def test_a_process_knows_what_it_was_made_from() -> None:
    empty: dict[str, Any] = {}
    one = process(step("a", "b", kind="process", process="other"), step("b", discloses=("gone",)), id="one")
    other = process(step("a"), id="other", title="另一流程")
    project = Project(cast("Any", None), empty, empty, empty, empty, empty, {"one": one, "other": other}, empty, empty)
    shown, refs = process_view(project, "one")
    assert refs == (("process", "one"), ("process", "other"))
    assert shown.steps[0].process_title == "另一流程"
    assert shown.steps[1].discloses == ()
