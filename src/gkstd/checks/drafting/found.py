"""What a rule reports: a code, a place in a standard, values for the message, and how to mend it.

In: nothing. Out: `Found` values; `__init__` turns them into diagnostics. Never knows about files.
"""

from msgspec import Struct

from gkstd.diagnostics import Code, Severity, Text
from gkstd.model.prose.place import Place


class Mend(Struct, frozen=True):
    """`old` at `within` in the text of the finding becomes `new`."""

    within: tuple[int, int]
    old: str
    new: str


class Found(Struct, frozen=True):
    """One finding. `within` are offsets in the text at `place`; `others` further places with a word on each."""

    code: Code
    place: Place
    within: tuple[int, int] | None = None
    values: tuple[tuple[str, object], ...] = ()
    hints: tuple[Text, ...] = ()
    mends: tuple[Mend, ...] = ()
    others: tuple[tuple[Place, Text], ...] = ()
    severity: Severity | None = None
