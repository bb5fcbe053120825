"""Bodies (公开主体): each with the items it has to disclose and the processes it takes part in.

In: the edition. Out: pages. A body with nothing of its own still has a page, since names lead to it.
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from gkstd.model.register import Body
from gkstd.render.site import address, linked, links, standing
from gkstd.render.site.beside import with_data, with_feed, with_linked
from gkstd.render.site.columns import BODIES
from gkstd.render.site.edition import Edition, refs_of
from gkstd.render.site.links import ItemLink
from gkstd.render.site.page import Link, Page
from gkstd.render.site.paging import parted
from gkstd.render.site.standing import Standing
from gkstd.render.views import printed

PARTICIPANT, COMMON = "参与方", "统称"
OTHERS, PARTICIPANTS = "其他机构", "流程参与方"


class BodyLine(Struct, frozen=True):
    """A body in the list."""

    link: Link
    level: str
    items: int
    processes: int
    standing: Standing


class BodyGroup(Struct, frozen=True):
    """Bodies of one level that disclose something; or, listed more tightly, those that do not or are no single office."""

    title: str
    tight: bool
    bodies: tuple[BodyLine, ...]


class BodyIndex(Struct, frozen=True):
    """All bodies: who discloses, by level from high to low, then the others."""

    groups: tuple[BodyGroup, ...]


class BodyView(Struct, frozen=True):
    """A body's page; `home` is the one that a town or village has of its own."""

    name: str
    home: Link | None
    aliases: tuple[str, ...]
    level: str
    kind: str
    parent: Link | None
    since: str
    standing: Standing
    successors: tuple[Link, ...]
    note: str
    items: tuple[ItemLink, ...]
    processes: tuple[Link, ...]
    services: tuple[Link, ...]
    unconfirmed: tuple[str, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The list, then each body."""
    yield _index(edition)
    for body in edition.project.bodies.values():
        yield from _pages(edition, body)


def _index(edition: Edition) -> Page:
    bodies = edition.project.bodies.values()
    groups: dict[str, list[BodyLine]] = {}
    for body in sorted(bodies, key=lambda body: -body.level.rank):
        groups.setdefault(_group(edition, body), []).append(_line(edition, body))
    last = [title for title in (COMMON, OTHERS, PARTICIPANTS) if title in groups]
    order = [*[title for title in groups if title not in last], *last]
    view = BodyIndex(tuple([BodyGroup(title, title in last, tuple(groups[title])) for title in order]))
    refs = refs_of(("body", tuple(edition.project.bodies)), ("item", tuple(edition.project.items)))
    return edition.listing(BODIES, "site/bodies.html", view, refs)


def _group(edition: Edition, body: Body) -> str:
    """Single offices that disclose something stand first, by level; a reader looks for these."""
    if body.kind in (PARTICIPANT, COMMON):
        return PARTICIPANTS if body.kind == PARTICIPANT else COMMON
    return f"{body.level}公开主体" if body.id in edition.lookup.items_by_body else OTHERS


def _line(edition: Edition, body: Body) -> BodyLine:
    return BodyLine(
        link=_link(body),
        level=str(body.level),
        items=len(edition.lookup.items_by_body.get(body.id, ())),
        processes=len(edition.lookup.processes_by_body.get(body.id, ())),
        standing=standing.of_body(body, edition.as_of),
    )


def _link(body: Body) -> Link:
    return Link(body.name, address.of_body(body.id))


def _pages(edition: Edition, body: Body) -> Iterator[Page]:
    project, tables = edition.project, edition.lookup
    items, processes = tables.items_by_body.get(body.id, ()), tables.processes_by_body.get(body.id, ())
    parent = project.bodies.get(body.parent or "")
    view = BodyView(
        name=body.name,
        home=Link(body.name, address.of_town(body.id)) if body.id in tables.homes else None,
        aliases=body.aliases,
        level=str(body.level),
        kind=body.kind,
        parent=_link(parent) if parent else None,
        since=printed.day(body.since),
        standing=standing.of_body(body, edition.as_of),
        successors=tuple([_link(project.bodies[id]) for id in body.successors if id in project.bodies]),
        note=body.note,
        items=links.item_lines(project, items),
        processes=links.processes(project, processes),
        services=links.services(project, tables.services_by_body.get(body.id, ())),
        unconfirmed=body.unconfirmed,
    )
    refs = refs_of(
        ("body", (body.id, *body.successors, body.parent or "")),
        ("item", items),
        ("process", processes),
        ("service", tables.services_by_body.get(body.id, ())),
    )
    page = with_linked(edition.listed(BODIES, _link(body), "site/body.html", view, refs), linked.body(edition, body))
    page = with_feed(with_data(page, items)) if items else page
    yield from parted(page, view.items, lambda some, number: _part(view, some, number))


def _part(view: BodyView, items: tuple[ItemLink, ...], number: int) -> BodyView:
    """What else there is to say of the body stands on its first page."""
    part = replace(view, items=items)
    return part if number == 1 else replace(part, note="", services=(), processes=())
