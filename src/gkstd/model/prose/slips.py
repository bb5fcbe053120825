"""A fault found while numbering: what, where in which text, and the other place it is about.

In: nothing. Out: `Slip`. The checks turn it into a diagnostic; the renderers print what could be numbered.
"""

from msgspec import Struct

from gkstd.diagnostics.diagnostic import Code
from gkstd.model.prose.place import Place


class Slip(Struct, frozen=True):
    """`within` are offsets in the text at `place`; `word` and `known` let a checker offer the nearest good id."""

    code: Code
    place: Place
    within: tuple[int, int] | None
    values: tuple[tuple[str, str], ...]
    other: Place | None = None
    word: str = ""
    known: tuple[str, ...] = ()
