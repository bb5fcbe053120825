"""Where a text of a standard was written: the bottom of what speaks of such texts."""

from msgspec import Struct


class Place(Struct, frozen=True):
    """Where a text was written, as `Places.span` asks for it."""

    kind: str
    id: str
    path: tuple[str | int, ...]
