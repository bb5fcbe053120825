"""制度与工作安排: the figures of the edition with their source, and its tables.

In: the edition. Out: one page, or none where the edition has neither. A table that a handbook prints, or that no standard
holds, stands here in full; the others are the annexes of standards, and the page leads there.
"""

from collections.abc import Iterator

from msgspec import Struct

from gkstd.model import workbook
from gkstd.model.table import Cell, Column, Figure, Table
from gkstd.render.site import address
from gkstd.render.site.columns import ARRANGEMENTS
from gkstd.render.site.edition import Edition, refs_of
from gkstd.render.site.page import Link, Page
from gkstd.render.views import printed
from gkstd.render.views.grid import NUMERIC


class FigureLine(Struct, frozen=True):
    """A figure as printed, and where it was read."""

    title: str
    value: str
    day: str
    source: str
    note: str
    unconfirmed: bool


class FigureGroup(Struct, frozen=True):
    """Figures of one matter."""

    title: str
    figures: tuple[FigureLine, ...]


class SheetColumn(Struct, frozen=True):
    """Head of a column; `set` is how its cells are: "number" (to the right), "day" (never broken) or ""."""

    title: str
    set: str


class Sheet(Struct, frozen=True):
    """A table in full: the first cell of a row heads it, bodies and laws lead to their pages, `totals` is () or a row."""

    title: str
    anchor: str
    summary: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Link, ...], ...]
    totals: tuple[str, ...]
    source: str
    note: str
    unconfirmed: tuple[str, ...]


class Held(Struct, frozen=True):
    """A table that is an annex of a standard."""

    link: Link
    standard: str


class ArrangementsView(Struct, frozen=True):
    """The page."""

    figures: tuple[FigureGroup, ...]
    sheets: tuple[Sheet, ...]
    held: tuple[Held, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The page."""
    project = edition.project
    if not (project.tables or project.figures):
        return
    annexes, whole = _annexes(edition), shown(edition)
    view = ArrangementsView(
        figures=_groups(edition),
        sheets=tuple([_sheet(edition, table) for table in whole]),
        held=tuple([_held(edition, *annexes[id], table) for id, table in project.tables.items() if table not in whole]),
    )
    named = {(column.kind, cell.entry) for table in whole for row in table.rows for column, cell in _cells(table, row)}
    refs = refs_of(
        ("table", tuple(project.tables)),
        ("figure", tuple(project.figures)),
        ("document", tuple(dict.fromkeys([document for document, _ in annexes.values()]))),
        ("workbook", tuple(project.workbooks)),
        *[(kind, (entry,)) for kind, entry in sorted(named) if entry],
    )
    yield edition.listing(ARRANGEMENTS, "site/arrangements.html", view, refs)


def shown(edition: Edition) -> tuple[Table, ...]:
    """The tables in full: first those that handbooks print, in their order."""
    tables, annexes = edition.project.tables, _annexes(edition)
    parts = [part for book in edition.project.workbooks.values() for part in book.parts]
    printed_ids = [id for part in parts if isinstance(part, workbook.Tables) for id in part.ids]
    ids = dict.fromkeys([*printed_ids, *[id for id in tables if id not in annexes]])
    return tuple([tables[id] for id in ids])


def table_links(edition: Edition) -> tuple[Link, ...]:
    """Ways to the tables in full."""
    return tuple([Link(table.title, _path(table)) for table in shown(edition)])


def _path(table: Table) -> str:
    return f"{ARRANGEMENTS.path}#{address.table_anchor(table.id)}"


def _annexes(edition: Edition) -> dict[str, tuple[str, str]]:
    """Document and annex of each table that a standard holds."""
    documents = edition.project.documents.values()
    return {annex.table: (document.id, annex.id) for document in documents for annex in document.annexes if annex.table}


def _held(edition: Edition, document: str, annex: str, table: Table) -> Held:
    own = edition.project.documents[document]
    path = f"{address.of_document(document)}#{address.annex_anchor(annex)}"
    return Held(Link(table.title, path), f"{own.number}　{own.title}")


def _groups(edition: Edition) -> tuple[FigureGroup, ...]:
    groups: dict[str, list[FigureLine]] = {}
    for figure in edition.project.figures.values():
        groups.setdefault(figure.group, []).append(_figure(figure))
    return tuple([FigureGroup(title, tuple(lines)) for title, lines in groups.items()])


def _figure(figure: Figure) -> FigureLine:
    day = printed.day(figure.date) if figure.date else ""
    return FigureLine(figure.title, figure.printed, day, figure.source, figure.note, bool(figure.unconfirmed))


def _sheet(edition: Edition, table: Table) -> Sheet:
    return Sheet(
        title=table.title,
        anchor=address.table_anchor(table.id),
        summary=table.summary,
        columns=tuple(
            [
                SheetColumn(f"{column.title}（{column.unit}）" if column.unit else column.title, _set(column))
                for column in table.columns
            ]
        ),
        rows=tuple([tuple([_link(edition, *pair) for pair in _cells(table, row)]) for row in table.rows]),
        totals=("合计", *table.totals[1:]) if table.totals else (),
        source=table.source,
        note=table.note,
        unconfirmed=table.unconfirmed,
    )


def _set(column: Column) -> str:
    return "number" if column.kind in NUMERIC else "day" if column.kind == "date" else ""


def _cells(table: Table, row: tuple[Cell, ...]) -> list[tuple[Column, Cell]]:
    return list(zip(table.columns, row, strict=True))


def _link(edition: Edition, column: Column, cell: Cell) -> Link:
    project = edition.project
    if column.kind == "body" and cell.entry in project.bodies:
        return Link(cell.text, address.of_body(cell.entry))
    if column.kind == "law" and cell.entry in project.laws:
        return Link(cell.text, address.of_law(cell.entry))
    return Link(printed.partial_day(cell.text) if column.kind == "date" else cell.text)
