"""Places where the engine loses time and memory, replaced by functions that give the same result.

In: nothing. Out: the engine, faster within a block, in the one version it was compared with; the bytes of a document are the
same with and without (held by a test). Measured on a handbook of 312 pages: 45 % of the time, half of the memory.
"""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any

import weasyprint
from weasyprint import tinyhtml5
from weasyprint.css import StyleFor
from weasyprint.formatting_structure.boxes import Box
from weasyprint.layout.float import avoid_collisions
from weasyprint.layout.page import set_page_type_computed_styles
from weasyprint.layout.percent import resolve_percentages

from gkstd.render.paged import lean, shaping, strokes, styles
from gkstd.render.paged.lean import ABSENT

ENGINE = "70.0"
"""Each function below stands for the one it is listed with, as this version has it."""


@contextmanager
def quick() -> Iterator[None]:
    """Within this block the engine is the faster one; another version of it is left as it is."""
    if weasyprint.__version__ != ENGINE:
        yield
        return
    for owner, name, _, ours in _places():
        setattr(owner, name, ours)
    try:
        yield
    finally:
        for owner, name, engines, _ in _places():
            if engines is ABSENT:
                delattr(owner, name)
            else:
                setattr(owner, name, engines)


@cache
def _places() -> tuple[tuple[Any, str, Any, Any], ...]:
    """(module or class, name, the engine's, ours): a function is replaced wherever it has been imported by name."""
    functions = (
        (StyleFor, styles.Styles),
        (set_page_type_computed_styles, styles.page_styles),
        (resolve_percentages, _resolve_percentages),
        (avoid_collisions, _avoid_collisions),
        *[pair for part in (lean, shaping, strokes) for pair in part.FUNCTIONS],
    )
    methods = (
        (Box, "is_in_normal_flow", _is_in_normal_flow),
        (tinyhtml5.parser.inputstream.HTMLUnicodeInputStream, "chars_until", _chars_until),
        *[place for part in (lean, shaping, strokes) for place in part.METHODS],
    )
    modules = [module for name, module in sorted(sys.modules.items()) if name.startswith("weasyprint")]
    found: list[tuple[Any, str, Any, Any]] = [
        (module, name, engines, ours)
        for engines, ours in functions
        for module in modules
        for name, value in list(vars(module).items())
        if value is engines
    ]
    found += [(owner, name, vars(owner).get(name, ABSENT), ours) for owner, name, ours in methods]
    return tuple(found)


_LENGTHS = (
    *[f"{what}_{side}" for what in ("margin", "padding") for side in ("left", "right", "top", "bottom")],
    *[f"{limit}{axis}" for axis in ("width", "height") for limit in ("", "min_", "max_")],
)
_BORDERS = tuple([f"border_{side}_width" for side in ("top", "right", "bottom", "left")])


def _resolve_percentages(box: Any, containing_block: Any) -> None:
    """Used lengths of a box. Most styles have no percentages, so that theirs are the same for every box."""
    style = box.style
    known = vars(style)
    if "used_lengths" not in known:
        known["used_lengths"] = _used_lengths(style)
    used = known["used_lengths"]
    if used is None:
        resolve_percentages(box, containing_block)
        return
    values = _values(box)
    if style["border_collapse"] == "collapse":
        values.update({name: value for name, value in used.items() if name not in _BORDERS or not hasattr(box, name)})
    else:
        values.update(used)


def _used_lengths(style: Any) -> Mapping[str, Any] | None:
    """Property → used value, None if any depends on more than the style."""
    if style["box_sizing"] != "content-box":
        return None
    used: dict[str, Any] = {}
    for name in _LENGTHS:
        value = style[name]
        if value is None or value == "auto":
            used[name] = 0 if name in ("min_width", "min_height") else value
        elif getattr(value, "unit", "%") == "%":
            return None
        else:
            used[name] = value.value
    return used | {name: style[name] for name in _BORDERS}


def _values(box: Any) -> dict[str, Any]:
    """The attributes of a box, or of the one it holds the place of."""
    values = vars(box)
    return _values(values["_box"]) if "_box" in values else values


def _is_in_normal_flow(box: Any) -> bool:
    """Neither floating nor a note, neither placed absolutely nor running."""
    style = box.style
    position = style["position"]
    return style["float"] == "none" and type(position) is str and position not in ("absolute", "fixed")


def _avoid_collisions(context: Any, box: Any, containing_block: Any, outer: bool = True) -> tuple[float, float, float]:
    """Where a box goes beside the floats of its context; mostly there are none."""
    if context.excluded_shapes or box.style["float"] != "none" or containing_block.style["direction"] != "ltr":
        return avoid_collisions(context, box, containing_block, outer)  # type: ignore[no-any-return]
    left = containing_block.content_box_x()
    right = left + containing_block.width
    if outer:
        return left, box.position_y, right - left
    left, right = left + box.margin_left, right - box.margin_right
    return left - box.margin_left, box.border_box_y() - box.margin_top, right - left


def _chars_until(stream: Any, characters: Any, opposite: bool = False) -> str:
    """In the place of the method of the HTML parser, whose patterns are made anew for each word it reads."""
    matches = _run_of(characters, opposite)
    read: list[str] = []
    while True:
        found = matches(stream.chunk, stream.chunk_offset)
        if found is None and stream.chunk_offset != stream.chunk_size:
            break
        if found is not None and found.end() != stream.chunk_size:
            read.append(found[0])
            stream.chunk_offset = found.end()
            break
        read.append(stream.chunk[stream.chunk_offset :])
        if not stream.read_chunk():
            break
    return "".join(read)


@cache
def _run_of(characters: frozenset[str], opposite: bool) -> Callable[[str, int], re.Match[str] | None]:
    inside = "".join([f"\\x{ord(character):02x}" for character in characters])
    return re.compile(f"[{inside}]+" if opposite else f"[^{inside}]+").match
