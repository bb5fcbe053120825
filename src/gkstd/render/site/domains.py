"""The catalogs: one page with the official table for each domain, and their common entry.

In: the edition. Out: pages.
"""

from collections.abc import Iterator

from msgspec import Struct

from gkstd.model.item import Domain
from gkstd.render.site import address, linked, links, order
from gkstd.render.site.beside import with_data, with_feed, with_linked
from gkstd.render.site.columns import CATALOG
from gkstd.render.site.edition import Edition, refs_of
from gkstd.render.site.page import Link, Page
from gkstd.render.site.paging import LINES, parted
from gkstd.render.views.catalog import CatalogView, catalog_view


class CategoryCard(Struct, frozen=True):
    """一级事项 with links to its items; `anchor` is its place in the official table."""

    link: Link
    anchor: str
    items: tuple[Link, ...]


class DomainCard(Struct, frozen=True):
    """A domain in outline."""

    link: Link
    code: str
    lead: str
    summary: str
    size: int
    categories: tuple[CategoryCard, ...]


class DomainView(Struct, frozen=True):
    """A domain's page: the official table and what leads on from it."""

    card: DomainCard
    catalog: CatalogView
    standard: Link | None
    processes: tuple[Link, ...]


class CatalogIndex(Struct, frozen=True):
    """All catalogs in outline: the county's, then those of towns and villages."""

    domains: tuple[DomainCard, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The entry, then the domains in their order."""
    yield from _index(edition)
    for domain in order.domains(edition.project):
        page = with_linked(with_data(_page(edition, domain), domain.items), linked.domain(edition, domain))
        yield with_feed(page)


def card(edition: Edition, domain: Domain) -> DomainCard:
    """A domain in outline."""
    return DomainCard(
        link=links.domain(edition.project, domain.id),
        code=domain.code,
        lead=domain.lead.written if domain.lead else "",
        summary=domain.summary,
        size=len(domain.items),
        categories=tuple(
            [
                CategoryCard(
                    Link(category.title, address.of_category(domain.id, category.id)),
                    address.category_anchor(category.id),
                    tuple([links.item(edition.project.items[id]) for id in category.items]),
                )
                for category in domain.categories
            ]
        ),
    )


def _index(edition: Edition) -> Iterator[Page]:
    project = edition.project
    view = CatalogIndex(tuple([card(edition, domain) for domain in order.domains(project)]))
    refs = refs_of(("domain", tuple(project.domains)), ("item", tuple(project.items)))
    page = edition.listing(CATALOG, "site/domains.html", view, refs)
    yield from parted(
        page, view.domains, lambda cards, _: CatalogIndex(cards), most=LINES, weight=lambda card: card.size
    )


def _page(edition: Edition, domain: Domain) -> Page:
    project = edition.project
    catalog, refs = catalog_view(project, domain.id)
    own = [id for id, process in project.processes.items() if process.domain == domain.id]
    view = DomainView(
        card=card(edition, domain),
        catalog=catalog,
        standard=links.standard(project, domain.standard),
        processes=links.processes(project, own),
    )
    refs = (*refs, *refs_of(("process", tuple(own))))
    return edition.listed(CATALOG, view.card.link, "site/domain.html", view, refs)
