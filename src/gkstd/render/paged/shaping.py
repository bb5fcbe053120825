"""Lines of text, broken, shaped and drawn with less work than the engine takes for them; the result is the same.

In: texts and styles. Out: the engine's layouts and operators. What all lines of a style share is made once for it, and a line
that comes again (in the cells of tables, letter by letter in charts) is shaped once. `quick` puts these functions in place.
"""

from collections.abc import Mapping
from math import inf
from struct import iter_unpack
from typing import Any

from msgspec import Struct
from weasyprint.draw.text import draw_first_line
from weasyprint.svg.text import Style as ChartStyle
from weasyprint.text.constants import LST_TO_ISO, PANGO_DIRECTION
from weasyprint.text.ffi import FROM_UNITS, ffi, gobject, pango, unicode_to_char_p
from weasyprint.text.fonts import font_features, get_font_description
from weasyprint.text.line_break import Layout, split_first_line, strut


def _strut(style: Any) -> tuple[float, float]:
    known = vars(style)
    if "strut" not in known:
        known["strut"] = strut(style)
    found: tuple[float, float] = known["strut"]
    return found


_GLYPH = ffi.sizeof("PangoGlyphInfo")
"""Bytes of a glyph: its number, its width, how far right and up it is moved, and a mark."""
_TINY = 1e-6
_SHORT = 60
"""Characters; longer texts hardly ever come twice in one style."""
_MANY = 16
"""Characters to an em of the line, so many that the first lines are decided by them alone."""


def _split_first_line(
    text: str, style: Any, context: Any, max_width: Any, justification_spacing: Any, *rest: Any, **named: Any
) -> tuple[Any, ...]:
    """The first line of a text; what cells of tables repeat is set once, and of a long text no more is set than a line needs."""
    given = (style, context, max_width, justification_spacing, *rest)
    if len(text) > _SHORT:
        enough = _enough(text, style, max_width)
        found: tuple[Any, ...] = split_first_line(enough, *given, **named)
        _, length, resume_at, *_ = found
        if enough is not text and (resume_at is None or length > len(enough) // 2):
            return split_first_line(text, *given, **named)  # type: ignore[no-any-return]
        return found
    known = _of_style(style).setdefault("lines", {})
    key = (text, max_width, justification_spacing, *rest, *named.items())
    if key not in known:
        layout, *told = split_first_line(text, *given, **named)
        known[key] = (layout, *told)
    layout, *told = known[key]
    return (_same(layout), *told)


def _enough(text: str, style: Any, max_width: Any) -> str:
    """The beginning of a text that tells its first line; the engine sets all that is left, for each line of a word without end."""
    if max_width is None or max_width == inf or not style["font_size"] or style["hyphens"] == "auto" or "\xad" in text:
        return text
    enough = _MANY * (int(max_width / style["font_size"]) + 1)
    return text[:enough] if len(text) > 2 * enough else text


def _of_style(style: Any) -> dict[str, Any]:
    """What is known of a style. Each text of a chart has one of its own, made of little: equal ones share what is known."""
    if not isinstance(style, ChartStyle):
        known: dict[str, Any] = vars(style)
        return known
    alike: dict[Any, dict[str, Any]] = vars(style.font_config).setdefault("charts", {})
    told = (style["font_style"], style["font_weight"], style["font_size"], style["direction"], *style["font_family"])
    return alike.setdefault(told, {})


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
    known = _of_style(style)
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


def _draw_first_line(stream: Any, textbox: Any, text_overflow: str, block_ellipsis: str, matrix: Any) -> list[Any]:
    """In the place of the engine's function where no text is cut and all glyphs are outlines without a rise."""
    if text_overflow == "ellipsis" or block_ellipsis != "none" or textbox.style["font_size"] < _TINY:
        return draw_first_line(stream, textbox, text_overflow, block_ellipsis, matrix)  # type: ignore[no-any-return]
    if not textbox.text.strip():
        return []
    pango.pango_layout_set_single_paragraph_mode(textbox.pango_layout.layout, True)
    line, _ = textbox.pango_layout.get_first_line()
    runs = []
    run = line.runs[0]
    while run != ffi.NULL:
        drawn = _run(stream, run.data, textbox)
        if drawn is None:
            return draw_first_line(stream, textbox, text_overflow, block_ellipsis, matrix)  # type: ignore[no-any-return]
        runs.append(drawn)
        run = run.next
    stream.set_text_matrix(*matrix.values)
    shown, before = "", None
    for pango_font, font, size, glyphs in runs:
        if before != pango_font:
            if shown:
                stream.show_text(shown)
            before, shown = pango_font, ""
            stream.set_font_size(font.hash, size)
        shown += glyphs
    stream.show_text(shown)
    return []


def _run(stream: Any, item: Any, textbox: Any) -> tuple[Any, Any, float, str] | None:
    """A run of one font: the font, its size, its glyphs as PDF shows them; None where the engine is to do it."""
    pango_font, glyphs = item.item.analysis.font, item.glyphs
    font, size = stream.add_font(pango_font)
    if font.bitmap or font.svg or font.png or font.colr:
        return None
    known, widths = font.to_unicode, font.widths
    drawn = "<"
    for place, (glyph, width, right, up, _) in enumerate(
        iter_unpack("IiiiI", ffi.buffer(glyphs.glyphs, _GLYPH * glyphs.num_glyphs))
    ):
        if up or glyph >= pango.PANGO_GLYPH_EMPTY:
            return None
        if glyph not in known:
            known[glyph] = _characters(item, place, textbox.pango_layout.text)
        offset = right / size
        if offset:
            drawn += f">{-offset}<"
        drawn += f"{glyph:04x}"
        if glyph not in widths:
            pango.pango_font_get_glyph_extents(pango_font, glyph, stream.ink_rect, stream.logical_rect)
            widths[glyph] = round(stream.logical_rect.width * 1000 * FROM_UNITS / size)
        kerning = widths[glyph] + offset - width * 1000 * FROM_UNITS / size
        if kerning:
            drawn += f">{int(kerning)}<"
    return pango_font, font, size, drawn[:-1] if drawn[-1] == "<" else drawn + ">"


def _characters(item: Any, place: int, text: str) -> str:
    """What the glyph at this place of a run stands for."""
    clusters, length = item.glyphs.log_clusters, item.item.length
    start = clusters[place]
    if item.item.analysis.level % 2:  # from right to left
        end = length if place == 0 else clusters[place - 1]
    else:
        end = length if place == item.glyphs.num_glyphs - 1 else clusters[place + 1]
    return text.encode()[item.item.offset + start : item.item.offset + end].decode()


FUNCTIONS: tuple[tuple[Any, Any], ...] = (
    (strut, _strut),
    (split_first_line, _split_first_line),
    (draw_first_line, _draw_first_line),
)
METHODS: tuple[tuple[Any, str, Any], ...] = ((Layout, "setup", _setup),)
