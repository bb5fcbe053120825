"""表1（续）: the title of a table on the pages it goes over to.

In: laid-out pages. The head of a titled table begins with a row that holds both wordings, one above the other in one
place. Out: the same pages, with the title where a table begins and the number with （续） where it goes on. The engine
repeats a head as it is, so the choice is made here. Hides boxes, so it is tied to one version of the engine.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import weasyprint
from weasyprint.formatting_structure import boxes

ENGINE = "70.0"
"""Reads `Page._page_box`; boxes are drawn unless their style says they are hidden."""
TITLED, FIRST, NEXT = "titled", "of-first", "of-next"


def continued(pages: Sequence[Any]) -> None:
    """Choose in place; another version of the engine keeps the full title on each page."""
    if weasyprint.__version__ != ENGINE:
        return
    begun: set[Any] = set()
    for page in pages:
        for table in _tables(page._page_box):
            if table.element in begun:
                _continue(table)
            begun.add(table.element)


def _tables(box: Any) -> Iterator[Any]:
    if isinstance(box, boxes.TableBox) and TITLED in _classes(box):
        yield box
        return
    for child in getattr(box, "children", ()):
        yield from _tables(child)


def _classes(box: Any) -> list[str]:
    return box.element.get("class", "").split() if getattr(box, "element", None) is not None else []


def _continue(box: Any) -> None:
    """Show what is of the next pages and hide what is of the first."""
    for child in getattr(box, "children", ()):
        classes = _classes(child) if isinstance(child, boxes.BlockBox) else []
        if FIRST in classes:
            show(child, "hidden")
        elif NEXT in classes:
            show(child, "visible")
        elif not isinstance(child, boxes.TableCellBox) or child.element_tag == "th":
            _continue(child)


def show(box: Any, visibility: str) -> None:
    """Make a box and all in it "visible" or "hidden", whatever the style sheet says."""
    box.style = box.style.copy()
    box.style["visibility"] = visibility
    for child in getattr(box, "children", ()):
        show(child, visibility)
