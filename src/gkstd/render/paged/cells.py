"""Which headers a cell of a printed table has, told to screen readers.

In: the tables of laid-out pages, once the engine has given each cell its element in the tag tree. Out: the same elements with
the scope of each header cell and, for each other cell, the headers that belong to it. The engine writes no scope and loses
count where cells span rows. A table without any header cell is one for layout: its elements become plain blocks.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Any

import weasyprint
from msgspec import Struct
from weasyprint.formatting_structure import boxes
from weasyprint.pdf import pydyf

ENGINE = "70.0"
"""A cell's box keeps its element of the tag tree as `mark`, headers have their `ID`; see `pdf.tags._build_box_tree`."""
_SCOPES = {"col": "/Column", "colgroup": "/Column", "row": "/Row", "rowgroup": "/Row"}


class Cell(Struct, frozen=True):
    """Where a cell stands in the grid, and whether it heads its column, its row or nothing ("")."""

    row: int
    column: int
    rows: int
    columns: int
    scope: str


def explain(document: Any, pdf: Any) -> None:
    """Complete all tables; the engine calls this before it writes the file."""
    if weasyprint.__version__ == ENGINE:
        for page in document.pages:
            for table in _tables(page._page_box):
                _complete(table, pdf)


def headers(cells: Sequence[Cell]) -> tuple[tuple[int, ...], ...]:
    """For each cell the places of its headers in `cells`: of its row first, then of its columns from top to bottom."""
    return tuple([() if cell.scope else (*_of_row(cells, cell), *_of_column(cells, cell)) for cell in cells])


def _of_column(cells: Sequence[Cell], of: Cell) -> list[int]:
    """Headers above whose columns are the cell's."""
    return [
        place
        for place, cell in enumerate(cells)
        if cell.scope == "/Column"
        and cell.row < of.row
        and cell.column < of.column + of.columns
        and of.column < cell.column + cell.columns
    ]


def _of_row(cells: Sequence[Cell], of: Cell) -> list[int]:
    """The headers just left of the cell; where there is none, all those of its row."""
    row = [
        (place, cell)
        for place, cell in enumerate(cells)
        if cell.row < of.row + of.rows and of.row < cell.row + cell.rows
    ]
    left = sorted([pair for pair in row if pair[1].column < of.column], key=lambda pair: -pair[1].column)
    past = left[next((n for n, pair in enumerate(left) if pair[1].scope == "/Row"), len(left)) :]
    near = [place for place, _ in takewhile(lambda pair: pair[1].scope == "/Row", past)]
    return near[::-1] or [place for place, cell in row if cell.scope == "/Row"]


def _tables(box: Any) -> Iterator[Any]:
    if isinstance(box, boxes.TableBox):
        yield box
    for child in getattr(box, "children", ()):
        yield from _tables(getattr(child, "_box", child))


def _complete(table: Any, pdf: Any) -> None:
    groups = [group for group in table.children if isinstance(group, boxes.TableRowGroupBox)]
    found = [pair for pair in _placed(groups) if hasattr(pair[1], "mark")]  # a head without rows has none
    cells = [cell for cell, _ in found]
    if not any(cell.scope for cell in cells):
        for _, box in found:
            _loosen(box.mark, pdf)
        return
    for (cell, box), places in zip(found, headers(cells), strict=True):
        attributes = box.mark["A"]
        if cell.scope:
            attributes["Scope"] = cell.scope
        elif places:
            attributes["Headers"] = pydyf.Array([found[place][1].mark["ID"] for place in places])
        else:
            attributes.pop("Headers", None)


def _loosen(element: Any, pdf: Any) -> None:
    """Make a cell and what holds it, up to the table, plain blocks."""
    kind = ""
    while kind != "/Table" and element["S"] not in ("/Document", "/Div"):
        kind = element["S"]
        element["S"] = "/Div"
        element.pop("A", None)
        element = pdf.objects[int(element["P"].split()[0])]


def _placed(groups: Sequence[Any]) -> Iterator[tuple[Cell, Any]]:
    """Each cell with its place; places under a cell that spans rows are taken."""
    taken: set[tuple[int, int]] = set()
    for row, (box, head) in enumerate([(row, group.is_header) for group in groups for row in group.children]):
        column = 0
        for cell in box.children:
            while (row, column) in taken:
                column += 1
            taken.update((row + y, column + x) for y in range(cell.rowspan) for x in range(cell.colspan))
            yield Cell(row, column, cell.rowspan, cell.colspan, _scope(cell, head)), cell
            column += cell.colspan


def _scope(cell: Any, head: bool) -> str:
    if cell.element is None or cell.element_tag != "th":
        return ""
    return _SCOPES.get(cell.element.get("scope", ""), "/Column" if head else "/Row")
