"""Places where the engine loses time and memory, replaced by functions that give the same result.

In: nothing. Out: the engine, faster within a block, in the one version it was compared with; the bytes of a document are the
same with and without (held by a test). Measured on a handbook of 312 pages: 45 % of the time, half of the memory.
"""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any

import weasyprint
from msgspec import Struct
from weasyprint.css import StyleFor
from weasyprint.document import Page
from weasyprint.formatting_structure.boxes import Box, ParentBox
from weasyprint.layout.float import avoid_collisions
from weasyprint.layout.page import set_page_type_computed_styles
from weasyprint.layout.percent import resolve_percentages, resolve_radii_percentages
from weasyprint.pdf import pydyf
from weasyprint.pdf.tags import _get_pdf_tag, add_tags
from weasyprint.text.constants import LST_TO_ISO, PANGO_DIRECTION
from weasyprint.text.ffi import FROM_UNITS, ffi, gobject, pango, unicode_to_char_p
from weasyprint.text.fonts import font_features, get_font_description
from weasyprint.text.line_break import Layout, split_first_line, strut

from gkstd.render.paged import memory, styles

_PAINT = Page.paint
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
            setattr(owner, name, engines)


@cache
def _places() -> tuple[tuple[Any, str, Any, Any], ...]:
    """(module or class, name, the engine's, ours): a function is replaced wherever it has been imported by name."""
    functions: tuple[tuple[Any, Any], ...] = (
        (StyleFor, styles.Styles),
        (set_page_type_computed_styles, styles.page_styles),
        (resolve_percentages, _resolve_percentages),
        (resolve_radii_percentages, _resolve_radii),
        (avoid_collisions, _avoid_collisions),
        (strut, _strut),
        (split_first_line, _split_first_line),
        (add_tags, _add_tags),
    )
    modules = [module for name, module in sorted(sys.modules.items()) if name.startswith("weasyprint")]
    found: list[tuple[Any, str, Any, Any]] = [
        (module, name, engines, ours)
        for engines, ours in functions
        for module in modules
        for name, value in list(vars(module).items())
        if value is engines
    ]
    found.append((Layout, "setup", Layout.setup, _setup))
    found.append((Page, "paint", Page.paint, _paint))
    found.append((Box, "__init__", Box.__init__, _box))
    found.append((ParentBox, "copy_with_children", ParentBox.copy_with_children, _copy_with_children))
    found.append((ParentBox, "_reset_spacing", ParentBox._reset_spacing, _reset_spacing))
    found.append((pydyf.PDF, "page_references", vars(pydyf.PDF)["page_references"], property(_page_references)))
    return tuple(found)


def _page_references(pdf: Any) -> tuple[bytes, ...]:
    """Made anew only when a page was added; the engine makes all of them for each element of the structure tree."""
    kids = pdf.pages["Kids"]
    known: tuple[bytes, ...] = vars(pdf).get("known_references", ())
    if len(known) * 3 != len(kids):
        known = vars(pdf)["known_references"] = tuple([b"%d 0 R" % number for number in kids[::3]])
    return known


def _paint(page: Any, stream: Any, scale: float = 1) -> None:
    """A page that is painted is kept as one text, not as thousands of operators; of its boxes, what its tags are made of."""
    _PAINT(page, stream, scale)
    stream.stream = [b"\n".join([item if type(item) is bytes else pydyf._to_bytes(item) for item in stream.stream])]
    _empty(page._page_box)


_TOLD = (
    *("element_tag", "element", "style", "children", "link_annotation", "widget_annotation"),
    *("is_table_wrapper", "is_header", "colspan", "rowspan"),
)
"""What `weasyprint.pdf.tags` and `cells` ask of a box, unless it is a picture, whose place is told as well."""


def _empty(box: Any) -> None:
    for child in getattr(box, "children", ()):
        _empty(getattr(child, "_box", child))
    if _get_pdf_tag(box.element_tag) != "Figure":
        values = vars(box)
        kept = {name: values[name] for name in _TOLD if name in values}
        values.clear()
        values.update(kept)


def _add_tags(*given: Any) -> None:
    """All pages are painted, and their boxes are nearly empty."""
    memory.give_back(cycles=False)
    add_tags(*given)


_NONE: frozenset[str] = frozenset()


def _box(box: Any, element_tag: str, style: Any, element: Any) -> None:
    """In the place of `Box.__init__`: one empty set for all boxes that keep their edges."""
    box.element_tag, box.element, box.style = element_tag, element, style
    box.remove_decoration_sides = _NONE
    box.children = []
    box.first_letter_style = box.first_line_style = None


def _reset_spacing(box: Any, side: str) -> None:
    box.remove_decoration_sides = box.remove_decoration_sides | {side}
    setattr(box, f"margin_{side}", 0)
    setattr(box, f"padding_{side}", 0)
    setattr(box, f"border_{side}_width", 0)


