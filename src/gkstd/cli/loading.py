"""For commands that show the project rather than its faults: load it, or say what is in the way."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gkstd.cli.lang import say
from gkstd.cli.options import report
from gkstd.cli.outcome import Exit

if TYPE_CHECKING:
    from gkstd.source.load import Loaded


def loaded_or_exit(ctx: click.Context, root: Path) -> "Loaded":
    """The project; faults of the source are shown and end the run, since a list made from half a project misleads."""
    from gkstd.build.look import project
    from gkstd.diagnostics import Severity

    loaded = project(root)
    errors = [d for d in loaded.diagnostics if d.severity is Severity.ERROR]
    if errors:
        report(errors, loaded.files, "human", "error", False, None)
        click.echo(say("先改正以上错误（gkstd check）", "mend these first (gkstd check)"), err=True)
        ctx.exit(Exit.DIAGNOSTICS)
    return loaded
