"""What has taken the place of what: successors through the register, as far as the day asked about.

In: a table of register entries, an id, and the test an entry must pass. Out: the entries that stand today, or, where
none stands, the last ones known. Cycles in the register end the walk.
"""

from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar


class Entry(Protocol):
    """A register entry with a life."""

    @property
    def id(self) -> str:
        """Its id in the table."""
        ...

    @property
    def successors(self) -> tuple[str, ...]:
        """Ids of what took its place."""
        ...


E = TypeVar("E", bound=Entry)


def heirs(table: Mapping[str, E], id: str, stands: Callable[[E], bool]) -> tuple[E, ...]:
    """Entries that stand in the place of `id`, following successors of successors; `id` itself is never among them."""
    seen, found = {id}, []
    ahead = list(table[id].successors) if id in table else []
    while ahead:
        name = ahead.pop(0)
        if name in seen or name not in table:
            continue
        seen.add(name)
        if stands(table[name]):
            found.append(table[name])
        else:
            ahead += table[name].successors
    return tuple(found)


def forebears(table: Mapping[str, E], id: str, stands: Callable[[E], bool]) -> tuple[E, ...]:
    """Entries that stand and name `id` as their successor."""
    return tuple(entry for entry in table.values() if id in entry.successors and stands(entry))


def inherited(table: Mapping[str, E], ids: set[str]) -> set[str]:
    """`ids` and everything that succeeds any of them."""
    known, ahead = set(ids), list(ids)
    while ahead:
        entry = table.get(ahead.pop())
        fresh = [name for name in entry.successors if name not in known] if entry else []
        known.update(fresh)
        ahead += fresh
    return known
