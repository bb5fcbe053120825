"""Service guides as they are shown: the nine disclosures of each service, in readers' order.

In: a project. Out: views and the objects they show. What is charged, wanted and counted is put into words here, once for print
and screen.
"""

from msgspec import Struct

from gkstd.model.project import Project
from gkstd.model.service import FREE, Material, Place, Result, Service, Stage, Term
from gkstd.render.views import printed
from gkstd.render.views.seen import Refs

NINE = (
    "服务内容", "审批依据", "申报条件", "申报材料", "办理程序", "承诺期限", "收费标准", "受理结果", "投诉渠道",
)  # fmt: skip
"""The nine disclosures by name, in the order of the county's standard."""


class MaterialView(Struct, frozen=True):
    """申报材料: its name and, in words, how it is handed in, where it comes from, when it is wanted, and its blank form."""

    name: str
    how: str
    when: str


class StageView(Struct, frozen=True):
    """A stage of the procedure, numbered from 1."""

    number: int
    title: str
    by: str
    limit: str
    text: str
    unconfirmed: tuple[str, ...] = ()


class FeeView(Struct, frozen=True):
    """收费项目."""

    name: str
    amount: str
    basis: tuple[str, ...]


class ServiceView(Struct, frozen=True):
    """A service; "" and () are not shown. `fee` is 不收费 or ""; `excluded` are the stages that do not count, in words."""

    id: str
    title: str
    want: str
    kind: str
    handling: str
    applicants: str
    content: str
    basis: tuple[str, ...]
    conditions: tuple[str, ...]
    materials: tuple[MaterialView, ...]
    steps: tuple[StageView, ...]
    process: str
    process_title: str
    statutory: str
    promise: str
    excluded: tuple[str, ...]
    fee: str
    fees: tuple[FeeView, ...]
    results: tuple[str, ...]
    complaints: tuple[str, ...]
    appeal: tuple[str, ...]
    places: tuple[Place, ...]
    visits: str
    note: str
    unconfirmed: tuple[str, ...]


class GuideView(Struct, frozen=True):
    """A guide: a body and its services."""

    id: str
    title: str
    body: str
    summary: str
    services: tuple[ServiceView, ...]


def guide_view(project: Project, id: str) -> tuple[GuideView, Refs]:
    """A guide and what it shows."""
    guide = project.guides[id]
    shown = [service_view(project, service) for service in guide.services]
    body = "、".join([name.written for name in guide.bodies])
    view = GuideView(id, guide.title, body, guide.summary, tuple([view for view, _ in shown]))
    return view, (("guide", id), *[ref for _, refs in shown for ref in refs])


def service_view(project: Project, id: str) -> tuple[ServiceView, Refs]:
    """A service and what it shows."""
    service = project.services[id]
    process = project.processes.get(service.process)
    view = ServiceView(
        id=id,
        title=service.title,
        want=service.want,
        kind=service.kind,
        handling=service.handling,
        applicants="、".join(service.applicants),
        content=service.content,
        basis=tuple([printed.citation(entry.citation) for entry in service.basis]),
        conditions=service.conditions,
        materials=tuple([_material(project, one) for one in service.materials]),
        steps=tuple([_stage(number, stage) for number, stage in enumerate(service.steps, 1)]),
        process=service.process,
        process_title=process.title if process else "",
        statutory=_term(service.statutory),
        promise=_term(service.promise),
        excluded=tuple([_excluded(one) for one in service.excluded]),
        fee=FREE if service.free else "",
        fees=tuple(
            [FeeView(f.name, f.amount, tuple([printed.citation(b.citation) for b in f.basis])) for f in service.fees]
        ),
        results=tuple([_result(one) for one in service.results]),
        complaints=service.complaints,
        appeal=service.appeal,
        places=service.places,
        visits=_visits(service.visits),
        note=service.note,
        unconfirmed=(*service.doubts, *[f for f in project.guides[service.guide].unconfirmed if f in service.taken]),
    )
    return view, _refs(service)


def _material(project: Project, one: Material) -> MaterialView:
    form = project.forms.get(one.blank)
    copies = f"{one.copies}份" if one.copies > 1 or one.form else ""
    blank = f"空白表格《{form.title}》" if form else ""
    later = f"可以先受理，{one.later}补齐" if one.later else ""
    return MaterialView(
        one.name, "，".join([said for said in (one.form, copies, one.source, blank, later) if said]), one.when
    )


def _stage(number: int, stage: Stage) -> StageView:
    return StageView(number, stage.title, stage.by, _term(stage.limit), stage.text, stage.unconfirmed)


def _excluded(stage: Stage) -> str:
    """The stage with its limit, and that it is to be confirmed, in one pair of brackets."""
    words = [_term(stage.limit), "待核" if stage.unconfirmed else ""]
    inner = "，".join([word for word in words if word])
    return f"{stage.title}（{inner}）" if inner else stage.title


def _result(one: Result) -> str:
    more = "，".join([said for said in (f"有效期{one.validity}" if one.validity else "", one.delivery) if said])
    return f"{one.name}（{more}）" if more else one.name


def _term(term: Term | None) -> str:
    return term.text if term else ""


def _visits(count: int | None) -> str:
    return "" if count is None else "不用到现场" if count == 0 else f"最多到现场{count}次"


def _refs(service: Service) -> Refs:
    laws = [basis.law for basis in (*service.basis, *[b for fee in service.fees for b in fee.basis])]
    forms = [material.blank for material in service.materials]
    named = [*[("law", id) for id in laws], *[("form", id) for id in forms], ("process", service.process)]
    return (("service", service.id), ("guide", service.guide), *[(kind, id) for kind, id in named if id])
