"""`gkstd serve`: the site on this machine, built again as the sources change."""

import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gkstd.cli.lang import LANG, say
from gkstd.cli.options import PROJECT, project_option, report, wants_colour
from gkstd.cli.outcome import Exit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gkstd.diagnostics import Diagnostic
    from gkstd.diagnostics.format import Files
    from gkstd.serve.loop import Built, Event

PORT = 8610
NAMED = 3


@click.command(
    "serve",
    help=say(
        "在本机预览网站：编译后边改边看。源文件或模板一变，就只重编变了的，页面自动刷新；有错误时显示在页面上，页面保持上一次的样子。"
        "只有本机能打开。按 Ctrl-C 结束。",
        "Preview the site on this machine while you edit: when a source or a template changes, what it changes is built again and "
        "the page reloads; errors are shown on the page, which stays as it was. Only this machine can open it. Ctrl-C ends it.",
    ),
)
@project_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="N",
    default=PORT,
    show_default=True,
    help=say("端口；0 表示任选一个空闲的", "the port; 0 for any that is free"),
)
@click.option("--open", "browse", is_flag=True, help=say("编译好后打开浏览器", "open the browser once it is built"))
@click.option(
    "--color/--no-color",
    "colour",
    default=None,
    help=say("是否用颜色（默认：终端才用）", "colours (default: on a terminal)"),
)
@click.pass_context
def command(ctx: click.Context, root: Path, port: int, browse: bool, colour: bool | None) -> None:
    """See the help text above."""
    from gkstd.cli.progress import listener
    from gkstd.serve.loop import Preview, Ready

    def tell(event: "Event") -> None:
        if isinstance(event, Ready):
            click.echo(say(f"预览：{event.url}（Ctrl-C 结束）", f"preview: {event.url} (Ctrl-C ends it)"), err=True)
            if browse:
                webbrowser.open(event.url)
        else:
            _say(event, wants_colour(colour, sys.stderr))

    if not (root / PROJECT).exists():
        from gkstd.source.load import load

        missing = load(root)
        ctx.exit(report(missing.diagnostics, missing.files, "human", "error", False, colour) or Exit.DIAGNOSTICS)
    with listener(False) as progress:
        Preview(root, LANG, tell).run(port, progress)


def _say(event: "Event", colour: bool) -> None:
    """A line for each build, and under it what is wrong."""
    from gkstd.diagnostics import Severity
    from gkstd.serve.loop import Built, Refused

    if isinstance(event, Refused):
        click.echo(_changed(event.names) + say(event.error.text.zh, event.error.text.en), err=True)
    if isinstance(event, Built):
        found = [d for d in event.result.diagnostics if d.severity is not Severity.NOTE]
        _show(found, event.result.files, colour)
        click.echo(_changed(event.names) + _outcome(event), err=True)


def _show(found: "Sequence[Diagnostic]", files: "Files", colour: bool) -> None:
    from gkstd.diagnostics.format import human

    if found:
        click.echo(human(found, files, LANG, colour), err=True, color=True)


def _changed(names: tuple[str, ...]) -> str:
    """`standards/items/tax.yaml：`, or the first few of many."""
    from gkstd.diagnostics.format import printable

    if not names:
        return ""
    more = len(names) - NAMED
    listed = say("、", ", ").join(printable(name) for name in names[:NAMED])
    return listed + (say(f"等 {len(names)} 个文件", f" and {more} more") if more > 0 else "") + say("：", ": ")


def _outcome(event: "Built") -> str:
    from gkstd.diagnostics.format import summary

    result, took = event.result, say(f"（{event.seconds:.1f} 秒）", f" ({event.seconds:.1f} s)")
    errors = [d for d in result.diagnostics if d.severity.value == "error"]
    if errors:
        return summary(errors, LANG) + say("，页面保持上一次的样子", "; the pages stay as they were") + took
    written, gone = len(result.written), len(result.pruned)
    if not written and not gone:
        return say("网站没有变化", "nothing changes on the site") + took
    more = say(f"，删除 {gone} 个", f", {gone} removed") if gone else ""
    return say(f"写入 {written} 个文件", f"{written} files written") + more + took
