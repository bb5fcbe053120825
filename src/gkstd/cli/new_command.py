"""`gkstd new KIND ID`: the first draft of a new file, which passes `gkstd check` as it is."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gkstd.cli.lang import say
from gkstd.cli.loading import loaded_or_exit
from gkstd.cli.options import OneOf, project_option

if TYPE_CHECKING:
    from gkstd.build.skeleton import Skeleton
    from gkstd.model.project import Project

HERE = ("process", "service", "standard")
"""The kinds there are templates for; a test holds this to the folder, which `--help` need not read."""


@click.command(
    "new",
    help=say(
        "新建一个文件的初稿，写好即可通过检查。不覆盖已有文件。",
        "Write the first draft of a new file, sound as it is. Never overwrites.",
    ),
)
@click.argument("kind", type=OneOf(HERE))
@click.argument("id")
@project_option
@click.option("--title", help=say("标题", "title"))
@click.option("--domain", help=say("领域编号", "id of the domain"))
@click.option(
    "--body", help=say("办理机构的名称（默认：领域的牵头机构）", "the body in charge (default: the domain's lead)")
)
@click.pass_context
def command(
    ctx: click.Context, kind: str, id: str, root: Path, title: str | None, domain: str | None, body: str | None
) -> None:
    """See the help text above."""
    from gkstd.build.skeleton import SLUG, create, filled, skeleton

    if not SLUG.fullmatch(id):
        raise _wrong(
            "ID", "编号用小写字母、数字和连字符，如 road-permit", "ids are lower-case slugs such as road-permit"
        )
    project = loaded_or_exit(ctx, root).project
    assert project is not None  # noqa: S101
    made = skeleton(kind)
    values = {"id": id, **_values(project, made, title or id, domain or "", body or "")}
    text = filled(made.text, values)
    if not made.path:
        click.echo(text, nl=False)
        return
    path = filled(made.path, values)
    if not create(root, path, text):
        raise _wrong("ID", f"{path} 已经有了，没有改动", f"{path} is there already and was left alone")
    click.echo(path)
    for step in made.then:
        click.echo(say("接着：", "then: ") + filled(step, values), err=True)


def _values(project: "Project", made: "Skeleton", title: str, domain: str, body: str) -> Mapping[str, str]:
    """What the template wants, checked against the registers, so that the draft is sound."""
    if domain and domain not in project.domains:
        raise _wrong("--domain", f"没有领域 {domain}", f"there is no domain {domain}", domain, tuple(project.domains))
    names = {name: own.name for own in project.bodies.values() for name in (own.name, *own.aliases)}
    if body and body not in names:
        raise _wrong("--body", f"机构名录里没有 {body}", f"the register has no body {body}", body, tuple(names))
    given = {"title": title, "domain": domain, "body": body or _lead(project, domain), **_drafting(project, title)}
    for name in made.wants:
        if not given.get(name) and name not in made.may:
            raise _wrong(f"--{name}", f"请写 --{name}", f"--{name} is needed")
    return {name: value for name, value in given.items() if name in made.wants}


def _drafting(project: "Project", title: str) -> Mapping[str, str]:
    """For a standard: the edition of GB/T 1.1 in force on the day of the project, and a number still to be given."""
    on = project.identity.as_of
    new = on >= date(2020, 10, 1)
    return {
        "drafting": f"GB/T 1.1—{2020 if new else 2009}",
        "own": "本文件" if new else "本标准",
        "verb": {"规程": "确立", "指南": "提供"}.get(title[-2:], "规定"),
        "number": f"Q/XXXX 000—{on.year}",
    }


def _lead(project: "Project", domain: str) -> str:
    """The body in charge of the domain, or else the first body of the register that is in force."""
    if domain and (lead := project.domains[domain].lead) and lead.written:
        return lead.written
    on = project.identity.as_of
    return next(
        (own.name for own in project.bodies.values() if own.begun(on) and not (own.until and own.until <= on)), ""
    )


def _wrong(what: str, zh: str, en: str, given: str = "", known: tuple[str, ...] = ()) -> click.BadParameter:
    from gkstd.model.values.nearest import nearest

    near = nearest(given, known) if given else ()
    hint = say(f"；您是不是想写 {near[0]}？", f"; did you mean {near[0]}?") if near else ""
    return click.BadParameter(say(zh, en) + hint, param_hint=what)
