"""一级事项 cells merged downwards, page by page, as the official table has them.

In: laid-out pages, each row with the name of its category. Out: the same pages, where rows of one category that stand
together on a page share one cell, its name in the middle. A rowspan in the HTML would lose its name and its rule where the
table goes over to the next page; here each page has both again. Moves boxes, so it is tied to one version of the engine.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import weasyprint
from weasyprint.formatting_structure import boxes

ENGINE = "70.0"
"""Reads `Page._page_box`; table boxes hold row groups, rows and cells, which keep their heights in paddings."""
TABLE, CELL = "catalog", "category"


def merge(pages: Sequence[Any]) -> None:
    """Merge in place; another version of the engine is left alone, with the name in each row."""
    if weasyprint.__version__ == ENGINE:
        for page in pages:
            for group in _groups(page._page_box):
                _merge_group(group)


def _groups(box: Any) -> Iterator[Any]:
    """Row groups of catalogs below the box."""
    if isinstance(box, boxes.TableBox):
        if box.element is not None and TABLE in box.element.get("class", "").split():
            yield from [group for group in box.children if isinstance(group, boxes.TableRowGroupBox)]
        return
    for child in getattr(box, "children", ()):
        yield from _groups(child)


def _merge_group(group: Any) -> None:
    rows = [(row, cell) for row in group.children if (cell := _category(row)) is not None]
    for _, run in groupby(rows, key=lambda pair: pair[1].element.get("data-category")):
        _merge_rows(list(run))


def _category(row: Any) -> Any:
    return next((cell for cell in row.children if cell.element is not None and cell.element.get("class") == CELL), None)


def _merge_rows(rows: list[tuple[Any, Any]]) -> None:
    """The first cell takes the height of all; the others leave their rows."""
    first = rows[0][1]
    last = rows[-1][1]
    extra = last.position_y + last.border_height() - first.position_y - first.border_height()
    if extra <= 0:
        return
    first.padding_bottom += extra
    first.rowspan = len(rows)
    for child in first.children:
        child.translate(dy=extra / 2)
    for row, cell in rows[1:]:
        row.children = tuple([other for other in row.children if other is not cell])
