"""GK411: two steps of a process with one title, which no reader of the chart can tell apart."""

from collections.abc import Iterator

from gkstd.checks.base import Context
from gkstd.checks.steps import At, steps
from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import process as codes
from gkstd.model.values.fold import fold

BARE = frozenset(("start", "end"))


def step_titles(ctx: Context) -> Iterator[Diagnostic]:
    """One finding for each repeated title. Several ends may bear one title: charts print 结束 more than once."""
    for process in ctx.project.processes.values():
        seen: dict[str, At] = {}
        for one in steps(process):
            first = seen.setdefault(fold(one.step.title).text, one)
            if first is one or (one.step.kind in BARE and first.step.kind in BARE):
                continue
            yield codes.SAME_TITLE.at(
                one.place(ctx, "title"),
                labels=((first.place(ctx, "title"), Text("先前的步骤", "the earlier step")),),
                hints=(Text("写明两步有何不同，如“再次公示”", "say how they differ, as in 再次公示"),),
                step=one.step.title,
            )
