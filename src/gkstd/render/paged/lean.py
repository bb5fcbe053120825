"""What is kept of pages while a document is printed, and for how long.

In: boxes, pages and objects of the engine. Out: the same, without what is not asked for any more: boxes lose it when their page is
laid out and again when it is painted, what pages were made from goes before the first is painted, and nothing waits for
the collector. `quick` puts these functions in place.
"""

from collections.abc import Iterator
from math import inf
from typing import Any

from weasyprint.document import Page
from weasyprint.formatting_structure.boxes import Box, ParentBox, TableBox
from weasyprint.layout import layout_document
from weasyprint.layout.page import make_page
from weasyprint.layout.percent import resolve_radii_percentages
from weasyprint.pdf import pydyf
from weasyprint.pdf.tags import _get_pdf_tag, add_tags

from gkstd.render.paged import memory

_PAINT = Page.paint


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
    stream.stream = [b"\n".join([pydyf._to_bytes(item) for item in stream.stream])]
    _empty(page._page_box)


_LASTING = frozenset({"font_config", "dictionaries", "get_image_from_uri"})
"""What drawing asks of the context of a layout."""


def _layout_document(html: Any, root_box: Any, context: Any, *rest: Any) -> Iterator[Any]:
    """The pages; then the context, which pictures keep to the end, lets go of the boxes the pages were made from."""
    yield from layout_document(html, root_box, context, *rest)
    context.target_collector.target_lookup_items.clear()
    context.target_collector.counter_lookup_items.clear()
    for name in vars(context).keys() - _LASTING:
        del vars(context)[name]


_TOLD = (
    *("element_tag", "element", "style", "children", "link_annotation", "widget_annotation"),
    *("is_table_wrapper", "is_header", "colspan", "rowspan"),
)
"""What `weasyprint.pdf.tags` and `cells` ask of a box, unless it is a picture, whose place is told as well."""


def _empty(box: Any) -> None:
    for child in getattr(box, "children", ()):
        _empty(getattr(child, "_box", child))
    if isinstance(box, TableBox):
        for column in [column for group in box.column_groups for column in group.children]:
            vars(column).pop("get_cells", None)  # it holds the table and so itself
    if _get_pdf_tag(box.element_tag) != "Figure":
        values = vars(box)
        kept = {name: values[name] for name in _TOLD if name in values}
        values.clear()
        values.update(kept)


def _add_tags(*given: Any) -> None:
    """All pages are painted, and their boxes are nearly empty."""
    memory.give_back(cycles=False)
    add_tags(*given)


ABSENT = object()
"""In the place of what the engine has, where it has nothing."""
_NONE: frozenset[str] = frozenset()
_EDGES = tuple([f"{what}_{side}" for what in ("margin", "padding") for side in ("left", "right", "top", "bottom")])
_CORNERS = tuple([f"border_{corner}_radius" for corner in ("top_left", "top_right", "bottom_right", "bottom_left")])
USUAL: dict[str, Any] = {
    "remove_decoration_sides": _NONE,
    "first_letter_style": None,
    "first_line_style": None,
    **dict.fromkeys(_CORNERS, (0, 0)),
}
"""What nearly every box has; told by the class, so that no box need hold it."""
_MOSTLY: dict[str, Any] = {
    **dict.fromkeys(_EDGES, 0),
    **dict.fromkeys(("min_width", "min_height"), 0),
    **dict.fromkeys(("max_width", "max_height"), inf),
}
"""What most boxes have when they are laid out, and what a box holds only until then."""


def _box(box: Any, element_tag: str, style: Any, element: Any) -> None:
    """In the place of `Box.__init__`."""
    box.element_tag, box.element, box.style = element_tag, element, style
    box.children = []


def _reset_spacing(box: Any, side: str) -> None:
    box.remove_decoration_sides = box.remove_decoration_sides | {side}
    setattr(box, f"margin_{side}", 0)
    setattr(box, f"padding_{side}", 0)
    setattr(box, f"border_{side}_width", 0)


def _copy_with_children(box: Any, new_children: Any) -> Any:
    twin = box.copy()
    twin.children = new_children
    vars(box).pop("remove_decoration_sides", None)
    return twin


def _resolve_radii(box: Any) -> None:
    """In the place of `resolve_radii_percentages`: hardly a box is rounded."""
    known = vars(box.style)
    if "square" not in known:
        known["square"] = all((0, "px") in box.style[name] for name in _CORNERS)
    if not known["square"] or _CORNERS[0] in vars(getattr(box, "_box", box)):
        resolve_radii_percentages(box)


def _make_page(*given: Any) -> Any:
    """A page that is laid out; its boxes hold what is their own."""
    page, *rest = make_page(*given)
    _slim(page)
    return (page, *rest)


def _slim(box: Any) -> None:
    for child in box.children:
        _slim(getattr(child, "_box", child))
    values = vars(box)
    kept = {name: value for name, value in values.items() if name not in _MOSTLY or value != _MOSTLY[name]}
    values.clear()
    values.update(kept)


def _object(_: Any) -> None:
    """In the place of `pydyf.Object.__init__`: only objects that are written by themselves get a number and a place."""


FUNCTIONS: tuple[tuple[Any, Any], ...] = (
    (add_tags, _add_tags),
    (layout_document, _layout_document),
    (make_page, _make_page),
    (resolve_radii_percentages, _resolve_radii),
)
METHODS: tuple[tuple[Any, str, Any], ...] = (
    (Page, "paint", _paint),
    (Box, "__init__", _box),
    *[(Box, name, value) for name, value in (USUAL | _MOSTLY).items()],
    (ParentBox, "copy_with_children", _copy_with_children),
    (ParentBox, "_reset_spacing", _reset_spacing),
    (pydyf.PDF, "page_references", property(_page_references)),
    (pydyf.Object, "__init__", _object),
    *[
        (pydyf.Object, name, value)
        for name, value in (("number", None), ("offset", 0), ("generation", 0), ("free", "n"))
    ],
)
