"""Flowcharts on the page: which way the sheet lies, how large the picture is, and in which face its words are set.

In: an SVG. Out: style rules and the SVG with the book's own faces. Millimetres, except that an SVG measures in points.
"""

import re

from msgspec import Struct

UPRIGHT = (158.0, 212.0)
ACROSS = (257.0, 134.0)
"""Width and height left for a chart below its title, upright and across."""
LARGEST = 1.15
"""How far a small chart is blown up: its words then stand a little above the size of the text."""
GAIN = 1.15
"""A chart is laid across when that makes it at least this much larger."""

_MM_PER_UNIT = {"pt": 25.4 / 72, "px": 25.4 / 96, "": 25.4 / 96, "mm": 1.0, "in": 25.4}
_SIZE = re.compile(rb'\b(width|height)="([0-9.]+)(pt|px|mm|in|)"')
_ATTRIBUTE = re.compile(rb'font-family="[^"]*"')
_FAMILY = re.compile(rb"(font-family:\s*)[^;}]+")
_WEIGHT = re.compile(rb'(font-weight(?::\s*|="))(?:[5-9]00|bold)')


class Shape(Struct, frozen=True):
    """Printed size in mm and whether the page lies across."""

    width: float
    height: float
    across: bool


def shape(svg: bytes) -> Shape:
    """How the chart is put on a page; a picture without a size takes the upright width."""
    head = svg[svg.find(b"<svg") :].partition(b">")[0]
    sizes = {name: float(number) * _MM_PER_UNIT[unit.decode()] for name, number, unit in _SIZE.findall(head)}
    width, height = sizes.get(b"width") or UPRIGHT[0], sizes.get(b"height") or UPRIGHT[0]
    upright, across = _fit(width, height, UPRIGHT), _fit(width, height, ACROSS)
    chosen = across if across > upright * GAIN else upright
    return Shape(round(width * chosen, 2), round(height * chosen, 2), across > upright * GAIN)


def rules(process_id: str, svg: bytes) -> str:
    """Style rules that put the chart of a process on its page; the id is a slug, so it is a safe class name."""
    form = shape(svg)
    page = f".chart-page-{process_id}{{page:wide}}" if form.across else ""
    return f"{page}.chart-{process_id} img{{width:{form.width}mm;height:{form.height}mm}}\n"


def in_our_faces(svg: bytes) -> bytes:
    """The chart with its words in the 黑体 of the book, so that no third face is embedded and no weight is faked."""
    named = _FAMILY.sub(rb'\1"GK Hei"', _ATTRIBUTE.sub(b'font-family="GK Hei"', svg))
    return _WEIGHT.sub(rb"\g<1>400", named)


def _fit(width: float, height: float, box: tuple[float, float]) -> float:
    return min(box[0] / width, box[1] / height, LARGEST)
