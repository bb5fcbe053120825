"""GK406, GK410: each step stands in a lane that is listed, and each lane listed holds a step."""

from collections.abc import Iterator

from gkstd.checks.base import Context
from gkstd.checks.steps import At, entire, steps
from gkstd.checks.wording import GUESSES
from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import process as codes
from gkstd.model.hints import did_you_mean
from gkstd.model.process import Process


def lanes(ctx: Context) -> Iterator[Diagnostic]:
    """Unknown lanes, or else empty ones: a misspelt lane leaves the right one empty."""
    for process in entire(ctx):
        listed = [lane.written for lane in process.lanes]
        unknown = [one for one in steps(process) if one.step.lane and one.step.lane not in listed]
        for count, one in enumerate(unknown):
            near = did_you_mean(one.step.lane, listed) if count < GUESSES else ()
            yield _unknown(ctx, one, near)
        if not unknown:
            yield from _empty(ctx, process)


def _unknown(ctx: Context, one: At, near: tuple[Text, ...]) -> Diagnostic:
    add = Text(
        f"把“{one.step.lane}”加进 lanes，或改用其中一个", f"add `{one.step.lane}` to `lanes`, or use one of them"
    )
    return codes.UNKNOWN_LANE.at(
        one.place(ctx, "lane"),
        labels=((ctx.places.span("process", one.process.id, "lanes", key=True), Text("泳道列在这里", "the lanes")),),
        hints=near or (add,),
        step=one.step.title,
        lane=one.step.lane,
    )


def _empty(ctx: Context, process: Process) -> Iterator[Diagnostic]:
    used = {step.lane for step in process.steps}
    for at, lane in enumerate(process.lanes):
        if lane.written not in used:
            yield codes.EMPTY_LANE.at(
                ctx.places.span("process", process.id, "lanes", at),
                hints=(Text("给它安排步骤，或从 lanes 里去掉", "give it a step, or take it out of `lanes`"),),
                lane=lane.written,
            )
