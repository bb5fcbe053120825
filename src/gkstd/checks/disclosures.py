"""GK412, GK413: what an item says of its process and what the steps say of the items they disclose must agree."""

from collections.abc import Iterator

from gkstd.checks.base import Context
from gkstd.checks.steps import At, steps
from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import process as codes
from gkstd.model.item import Item
from gkstd.model.process import Process


class _Calls:
    """Which processes each process calls through its steps, worked out once for each that is asked about."""

    def __init__(self, ctx: Context) -> None:
        self.ctx, self.table = ctx, ctx.project.processes
        self._called: dict[str, dict[str, Process]] = {}
        self._disclosed: dict[str, frozenset[str]] = {}

    def called(self, process: Process) -> dict[str, Process]:
        """The process itself and all it calls, directly or not."""
        if process.id not in self._called:
            found, ahead = {process.id: process}, [process]
            while ahead:
                ids = [step.process for step in ahead.pop().steps if step.process in self.table]
                fresh = {id: self.table[id] for id in ids if id not in found}
                found |= fresh
                ahead += fresh.values()
            self._called[process.id] = found
        return self._called[process.id]

    def disclosed(self, process: Process) -> frozenset[str]:
        """Items disclosed by the process or by one it calls."""
        if process.id not in self._disclosed:
            steps = (step for called in self.called(process).values() for step in called.steps)
            self._disclosed[process.id] = frozenset(item for step in steps for item in step.discloses)
        return self._disclosed[process.id]

    def gaps(self, process: Process) -> bool:
        """Whether a step of the process, or of one it calls, was refused: it may be the one that discloses the item."""
        places = self.ctx.places
        return any(places.span("process", id).file in self.ctx.gaps for id in self.called(process))


def never_disclosed(ctx: Context) -> Iterator[Diagnostic]:
    """Items whose process, with the processes it calls, discloses them at no step."""
    calls = _Calls(ctx)
    for item in ctx.project.items.values():
        process = ctx.project.processes.get(item.process)
        if process and item.id not in calls.disclosed(process) and not calls.gaps(process):
            yield _never(ctx, item, process)


def _never(ctx: Context, item: Item, process: Process) -> Diagnostic:
    return codes.NEVER_DISCLOSED.at(
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
    calls = _Calls(ctx)
    for process in ctx.project.processes.values():
        for one in steps(process):
            for at, id in enumerate(one.step.discloses):
                item = ctx.project.items.get(id)
                owner = ctx.project.processes.get(item.process) if item else None
                if item and owner and owner.id not in calls.called(process) and process.id not in calls.called(owner):
                    yield _other(ctx, one, at, item, owner)


def _other(ctx: Context, one: At, at: int, item: Item, owner: Process) -> Diagnostic:
    return codes.OTHER_PROCESS.at(
        one.place(ctx, "discloses", at),
        labels=((ctx.places.span("item", item.id, "process"), Text("事项写的流程", "the item says")),),
        hints=(
            Text(
                f"核对后改其一：事项写 process: {one.process.id}，或从这一步去掉 {item.id}",
                f"mend one of them: `process: {one.process.id}` in the item, or no `{item.id}` here",
            ),
        ),
        step=one.step.title,
        item=item.title,
        process=owner.title,
    )
