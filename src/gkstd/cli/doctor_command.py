"""`gkstd doctor`: what this machine lacks, and the one command that mends it."""

import click

from gkstd.cli.lang import LANG, say
from gkstd.cli.options import OneOf
from gkstd.cli.outcome import Exit


@click.command(
    "doctor", help=say("检查本机缺什么，给出补装命令。", "Say what this machine lacks, with the command that mends it.")
)
@click.option("--format", "form", type=OneOf(["table", "json"]), default="table", help=say("格式", "format"))
@click.pass_context
def command(ctx: click.Context, form: str) -> None:
    """See the help text above."""
    from gkstd.build import doctor
    from gkstd.cli import table

    findings = list(doctor.examine())
    mend = doctor.command(findings)
    missing = [f for f in findings if not f.ok]
    if form == "json":
        listed = [{"name": f.name, "ok": f.ok, "found": f.found, "packages": f.packages} for f in findings]
        click.echo(table.as_json({"schema_version": 1, "ok": not missing, "command": mend, "findings": listed}))
    else:
        needed, status, purpose = say("需要", "needed"), say("状态", "state"), say("用途", "for")
        absent = say("× 缺少", "× missing")
        rows = [{needed: f.name, status: f.found or absent, purpose: f.purpose[LANG]} for f in findings]
        click.echo(table.as_table(rows, [needed, status, purpose]))
        if mend:
            click.echo(say(f"请运行：{mend}", f"run: {mend}"))
        elif missing:
            click.echo(say("重新安装 gkstd 即可补齐：make build", "installing gkstd anew mends this: make build"))
        else:
            click.echo(say("什么都不缺", "nothing is missing"))
    ctx.exit(Exit.ENVIRONMENT if missing else Exit.OK)
