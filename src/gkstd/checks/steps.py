"""Places and small facts of process steps that several checks need.

In: a process. Out: steps with their positions, and places. Never reports.
"""

from collections.abc import Iterator

from msgspec import Struct

from gkstd.checks.base import Context
from gkstd.checks.written import member
from gkstd.model.process import Exit, Process, Step
from gkstd.text import Span


class At(Struct, frozen=True):
    """A step, its process, and its position there (from 0)."""

    process: Process
    at: int
    step: Step

    def place(self, ctx: Context, *path: str | int, key: bool = False) -> Span:
        """The place of a value of the step."""
        return ctx.places.span("step", f"{self.process.id}/{self.step.id}", *path, key=key)

    def exit_place(self, ctx: Context, number: int, exit: Exit) -> Span:
        """The place of a target: under its condition, at its position in a list, or the only one."""
        return member(ctx.places, "step", f"{self.process.id}/{self.step.id}", "next", exit.label or number)

    def exits_place(self, ctx: Context) -> Span:
        """Where the exits are written, or else the step's kind, which asks for them."""
        return self.place(ctx, "next", key=True) if self.step.exits else self.place(ctx, "kind")


def entire(ctx: Context) -> Iterator[Process]:
    """The processes of which no step was refused: in the others a gap would be taken for a fault of the graph."""
    for process in ctx.project.processes.values():
        if ctx.places.span("process", process.id).file not in ctx.gaps:
            yield process


def steps(process: Process) -> Iterator[At]:
    """The steps in source order."""
    for at, step in enumerate(process.steps):
        yield At(process, at, step)


def by_id(process: Process) -> dict[str, At]:
    """Steps by id; the first of two with one id counts."""
    table: dict[str, At] = {}
    for one in steps(process):
        table.setdefault(one.step.id, one)
    return table


def starts(process: Process) -> list[At]:
    """The starts."""
    return [one for one in steps(process) if one.step.kind == "start"]


def ends(process: Process) -> list[At]:
    """The ends."""
    return [one for one in steps(process) if one.step.kind == "end"]


def lost_exits(process: Process) -> list[tuple[At, int, Exit]]:
    """Exits to steps that do not exist, with their positions."""
    known = {step.id for step in process.steps}
    return [
        (one, number, exit)
        for one in steps(process)
        for number, exit in enumerate(one.step.exits)
        if exit.target not in known
    ]
