"""Steps that go astray are told by their causes, once each."""

from hypothesis import given
from hypothesis import strategies as st

from gkstd.checks.graph import Astray, astray, edges, reach, reverse
from gkstd.model.process import Exit, Process, Step


def step(id: str, *targets: str) -> Step:
    exits = tuple(Exit(target, "") for target in targets)
    return Step(id, "step", "", id, None, "", False, (), (), (), "", exits, "")


def test_edges_leave_out_exits_to_nowhere_and_to_the_step_itself() -> None:
    process = Process("p", "", "", "", None, None, None, (), (), (step("a", "b", "a", "x"), step("b")), ())
    assert edges(process) == {"a": ("b",), "b": ()}


def test_reverse_keeps_every_step() -> None:
    assert reverse({"a": ("b", "c"), "b": ("c",), "c": ()}) == {"a": (), "b": ("a",), "c": ("a", "b")}


def test_reach_includes_where_it_starts() -> None:
    assert list(reach({"a": ("b",), "b": ("a",), "c": ("a",)}, ["a"])) == ["a", "b"]


def test_a_step_without_a_way_on_is_the_cause_for_those_before_it() -> None:
    forward = {"a": ("b",), "b": ("c", "end"), "c": ("d",), "d": (), "end": ()}
    assert list(astray(forward, ["end"])) == [Astray("d", ("c",))]


def test_a_loop_is_one_cause_and_named_by_its_first_step() -> None:
    forward = {"in": ("x",), "y": ("x",), "x": ("y",), "end": ()}
    assert list(astray(forward, ["end"])) == [Astray("y", ("x", "in"))]


def test_nothing_is_astray_in_a_loop_with_a_way_out() -> None:
    assert list(astray({"a": ("b",), "b": ("a", "end"), "end": ()}, ["end"])) == []


def test_a_long_chain_needs_no_recursion() -> None:
    forward = {str(n): (str(n + 1),) for n in range(20_000)} | {"20000": ()}
    ((cause, others),) = [(one.step, one.others) for one in astray(forward, ["elsewhere"])]
    assert cause == "20000"
    assert len(others) == 20_000


NAMES = "abcdefg"
GRAPHS = st.dictionaries(st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES), max_size=3)).map(
    lambda drawn: {name: tuple(target for target in drawn.get(name, ()) if target != name) for name in NAMES}
)


@given(GRAPHS, st.lists(st.sampled_from(NAMES), max_size=2))
def test_every_lost_step_is_accounted_for_once(forward: dict[str, tuple[str, ...]], goals: list[str]) -> None:
    told = [name for one in astray(forward, goals) for name in (one.step, *one.others)]
    lost = [name for name in NAMES if not set(reach(forward, [name])) & set(goals)]
    assert sorted(told) == sorted(lost)


@given(GRAPHS, st.lists(st.sampled_from(NAMES), max_size=2))
def test_a_cause_never_leads_to_another_cause(forward: dict[str, tuple[str, ...]], goals: list[str]) -> None:
    causes = [one.step for one in astray(forward, goals)]
    for cause in causes:
        assert not (set(reach(forward, [cause])) - {cause}) & set(causes)
