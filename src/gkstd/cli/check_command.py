"""`gkstd check`: everything that is wrong, in one run. Writes nothing unless `--fix` is given; needs no system library."""

from datetime import date
from pathlib import Path

import click

from gkstd.cli.fixing import fixed, show
from gkstd.cli.lang import LANG, say
from gkstd.cli.options import as_of_option, project_option, report, report_options
from gkstd.cli.outcome import Exit


@click.command(
    "check", help=say("检查全部源文件，一次报出所有问题。", "Check all sources and report everything at once.")
)
@project_option
@as_of_option
@click.option(
    "--fix",
    is_flag=True,
    help=say(
        "改正不需要判断的问题（标点、连接号、引用的写法），写回源文件", "mend what needs no judgement, in the sources"
    ),
)
@click.option(
    "--diff",
    "shown",
    is_flag=True,
    help=say("显示 --fix 会改什么，不写", "show what --fix would change; write nothing"),
)
@report_options
@click.pass_context
def command(
    ctx: click.Context,
    root: Path,
    on: date | None,
    fix: bool,
    shown: bool,
    form: str,
    fail_on: str,
    strict: bool,
    colour: bool | None,
) -> None:
    """See the help text above."""
    from gkstd.build.check import check
    from gkstd.diagnostics.format import summary
    from gkstd.source.load import load

    loaded = load(root)
    if fix and not shown:
        loaded, found = fixed(root, on, loaded)
    else:
        found = check(loaded, on)
    if shown:
        show(loaded, found)
        ctx.exit(Exit.OK)
    code = report(found, loaded.files, form, fail_on, strict, colour)
    if form == "human":
        click.echo(summary(found, LANG), err=True)
    ctx.exit(code)
