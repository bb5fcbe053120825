"""GK404, GK408: how many ways lead on from a step, and whether each says when it is taken."""

from collections.abc import Iterator

from gkstd.checks.base import Context
from gkstd.checks.steps import At, steps
from gkstd.diagnostics import Diagnostic, Severity, Text
from gkstd.diagnostics.codes import process as codes
from gkstd.model.values.fold import fold

Fault = tuple[Text, Text, Severity]

END = (
    Text("结束步骤不能再有下一步", "an end has no next step"),
    Text("去掉 next，或去掉 kind: end", "remove `next`, or `kind: end`"),
    Severity.ERROR,
)
FORKED = (
    Text("普通步骤只能有一个出口", "an ordinary step has one exit"),
    Text(
        "按条件分开的，写 kind: decision 并给每个出口写条件；同时进行的，写 kind: parallel",
        "for alternatives use `kind: decision` with a condition on each exit; for work side by side `kind: parallel`",
    ),
    Severity.ERROR,
)
ALONE = (
    Text("并行至少要有两个出口", "a parallel step has at least two exits"),
    Text("next 写成列表：next: [甲, 乙]；只有一路就用普通步骤", "write `next: [one, other]`, or use an ordinary step"),
    Severity.ERROR,
)
SAME_LABEL = (
    Text("两个出口写了同一个条件", "two exits bear the same condition"),
    Text("给每个出口写不同的条件", "give each exit a condition of its own"),
    Severity.ERROR,
)
SAME_TARGET = (
    Text("所有出口都通向同一个步骤，判断没有作用", "all exits lead to one step, so nothing is decided"),
    Text("改正其中一个出口，或去掉这个判断", "mend one of the exits, or drop the decision"),
    Severity.WARNING,
)


def step_exits(ctx: Context) -> Iterator[Diagnostic]:
    """At most one finding a step."""
    for process in ctx.project.processes.values():
        for one in steps(process):
            if not one.step.exits and ctx.places.span("process", process.id).file in ctx.gaps:
                continue  # what was written there has been refused
            if one.step.kind == "decision" and _labelled(one) < max(2, len(one.step.exits)):
                yield _unlabelled(ctx, one)
            elif fault := _fault(one):
                yield _finding(ctx, one, fault)


def _labelled(one: At) -> int:
    return sum(1 for exit in one.step.exits if exit.label)


def _unlabelled(ctx: Context, one: At) -> Diagnostic:
    hint = Text(
        "每个出口写一个条件，如 next: {是: 下一步编号, 否: 另一步编号}",
        "write a condition for each exit, as in `next: {是: one-step, 否: another-step}`",
    )
    return codes.DECISION_EXITS.at(one.exits_place(ctx), hints=(hint,), step=one.step.title, count=_labelled(one))


def _fault(one: At) -> Fault | None:
    exits, kind = one.step.exits, one.step.kind
    if kind == "end":
        return END if exits else None
    if kind == "parallel":
        return ALONE if len(exits) < 2 else None
    if kind != "decision":
        return FORKED if len(exits) > 1 else None
    if len({fold(exit.label).text for exit in exits}) < len(exits):
        return SAME_LABEL
    return SAME_TARGET if len({exit.target for exit in exits}) == 1 else None


def _finding(ctx: Context, one: At, fault: Fault) -> Diagnostic:
    why, hint, severity = fault
    return codes.STEP_EXITS.at(
        one.exits_place(ctx), hints=(hint,), severity=severity, step=one.step.title, why_zh=why.zh, why_en=why.en
    )
