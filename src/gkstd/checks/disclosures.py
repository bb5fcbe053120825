"""GK412, GK413: what an item says of its process and what the steps say of the items they disclose must agree."""

from collections.abc import Iterator

from gkstd.checks.base import Context
from gkstd.checks.steps import steps
from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import process as codes
from gkstd.model.process import Process
from gkstd.model.project import Project


def never_disclosed(ctx: Context) -> Iterator[Diagnostic]:
    """Items whose process, with the processes it calls, discloses them at no step."""
    for item in ctx.project.items.values():
        process = ctx.project.processes.get(item.process)
        if process is None or item.id in _disclosed(ctx.project, process) or _gaps(ctx, process):
            continue
        yield codes.NEVER_DISCLOSED.at(
            ctx.places.span("item", item.id, "process"),
            labels=((ctx.places.span("process", process.id, "title"), Text("这个流程", "the process")),),
            hints=(
                Text(
                    f"在公开它的那一步写 discloses: [{item.id}]；不按这个流程公开的，去掉 process",
                    f"write `discloses: [{item.id}]` at the step that does it, or take `process` away here",
                ),
            ),
            item=item.title,
            process=process.title,
        )


def other_process(ctx: Context) -> Iterator[Diagnostic]:
    """Steps that disclose an item of another process, unless one of the two processes calls the other."""
    for process in ctx.project.processes.values():
        mine = _called(ctx.project, process)
        for one in steps(process):
            for at, id in enumerate(one.step.discloses):
                item = ctx.project.items.get(id)
                owner = ctx.project.processes.get(item.process) if item else None
                if item is None or owner is None or owner.id in mine or process.id in _called(ctx.project, owner):
                    continue
                yield codes.OTHER_PROCESS.at(
                    one.place(ctx, "discloses", at),
                    labels=((ctx.places.span("item", item.id, "process"), Text("事项写的流程", "the item says")),),
                    hints=(
                        Text(
                            f"核对后改其一：事项写 process: {process.id}，或从这一步去掉 {item.id}",
                            f"mend one of them: `process: {process.id}` in the item, or no `{item.id}` here",
                        ),
                    ),
                    step=one.step.title,
                    item=item.title,
                    process=owner.title,
                )


def _gaps(ctx: Context, process: Process) -> bool:
    """Whether a step of the process, or of one it calls, was refused: it may be the one that discloses the item."""
    called = _called(ctx.project, process)
    return any(ctx.places.span("process", id).file in ctx.gaps for id in called)


def _disclosed(project: Project, process: Process) -> set[str]:
    return {item for called in _called(project, process).values() for step in called.steps for item in step.discloses}


def _called(project: Project, process: Process) -> dict[str, Process]:
    """The process and, through its steps, those it calls."""
    found, ahead = {process.id: process}, [process]
    while ahead:
        ids = [step.process for step in ahead.pop().steps if step.process in project.processes]
        fresh = {id: project.processes[id] for id in ids if id not in found}
        found |= fresh
        ahead += fresh.values()
    return found
