"""`gkstd clean`: delete what a build made, and nothing else."""

from pathlib import Path

import click

from gkstd.cli.lang import say
from gkstd.cli.options import project_option


@click.command(
    "clean",
    help=say("删除 build/ 里由 gkstd 生成的文件和缓存。", "Delete the files gkstd made in build/, and the cache."),
)
@project_option
@click.option("--cache-only", is_flag=True, help=say("只删缓存", "the cache only"))
def command(root: Path, cache_only: bool) -> None:
    """See the help text above."""
    from gkstd.build.clean import clean

    for name in clean(root, cache_only=cache_only):
        click.echo(say(f"已删除 {name}", f"deleted {name}"))
