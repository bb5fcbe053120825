"""What is on the pages of a PDF, as a press sees it: writing, colours, pictures of dots.

In: a finished PDF. Out: a `Seen` for each page. Follows the operators that our engine writes, forms and patterns with them; it
is no interpreter of any PDF.
"""

from collections.abc import Iterator
from math import sqrt

import pikepdf
from msgspec import Struct

_SHOW = frozenset({"Tj", "TJ", "'", '"'})
_FILL, _STROKE = frozenset({"g", "rg", "k"}), frozenset({"G", "RG", "K"})
_DEEPEST = 12


class Seen(Struct):
    """One page: whether anything is written, whether it has colour, the smallest size of coloured writing, resolutions."""

    number: int
    writes: bool = False
    coloured: bool = False
    smallest: float = 0.0
    dpi: tuple[int, ...] = ()


class _State(Struct):
    scale: float
    width: float
    size: float = 0.0
    coloured: bool = False


def pages(document: pikepdf.Pdf) -> Iterator[Seen]:
    """Each page in order."""
    for number, page in enumerate(document.pages, 1):
        seen = Seen(number)
        _look(page, page.obj.get("/Resources"), _State(1.0, 1.0), seen, 0)
        yield seen


def _look(
    content: pikepdf.Page | pikepdf.Object, resources: pikepdf.Object | None, start: _State, seen: Seen, depth: int
) -> None:
    state, kept = start, list[_State]()
    for one in pikepdf.parse_content_stream(content):
        operator, operands = str(one.operator), list(one.operands)
        if operator == "q":
            kept.append(_State(state.scale, state.width, state.size, state.coloured))
        elif operator == "Q" and kept:
            state = kept.pop()
        elif operator == "cm":
            a, b, c, d = [float(value) for value in operands[:4]]
            state.scale *= sqrt(abs(a * d - b * c))
            state.width = sqrt(a * a + b * b) * state.width
        elif operator == "Tf":
            state.size = float(operands[1]) * state.scale
        elif operator in _FILL or operator in _STROKE:
            coloured = len(operands) == 3 and len(set(map(float, operands))) > 1
            seen.coloured = seen.coloured or coloured
            if operator in _FILL:
                state.coloured = coloured
        elif operator in _SHOW:
            _written(state, seen)
        elif operator in ("Do", "scn") and operands and isinstance(operands[-1], pikepdf.Name):
            _used(str(operands[-1]), resources, (state, seen, depth))


def _written(state: _State, seen: Seen) -> None:
    seen.writes = True
    if state.coloured:
        seen.smallest = min(seen.smallest or state.size, state.size)


def _used(name: str, resources: pikepdf.Object | None, at: tuple[_State, Seen, int]) -> None:
    """A picture, a form or a pattern that the page takes in."""
    state, seen, depth = at
    for kind in ("/XObject", "/Pattern"):
        group = resources.get(kind) if resources is not None else None
        found = group.get(name) if group is not None else None
        if found is None:
            continue
        if found.get("/Subtype") == "/Image":
            seen.dpi = (*seen.dpi, round(int(found.Width) / (state.width / 72))) if state.width else seen.dpi
        elif isinstance(found, pikepdf.Stream) and depth < _DEEPEST:
            _look(found, found.get("/Resources"), _State(state.scale, state.width), seen, depth + 1)
        elif "/Shading" in found:
            seen.coloured = True
