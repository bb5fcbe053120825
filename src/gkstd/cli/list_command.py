"""`gkstd list KIND`: what the project holds, for people and for scripts."""

from pathlib import Path

import click

from gkstd.cli.lang import say
from gkstd.cli.loading import loaded_or_exit
from gkstd.cli.options import project_option
from gkstd.model.rows import KINDS


@click.command("list", help=say("列出一类内容。", "List one kind of content."))
@click.argument("kind", type=click.Choice(list(KINDS)))
@project_option
@click.option(
    "--format", "form", type=click.Choice(["table", "json", "csv"]), default="table", help=say("格式", "format")
)
@click.option(
    "--unconfirmed", is_flag=True, help=say("只列有待核内容的", "only those with values still to be confirmed")
)
@click.pass_context
def command(ctx: click.Context, kind: str, root: Path, form: str, unconfirmed: bool) -> None:
    """See the help text above."""
    from gkstd.cli import table

    project = loaded_or_exit(ctx, root).project
    assert project is not None  # noqa: S101
    rows = [row for row in KINDS[kind](project) if row["unconfirmed"] or not unconfirmed]
    if form == "json":
        click.echo(table.as_json(rows))
        return
    columns = list(rows[0]) if rows else []
    if not unconfirmed and form == "table":
        columns = [c for c in columns if c != "unconfirmed" and any(row[c] not in ("", (), []) for row in rows)]
    if rows:
        click.echo(table.as_csv(rows, columns) if form == "csv" else table.as_table(rows, columns))
    if form == "table":
        click.echo(say(f"共 {len(rows)} 条", f"{len(rows)} in all"), err=True)
