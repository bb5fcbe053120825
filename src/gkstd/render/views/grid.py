"""Tables as printed: titled tables, figures with their source; and blank forms.

In: the project. Out: `GridView` and `FormView`, plain printed cells. Widths are shares of the whole in percent.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from gkstd.model.project import Project
from gkstd.model.table import Figure, Table
from gkstd.render.views import printed
from gkstd.render.views.seen import Seen

NUMERIC = ("integer", "decimal", "percent")


class GridColumn(Struct, frozen=True):
    """Head of a column; `number` columns are set to the right."""

    title: str
    width: float
    number: bool


class GridView(Struct, frozen=True):
    """A table: head, rows of as many cells, sums or (), and what stands around it (Markdown).

    `pending` are, row by row, the columns of cells still to be confirmed, () where there are none; `doubts` says in words what no cell can.
    """

    anchor: str
    title: str
    summary: str
    columns: tuple[GridColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: tuple[str, ...]
    source: str
    note: str
    pending: tuple[tuple[int, ...], ...] = ()
    doubts: str = ""


class FieldView(Struct, frozen=True):
    """A place to fill in; `choices` are printed with □."""

    label: str
    lines: int
    choices: tuple[str, ...]


class FormView(Struct, frozen=True):
    """A blank form: rows of one or two fields side by side."""

    anchor: str
    title: str
    lead: str
    rows: tuple[tuple[FieldView, ...], ...]
    note: str


def table_view(project: Project, id: str, seen: Seen) -> GridView:
    """A titled table with a serial column before its own."""
    table = project.tables[id]
    seen.add("table", id)
    days = [column.kind == "date" for column in table.columns]
    rows = tuple(
        (str(n), *(printed.partial_day(cell.text) if day else cell.text for cell, day in zip(row, days, strict=True)))
        for n, row in enumerate(table.rows, 1)
    )
    totals = ("合计", *table.totals) if table.totals else ()
    source = f"资料来源：{table.source}" if table.source else ""
    doubts = "表中各行待核。" if "rows" in table.unconfirmed else ""
    return GridView(
        f"table-{id}", table.title, table.summary, _columns(table), rows, totals, source, table.note, doubts=doubts
    )


def figures_view(project: Project, ids: tuple[str, ...], seen: Seen) -> tuple[GridView, ...]:
    """Figures as one table for each group, in the order of the register."""
    chosen = [project.figures[id] for id in (ids or tuple(project.figures))]
    for figure in chosen:
        seen.add("figure", figure.id)
    groups: dict[str, list[Figure]] = {}
    for figure in chosen:
        groups.setdefault(figure.group, []).append(figure)
    return tuple(_figures(n, title, its) for n, (title, its) in enumerate(groups.items(), 1))


def form_view(project: Project, id: str, seen: Seen) -> FormView:
    """A blank form, its half-width fields set two to a row."""
    form = project.forms[id]
    seen.add("form", id)
    rows: list[tuple[FieldView, ...]] = []
    waiting: FieldView | None = None
    for field in form.fields:
        view = FieldView(field.label, field.lines, field.choices)
        if waiting is not None:
            rows.append((waiting, view))
            waiting = None
        elif field.half:
            waiting = view
        else:
            rows.append((view,))
    if waiting is not None:
        rows.append((waiting,))
    return FormView(f"form-{id}", form.title, form.lead, tuple(rows), form.note)


def marked(
    rows: Sequence[tuple[str, ...]], unconfirmed: Iterable[tuple[str, ...]], columns: Mapping[str, int]
) -> tuple[tuple[int, ...], ...]:
    """The cells to mark, from the fields that each row leaves unconfirmed and the columns in which fields are printed."""
    found: list[tuple[int, ...]] = []
    for cells, fields in zip(rows, unconfirmed, strict=True):
        its = {columns[field] for field in fields if field in columns}
        found.append(tuple(sorted([column for column in its if cells[column] not in ("", "—")])))
    return tuple(found) if any(found) else ()


def _columns(table: Table) -> tuple[GridColumn, ...]:
    whole = sum(column.width for column in table.columns)
    own = tuple(
        GridColumn(
            f"{column.title}（{column.unit}）" if column.unit else column.title,
            round(94 * column.width / whole, 2),
            column.kind in NUMERIC,
        )
        for column in table.columns
    )
    return (GridColumn("序号", 6, number=False), *own)


def _figures(place: int, title: str, figures: list[Figure]) -> GridView:
    heads = (
        ("序号", 6.0, False),
        ("指标", 34.0, False),
        ("数值", 16.0, True),
        ("来源", 22.0, False),
        ("说明", 22.0, False),
    )
    columns = tuple(GridColumn(*head) for head in heads)
    rows = tuple((str(n), f.title, f.printed, f.source, f.note) for n, f in enumerate(figures, 1))
    pending = marked(rows, [f.unconfirmed for f in figures], _FIGURE)
    return GridView(f"figures-{place}", title, "", columns, rows, (), "", "", pending)


_FIGURE = {"title": 1, "value": 2, "unit": 2, "about": 2, "source": 3, "note": 4}
"""In which column of a table of figures a field is printed."""
