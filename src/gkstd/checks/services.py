"""GK530 to GK535: the nine disclosures of a service, its periods, fees and materials."""

import re
from collections.abc import Iterator

from gkstd.checks.base import Context
from gkstd.checks.written import nothing_written
from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import service as codes
from gkstd.model.durations import Span, span
from gkstd.model.service import Service, Term
from gkstd.model.values.limit import Duration, exceeds

NINE = (
    ("content", Text("服务内容", "what is offered")),
    ("basis", Text("审批依据", "basis")),
    ("conditions", Text("申报条件", "conditions")),
    ("materials", Text("申报材料", "materials")),
    ("steps", Text("办理程序", "procedure")),
    ("promise", Text("承诺期限", "promise")),
    ("fee", Text("收费标准", "fee")),
    ("result", Text("受理结果", "result")),
    ("complaints", Text("投诉渠道", "complaints")),
)
"""Field and name of each; the names are those the county made known."""

_VAGUE = re.compile(
    r"其他(?:有关|相关|需要|必要)?的?(?:证明)?(?:材料|资料|文件)|(?:有关|相关)(?:证明|材料|资料|文件)|等(?:材料|资料|证明|文件)$"
)
_WRITE = Text(
    "逐项补上；没有内容的写 无，不收费的写 不收费；投诉渠道可以写在本指南开头，各事项共用",
    "add each; write 无 where there is nothing and 不收费 where nothing is charged; complaints may stand once for the guide",
)


def disclosures_missing(ctx: Context) -> Iterator[Diagnostic]:
    """One finding for each service that lacks any."""
    for service in ctx.project.services.values():
        lacking = [(field, name) for field, name in NINE if not _has(ctx, service, field)]
        if lacking:
            yield codes.DISCLOSURE_MISSING.at(
                ctx.places.span("service", service.id, "title"),
                hints=(
                    Text(
                        f"字段：{'、'.join(field for field, _ in lacking)}",
                        f"fields: {', '.join(f for f, _ in lacking)}",
                    ),
                    _WRITE,
                ),
                title=service.title,
                count=len(lacking),
                missing="、".join(name.zh for _, name in lacking),
            )


def _has(ctx: Context, service: Service, field: str) -> bool:
    """Whether anything was written; what was and could not be read has been reported where it was read."""
    if field == "complaints":  # of the guide, perhaps
        return bool(service.complaints)
    fields = (field, "process") if field == "steps" else (field,)
    return any(not nothing_written(ctx.places, "service", service.id, name) for name in fields)


def promise_broken(ctx: Context) -> Iterator[Diagnostic]:
    """Promises that are surely longer than the law allows, or other than those of the process."""
    for service in ctx.project.services.values():
        promise, statutory = _duration(service.promise), _duration(service.statutory)
        if promise and statutory and exceeds(promise, statutory):
            yield codes.SERVICE_PROMISE.at(
                ctx.places.span("service", service.id, "promise"),
                labels=((ctx.places.span("service", service.id, "statutory"), Text("法定期限", "the statutory term")),),
                hints=(Text("承诺不能比法定的时间长：核对两个数", "a promise may not exceed the law: check both"),),
                promise=promise.text,
                statutory=statutory.text,
            )
        yield from _against_process(ctx, service)


def _against_process(ctx: Context, service: Service) -> Iterator[Diagnostic]:
    process = ctx.project.processes.get(service.process)
    if process is None:
        return
    pairs = (
        ("promise", Text("承诺期限", "promise"), service.promise, process.promise),
        ("statutory", Text("法定期限", "statutory term"), service.statutory, process.statutory),
    )
    for field, name, own, its in pairs:
        here = _duration(own)
        if here and its and (here.number, here.unit, here.extension) != (its.number, its.unit, its.extension):
            yield codes.OTHER_PROMISE.at(
                ctx.places.span("service", service.id, field),
                labels=((ctx.places.span("process", process.id, field), Text("流程里的", "in the process")),),
                hints=(Text("一个事项只能有一个期限：改其中一处", "one service has one term: mend one of the two"),),
                which_zh=name.zh,
                which_en=name.en,
                here=here.text,
                there=its.text,
                process=process.title,
            )


def stages_exceed(ctx: Context) -> Iterator[Diagnostic]:
    """Stages that add up to more than the promise; only where all are counted in its unit."""
    for service in ctx.project.services.values():
        promise = _duration(service.promise)
        limits = [_duration(stage.limit) for stage in service.steps]
        total = sum((span(one) for one in limits), Span())
        if promise is None or promise.unit is None or promise.number is None:
            continue
        taken = total.number(promise.unit)
        if taken is not None and taken > promise.number + (promise.extension or 0):
            yield codes.STAGES_EXCEED.at(
                ctx.places.span("service", service.id, "promise"),
                hints=(
                    Text(
                        "法律不计入的环节移到 excluded；否则改时限或承诺",
                        "move what the law leaves out to `excluded`; otherwise mend a limit or the promise",
                    ),
                ),
                total=total.text,
                promise=promise.text,
            )


def fee_unfounded(ctx: Context) -> Iterator[Diagnostic]:
    """Fees that rest on nothing."""
    for service in ctx.project.services.values():
        for at, fee in enumerate(service.fees):
            if nothing_written(ctx.places, "service", service.id, "fee", at, "basis"):
                yield codes.FEE_UNFOUNDED.at(
                    ctx.places.span("service", service.id, "fee", at, "name"),
                    hints=(
                        Text(
                            "在 basis 里写收费依据；没有依据的不能收，改写 不收费",
                            "give the basis; without one nothing may be charged: write 不收费",
                        ),
                    ),
                    fee=fee.name,
                )


def vague_material(ctx: Context) -> Iterator[Diagnostic]:
    """Materials nobody can bring, because nobody knows what they are."""
    for service in ctx.project.services.values():
        for at, material in enumerate(service.materials):
            found = _VAGUE.search(material.name)
            if found:
                place = ctx.places.span("service", service.id, "materials", at)
                named = ctx.places.span("service", service.id, "materials", at, "name")
                yield codes.VAGUE_MATERIAL.at(
                    named if named != place else place,
                    hints=(
                        Text(
                            "写出文书的名称；只在某种情形下要的写 when",
                            "name the document; use `when` for one wanted in some cases only",
                        ),
                    ),
                    material=material.name,
                    word=found[0],
                )


def _duration(term: Term | None) -> Duration | None:
    return term.duration if term else None
