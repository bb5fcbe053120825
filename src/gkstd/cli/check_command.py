"""`gkstd check`: everything that is wrong, in one run. Writes nothing; needs no system library."""

from datetime import date
from pathlib import Path

import click

from gkstd.cli.lang import LANG, say
from gkstd.cli.options import as_of_option, project_option, report, report_options


@click.command(
    "check", help=say("检查全部源文件，一次报出所有问题。", "Check all sources and report everything at once.")
)
@project_option
@as_of_option
@report_options
@click.pass_context
def command(
    ctx: click.Context, root: Path, on: date | None, form: str, fail_on: str, strict: bool, colour: bool | None
) -> None:
    """See the help text above."""
    from gkstd.build.check import check
    from gkstd.diagnostics.format import summary
    from gkstd.source.load import load

    loaded = load(root)
    found = check(loaded, on)
    code = report(found, loaded.files, form, fail_on, strict, colour)
    if form == "human":
        click.echo(summary(found, LANG), err=True)
    ctx.exit(code)
