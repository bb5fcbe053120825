"""One page for each disclosure item, and the list of all items by index number.

In: the edition. Out: pages.
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from gkstd.model.item import Category, Item
from gkstd.render.site import linked, links, order
from gkstd.render.site.beside import with_data, with_linked
from gkstd.render.site.columns import CATALOG
from gkstd.render.site.edition import Edition, refs_of
from gkstd.render.site.head import Article
from gkstd.render.site.item_view import item_view, related
from gkstd.render.site.links import ItemLink
from gkstd.render.site.lookup import standard_of
from gkstd.render.site.page import Link, Page
from gkstd.render.site.paging import parted
from gkstd.render.views.seen import Refs


class AllItems(Struct, frozen=True):
    """Every item, by index number."""

    items: tuple[ItemLink, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The list, then the items in the order of the catalogs."""
    yield from _all_items(edition)
    for domain in order.domains(edition.project):
        for category in domain.categories:
            for place, id in enumerate(category.items):
                yield _page(edition, category, place, edition.project.items[id])


def _all_items(edition: Edition) -> Iterator[Page]:
    ids = sorted(edition.project.items, key=lambda id: (edition.project.items[id].index, id))
    view = AllItems(links.item_lines(edition.project, ids))
    refs = refs_of(("item", tuple(ids)), ("domain", tuple(edition.project.domains)))
    page = edition.listed(CATALOG, Link("全部事项", "items/index.html"), "site/items.html", view, refs)
    yield from parted(with_data(page, tuple(ids)), view.items, lambda items, _: AllItems(items))


def _page(edition: Edition, category: Category, place: int, item: Item) -> Page:
    view = item_view(edition, category, place, item)
    article = Article(
        item.title,
        item.published or edition.project.identity.edition.date,
        "、".join([body.text for body in view.bodies]) or edition.frame.publisher,
        (view.domain.text, category.title, item.title),
        "、".join([element.text for element in view.content]),
    )
    link = links.item(item)
    crumbs = (view.domain, view.category, link)
    page = edition.content(CATALOG, crumbs, article, "site/item.html", view, refs=_refs(edition, item))
    return with_linked(with_data(_titled(page, item.index), (item.id,)), linked.item(edition, item))


def _titled(page: Page, index: str) -> Page:
    """The same page with the index number in its title: titles of items repeat across domains."""
    if page.head is None or not index:
        return page
    title = f"{page.head.crumbs[-1].text}（{index}） - {page.frame.name}"
    return replace(page, head=replace(page.head, title=title))


def _refs(edition: Edition, item: Item) -> Refs:
    standard = standard_of(edition.project, item)
    kind = "document" if standard in edition.project.documents else "reference"
    return refs_of(
        ("item", (item.id, *related(edition, item))),
        ("domain", (item.domain,)),
        ("law", tuple([b.law for b in item.basis])),
        ("body", tuple([b.body for b in item.bodies])),
        ("process", (item.process, *[p for p, _ in edition.lookup.stages.get(item.id, ())])),
        ("service", edition.lookup.services_by_item.get(item.id, ())),
        (kind, (standard,)),
    )
