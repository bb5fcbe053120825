"""What a line must not be broken in: document numbers, quantities with their units, —— and ……; and no character alone on a last line.

In: texts as the print engine breaks them. Out: the same texts, where these runs have no place to break, and the lines of a
narrow cell end between words (`balance`); Pango's rules for Chinese (避头尾) stay as they are. An attribute of the layout, not a character: a word joiner would be copied and searched with the text,
and a span for each number would cost a box. An element in the language `TIED` stays on the line of what is before it. Put in the
place of the engine's functions while a document of ours is printed, and only in the version it was written for.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import weasyprint
from weasyprint.layout import inline
from weasyprint.text import line_break
from weasyprint.text.ffi import ffi, pango

from gkstd.render.numbers import DOCUMENT, STANDARD
from gkstd.render.paged.balance import ems_of, first_end

ENGINE = "70.0"
"""`text.line_break.Layout.set_text(text, justify)`, `max_width` and `style` are as this version has them, as is
`layout.inline.can_break_text(text, lang)`, which is asked whether a line may end between two elements."""
TIED = "zh-CN-x-tied"
"""Given as `-weasy-lang` in a style sheet: the engine's question tells nothing of an element but its language."""
CELLS = "pre-line"
"""`white-space` of cells and of nothing else (`text.css`), by which a text is known to stand in one."""

UNITS = "工作日|自然日|小时|分钟|周年|个月|年度|年|月|日|天|周|秒|元|万|亿|人|个|项|次|份|件|条|款|类|种|张|页|户|名|公里|米|吨|倍|级|号|期|届|批|岁|分|％|%|℃|‰"
KEPT = re.compile(
    "|".join(
        (
            STANDARD,
            DOCUMENT,
            r"步骤\d+",
            r"（[\u4e00-\u9fff]{1,4}）",
            rf"[第近约达]?\d[\d.,]{{0,24}}(?:[-—～~]\d[\d.,]{{0,24}})?(?:个工作日|个自然日|个(?={UNITS})|{UNITS})(?:[以之]?[内前后上下])?",
            r"(?<![A-Za-z0-9.,])\d[\d.,]{0,24} (?:[A-Za-z]{1,5}[²³]?(?:/[A-Za-z]{1,5}[²³]?)?|℃)(?![A-Za-z0-9])",  # 350 cd/m², 18 ℃
            r"第[一二三四五六七八九十百]{1,5}[条款项章节部]",
            r"(?<![A-Za-z0-9])[A-Za-z0-9]++(?:-[A-Za-z0-9]++)+",  # 610824-HB-2018-0001
            r"[①-⑳](?:第[一二三四五六七八九十百]{1,5}[条款项章节部]|《?[\u4e00-\u9fff])",
            r"——|……",
        )
    )
)
PARTS = re.compile(r"〔\d{4}〕|第?\d+号")
"""What is kept of a document number that is too long to be kept whole."""
LAST = re.compile(r"(?:[\u3400-\u9fff]|[A-Za-z0-9]{1,8})[\u3400-\u9fff][。！？；：，、）》」』”’〕】]*$")
"""The end of a paragraph: its last two characters and their marks."""
SHORTEST, NARROWEST = 4, 3
"""Of a text of three, or on lines of two, a character that leaves the last line is alone on another."""
_NARROW = 10
"""In cells of fewer characters all lines of a text are weighed (`balance`): in wider ones its last line does not look lost."""
_AHEAD = 4 * _NARROW
"""So much of what follows is weighed for a line. The engine itself looks as far, but in cells of less than four characters at all of it."""
_WIDEST, _WIDEST_CODE = 0.6, 0.95
"""A run that takes more than this part of the line is left to be broken: in a narrow cell the gap would be worse. A code or a bracket is not."""

ffi.cdef("PangoAttribute * pango_attr_allow_breaks_new (gboolean allow_breaks);")


@contextmanager
def kept() -> Iterator[None]:
    """Keep such runs together within this block; another version of the engine breaks them as it likes."""
    if weasyprint.__version__ != ENGINE:
        yield
        return
    set_text, can_break = line_break.Layout.set_text, inline.can_break_text
    line_break.Layout.set_text = _set_text(set_text)
    inline.can_break_text = lambda text, lang: lang != TIED and can_break(text, lang)
    try:
        yield
    finally:
        line_break.Layout.set_text, inline.can_break_text = set_text, can_break


def runs(text: str, ems: float, *, cell: bool = False) -> list[tuple[int, int]]:
    """Where runs start and end in a text to be set on lines of so many ems."""
    found: list[tuple[int, int]] = []
    for run in KEPT.finditer(text):
        whole = ems_of(run[0]) <= ems * _part(run[0])
        found += [run.span()] if whole else _parts(text, run, ems)
    paragraph = text.partition("\n")[0]
    if len(paragraph) < SHORTEST or ems < NARROWEST or len(paragraph) <= ems:
        return found
    if cell and ems < _NARROW:
        ahead = paragraph[:_AHEAD]
        if end := first_end(ahead, ems, tuple(map(re.Match.span, KEPT.finditer(ahead)))):
            return [(0, end), (end, len(paragraph))]
    last = LAST.search(paragraph)
    if last is None or any(start <= last.start() and last.end() <= end for start, end in found):
        return found
    return [*found, last.span()]


def _parts(text: str, run: re.Match[str], ems: float) -> list[tuple[int, int]]:
    return [part.span() for part in PARTS.finditer(text, *run.span()) if ems_of(part[0]) <= ems]


def _part(run: str) -> float:
    return _WIDEST_CODE if (run[0].isascii() and run[-1].isascii()) or run[0] == "（" else _WIDEST


def _set_text(engines: Any) -> Any:
    def set_text(layout: Any, text: str, justify: bool = False) -> None:
        engines(layout, text, justify)
        if layout.max_width is None or len(layout.text) < 3:
            return
        size = layout.style["font_size"]
        ems = layout.max_width / size if size else 0
        if len(layout.text) > ems and (found := runs(layout.text, ems, cell=layout.style["white_space"] == CELLS)):
            _forbid(layout, found)

    return set_text


def _forbid(layout: Any, found: list[tuple[int, int]]) -> None:
    attributes = pango.pango_layout_get_attributes(layout.layout)
    if attributes == ffi.NULL:
        attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
    for start, end in found:
        attribute = pango.pango_attr_allow_breaks_new(False)
        attribute.start_index = len(layout.text[:start].encode())
        attribute.end_index = len(layout.text[:end].encode())
        pango.pango_attr_list_insert(attributes, attribute)
    pango.pango_layout_set_attributes(layout.layout, attributes)
