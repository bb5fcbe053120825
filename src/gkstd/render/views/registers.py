"""Registers counted from the data: domains, standards, processes, bodies, the units of the service centre.

In: the project. Out: `GridView`, with a mark at each cell that is still to be confirmed. Widths are shares in percent.
"""

from collections.abc import Callable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from gkstd.model.item import Domain
from gkstd.model.project import Project
from gkstd.model.register import Body
from gkstd.model.values.level import Level
from gkstd.render.views import printed
from gkstd.render.views.grid import GridColumn, GridView, marked
from gkstd.render.views.seen import Seen


class Row(Struct, frozen=True):
    """The cells after the serial number, and the fields that are still to be confirmed."""

    cells: tuple[str, ...]
    unconfirmed: tuple[str, ...]


class Register(Struct, frozen=True):
    """A register before it is numbered. `fields` tells in which column, from 1, a field is printed; `doubts` as in `GridView`."""

    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    fields: Mapping[str, int]
    doubts: str = ""


def register_view(project: Project, of: str, seen: Seen) -> GridView:
    """A register counted from the data."""
    found = REGISTERS[of](project, seen)
    columns = tuple(GridColumn(h, w, h.endswith("数")) for h, w in zip(found.heads, found.widths, strict=True))
    head = (GridColumn("序号", 6, number=False), *columns)
    body = tuple((str(n), *row.cells) for n, row in enumerate(found.rows, 1))
    pending = marked(body, [row.unconfirmed for row in found.rows], found.fields)
    return GridView(f"register-{of}", "", "", head, body, (), "", "", pending, found.doubts)


def _domains(project: Project, seen: Seen) -> Register:
    rows: list[Row] = []
    for domain in _by_level(project):
        seen.add("domain", domain.id)
        lead = domain.lead.written if domain.lead else ""
        cells = (domain.title, domain.code, str(len(domain.categories)), str(len(domain.items)), lead)
        rows.append(Row(cells, domain.unconfirmed))
    heads = ("领域", "代码", "一级事项数", "二级事项数", "牵头单位")
    fields = {"title": 1, "code": 2, "categories": 3, "lead": 5}
    return Register(heads, (26, 10, 14, 14, 30), tuple(rows), fields)


def _by_level(project: Project) -> list[Domain]:
    """From county to village; in a level in source order."""
    return sorted(project.domains.values(), key=lambda one: -one.level.rank)


def _standards(project: Project, seen: Seen) -> Register:
    rows: list[Row] = []
    for reference in project.references.values():
        if reference.adopted:
            seen.add("reference", reference.id)
            cells = (
                reference.system,
                reference.number,
                printed.title(reference.title),
                "采用国家标准",
                printed.day(reference.effective),
            )
            rows.append(Row(cells, reference.unconfirmed))
    for own in sorted(project.documents.values(), key=lambda one: one.number):
        seen.add("document", own.id)
        cells = (own.system, own.number, printed.title(own.title), "自编", printed.day(own.effective))
        rows.append(Row(cells, own.unconfirmed))
    heads = ("体系分支", "标准号", "标准名称", "类别", "实施日期")
    fields = {"system": 1, "number": 2, "title": 3, "adopted": 4, "effective": 5}
    return Register(heads, (13, 23, 28, 12, 18), tuple(rows), fields)


def _processes(project: Project, seen: Seen) -> Register:
    rows: list[Row] = []
    for process in sorted(project.processes.values(), key=lambda one: bool(one.domain)):
        seen.add("process", process.id)
        domain = project.domains[process.domain].title if process.domain else "通用"
        cells = (process.title, domain, str(len(process.steps)), printed.duration(process.promise))
        rows.append(Row(cells, process.unconfirmed))
    return Register(
        ("流程", "领域", "步骤数", "承诺期限"), (40, 20, 12, 22), tuple(rows), {"title": 1, "steps": 3, "promise": 4}
    )


def _bodies(project: Project, seen: Seen) -> Register:
    return _listed(project, seen, lambda body: body.kind not in ("参与方", "统称"))


def _centre(project: Project, seen: Seen) -> Register:
    found = _listed(project, seen, lambda body: body.centre)
    open = sum("centre" in row.unconfirmed for row in found.rows)
    return replace(found, doubts=f"{open}个单位是否进驻待核。" if open else "")


def _listed(project: Project, seen: Seen, wanted: Callable[[Body], bool]) -> Register:
    """Bodies that exist; 层级 has a column where there are several."""
    bodies = [one for one in project.bodies.values() if wanted(one) and not one.ended(project.identity.as_of)]
    for body in bodies:
        seen.add("body", body.id)
    if len({body.level for body in bodies}) == 1:
        rows = tuple([Row((body.name, body.kind), body.unconfirmed) for body in bodies])
        return Register(("单位", "性质"), (64, 30), rows, {"name": 1, "kind": 2})
    rows = tuple([Row((body.name, body.kind, Level(body.level).value), body.unconfirmed) for body in bodies])
    return Register(("单位", "性质", "层级"), (54, 20, 20), rows, {"name": 1, "kind": 2, "level": 3})


REGISTERS: dict[str, Callable[[Project, Seen], Register]] = {
    "domains": _domains,
    "standards": _standards,
    "processes": _processes,
    "bodies": _bodies,
    "centre": _centre,
}
