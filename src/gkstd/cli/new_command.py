"""`gkstd new KIND ID`: the first draft of a new file, or of an entry of one, which passes `gkstd check` as it is."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gkstd.cli.lang import say
from gkstd.cli.loading import loaded_or_exit
from gkstd.cli.options import OneOf, project_option

if TYPE_CHECKING:
    from gkstd.build.skeleton import Skeleton
    from gkstd.model.project import Project
    from gkstd.source.load import Loaded

HERE = ("domain", "item", "process", "service", "standard", "workbook")
"""The kinds there are templates for; a test holds this to the folder, which `--help` need not read."""


@click.command(
    "new",
    help=say(
        "起草一个文件，或目录里的一条事项（item），写好即可通过检查。不覆盖已有内容。",
        "Write the first draft of a new file, or of an item in a catalog, sound as it is. Never overwrites.",
    ),
)
@click.argument("kind", type=OneOf(HERE))
@click.argument("id")
@project_option
@click.option("--title", metavar="TITLE", help=say("标题", "title"))
@click.option("--domain", metavar="ID", help=say("领域编号", "id of the domain"))
@click.option("--category", metavar="ID", help=say("一级事项编号（item 用）", "id of the category (of an item)"))
@click.option(
    "--code", metavar="CODE", help=say("领域代码，2～4 个大写字母（domain 用）", "2 to 4 capital letters (of a domain)")
)
@click.option(
    "--body",
    metavar="NAME",
    help=say("办理机构的名称（默认：领域的牵头机构）", "the body in charge (default: the domain's lead)"),
)
@click.pass_context
def command(ctx: click.Context, /, kind: str, id: str, root: Path, **asked: str | None) -> None:
    """See the help text above."""
    from gkstd.build.skeleton import SLUG, create, filled, skeleton

    if not SLUG.fullmatch(id):
        raise _wrong(
            "ID", "编号用小写字母、数字和连字符，如 road-permit", "ids are lower-case slugs such as road-permit"
        )
    loaded = loaded_or_exit(ctx, root)
    project = loaded.project
    assert project is not None  # noqa: S101
    made = skeleton(kind)
    given = {name: value for name, value in asked.items() if value}
    if kind == "item":
        given.setdefault("domain", next(iter(project.domains)) if len(project.domains) == 1 else "")
    values = {"id": id, **_values(project, made, given.get("title", id), given)}
    text = filled(made.text, values)
    if kind == "item":
        _into_catalog(root, loaded, text, (id, given))
    else:
        path = filled(made.path, values)
        if not create(root, path, text):
            raise _wrong("ID", f"{path} 已经有了，没有改动", f"{path} is there already and was left alone")
        click.echo(path)
    steps = [filled(step, values) for step in made.then]
    click.echo(say("接着：", "then: ") + say("；", "; ").join(steps), err=True)


def _values(project: "Project", made: "Skeleton", title: str, given: Mapping[str, str]) -> Mapping[str, str]:
    """What the template wants, checked against the registers, so that the draft is sound."""
    from gkstd.build.skeleton import drafting

    domain, body, code = (given.get(name, "") for name in ("domain", "body", "code"))
    if domain and domain not in project.domains:
        raise _wrong("--domain", f"没有领域 {domain}", f"there is no domain {domain}", domain, project.domains)
    names = {name: own.name for own in project.bodies.values() for name in (own.name, *own.aliases)}
    if body and body not in names:
        raise _wrong("--body", f"机构名录里没有 {body}", f"the register has no body {body}", body, names)
    if code and not re.fullmatch(r"[A-Z]{2,4}", code):
        raise _wrong("--code", "是 2～4 个大写字母，如 HB", "it is 2 to 4 capital letters, such as HB")
    if code in [one.code for one in project.domains.values()]:
        raise _wrong("--code", f"{code} 已经用过", f"{code} is taken")
    known = {
        "title": title,
        "domain": domain,
        "code": code,
        "body": body or _lead(project, domain),
        "index": _index(project, code or (project.domains[domain].code if domain else "")),
        **drafting(project.identity.as_of, title),
        **_parts(project, domain),
    }
    for name in made.wants:
        if not known.get(name) and name not in made.may:
            raise _wrong(f"--{name}", f"请写 --{name}", f"--{name} is needed")
    return {name: value for name, value in known.items() if name in made.wants}


def _parts(project: "Project", domain: str) -> Mapping[str, str]:
    """For a workbook: what belongs to its domain."""
    tables = {"documents": project.documents, "processes": project.processes, "guides": project.guides}
    return {
        name: ", ".join(id for id, one in table.items() if domain and one.domain == domain)  # type: ignore[attr-defined]
        for name, table in tables.items()
    }


def _index(project: "Project", code: str) -> str:
    """The next number of a domain code; it is given out by being written."""
    from gkstd.source.resolve.indexes import next_index

    return next_index(project.identity, code, 0, [item.index for item in project.items.values()]) if code else ""


def _into_catalog(root: Path, loaded: "Loaded", text: str, asked: tuple[str, Mapping[str, str]]) -> None:
    """Write an item at the end of its category."""
    from gkstd.build.insert import appended
    from gkstd.build.mend import Mended, save

    project, (id, given) = loaded.project, asked
    assert project is not None  # noqa: S101
    if id in project.items:
        raise _wrong("ID", f"编号 {id} 已经用过", f"the id {id} is taken")
    domain = project.domains[given["domain"]]
    categories = [one.id for one in domain.categories]
    category = given.get("category", categories[0] if len(categories) == 1 else "")
    if category not in categories:
        listed = "、".join(categories)
        raise _wrong("--category", f"写其中之一：{listed}", f"it is one of {listed}", category, categories)
    file = loaded.places.span("domain", domain.id).file
    before = loaded.files[file]
    made = appended(before, ("categories", categories.index(category), "items"), text)
    if made is None or not save(root, [Mended(file, before.text, made, 1)]):
        click.echo(
            say(f"请把下面这一条贴到 {file} 的 {category} 里：", f"put this into {category} of {file}:"), err=True
        )
        click.echo(text, nl=False)
        return
    click.echo(f"{file}:{made[: made.index(f'id: {id}')].count(chr(10)) + 1}")


def _lead(project: "Project", domain: str) -> str:
    """The body in charge of the domain, or else the first body of the register that is in force."""
    if domain and (lead := project.domains[domain].lead) and lead.written:
        return lead.written
    on = project.identity.as_of
    return next(
        (own.name for own in project.bodies.values() if own.begun(on) and not (own.until and own.until <= on)), ""
    )


def _wrong(what: str, zh: str, en: str, given: str = "", known: Iterable[str] = ()) -> click.BadParameter:
    from gkstd.model.values.nearest import nearest

    near = nearest(given, known) if given else ()
    hint = say(f"；您是不是想写 {near[0]}？", f"; did you mean {near[0]}?") if near else ""
    return click.BadParameter(say(zh, en) + hint, param_hint=what)
