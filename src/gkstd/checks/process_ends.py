"""GK401, GK402, GK407: a process starts once and ends at least once."""

from collections.abc import Iterator

from gkstd.checks.base import Context
from gkstd.checks.steps import ends, entire, starts
from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import process as codes
from gkstd.model.process import Process


def process_ends(ctx: Context) -> Iterator[Diagnostic]:
    """One finding for each missing start or end, one for all the surplus starts of a process."""
    for process in entire(ctx):
        place = ctx.places.span("process", process.id, "title")
        if not starts(process):
            hint = Text("给第一个步骤写上 kind: start", "give the first step `kind: start`")
            yield codes.NO_START.at(place, hints=(hint,), title=process.title)
        if not ends(process):
            hint = Text("给最后的步骤写上 kind: end，并去掉它的 next", "give the last step `kind: end` and no `next`")
            yield codes.NO_END.at(place, hints=(hint,), title=process.title)
        yield from _several(ctx, process)


def _several(ctx: Context, process: Process) -> Iterator[Diagnostic]:
    if len(starts(process)) < 2:
        return
    first, *more = starts(process)
    label = Text("第一个开始", "the first start")
    yield codes.SEVERAL_STARTS.at(
        more[0].place(ctx, "kind"),
        labels=((first.place(ctx, "kind"), label),),
        hints=(
            Text(
                "只留一个 start，其余写成普通步骤；确有两种开头的，开始之后用判断分开，或拆成两个流程",
                "keep one start; where there are two ways in, part them by a decision after it, or write two processes",
            ),
        ),
        title=process.title,
        count=len(more) + 1,
    )
