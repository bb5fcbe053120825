"""Cells of the official table merged downwards, page by page: 一级事项, and within one of them values that repeat.

In: laid-out pages, each row with the name of its category and all its values. Out: the same pages, where rows of one category
that stand together on a page share one cell for its name, and neighbours with the same value share that. On the pages it goes
over to, a category is marked （续）; a value is repeated as it is, since with a word added it would be another value.
A rowspan in the HTML would lose name, value and rule where the table goes over to the next page; here each page has them again.
Moves boxes, so it is tied to one version of the engine.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import weasyprint
from weasyprint.formatting_structure import boxes

from gkstd.render.paged.continued import show

ENGINE = "70.0"
"""Reads `Page._page_box`; table boxes hold row groups, rows and cells, which keep their heights in paddings."""
TABLE, CELL, AGAIN = "catalog", "category", "again"
VALUES = ("parent", "basis", "limit", "body", "channels")
"""Cells that are merged where neighbours are equal; ticks stand in each row, for they are read along it."""

Pair = tuple[Any, Any]
"""A row and one of its cells."""


def merge(pages: Sequence[Any]) -> None:
    """Merge in place; another version of the engine is left alone, with all cells in each row."""
    if weasyprint.__version__ != ENGINE:
        return
    begun: set[tuple[Any, str]] = set()
    for page in pages:
        for table, group in _groups(page._page_box):
            for name, rows in groupby(_rows(group), key=lambda pair: pair[1].element.get("data-category")):
                _merge_category(list(rows), goes_on=(table.element, name) in begun)
                begun.add((table.element, name))


def _groups(box: Any) -> Iterator[tuple[Any, Any]]:
    """Row groups of catalogs below the box, each with its table."""
    if isinstance(box, boxes.TableBox):
        if box.element is not None and TABLE in box.element.get("class", "").split():
            yield from [(box, group) for group in box.children if isinstance(group, boxes.TableRowGroupBox)]
        return
    for child in getattr(box, "children", ()):
        yield from _groups(child)


def _rows(group: Any) -> list[Pair]:
    """Rows that name a category, with the cell that does."""
    return [(row, cell) for row in group.children if (cell := _cell(row, CELL)) is not None]


def _cell(row: Any, name: str) -> Any:
    return next((cell for cell in row.children if cell.element is not None and cell.element.get("class") == name), None)


def _merge_category(rows: list[Pair], *, goes_on: bool) -> None:
    _mark(rows[0][1], goes_on=goes_on)
    for name in VALUES:
        cells = [(row, cell) for row, _ in rows if (cell := _cell(row, name)) is not None]
        for _, same in groupby(cells, key=_value):
            _merge_rows(list(same))
    _merge_rows(rows)


def _value(pair: Pair) -> str:
    return "".join(pair[1].element.itertext())


def _mark(cell: Any, *, goes_on: bool) -> None:
    """Show （续）, or take it out of the cell; then what is above it moves down by half of its height."""
    mark = next((child for child in cell.children if child.element.get("class") == AGAIN), None)
    if mark is not None and goes_on:
        show(mark, "visible")
    elif mark is not None:
        cell.children = [child for child in cell.children if child is not mark]
        for child in cell.children:
            child.translate(dy=mark.margin_height() / 2)


def _merge_rows(rows: list[Pair]) -> None:
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
