"""`gkstd check`: everything that is wrong, in one run. Changes no source unless `--fix` is given; needs no system library."""

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
    from gkstd.build.look import look
    from gkstd.diagnostics.format import summary

    looked = look(root, on)
    if fix and not shown:
        looked = fixed(root, on, looked)
    if shown:
        show(looked)
        ctx.exit(Exit.OK)
    found = looked.found
    code = report(found, looked.files, form, fail_on, strict, colour, aside=False)
    if form == "human":
        click.echo(summary(found, LANG), err=True)
    ctx.exit(code)
