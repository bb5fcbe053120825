"""Successors are followed until one stands; cycles end the walk."""

from msgspec import Struct

from gkstd.checks.lineage import forebears, heirs, inherited


class Thing(Struct, frozen=True):
    id: str
    successors: tuple[str, ...] = ()
    stands: bool = False


def table(*things: Thing) -> dict[str, Thing]:
    return {thing.id: thing for thing in things}


def found(things: dict[str, Thing], id: str) -> list[str]:
    return [thing.id for thing in heirs(things, id, lambda thing: thing.stands)]


def test_the_first_that_stands_on_each_line() -> None:
    things = table(
        Thing("a", ("b", "c")), Thing("b", ("d",)), Thing("c", (), True), Thing("d", ("e",), True), Thing("e")
    )
    assert found(things, "a") == ["c", "d"]


def test_a_cycle_and_a_missing_entry_end_the_walk() -> None:
    assert found(table(Thing("a", ("b",)), Thing("b", ("a", "gone"))), "a") == []
    assert found({}, "a") == []


def test_an_entry_does_not_inherit_from_itself() -> None:
    assert found(table(Thing("a", ("a",), True)), "a") == []


def test_forebears_name_it_and_stand() -> None:
    things = table(Thing("a", ("c",), True), Thing("b", ("c",)), Thing("c"))
    assert [thing.id for thing in forebears(things, "c", lambda thing: thing.stands)] == ["a"]


def test_what_succeeds_a_used_entry_is_used() -> None:
    things = table(Thing("a", ("b",)), Thing("b", ("c", "a")), Thing("c"), Thing("d", ("a",)))
    assert inherited(things, {"a"}) == {"a", "b", "c"}
    assert inherited(things, set()) == set()
