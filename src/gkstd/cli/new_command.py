"""`gkstd new KIND ID`: the first draft of a new file, or of an entry of one, which passes `gkstd check` as it is."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gkstd.cli.lang import guess, say
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
    from gkstd.build.skeleton import create, filled, is_id, place, skeleton

    made = skeleton(kind)
    for one in (id, *_made_ids(made, id)):
        if not is_id(one):
            raise _wrong(
                "ID",
                f"编号用小写字母、数字和连字符，如 road-permit，最长 80 个字符；这里是 {_short(one)}",
                f"ids are lower-case slugs such as road-permit, of 80 characters at most; this is {_short(one)}",
            )
    loaded = loaded_or_exit(ctx, root)
    project = loaded.project
    assert project is not None  # noqa: S101
    given = {name: value for name, value in asked.items() if value}
    given["title"] = _title(given.get("title", id))
    for one in _made_ids(made, id):
        if one in (project.items if kind == "domain" else project.services):
            raise _wrong("ID", f"编号 {one} 已经用过", f"the id {one} is taken")
    if kind == "item":
        given.setdefault("domain", next(iter(project.domains)) if len(project.domains) == 1 else "")
    values = {"id": id, **_values(project, made, given["title"], given)}
    text = filled(made.text, values)
    if kind == "item":
        _into_catalog(root, loaded, text, (id, given))
    else:
        path = filled(made.path, values)
        if place(root, path) is None:
            raise _wrong("ID", f"{path} 在一个链接里，没有写", f"{path} is behind a link and was not written")
        if not create(root, path, text):
            raise _wrong("ID", f"{path} 已经有了，没有改动", f"{path} is there already and was left alone")
        click.echo(path)
    steps = [filled(step, values) for step in made.then]
    click.echo(say("接着：", "then: ") + say("；", "; ").join(steps), err=True)


def _made_ids(made: "Skeleton", id: str) -> list[str]:
    """Ids that a template makes of the one it is given."""
    return [f"{id}{end}" for end in re.findall(r"id: \{plain_id\}(-\w+)", made.text)]


def _short(id: str) -> str:
    return f"{id[:20]}…（{len(id)}）" if len(id) > 80 else repr(id)


def _title(given: str) -> str:
    """A title that may be written: one line, as it is printed."""
    from gkstd.build.skeleton import as_title

    title = as_title(given)
    if title is None:
        raise _wrong(
            "--title",
            "是一行文字，不超过四百字，没有不可见的字符",
            "it is one line of at most 400 characters, none of them invisible",
        )
    return title


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
    from gkstd.build.skeleton import scalar

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
    click.echo(f"{file}:{made[: made.index(f'id: {scalar(id)}')].count(chr(10)) + 1}")


def _lead(project: "Project", domain: str) -> str:
    """The body in charge of the domain, or else the first body of the register that is in force."""
    if domain and (lead := project.domains[domain].lead) and lead.written:
        return lead.written
    on = project.identity.as_of
    return next(
        (own.name for own in project.bodies.values() if own.begun(on) and not (own.until and own.until <= on)), ""
    )


def _wrong(what: str, zh: str, en: str, given: str = "", known: Iterable[str] = ()) -> click.BadParameter:
    return click.BadParameter(say(zh, en) + guess(given, known), param_hint=what)
