"""Chinese justification (两端对齐): the engine widens spaces only, and Chinese lines have none.

In: a line that is too short. Out: the same line with the missing width shared among its Chinese characters. It is put in
the place of the engine's own function while a document of ours is printed, and only in the version it was written for.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import weasyprint
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.text.ffi import TO_UNITS, ffi, pango
from weasyprint.text.line_break import Layout

ENGINE = "70.0"
"""`layout.inline.justify_line(context, line, extra_width)` and `text.line_break.Layout.set_text` are as this version has them."""
FEWEST = 4
"""With fewer gaps than these the line is left to the engine: a heading of two words must not be torn apart."""
WIDEST = 0.5
"""A gap takes at most this part of an em; a line that is shorter than that was broken for another reason."""

_CJK = re.compile(
    "[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\u2014\u2018\u2019\u201c\u201d\u2026\u00b7\U00020000-\U0003ffff]"
)
_HANGING = frozenset("、。，．；：！？）〕】》〉」』”’")


_GAP = re.compile(f"(?!—(?=—)|…(?=…)){_CJK.pattern}")
"""A character with a gap after it; —— and …… are one mark each."""
_RUN = re.compile(f"(?:(?!…(?=…)){_CJK.pattern})+")
"""—— is one glyph in many faces, so it is not taken apart here."""


@contextmanager
def chinese() -> Iterator[None]:
    """Justify Chinese within this block; a different engine version is left as it is, its lines ragged but right."""
    if weasyprint.__version__ != ENGINE:
        yield
        return
    before = inline.justify_line
    inline.justify_line = _justify_line(before)
    try:
        yield
    finally:
        inline.justify_line = before


def _justify_line(fallback: Any) -> Any:
    def justify_line(context: Any, line: Any, extra_width: float) -> None:
        missing = extra_width + _hanging(line)
        count = _gaps(line) - _ends_in_cjk(line)
        if count < FEWEST or missing > count * line.style["font_size"] * WIDEST:
            fallback(context, line, extra_width)
        else:
            _spread(line, missing / count, 0.0, _last_text(line))

    return justify_line


def _gaps(box: Any) -> int:
    if isinstance(box, boxes.TextBox):
        return len(_GAP.findall(box.text))
    if isinstance(box, boxes.LineBox | boxes.InlineBox):
        return sum(_gaps(child) for child in box.children if child.is_in_normal_flow())
    return 0


def _last_text(box: Any) -> Any:
    """The text box that ends the line, or None."""
    if isinstance(box, boxes.TextBox):
        return box
    if isinstance(box, boxes.LineBox | boxes.InlineBox):
        for child in reversed(box.children):
            if child.is_in_normal_flow():
                return _last_text(child)
    return None


def _ends_in_cjk(line: Any) -> bool:
    last = _last_text(line)
    return bool(last is not None and last.text and _CJK.match(last.text[-1]))


def _hanging(line: Any) -> float:
    """The blank half of a mark that ends the line: it may stand beyond the edge, so that the edge looks straight."""
    last = _last_text(line)
    return last.style["font_size"] / 2 if last is not None and last.text and last.text[-1] in _HANGING else 0.0


def _spread(box: Any, gap: float, advance: float, last: Any) -> float:
    """Widen the box by `gap` after each of its characters, moved right by `advance`; gives the advance of what follows."""
    if isinstance(box, boxes.TextBox):
        box.position_x += advance
        count = len(_GAP.findall(box.text)) - (box is last and bool(_CJK.match(box.text[-1:])))
        if count:
            box.pango_layout = _spaced(box, gap)
            box.width += gap * count
        return advance + gap * count
    if isinstance(box, boxes.LineBox | boxes.InlineBox):
        box.position_x += advance
        after = advance
        for child in box.children:
            if child.is_in_normal_flow():
                after = _spread(child, gap, after, last)
        box.width += after - advance
        return after
    box.translate(advance, 0)
    return advance


def _spaced(box: Any, gap: float) -> Layout:
    """The layout of the box with gaps, at rest: drawing sets it up."""
    layout: Layout = object.__new__(_Spaced)
    vars(layout).update(vars(box.pango_layout))
    layout.text, layout.gap, layout.justification_spacing, layout.max_width = box.text, gap, 0, None
    return layout


class _Spaced(Layout):  # type: ignore[misc]
    """A layout with a gap after each Chinese character; drawing sets the text again, so the gap is set along with it."""

    gap = 0.0

    def set_text(self, text: str, justify: bool = False) -> None:
        super().set_text(text, justify)
        if not self.gap:
            return
        attributes = pango.pango_layout_get_attributes(self.layout)
        if attributes == ffi.NULL:
            attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
        spacing = round(self.gap * TO_UNITS)
        for start, end in _runs(self.text):
            attribute = pango.pango_attr_letter_spacing_new(spacing)
            attribute.start_index, attribute.end_index = start, end
            pango.pango_attr_list_change(attributes, attribute)
        pango.pango_layout_set_attributes(self.layout, attributes)


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Runs of Chinese characters, as places in UTF-8."""
    for run in _RUN.finditer(text):
        start = len(text[: run.start()].encode())
        yield start, start + len(run[0].encode())
