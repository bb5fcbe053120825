"""Limits along the ways through a process."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from gkstd.model.durations import Span, span, timing
from gkstd.model.process import Clock, Exit, Process, Step
from gkstd.model.values.limit import Unit, parse_duration


def step(id: str, *targets: str, limit: str = "", kind: str = "step", since: str = "", excluded: bool = False) -> Step:
    exits = tuple(Exit(target, "") for target in targets)
    duration = parse_duration(limit)[0] if limit else None
    return Step(id, kind, "", id, duration, limit, excluded, (), (), (), "", exits, "", since)


def process(*steps: Step, clock: Clock | None = None) -> Process:
    values: dict[str, Any] = {"basis": (), "lanes": (), "unconfirmed": (), "clock": clock}
    return Process("p", "", "", "", None, None, None, steps=steps, **values)


def test_limits_add_up_unit_by_unit() -> None:
    found = timing(
        process(
            step("a", "b", kind="start"),
            step("b", "c", limit="5个工作日内"),
            step("c", "d", limit="公示不少于10日"),
            step("d", "e", limit="2个工作日内"),
            step("e", kind="end"),
        )
    )
    assert found.total.text == "7个工作日+10日"
    assert found.path == ("a", "b", "c", "d", "e")
    assert found.until["c"].text == "5个工作日+10日"


def test_the_longest_of_several_ways_counts() -> None:
    found = timing(
        process(
            step("a", "b", "c", kind="parallel"),
            step("b", "d", limit="10个工作日内"),
            step("c", "d", limit="12日内"),
            step("d", kind="end"),
            clock=Clock("a", ("d",)),
        )
    )
    assert found.total.text == "10个工作日"
    assert found.path == ("a", "b", "d")


def test_a_limit_that_runs_from_an_earlier_step_holds_what_lies_between() -> None:
    found = timing(
        process(
            step("a", "b", limit="5个工作日内"),
            step("b", "c", limit="公示10个工作日"),
            step("c", "d", limit="25个工作日内", since="a"),
            step("d", kind="end"),
            clock=Clock("a", ("c",)),
        )
    )
    assert found.total.text == "25个工作日", "the clock starts at the end of its first step"
    assert found.open == ()


def test_excluded_waiting_takes_no_time_and_is_told() -> None:
    found = timing(
        process(
            step("a", "b", kind="start"),
            step("b", "c", limit="20个工作日内", excluded=True),
            step("c", "d"),
            step("d", kind="end"),
        )
    )
    assert found.total == Span()
    assert found.excluded == ("b",)
    assert found.open == ("c",)


def test_loops_are_not_counted() -> None:
    found = timing(
        process(
            step("a", "b", kind="start"),
            step("b", "c", "e", kind="decision"),
            step("c", "b", limit="5个工作日内"),
            step("e", kind="end"),
        )
    )
    assert found.total == Span()
    assert found.path == ("a", "b", "e")


def test_nothing_to_follow() -> None:
    assert timing(process()).path == ()
    assert timing(process(step("a", "b"), step("b"))).total == Span()


def test_at_once_is_no_time() -> None:
    assert span(parse_duration("当场")[0]) == Span()
    assert span(None) == Span()
    assert Span(((Unit.MONTH, 3), (Unit.HOUR, 5))).text == "3个月+5小时"


def test_one_unit_is_a_number() -> None:
    assert Span(((Unit.WORKDAY, 3),)).number(Unit.WORKDAY) == 3
    assert Span(((Unit.WORKDAY, 3),)).number(Unit.DAY) is None
    assert Span().number(Unit.DAY) == 0


@given(st.lists(st.lists(st.integers(0, 9), max_size=3), min_size=1, max_size=10), st.lists(st.integers(0, 30)))
def test_any_graph_has_a_path(ways: list[list[int]], limits: list[int]) -> None:
    steps = []
    for n, targets in enumerate(ways):
        limit = f"{limits[n]}个工作日内" if n < len(limits) and limits[n] else ""
        steps.append(step(str(n), *map(str, targets), limit=limit, kind="start" if n == 0 else "step"))
    found = timing(process(*steps))
    assert len(set(found.path)) == len(found.path)
    assert found.path[0] == "0"
    for one, two in zip(found.path, found.path[1:], strict=False):
        assert two in [exit.target for exit in steps[int(one)].exits]
