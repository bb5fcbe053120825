"""What is still to be confirmed in the parts of an object, by place: `steps.tell.limit`, `excluded.1.limit`.

In: names of fields, of the object and of its parts. Out: names. The parts of one list are told apart by id or by number from 1.
"""

from collections.abc import Iterable
from typing import ClassVar, Protocol


class Doubtful(Protocol):
    """A record that can say which of its fields are unconfirmed."""

    __struct_fields__: ClassVar[tuple[str, ...]]

    @property
    def unconfirmed(self) -> tuple[str, ...]:
        """Names of fields."""


def of_parts(field: str, parts: Iterable[tuple[str | int, tuple[str, ...]]]) -> tuple[str, ...]:
    """The doubts of a list of parts, each by the part's id or number."""
    return tuple([f"{field}.{part}.{name}" for part, names in parts for name in names])


def kind_of(doubt: str) -> str:
    """The doubt without which part it is: `steps.limit`."""
    field, _, name = doubt.partition(".")
    return f"{field}.{name.rpartition('.')[2]}" if name else field
