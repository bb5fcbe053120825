"""GK409: `next` names a step that the process does not have."""

from collections.abc import Iterator

from gkstd.checks.base import Context
from gkstd.checks.steps import entire, lost_exits
from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import process as codes
from gkstd.model.values.nearest import nearest


def step_targets(ctx: Context) -> Iterator[Diagnostic]:
    """One finding for each exit that leads nowhere."""
    for process in entire(ctx):
        ids = [step.id for step in process.steps]
        for one, number, exit in lost_exits(process):
            near = nearest(exit.target, ids)
            hint = (
                Text(f"是不是“{'”“'.join(near)}”？", f"did you mean {' or '.join(f'`{id}`' for id in near)}?")
                if near
                else Text(f"现有步骤：{'、'.join(ids[:12])}", f"the steps are: {', '.join(ids[:12])}")
            )
            yield codes.UNKNOWN_STEP.at(one.exit_place(ctx, number, exit), hints=(hint,), target=exit.target)
