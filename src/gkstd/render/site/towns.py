"""镇村公开: each town, sub-district, village and community has a home of its own, to be kept on a phone's first screen.

In: the edition. Out: the entry and the homes. A home shows what that body discloses by category, and nothing of others.
"""

from collections.abc import Iterator

from msgspec import Struct

from gkstd.model.item import Domain
from gkstd.model.register import Body
from gkstd.render.site import address, links, order
from gkstd.render.site.beside import with_feed
from gkstd.render.site.columns import TOWNS
from gkstd.render.site.edition import Edition, refs_of
from gkstd.render.site.links import ItemLink
from gkstd.render.site.page import Link, Page


class TownCard(Struct, frozen=True):
    """A town or village in the entry; `level` is 乡级 or 村级, `what` the titles of its categories."""

    link: Link
    level: str
    size: int
    what: tuple[str, ...]


class TownIndex(Struct, frozen=True):
    """All homes, from towns to villages, and the catalogs they are taken from."""

    towns: tuple[TownCard, ...]
    catalogs: tuple[Link, ...]


class TownCategory(Struct, frozen=True):
    """一级事项 of a home."""

    title: str
    anchor: str
    items: tuple[ItemLink, ...]


class TownView(Struct, frozen=True):
    """A home: `body` is the id that searches are narrowed to, `upper` the body above."""

    name: str
    body: str
    size: int
    services: tuple[Link, ...]
    categories: tuple[TownCategory, ...]
    catalogs: tuple[Link, ...]
    upper: Link | None
    page: Link
    others: tuple[Link, ...]


def homes(edition: Edition) -> tuple[Body, ...]:
    """The bodies that have one, towns first."""
    return tuple([edition.project.bodies[id] for id in edition.lookup.homes])


def cards(edition: Edition) -> tuple[TownCard, ...]:
    """All of them in outline."""
    return tuple([_card(edition, body) for body in homes(edition)])


def pages(edition: Edition) -> Iterator[Page]:
    """The entry, then the homes; nothing where the edition has none."""
    bodies = homes(edition)
    if not bodies:
        return
    catalogs = order.local(edition.project)
    view = TownIndex(cards(edition), tuple([links.domain(edition.project, domain.id) for domain in catalogs]))
    refs = refs_of(("body", tuple([body.id for body in bodies])), ("domain", tuple([domain.id for domain in catalogs])))
    yield edition.listing(TOWNS, "site/towns.html", view, refs)
    for body in bodies:
        yield with_feed(_home(edition, body, bodies))


def link(body: Body) -> Link:
    """The home of a body."""
    return Link(body.name, address.of_town(body.id))


def _card(edition: Edition, body: Body) -> TownCard:
    what = [
        category.title for domain in order.domains(edition.project) for category in _categories(edition, body, domain)
    ]
    return TownCard(link(body), str(body.level), len(edition.lookup.items_by_body[body.id]), tuple(what))


def _home(edition: Edition, body: Body, bodies: tuple[Body, ...]) -> Page:
    project = edition.project
    items = edition.lookup.items_by_body[body.id]
    domains = [domain for domain in order.domains(project) if any(id in items for id in domain.items)]
    services = edition.lookup.services_by_body.get(body.id, ())
    upper = project.bodies.get(body.parent or "")
    view = TownView(
        name=body.name,
        body=body.id,
        size=len(items),
        services=links.services(project, services),
        categories=tuple([c for domain in domains for c in _categories(edition, body, domain)]),
        catalogs=tuple([links.domain(project, domain.id) for domain in domains]),
        upper=Link(upper.name, address.of_body(upper.id)) if upper else None,
        page=Link(body.name, address.of_body(body.id)),
        others=tuple([link(other) for other in bodies if other is not body]),
    )
    refs = refs_of(
        ("body", (*[other.id for other in bodies], body.parent or "")),
        ("domain", tuple([domain.id for domain in domains])),
        ("item", items),
        ("service", services),
    )
    return edition.listed(TOWNS, link(body), "site/town.html", view, refs, name=f"{body.name}公开事项")


def _categories(edition: Edition, body: Body, domain: Domain) -> list[TownCategory]:
    own = frozenset(edition.lookup.items_by_body[body.id])
    found = [(category, [id for id in category.items if id in own]) for category in domain.categories]
    return [
        TownCategory(category.title, address.category_anchor(category.id), links.item_lines(edition.project, ids))
        for category, ids in found
        if ids
    ]
