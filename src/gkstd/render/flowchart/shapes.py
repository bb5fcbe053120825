"""Symbols of GB/T 1526 (ISO 5807): outlines, and where lines touch them.

In: kind, centre and size in px. Out: SVG path data and points. Every point of an outline lies within its size.
"""

from functools import lru_cache

from msgspec import Struct

from gkstd.render.flowchart.board import DOWN, LEFT, UP, Point

SLANT, FOOT, SIDE = 12.0, 5.0, 7.0
ROUND = frozenset(("start", "end", "connector"))


class Place(Struct, frozen=True):
    """Centre and size of a symbol in px."""

    x: float
    y: float
    width: float
    height: float


@lru_cache(maxsize=1 << 14)
def number(value: float) -> str:
    """A coordinate with at most one decimal: 12, 12.5."""
    text = f"{value + 0.0:.1f}"  # -0.0 is 0: they are one key of the cache
    return text[:-2] if text.endswith(".0") else text


def path(*parts: str | float) -> str:
    """SVG path data from letters and coordinates."""
    return " ".join([part if isinstance(part, str) else number(part) for part in parts])


def outline(kind: str, at: Place, zoom: float = 1.0) -> tuple[str, ...]:
    """The closed outline first, then lines inside the symbol; `zoom` makes slants and waves smaller for a small symbol."""
    x, y, w, h = at.x, at.y, at.width / 2, at.height / 2
    left, right, top, foot = x - w, x + w, y - h, y + h
    slant, wave, side = SLANT * zoom, FOOT * zoom, SIDE * zoom
    if kind in ROUND:
        r = min(w, h)
        upper = path("M", left + r, top, "H", right - r, "A", r, r, "0 0 1", right, top + r, "V", foot - r)
        lower = path("A", r, r, "0 0 1", right - r, foot, "H", left + r, "A", r, r, "0 0 1", left, foot - r)
        return (f"{upper} {lower} " + path("V", top + r, "A", r, r, "0 0 1", left + r, top, "Z"),)
    if kind == "decision":
        return (path("M", x, top, "L", right, y, "L", x, foot, "L", left, y, "Z"),)
    if kind == "document":
        return (
            path("M", left, top, "H", right, "V", foot - wave, "Q", x + w / 2, foot - 3 * wave, x, foot - wave)
            + " "
            + path("Q", x - w / 2, foot + wave, left, foot - wave, "Z"),
        )
    corners = {
        "data": ((left + slant, top), (right, top), (right - slant, foot), (left, foot)),
        "manual": ((left, top), (right, top), (right - slant, foot), (left + slant, foot)),
        "input": ((left, top + slant), (right, top), (right, foot), (left, foot)),
        "preparation": ((left + slant, top), (right - slant, top), (right, y), (right - slant, foot), (left + slant, foot), (left, y)),
    }.get(kind, ((left, top), (right, top), (right, foot), (left, foot)))  # fmt: skip
    closed = path("M", *corners[0]) + "".join(" " + path("L", *corner) for corner in corners[1:]) + " Z"
    if kind == "process":
        sides = (left + side, right - side)
        return (closed, *(path("M", line, top, "V", foot) for line in sides))
    if kind in ("parallel", "join"):
        bars = (top, foot)
        return (closed, *(path("M", left, bar, "H", right) for bar in bars))
    return (closed,)


def port(kind: str, at: Place, side: Point, beside: float = 0.0) -> tuple[float, float]:
    """Where a line that comes to or leaves a side touches the outline; `beside` is the distance from the middle of a top."""
    x, y, w, h = at.x, at.y, at.width / 2, at.height / 2
    if side == UP and kind in ROUND:
        r = min(w, h)
        over = max(0.0, abs(beside) - (w - r))
        return x + beside, y - h + r - (r * r - over * over) ** 0.5
    if side == UP:
        slope = {"decision": h / w * abs(beside), "input": SLANT * (w - beside) / at.width}.get(kind, 0.0)
        return x + beside, y - h + slope
    if side == DOWN:
        return x, y + h - (FOOT if kind == "document" else 0.0)
    inset = SLANT / 2 if kind in ("data", "manual") else 0.0
    return (x - w + inset if side == LEFT else x + w - inset), y


def text_shift(kind: str) -> float:
    """How far the text stands from the centre, downwards."""
    return {"document": -FOOT, "input": SLANT / 4}.get(kind, 0.0)
