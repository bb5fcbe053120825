"""The services as plain data: `services.json` and `services.csv`, for an edition that has any.

In: a project. Out: `ServicesFile` values and their CSV. A value that is not known is null or a placeholder; nothing is reworded.
"""

import csv
from collections.abc import Callable, Iterator
from io import StringIO

from msgspec import Struct

from gkstd.model.project import Project
from gkstd.model.service import Material, Place, Result, Service, Stage
from gkstd.model.values.limit import Duration
from gkstd.render.data.sheet import BOM, guard
from gkstd.render.data.table import BasisDatum, BodyDatum, EditionDatum, Titled, basis_datum, body_datum, edition_datum
from gkstd.render.views.page import safe
from gkstd.render.views.seen import Refs


class TermDatum(Struct, frozen=True):
    """A period as printed, and taken apart; a placeholder has no `duration`."""

    text: str
    duration: Duration | None


class FeeDatum(Struct, frozen=True):
    """收费项目."""

    name: str
    amount: str
    basis: tuple[BasisDatum, ...]


class ServiceDatum(Struct, frozen=True):
    """One service. `page` is relative to the root of the site; `free` says that nothing is charged."""

    id: str
    title: str
    want: str | None
    theme: str | None
    guide: Titled
    bodies: tuple[BodyDatum, ...]
    kind: str
    handling: str | None
    applicants: tuple[str, ...]
    content: str
    basis: tuple[BasisDatum, ...]
    conditions: tuple[str, ...]
    materials: tuple[Material, ...]
    steps: tuple[Stage, ...]
    process: str | None
    statutory: TermDatum | None
    promise: TermDatum | None
    excluded: tuple[Stage, ...]
    free: bool
    fees: tuple[FeeDatum, ...]
    results: tuple[Result, ...]
    complaints: tuple[str, ...]
    appeal: tuple[str, ...]
    places: tuple[Place, ...]
    visits: int | None
    items: tuple[str, ...]
    note: str | None
    unconfirmed: tuple[str, ...]
    page: str


class ServicesFile(Struct, frozen=True):
    """One file below `data/`: its path, its `form` (json, csv) and what it holds. `refs` are the objects shown."""

    path: str
    form: str
    edition: EditionDatum
    services: tuple[ServiceDatum, ...]
    refs: Refs


COLUMNS: tuple[tuple[str, Callable[[ServiceDatum], str]], ...] = (
    ("编号", lambda s: s.id),
    ("服务事项", lambda s: s.title),
    ("办理机关", lambda s: "、".join([body.name for body in s.bodies])),
    ("事项类型", lambda s: s.kind),
    ("办理方式", lambda s: s.handling or ""),
    ("服务对象", lambda s: "、".join(s.applicants)),
    ("服务内容", lambda s: s.content),
    ("审批依据", lambda s: "；".join([entry.text for entry in s.basis])),
    ("申报条件", lambda s: "；".join(s.conditions)),
    ("申报材料", lambda s: "；".join([_in_brackets(m.name, m.form, m.when) for m in s.materials])),
    ("办理程序", lambda s: "；".join([_in_brackets(step.title, step.by, _text(step)) for step in s.steps])),
    ("公开流程", lambda s: s.process or ""),
    ("法定期限", lambda s: s.statutory.text if s.statutory else ""),
    ("承诺期限", lambda s: s.promise.text if s.promise else ""),
    ("不计入期限", lambda s: "；".join([_in_brackets(stage.title, _text(stage)) for stage in s.excluded])),
    ("收费标准", lambda s: "不收费" if s.free else "；".join([_in_brackets(fee.name, fee.amount) for fee in s.fees])),
    ("受理结果", lambda s: "；".join([result.name for result in s.results])),
    ("投诉渠道", lambda s: "；".join(s.complaints)),
    ("救济途径", lambda s: "；".join(s.appeal)),
    ("办理地点", lambda s: "；".join([_in_brackets(p.name, p.address, p.hours, p.phone) for p in s.places])),
    ("网页", lambda s: s.page),
    ("说明", lambda s: s.note or ""),
)
"""Header and value of each column. New columns go to the end."""


def service_files(project: Project) -> Iterator[ServicesFile]:
    """Both files, services in the order of the guides."""
    if not project.services:
        return
    edition = edition_datum(project)
    services = tuple([service_datum(project, service) for service in project.services.values()])
    named = [*[("guide", id) for id in project.guides], *[("service", id) for id in project.services]]
    refs = tuple(sorted([("project", ""), *named]))
    for form in ("json", "csv"):
        yield ServicesFile(f"services.{form}", form, edition, services, refs)


def sheet(services: tuple[ServiceDatum, ...]) -> bytes:
    """The CSV file."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([header for header, _ in COLUMNS])
    writer.writerows([[guard(value(service)) for _, value in COLUMNS] for service in services])
    return BOM + text.getvalue().encode()


def service_datum(project: Project, s: Service) -> ServiceDatum:
    """One service in words."""
    guide = project.guides[s.guide]
    fees = [FeeDatum(fee.name, fee.amount, tuple([basis_datum(entry) for entry in fee.basis])) for fee in s.fees]
    return ServiceDatum(
        id=s.id,
        title=s.title,
        want=s.want or None,
        theme=s.theme or None,
        guide=Titled(guide.id, guide.title),
        bodies=tuple([body_datum(name) for name in guide.bodies]),
        kind=s.kind,
        handling=s.handling or None,
        applicants=s.applicants,
        content=s.content,
        basis=tuple([basis_datum(entry) for entry in s.basis]),
        conditions=s.conditions,
        materials=s.materials,
        steps=s.steps,
        process=s.process or None,
        statutory=TermDatum(s.statutory.text, s.statutory.duration) if s.statutory else None,
        promise=TermDatum(s.promise.text, s.promise.duration) if s.promise else None,
        excluded=s.excluded,
        free=s.free,
        fees=tuple(fees),
        results=s.results,
        complaints=s.complaints,
        appeal=s.appeal,
        places=s.places,
        visits=s.visits,
        items=s.items,
        note=s.note or None,
        unconfirmed=s.doubts,
        page=f"services/{safe(s.id)}.html",
    )


def _in_brackets(name: str, *more: str) -> str:
    inner = "，".join([said for said in more if said])
    return f"{name}（{inner}）" if inner else name


def _text(stage: Stage) -> str:
    return stage.limit.text if stage.limit else ""
