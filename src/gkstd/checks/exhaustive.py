"""GK423: a decision that asks 是否 must say what happens in both cases."""

from collections.abc import Iterator

from gkstd.checks.base import Context
from gkstd.checks.steps import steps
from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import process as codes
from gkstd.model.values.fold import fold

PAIRS = (("是", "否"), ("有", "没有"), ("能", "不能"))
OTHER = {"有": ("无",), "能": ("否",), "否": ("能",)}
"""Other words that answer for the missing one."""


def exhaustive(ctx: Context) -> Iterator[Diagnostic]:
    """One finding for each decision with one half of a pair only. With three exits and more the editor has thought of it."""
    for process in ctx.project.processes.values():
        for one in steps(process):
            labels = [fold(exit.label).text for exit in one.step.exits]
            if one.step.kind != "decision" or len(labels) != 2 or len(set(labels)) < 2:
                continue
            gap = next((gap for label in labels if (gap := _gap(label, labels))), None)
            if gap:
                yield codes.NOT_EXHAUSTIVE.at(
                    one.exits_place(ctx),
                    hints=(
                        Text(
                            "两种情形都要写；另有说法的，把两个条件写成相对的词",
                            "name both cases, with words that answer each other",
                        ),
                    ),
                    step=one.step.title,
                    label=gap[0],
                    missing=gap[1],
                )


def _gap(label: str, labels: list[str]) -> tuple[str, str] | None:
    """The label and its missing half: 是 wants 否."""
    for pair in PAIRS:
        if label in pair:
            wanted = pair[1 - pair.index(label)]
            if wanted not in labels and not any(word in labels for word in OTHER.get(label, ())):
                return label, wanted
            return None
    return None
