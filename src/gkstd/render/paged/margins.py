"""Running heads, page numbers and ornaments as what they are: furniture of the page, which a screen reader passes over.

In: laid-out pages. Out: the same pages, drawn with the text of margin boxes, and what is `aria-hidden`, as artifacts
(ISO 14289-1, 7.1 and 7.8). The engine draws it as tagged content, of margins even without an element. It is put in the place of two of the engine's functions while a
document of ours is written, and only in the version it was written for.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import weasyprint
from weasyprint.formatting_structure import boxes
from weasyprint.pdf import pydyf, tags
from weasyprint.pdf.stream import Stream

ENGINE = "70.0"
"""`pdf.stream.Stream.marked(box, tag)` and `pdf.tags._build_box_tree(box, …)` are as this version has them."""


@contextmanager
def furniture(pages: Sequence[Any]) -> Iterator[None]:
    """Within this block these pages are written with their margins as artifacts; another engine's are left alone."""
    if weasyprint.__version__ != ENGINE:
        yield
        return
    marked, tree = Stream.marked, tags._build_box_tree
    Stream.marked = _marked(marked, frozenset(id(box) for page in pages for box in _furniture(page._page_box)))
    tags._build_box_tree = _tree(tree)
    try:
        yield
    finally:
        Stream.marked, tags._build_box_tree = marked, tree


def _furniture(box: Any, inside: bool = False) -> Iterator[Any]:
    """What is drawn and is furniture, below a box."""
    inside = inside or _is_furniture(box)
    if inside and isinstance(box, boxes.TextBox | boxes.ReplacedBox):
        yield box
    for child in getattr(box, "children", ()):
        yield from _furniture(getattr(child, "_box", child), inside)


def _is_furniture(box: Any) -> bool:
    element = box.element
    return isinstance(box, boxes.MarginBox) or (element is not None and element.get("aria-hidden") == "true")


def _marked(engines: Any, margins: frozenset[int]) -> Any:
    @contextmanager
    def marked(stream: Any, box: Any, tag: str) -> Iterator[None]:
        if id(box) not in margins or stream._tags is None:
            with engines(stream, box, tag):
                yield
            return
        stream.begin_marked_content("Artifact", pydyf.Dictionary({"Type": "/Pagination"}))
        try:
            yield
        finally:
            stream.end_marked_content()

    return marked


def _tree(engines: Any) -> Any:
    def tree(box: Any, *rest: Any) -> Iterator[Any]:
        return iter(()) if _is_furniture(getattr(box, "_box", box)) else engines(box, *rest)

    return tree
