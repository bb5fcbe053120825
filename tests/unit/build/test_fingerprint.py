"""What changes a key and what does not."""

from msgspec import Struct

from gkstd.build.fingerprint import fingerprint, stored
from support.kitchen import target


class Table(Struct, frozen=True):
    rows: dict[str, int]


class Other(Struct, frozen=True):
    rows: dict[str, int]


def key(payload: Struct, name: str = "site/a", data: bytes = b"", engine: str = "e") -> str:
    from msgspec.structs import replace

    return fingerprint(replace(target(name), payload=payload), [(stored("p", data),)], engine)


def test_the_order_of_a_table_is_nothing() -> None:
    assert key(Table({"a": 1, "b": 2})) == key(Table({"b": 2, "a": 1}))


def test_everything_else_is_something() -> None:
    base = Table({"a": 1})
    keys = [
        key(base),
        key(Table({"a": 2})),
        key(Other({"a": 1})),
        key(base, "site/b"),
        key(base, data=b"x"),
        key(base, engine="f"),
    ]
    assert len(set(keys)) == len(keys)


def test_cost_sources_and_wave_are_nothing() -> None:
    one, two = target("site/a", cost=1), target("site/a", cost=9, sources=("x",))
    assert fingerprint(one, [], "e") == fingerprint(two, [], "e")
