"""GK409: `next` names a step that the process does not have."""

from collections.abc import Iterator

from gkstd.checks.base import Context
from gkstd.checks.steps import entire, lost_exits
from gkstd.checks.wording import GUESSES
from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import process as codes
from gkstd.model.hints import did_you_mean


def step_targets(ctx: Context) -> Iterator[Diagnostic]:
    """One finding for each exit that leads nowhere."""
    for process in entire(ctx):
        ids = [step.id for step in process.steps]
        listed = Text(f"现有步骤：{'、'.join(ids[:12])}", f"the steps are: {', '.join(ids[:12])}")
        for count, (one, number, exit) in enumerate(lost_exits(process)):
            near = did_you_mean(exit.target, ids) if count < GUESSES else ()
            yield codes.UNKNOWN_STEP.at(one.exit_place(ctx, number, exit), hints=near or (listed,), target=exit.target)
