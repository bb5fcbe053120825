"""`gkstd list KIND`: what the project holds, for people and for scripts."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gkstd.cli.lang import guess, say
from gkstd.cli.loading import loaded_or_exit
from gkstd.cli.options import OneOf, project_option
from gkstd.model.rows import KINDS

if TYPE_CHECKING:
    from gkstd.model.project import Project


@click.command("list", help=say("列出一类内容。", "List one kind of content."))
@click.argument("kind", type=OneOf(list(KINDS)))
@project_option
@click.option("--format", "form", type=OneOf(["table", "json", "csv"]), default="table", help=say("格式", "format"))
@click.option(
    "--unconfirmed", is_flag=True, help=say("只列有待核内容的", "only those with values still to be confirmed")
)
@click.option(
    "--outline",
    metavar="ID",
    help=say(
        "用文字写出一个流程：逐步写明谁、做什么、时限、下一步",
        "a process in words: who, what, limit and next, step by step",
    ),
)
@click.pass_context
def command(ctx: click.Context, kind: str, root: Path, form: str, unconfirmed: bool, outline: str | None) -> None:
    """See the help text above."""
    from gkstd.cli import table

    if outline and kind != "processes":
        raise click.BadParameter(say("只用于 processes", "for processes only"), param_hint="--outline")
    project = loaded_or_exit(ctx, root).project
    assert project is not None  # noqa: S101
    if outline:
        click.echo(_outline(project, outline))
        return
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


def _outline(project: "Project", id: str) -> str:
    from gkstd.cli.outline import outline
    from gkstd.render.views.process import process_view

    if id not in project.processes:
        hint = guess(id, project.processes, "看")
        raise click.BadParameter(say(f"没有流程 {id}", f"there is no process {id}") + hint, param_hint="--outline")
    return outline(process_view(project, id)[0])
