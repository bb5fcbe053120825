"""What can be referred to in a standard, by id.

In: ids as they are met. Out: `Targets`; an id that means two places is kept as the first and noted. Clauses, annexes and
terms may share an id as long as nothing refers to it; tables, figures, formulas and items may not.
"""

from typing import Literal

from msgspec import Struct

from gkstd.diagnostics.codes import drafting
from gkstd.model.prose.place import Place
from gkstd.model.prose.slips import Slip

Kind = Literal["clause", "annex", "term", "table", "figure", "formula", "item", "bullet"]


class Target(Struct, frozen=True):
    """`printed` is what a reference to it prints; `home` the clause, annex or term it is or stands in."""

    kind: Kind
    printed: str
    home: str
    place: Place
    within: tuple[int, int] | None = None


class Targets:
    """Collects while numbering."""

    def __init__(self) -> None:
        self.known: dict[str, Target] = {}
        self.twice: dict[str, Target] = {}
        self.slips: list[Slip] = []

    def add(self, id: str, target: Target) -> None:
        """Note what an id means; "" means nothing."""
        if not id:
            return
        first = self.known.setdefault(id, target)
        if first is target:
            return
        self.twice.setdefault(id, target)
        if target.within is not None:
            slip = Slip(drafting.DUPLICATE_TARGET, target.place, target.within, (("id", id),), other=first.place)
            self.slips.append(slip)
