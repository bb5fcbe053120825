"""The `gkstd` group: commands are imported only when called, so that `--help` costs no more than click."""

import gc
import sys
from importlib import import_module
from typing import Any

import click

from gkstd import __version__
from gkstd.cli.lang import LANGS, say
from gkstd.cli.words import metavars, speak

speak()

COMMANDS = {
    "build": say(
        "编译：手册、标准、流程图、挂图、网站、数据", "compile workbooks, standards, flowcharts, posters, site and data"
    ),
    "serve": say("边改边在浏览器里看", "preview the site while you edit"),
    "check": say("检查全部源文件", "check all sources"),
    "init": say("新建一个项目", "start a project"),
    "new": say("起草一个文件或一条事项", "write the first draft of a file or an item"),
    "explain": say("解释一个诊断代码", "explain a diagnostic code"),
    "list": say("列出事项、机构、依据等", "list items, bodies, laws and so on"),
    "stats": say("本版次的数字", "the figures of the edition"),
    "schema": say("源语言的 JSON Schema", "JSON Schema of the source language"),
    "doctor": say("检查本机缺什么", "say what this machine lacks"),
    "clean": say("删除编译结果和缓存", "delete outputs and cache"),
}


class Lazy(click.Group):
    """Finds `gkstd.cli.<name>` when the command is called; shows help from the table."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """In the order of the table, which is the order of work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command, imported now; None for an unknown name."""
        if cmd_name not in COMMANDS:
            return None
        return metavars(import_module(f"gkstd.cli.{cmd_name}_command").command)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """As click does, with the nearest command for a misspelt one."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from gkstd.model.values.nearest import nearest

            near = nearest(args[0], COMMANDS) if args else ()
            hint = say(f" 您是不是想用 {near[0]}？", f" Did you mean {near[0]}?") if near else ""
            raise click.UsageError(error.message + hint, ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list of commands without importing any of them."""
        with formatter.section(say("命令", "Commands")):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=Lazy,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=say(
        "gkstd：基层政务公开标准的编译器。源文件在 standards/，结果在 build/。",
        "gkstd: the compiler for disclosure standards. Sources are in standards/, outputs in build/.",
    ),
)
@click.version_option(__version__, prog_name="gkstd")
@click.option("--lang", type=click.Choice(LANGS), expose_value=False, help=say("输出语言", "language of the output"))
def gkstd() -> None:
    """See the help text above."""


metavars(gkstd)


def main() -> None:
    """Run, and turn whatever is not bad input into one line and an exit code."""
    from gkstd.cli.lang import without_choice
    from gkstd.cli.outcome import guarded

    sys.argv[1:] = without_choice(sys.argv[1:])  # accepted before and after the command; read when `lang` was imported
    gc.disable()  # a command that looks is over before it pays to look for garbage; `build` turns it on again
    code = guarded(gkstd)
    gc.freeze()  # nor is it worth a last look on the way out
    sys.exit(code)