def _copy_with_children(box: Any, new_children: Any) -> Any:
    twin = box.copy()
    twin.children = new_children
    box.remove_decoration_sides = _NONE
    return twin


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


_CORNERS = tuple([f"border_{corner}_radius" for corner in ("top_left", "top_right", "bottom_right", "bottom_left")])
_SQUARE = dict.fromkeys(_CORNERS, (0, 0))


def _resolve_radii(box: Any) -> None:
    known = vars(box.style)
    if "square" not in known:
        known["square"] = all((0, "px") in box.style[name] for name in _CORNERS)
    if known["square"]:
        _values(box).update(_SQUARE)
    else:
        resolve_radii_percentages(box)


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


def _strut(style: Any) -> tuple[float, float]:
    known = vars(style)
    if "strut" not in known:
        known["strut"] = strut(style)
    found: tuple[float, float] = known["strut"]
    return found


_SHORT = 60
"""Characters; longer texts hardly ever come twice in one style."""


def _split_first_line(
    text: str, style: Any, context: Any, max_width: Any, justification_spacing: Any, *rest: Any, **named: Any
) -> tuple[Any, ...]:
    """The first line of a text; what cells of tables repeat is set once."""
    if len(text) > _SHORT:
        return split_first_line(text, style, context, max_width, justification_spacing, *rest, **named)  # type: ignore[no-any-return]
    known = vars(style).setdefault("lines", {})
    key = (text, max_width, justification_spacing, *rest, *named.items())
    if key not in known:
        layout, *told = split_first_line(text, style, context, max_width, justification_spacing, *rest, **named)
        known[key] = (layout, *told)
    layout, *told = known[key]
    return (_same(layout), *told)


def _same(layout: Any) -> Any:
    """Another layout of the same text, at rest; whoever gets one may change it."""
    twin = object.__new__(type(layout))
    vars(twin).update(vars(layout))
    return twin


class _Shaping(Struct, frozen=True):
    """What the layouts of all texts in one style share; `attribute` is the one for OpenType features."""

    context: Any
    description: Any
    facts: Mapping[str, Any]
    attribute: Any


def _setup(layout: Any, style: Any) -> None:
    """In the place of `Layout.setup`: the engine makes a context and a description of the font for each line."""
    known = vars(style)
    if "shaping" not in known:
        known["shaping"] = _shaping(style)
    shaping: _Shaping = known["shaping"]
    layout.style = style
    vars(layout).update(shaping.facts)
    layout.layout = ffi.gc(pango.pango_layout_new(shaping.context), gobject.g_object_unref)
    pango.pango_layout_set_auto_dir(layout.layout, False)
    pango.pango_layout_set_font_description(layout.layout, shaping.description)
    if shaping.attribute is not None:
        attributes = pango.pango_attr_list_new()
        pango.pango_attr_list_insert(attributes, shaping.attribute)
        pango.pango_layout_set_attributes(layout.layout, attributes)


def _shaping(style: Any) -> _Shaping:
    context = ffi.gc(pango.pango_font_map_create_context(style.font_config.font_map), gobject.g_object_unref)
    pango.pango_context_set_round_glyph_positions(context, False)
    pango.pango_context_set_base_dir(context, PANGO_DIRECTION[style["direction"]])
    override = style["font_language_override"]
    named = style["lang"] if override == "normal" else LST_TO_ISO.get(override.lower(), override)
    language = pango.pango_language_get_default()
    if named:
        pointer, _keep = unicode_to_char_p(named)
        language = pango.pango_language_from_string(pointer)
        pango.pango_context_set_language(context, language)
    description = get_font_description(style)
    facts = {"first_line_direction": 0, "language": language, **_decoration(style, context, description, language)}
    return _Shaping(context, description, facts, _features(style))


def _decoration(style: Any, context: Any, description: Any, language: Any) -> dict[str, Any]:
    """Where lines under, over and through the text are."""
    if style["text_decoration_line"] == "none":
        return {"ascent": None, "underline_position": None, "strikethrough_position": None}
    metrics = ffi.gc(pango.pango_context_get_metrics(context, description, language), pango.pango_font_metrics_unref)
    names = ("ascent", "underline_position", "strikethrough_position", "underline_thickness", "strikethrough_thickness")
    return {name: FROM_UNITS * getattr(pango, f"pango_font_metrics_get_{name}")(metrics) for name in names}


def _features(style: Any) -> Any:
    """The attribute for the style's OpenType features, one for all layouts; None if it has none."""
    wanted = (
        "kerning",
        "variant_ligatures",
        "variant_position",
        "variant_caps",
        "variant_numeric",
        "variant_alternates",
    )
    named = [style[f"font_{name}"] for name in (*wanted, "variant_east_asian", "feature_settings")]
    found = font_features(*named)
    if not found:
        return None
    text = ",".join(f"{key} {value}" for key, value in found.items()).encode()
    kept = style.font_config.font_features
    if text not in kept:
        kept[text] = pango.pango_attr_font_features_new(text)
    return kept[text]
