"""`gkstd check [KIND…]`: everything that is wrong, in one run. Changes no source unless `--fix` is given; needs no system library."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gkstd.cli.fixing import fixed, show
from gkstd.cli.lang import LANG, guess, say
from gkstd.cli.options import OneOf, as_of_option, project_option, report, report_options
from gkstd.cli.outcome import Exit
from gkstd.model.rows import KINDS

if TYPE_CHECKING:
    from gkstd.build.look import Looked
    from gkstd.build.narrow import Choice


@click.command(
    "check",
    help=say(
        "检查全部源文件，一次报出所有问题；写了种类（与 gkstd list 的相同）、--only 或 --code 的，只报其中的一部分。",
        "Check all sources and report everything at once, or of it only some kinds (those of gkstd list), objects or codes.",
    ),
)
@click.argument("kinds", nargs=-1, type=OneOf(list(KINDS)), metavar=say("[种类]...", "[KIND]..."))
@project_option
@as_of_option
@click.option(
    "--only",
    multiple=True,
    metavar="ID",
    help=say(
        "只报这个编号的内容里的问题（可写多次）", "only what is wrong in the content of this id (may be repeated)"
    ),
)
@click.option(
    "--code",
    "codes",
    multiple=True,
    metavar="CODE",
    callback=lambda _, __, given: tuple([_code(one) for one in given]),
    help=say(
        "只报这个代码的问题，如 GK310；GK3 是这一族（可写多次）",
        "only this code, or GK3 for a family (may be repeated)",
    ),
)
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
    kinds: tuple[str, ...],
    root: Path,
    on: date | None,
    only: tuple[str, ...],
    codes: tuple[str, ...],
    fix: bool,
    shown: bool,
    form: str,
    fail_on: str,
    strict: bool,
    colour: bool | None,
) -> None:
    """See the help text above."""
    from gkstd.build.look import look
    from gkstd.build.narrow import Choice
    from gkstd.diagnostics.format import summary

    choice = Choice(kinds, only, codes)
    every = look(root, on)
    looked = _chosen(root, every, choice)
    if fix and not shown:
        every = fixed(root, on, looked, lambda seen: _chosen(root, seen, choice))
        looked = _chosen(root, every, choice)
    if shown:
        show(looked)
        ctx.exit(Exit.OK)
    found = looked.found
    code = report(found, looked.files, form, fail_on, strict, colour, aside=False)
    if form == "human":
        click.echo(summary(found, LANG) + _others(len(every.found) - len(found)), err=True)
    ctx.exit(code)


def _chosen(root: Path, looked: "Looked", choice: "Choice") -> "Looked":
    """What was asked for of all that was found."""
    from gkstd.build.look import Looked, project
    from gkstd.build.narrow import known_ids, narrow

    places = None
    if choice.needs_places:
        loaded = project(root)
        if loaded.project is None:
            return looked
        places = loaded.places
        if wrong := [id for id in choice.ids if id not in known_ids(loaded.project)]:
            raise click.BadParameter(_no_such(wrong[0], known_ids(loaded.project)), param_hint="--only")
    return Looked(narrow(looked.found, choice, places), looked.files)


def _code(given: str) -> str:
    """A code by number, by the beginning of its number, or by name."""
    from gkstd.diagnostics.registry import CODES

    names = {code.name: code.id for code in CODES.values()}
    code = names.get(given.lower(), given.upper())
    if len(code) < 3 or not any(one.startswith(code) for one in CODES):
        raise click.BadParameter(_no_such(given, (*CODES, *names)))
    return code


def _no_such(given: str, known: Iterable[str]) -> str:
    return say(f"没有 {given}", f"there is no {given}") + guess(given, known)


def _others(count: int) -> str:
    more = f"{count} more {'is' if count == 1 else 'are'}"
    return say(f"；另有 {count} 条不在所选之内", f"; {more} not among those asked for") if count else ""
