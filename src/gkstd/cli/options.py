"""What commands share: which project, how findings are shown, when they fail the run."""

import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TextIO, TypeVar

import click

from gkstd.cli.lang import LANG, say
from gkstd.cli.outcome import Exit

if TYPE_CHECKING:
    from gkstd.diagnostics import Diagnostic
    from gkstd.diagnostics.format import Files

F = TypeVar("F", bound=Callable[..., Any])
PROJECT = "gkstd.yaml"


class OneOf(click.Choice[str]):
    """A choice that guesses what a misspelt word was meant to be, and lists the words once."""

    def fail(self, message: str, param: click.Parameter | None = None, ctx: click.Context | None = None) -> NoReturn:
        """As click does, but an argument is called by its name: its usage is the list of words again."""
        named = (param.name or "").upper() if isinstance(param, click.Argument) else None
        raise click.BadParameter(message, ctx=ctx, param=param, param_hint=named)

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        """What click says, and the nearest of the words."""
        from gkstd.model.values.nearest import closest

        near = closest(str(value), self.choices)
        hint = say(f"您是不是想写 {near}？", f" Did you mean {near}?") if near else ""
        return super().get_invalid_choice_message(value, ctx) + hint


def project_option(function: F) -> F:
    """`--project DIR`: the folder that holds gkstd.yaml; by default it is looked for upward from here."""
    return click.option(
        "--project",
        "root",
        type=click.Path(path_type=Path),
        metavar="FOLDER",
        callback=lambda _, __, value: value or _upward(Path.cwd()),
        help=say("项目文件夹（默认：从当前文件夹向上找 gkstd.yaml）", "project folder (default: upward to gkstd.yaml)"),
    )(function)


def as_of_option(function: F) -> F:
    """`--as-of DATE`: the day asked about."""
    return click.option(
        "--as-of",
        "on",
        metavar="YYYY-MM-DD",
        callback=lambda *given: day_of(*given),  # noqa: PLW0108 - which stands below
        help=say(
            "以哪一天的法律和机构为准（默认：项目的 as_of）",
            "judge laws and bodies as of this day (default: as_of of the project)",
        ),
    )(function)


def report_options(function: F) -> F:
    """`--format`, `--fail-on`, `--strict`, `--color`."""
    for option in (
        click.option(
            "--format",
            "form",
            type=OneOf(["human", "short", "json"]),
            default="human",
            help=say("诊断的格式", "format of the findings"),
        ),
        click.option(
            "--fail-on",
            type=OneOf(["error", "warning", "note", "never"]),
            default="error",
            help=say("哪一级起算失败", "the severity that fails the run"),
        ),
        click.option("--strict", is_flag=True, help=say("警告也算失败", "warnings fail too")),
        click.option(
            "--color/--no-color",
            "colour",
            default=None,
            help=say("是否用颜色（默认：终端才用）", "colours (default: on a terminal)"),
        ),
    ):
        function = option(function)
    return function


def report(
    found: Sequence["Diagnostic"],
    files: "Files",
    form: str,
    fail_on: str,
    strict: bool,
    colour: bool | None,
    aside: bool = True,
) -> Exit:
    """Print the findings and say whether they fail the run.

    They go to stdout where they are what was asked for (`check`, or a form for programs); `aside`: to stderr otherwise.
    """
    from gkstd.diagnostics import format as formats

    if form == "json":
        click.echo(formats.as_json(found, files, LANG))
    elif found:
        aside = aside and form == "human"
        shown = (
            formats.short(found, files, LANG)
            if form == "short"
            else formats.human(found, files, LANG, wants_colour(colour, sys.stderr if aside else sys.stdout))
        )
        click.echo(shown, err=aside, color=True)
    return Exit.DIAGNOSTICS if fails(found, "warning" if strict and fail_on == "error" else fail_on) else Exit.OK


def fails(found: Sequence["Diagnostic"], fail_on: str) -> bool:
    """Whether any finding is at or above the severity."""
    from gkstd.diagnostics import Severity

    return fail_on != "never" and any(d.severity.rank <= Severity(fail_on).rank for d in found)


def wants_colour(asked: bool | None, stream: TextIO) -> bool:
    """Colour when asked for, else where the stream is a terminal, unless NO_COLOR is set."""
    import os

    if asked is not None:
        return asked
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()


def _upward(start: Path) -> Path:
    return next((folder for folder in (start, *start.parents) if (folder / PROJECT).is_file()), start)


def day_of(_: click.Context, __: click.Parameter, value: str | None) -> date | None:
    """The day that an option names."""
    if value is None:
        return None
    try:
        return datetime.strptime(value, "%Y-%m-%d").date()
    except ValueError:
        raise click.BadParameter(
            say(f"“{value}”不是日期，写成 2026-11-23", f"`{value}` is not a date such as 2026-11-23")
        ) from None
