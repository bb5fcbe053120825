"""GK403, GK405: every step is on a way from the start to an end.

Says nothing about a process whose starts, ends or targets are themselves at fault: that is reported already, and
everything after it would follow from it.
"""

from collections.abc import Iterator

from gkstd.checks.base import Context
from gkstd.checks.graph import Astray, astray, edges, reverse
from gkstd.checks.steps import At, by_id, ends, entire, lost_exits, starts
from gkstd.checks.wording import SHOWN, Label
from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import process as codes
from gkstd.model.process import Process


def unreachable(ctx: Context) -> Iterator[Diagnostic]:
    """One finding for each step, or closed loop, that nothing leads into."""
    for process in entire(ctx):
        table, first = by_id(process), [one.step.id for one in starts(process)]
        if not first or lost_exits(process):
            continue
        for lost in astray(reverse(edges(process)), first):
            one = table[lost.step]
            yield codes.UNREACHABLE.at(
                one.place(ctx, "id"),
                labels=_also(ctx, table, lost, Text("因此也走不到这里", "nor, therefore, this")),
                hints=(
                    Text(
                        f"在它的前一步写上 next: {one.step.id}，或删去这个步骤",
                        f"write `next: {one.step.id}` in the step before it, or delete it",
                    ),
                ),
                step=one.step.title,
            )


def dead_end(ctx: Context) -> Iterator[Diagnostic]:
    """One finding for each step without a way on, and one for each loop without a way out."""
    for process in entire(ctx):
        table = by_id(process)
        for lost in astray(edges(process), _goals(process)) if ends(process) else ():
            one = table[lost.step]
            yield codes.DEAD_END.at(
                one.place(ctx, "next", key=True) if one.step.exits else one.place(ctx, "id"),
                labels=_also(ctx, table, lost, Text("从这里也走不到结束", "nor from this")) if one.step.exits else (),
                hints=(_way_out(one),),
                step=one.step.title,
            )


def _goals(process: Process) -> list[str]:
    """Ends, and steps with an exit to nowhere, of which one cannot say where they lead."""
    return [one.step.id for one in ends(process)] + [one.step.id for one, _, _ in lost_exits(process)]


def _way_out(one: At) -> Text:
    if one.step.exits:
        return Text(
            "这些步骤只在彼此之间循环：给其中一步加一个通向结束的出口",
            "these steps only go round: add an exit that leads to an end",
        )
    return Text("写上 next，或者写 kind: end", "write `next`, or make it `kind: end`")


def _also(ctx: Context, table: dict[str, At], lost: Astray, text: Text) -> tuple[Label, ...]:
    others = sorted((table[id] for id in lost.others), key=lambda one: one.at)
    return tuple((one.place(ctx, "id"), text) for one in others[:SHOWN])
