"""Tables as printed: titled tables, figures with their source, and registers counted from the data; and blank forms.

In: the project. Out: `GridView` and `FormView`, plain printed cells. Widths are shares of the whole in percent.
"""

from collections.abc import Callable, Iterable

from msgspec import Struct

from gkstd.model.item import Domain
from gkstd.model.project import Project
from gkstd.model.table import Figure, Table
from gkstd.model.values.level import Level
from gkstd.render.views import printed
from gkstd.render.views.seen import Seen

NUMERIC = ("integer", "decimal", "percent")


class GridColumn(Struct, frozen=True):
    """Head of a column; `number` columns are set to the right."""

    title: str
    width: float
    number: bool


class GridView(Struct, frozen=True):
    """A table: head, rows of as many cells, sums or (), and what stands around it (Markdown)."""

    anchor: str
    title: str
    summary: str
    columns: tuple[GridColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: tuple[str, ...]
    source: str
    note: str


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
    return GridView(f"table-{id}", table.title, table.summary, _columns(table), rows, totals, source, table.note)


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


def register_view(project: Project, of: str, seen: Seen) -> GridView:
    """A register counted from the data."""
    heads, widths, rows = REGISTERS[of](project, seen)
    columns = tuple(GridColumn(h, w, h.endswith("数")) for h, w in zip(heads, widths, strict=True))
    body = tuple((str(n), *row) for n, row in enumerate(rows, 1))
    return GridView(f"register-{of}", "", "", (GridColumn("序号", 6, number=False), *columns), body, (), "", "")


Register = tuple[tuple[str, ...], tuple[float, ...], list[tuple[str, ...]]]


def _domains(project: Project, seen: Seen) -> Register:
    rows: list[tuple[str, ...]] = []
    for domain in _by_level(project):
        seen.add("domain", domain.id)
        lead = domain.lead.written if domain.lead else ""
        rows.append((domain.title, domain.code, str(len(domain.categories)), str(len(domain.items)), lead))
    return ("领域", "代码", "一级事项数", "二级事项数", "牵头单位"), (26, 10, 14, 14, 30), rows


def _by_level(project: Project) -> list[Domain]:
    """From county to village; in a level in source order."""
    return sorted(project.domains.values(), key=lambda one: -one.level.rank)


def _standards(project: Project, seen: Seen) -> Register:
    rows: list[tuple[str, ...]] = []
    for reference in project.references.values():
        if reference.adopted:
            seen.add("reference", reference.id)
            effective = printed.day(reference.effective) if reference.effective else ""
            rows.append((reference.system, reference.number, reference.title, "采用国家标准", effective))
    for document in sorted(project.documents.values(), key=lambda one: one.number):
        seen.add("document", document.id)
        effective = printed.day(document.effective) if document.effective else ""
        rows.append((document.system, document.number, document.title, "自编", effective))
    return ("体系分支", "标准号", "标准名称", "类别", "实施日期"), (13, 23, 28, 12, 18), rows


def _processes(project: Project, seen: Seen) -> Register:
    rows: list[tuple[str, ...]] = []
    for process in sorted(project.processes.values(), key=lambda one: bool(one.domain)):
        seen.add("process", process.id)
        domain = project.domains[process.domain].title if process.domain else "通用"
        promise = process.promise.text if process.promise else ""
        rows.append((process.title, domain, str(len(process.steps)), promise))
    return ("流程", "领域", "步骤数", "承诺期限"), (40, 20, 12, 22), rows


def _bodies(project: Project, seen: Seen) -> Register:
    return _listed(project, seen, lambda kind: kind not in ("参与方", "统称"))


def _centre(project: Project, seen: Seen) -> Register:
    inside = frozenset(body.id for body in project.bodies.values() if body.centre)
    return _listed(project, seen, lambda _: True, inside)


def _listed(project: Project, seen: Seen, wanted: Callable[[str], bool], ids: Iterable[str] | None = None) -> Register:
    rows: list[tuple[str, ...]] = []
    for body in project.bodies.values():
        if wanted(body.kind) and (ids is None or body.id in ids) and not body.ended(project.identity.as_of):
            seen.add("body", body.id)
            rows.append((body.name, body.kind, Level(body.level).value))
    return ("单位", "性质", "层级"), (54, 20, 20), rows


REGISTERS: dict[str, Callable[[Project, Seen], Register]] = {
    "domains": _domains,
    "standards": _standards,
    "processes": _processes,
    "bodies": _bodies,
    "centre": _centre,
}


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
    return GridView(f"figures-{place}", title, "", columns, rows, (), "", "")
