"""一级事项: one page a category, with its items as a reader compares them: content, limit, body, channels.

In: the edition. Out: pages.
"""

from collections.abc import Iterator

from msgspec import Struct

from gkstd.model.item import Category, Domain, Item
from gkstd.model.values.channel import format_channel
from gkstd.render.site import address, links, order
from gkstd.render.site.beside import with_data
from gkstd.render.site.columns import CATALOG
from gkstd.render.site.edition import Edition, refs_of
from gkstd.render.site.page import Link, Page
from gkstd.render.views import printed


class ItemCard(Struct, frozen=True):
    """An item in outline."""

    link: Link
    index: str
    content: tuple[str, ...]
    limit: str
    bodies: tuple[Link, ...]
    channels: tuple[str, ...]
    audience: str
    method: str


class CategoryView(Struct, frozen=True):
    """A category with its items; `row` leads to its place in the official table."""

    title: str
    domain: Link
    row: Link
    items: tuple[ItemCard, ...]
    before: Link | None
    after: Link | None


def pages(edition: Edition) -> Iterator[Page]:
    """In the order of the catalogs."""
    for domain in order.domains(edition.project):
        for place in range(len(domain.categories)):
            yield with_data(_page(edition, domain, place), domain.categories[place].items)


def _page(edition: Edition, domain: Domain, place: int) -> Page:
    project, category = edition.project, domain.categories[place]
    items = [project.items[id] for id in category.items]
    view = CategoryView(
        title=category.title,
        domain=links.domain(project, domain.id),
        row=Link("在目录表中查看", address.of_row(domain.id, category.id)),
        items=tuple([_card(edition, item) for item in items]),
        before=_link(domain, place - 1),
        after=_link(domain, place + 1),
    )
    refs = refs_of(("domain", (domain.id,)), ("item", category.items))
    way = (view.domain, link(domain, category))
    return edition.listed(
        CATALOG, way[-1], "site/category.html", view, refs, way=way[:1], name=f"{category.title}（{domain.title}）"
    )


def link(domain: Domain, category: Category) -> Link:
    """The category's page."""
    return Link(category.title, address.of_category(domain.id, category.id))


def _link(domain: Domain, place: int) -> Link | None:
    return link(domain, domain.categories[place]) if 0 <= place < len(domain.categories) else None


def _card(edition: Edition, item: Item) -> ItemCard:
    project = edition.project
    return ItemCard(
        link=links.item(item),
        index=item.index,
        content=tuple([element.text for element in item.content]),
        limit=printed.limit(item.limit),
        bodies=tuple([links.body(name, project) for name in item.bodies]),
        channels=tuple([format_channel(use) for use in item.channels.required]),
        audience=str(item.audience.kind),
        method=str(item.method),
    )
