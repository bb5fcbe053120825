"""GK411, GK426: titles of steps as a reader of the chart meets them: two that are the same, and texts that would be cut."""

from collections.abc import Iterator

from gkstd.checks.base import Context
from gkstd.checks.steps import At, steps
from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import process as codes
from gkstd.model.values.fold import fold
from gkstd.text import Span

BARE = frozenset(("start", "end"))
LONGEST_TITLE, LONGEST_CONDITION = 16, 12
"""In characters: what the narrowest symbols and labels of a printed chart hold."""
_TOLD = 12


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


def long_texts(ctx: Context) -> Iterator[Diagnostic]:
    """One finding for each title and each condition that a chart on paper would cut."""
    for process in ctx.project.processes.values():
        for one in steps(process):
            if len(one.step.title) > LONGEST_TITLE:
                yield _too_long(one.place(ctx, "title"), one.step.title, LONGEST_TITLE)
            for number, exit in enumerate(one.step.exits):
                if len(exit.label) > LONGEST_CONDITION:
                    yield _too_long(one.exit_place(ctx, number, exit), exit.label, LONGEST_CONDITION)


def _too_long(place: Span, text: str, most: int) -> Diagnostic:
    hints = (Text("写短些，其余写进 note", "make it shorter, and put the rest into `note`"),)
    return codes.TEXT_TOO_LONG.at(place, hints=hints, text=f"{text[:_TOLD]}…", count=str(len(text)), most=str(most))
