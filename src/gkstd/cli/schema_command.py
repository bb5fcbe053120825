"""`gkstd schema KIND`: JSON Schema for editors."""

import click

from gkstd.cli.lang import say
from gkstd.cli.options import OneOf
from gkstd.source.schema import names


@click.command(
    "schema",
    help=say(
        "打印一类源文件的 JSON Schema（draft-07），供编辑器补全和检查。",
        "Print the JSON Schema (draft-07) of one kind of source file, for completion in editors.",
    ),
)
@click.argument("kind", type=OneOf(names()))
def command(kind: str) -> None:
    """See the help text above."""
    from gkstd.cli import table
    from gkstd.source.schema import json_schema

    click.echo(table.as_json(json_schema(kind)))
