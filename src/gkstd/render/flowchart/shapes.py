"""Symbols of GB/T 1526 (ISO 5807): outlines, and where lines touch them.

In: kind, centre and size in px. Out: SVG path data and points. Every point of an outline lies within its size.
"""

from msgspec import Struct

from gkstd.render.flowchart.route import DOWN, LEFT, UP, Point

SLANT, FOOT, SIDE = 14.0, 7.0, 8.0


class Place(Struct, frozen=True):
    """Centre and size of a symbol in px."""

    x: float
    y: float
    width: float
    height: float


def number(value: float) -> str:
    """A coordinate with at most one decimal: 12, 12.5."""
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text


def path(*parts: str | float) -> str:
    """SVG path data from letters and coordinates."""
    return " ".join(part if isinstance(part, str) else number(part) for part in parts)


def outline(kind: str, at: Place) -> tuple[str, ...]:
    """The closed outline first, then lines inside the symbol."""
    x, y, w, h = at.x, at.y, at.width / 2, at.height / 2
    left, right, top, foot = x - w, x + w, y - h, y + h
    if kind in ("start", "end"):
        return (
            path("M", left + h, top, "H", right - h, "A", h, h, "0 0 1", right - h, foot)
            + " "
            + path("H", left + h, "A", h, h, "0 0 1", left + h, top, "Z"),
        )
    if kind == "decision":
        return (path("M", x, top, "L", right, y, "L", x, foot, "L", left, y, "Z"),)
    if kind == "document":
        return (
            path("M", left, top, "H", right, "V", foot - FOOT, "Q", x + w / 2, foot - 3 * FOOT, x, foot - FOOT)
            + " "
            + path("Q", x - w / 2, foot + FOOT, left, foot - FOOT, "Z"),
        )
    corners = {
        "data": ((left + SLANT, top), (right, top), (right - SLANT, foot), (left, foot)),
        "manual": ((left, top), (right, top), (right - SLANT, foot), (left + SLANT, foot)),
        "input": ((left, top + SLANT), (right, top), (right, foot), (left, foot)),
        "preparation": ((left + SLANT, top), (right - SLANT, top), (right, y), (right - SLANT, foot), (left + SLANT, foot), (left, y)),
    }.get(kind, ((left, top), (right, top), (right, foot), (left, foot)))  # fmt: skip
    closed = path("M", *corners[0]) + "".join(" " + path("L", *corner) for corner in corners[1:]) + " Z"
    if kind == "process":
        sides = (left + SIDE, right - SIDE)
        return (closed, *(path("M", side, top, "V", foot) for side in sides))
    if kind in ("parallel", "join"):
        bars = (top, foot)
        return (closed, *(path("M", left, bar, "H", right) for bar in bars))
    return (closed,)


def port(kind: str, at: Place, side: Point, beside: float = 0.0) -> tuple[float, float]:
    """Where a line that comes to or leaves a side touches the outline; `beside` is the distance from the middle of a top."""
    x, y, w, h = at.x, at.y, at.width / 2, at.height / 2
    if side == UP:
        slope = {"decision": h / w * abs(beside), "input": SLANT * (w - beside) / at.width}.get(kind, 0.0)
        return x + beside, y - h + slope
    if side == DOWN:
        return x, y + h - (FOOT if kind == "document" else 0.0)
    inset = SLANT / 2 if kind in ("data", "manual") else 0.0
    return (x - w + inset if side == LEFT else x + w - inset), y


def text_shift(kind: str) -> float:
    """How far the text stands from the centre, downwards."""
    return {"document": -FOOT / 2, "input": SLANT / 4}.get(kind, 0.0)
