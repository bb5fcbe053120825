"""`gkstd build [TARGET…]`: check, then compile what changed."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gkstd.build.outputs import GROUPS, PRINTED
from gkstd.cli.lang import LANG, say
from gkstd.cli.options import OneOf, project_option, report, report_options
from gkstd.cli.outcome import Exit

if TYPE_CHECKING:
    from gkstd.build.pipeline import BuildResult

PROFILES = ("screen", "office", "press")


@click.command(
    "build",
    help=say(
        "编译手册、标准、流程图、挂图、网站和数据（默认全部）到 build/。有错误时不编译，上一次的结果保持原样。",
        "Compile workbooks, standards, flowcharts, posters, site and data (all by default) into build/. "
        "With errors in the sources nothing is compiled and the last outputs stay.",
    ),
)
@click.argument("groups", nargs=-1, type=OneOf(GROUPS))
@project_option
@click.option(
    "--only",
    multiple=True,
    metavar="ID",
    help=say("只编译这个编号的内容（可写多次）", "only the content of this id (may be repeated)"),
)
@click.option(
    "--profile",
    type=OneOf(PROFILES),
    default=None,
    help=say(
        "用途：屏幕、办公打印（另出小册子）、付印（出血、裁切线、印前检查）；默认见 gkstd.yaml。后两种写到 build-office/、build-press/",
        "for the screen, an office printer (with a booklet) or the press (bleed, crop marks, preflight); "
        "default: gkstd.yaml. The latter two go to build-office/ and build-press/",
    ),
)
@click.option(
    "--release",
    is_flag=True,
    help=say(
        "定版：不印“草案”；有待核、待填的内容或没提交的改动就不生成",
        "release: no draft mark; refused while values are unconfirmed, placeholders are left or changes are not committed",
    ),
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1, 256),
    metavar="N",
    default=None,
    help=say("同时几个进程（默认：处理器数）", "processes at once (default: processors)"),
)
@click.option("-q", "--quiet", is_flag=True, help=say("不显示进度", "no progress"))
@report_options
@click.pass_context
def command(
    ctx: click.Context,
    groups: tuple[str, ...],
    root: Path,
    only: tuple[str, ...],
    profile: str | None,
    release: bool,
    jobs: int | None,
    quiet: bool,
    form: str,
    fail_on: str,
    strict: bool,
    colour: bool | None,
) -> None:
    """See the help text above."""
    import gc

    from gkstd.build.pipeline import build
    from gkstd.cli.progress import listener
    from gkstd.diagnostics import Severity

    gc.enable()  # rendering may take long, in this process too
    with listener(quiet or form == "json") as on_event:
        result = build(
            root,
            groups or (PRINTED if profile in PROFILES[1:] else GROUPS),
            only=only,
            profile=profile or "",
            release=release,
            jobs=jobs or 0,
            on_event=on_event,
        )
    if result.unknown:
        told = say("；", "; ").join(say(text.zh, text.en) for text in result.unknown)
        raise click.BadParameter(told, param_hint="--only")
    notes = [d for d in result.diagnostics if d.severity is Severity.NOTE]
    shown = (
        result.diagnostics if form == "json" or fail_on == "note" else [d for d in result.diagnostics if d not in notes]
    )
    code = report(shown, result.files, form, fail_on, strict, colour)
    if form == "human" and not quiet:
        click.echo(_summary(result) + _notes(len(notes)), err=True)
    lacking = any(d.code.startswith("GK9") and d.severity is Severity.ERROR for d in result.diagnostics)
    ctx.exit(Exit.ENVIRONMENT if lacking else code)


def _summary(result: "BuildResult") -> str:
    """One closing line: what is in the folder now, or why nothing was done."""
    if result.manifest is None:
        from gkstd.diagnostics.format import summary

        errors = [found for found in result.diagnostics if found.severity == "error"]
        return summary(errors, LANG) + say(
            "，没有编译；上一次的结果保持原样", ": nothing was compiled, the last outputs stay"
        )
    written, kept, gone = len(result.written), len(result.unchanged), len(result.pruned)
    text = say(
        f"{result.folder}/：写入 {written}，未变 {kept}，删除 {gone}",
        f"{result.folder}/: {written} written, {kept} unchanged, {gone} removed",
    )
    failed = len(result.failed)
    return (
        text + say(f"；失败 {failed}，保留上一次的结果", f"; {failed} failed, their last outputs stay")
        if failed
        else text
    )


def _notes(count: int) -> str:
    """Notes are for `check`: during a build they would bury what matters."""
    return say(f"；另有 {count} 条提示，见 gkstd check", f"; {count} notes, see gkstd check") if count else ""
