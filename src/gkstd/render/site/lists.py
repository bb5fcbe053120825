"""分类浏览: the items by level, stage, class, method and year, as plain pages that serve without scripts.

In: the edition. Out: the entry with all values and their sizes, then one page a value. Values that no item has have no page.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from gkstd.model.item import Item
from gkstd.model.values.level import Level
from gkstd.model.values.method import Method
from gkstd.model.values.stage import Stage
from gkstd.model.values.topic import Topic
from gkstd.render.site import address, links, order
from gkstd.render.site.beside import with_data
from gkstd.render.site.columns import CATALOG
from gkstd.render.site.edition import Edition, refs_of
from gkstd.render.site.links import ItemLink
from gkstd.render.site.page import Link, Page
from gkstd.render.site.paging import parted

Test = Callable[[Item], bool]


class Value(Struct, frozen=True):
    """A value of a field and the ids of the items that have it."""

    link: Link
    items: tuple[str, ...]


class Field(Struct, frozen=True):
    """A field the items are told apart by."""

    title: str
    values: tuple[Value, ...]


class Group(Struct, frozen=True):
    """Items of one domain in a list; `size` counts those on other pages too, `again` says that some stood before."""

    domain: Link
    size: int
    again: bool
    items: tuple[ItemLink, ...]


class ListView(Struct, frozen=True):
    """The items of one value, by domain; `field` is what the value is of, `others` the other values."""

    field: str
    title: str
    size: int
    groups: tuple[Group, ...]
    others: tuple[Link, ...]


class ListsView(Struct, frozen=True):
    """All values with their sizes."""

    fields: tuple[Field, ...]


def fields(edition: Edition) -> tuple[Field, ...]:
    """Every field with the values that occur, in the official order."""
    domains = edition.project.domains
    years = sorted({year(edition, item) for item in edition.project.items.values()}, reverse=True)
    every = (
        ("公开层级", [(f"level-{v.name.lower()}", f"{v}公开的事项", lambda i, v=v: v in i.levels) for v in Level]),
        ("五公开", [(f"stage-{v.name.lower()}", f"{v}事项", lambda i, v=v: i.stage == v) for v in Stage]),
        ("主题分类", [(f"topic-{v.serial:02}", str(v), lambda i, v=v: domains[i.domain].topic == v) for v in Topic]),
        ("公开方式", [(f"method-{v.name.lower()}", f"{v}的事项", lambda i, v=v: i.method == v) for v in Method]),
        ("年份", [(f"year-{y}", f"{y}年公开的事项", lambda i, y=y: year(edition, i) == y) for y in years]),
    )  # fmt: skip
    made = [Field(title, tuple([_value(edition, *value) for value in values])) for title, values in every]
    return tuple([Field(field.title, tuple([value for value in field.values if value.items])) for field in made])


def year(edition: Edition, item: Item) -> int:
    """The year in which an item was published; without a day of its own, with the edition."""
    return (item.published or edition.project.identity.edition.date).year


def pages(edition: Edition) -> Iterator[Page]:
    """The entry, then the values."""
    found = fields(edition)
    refs = refs_of(("item", tuple(edition.project.items)), ("domain", tuple(edition.project.domains)))
    link = Link("分类浏览", "lists/index.html")
    yield edition.listed(CATALOG, link, "site/lists.html", ListsView(found), refs)
    for field in found:
        for value in field.values:
            yield from _pages(edition, field, value)


def _value(edition: Edition, name: str, title: str, has: Test) -> Value:
    ids = [id for domain in order.domains(edition.project) for id in domain.items if has(edition.project.items[id])]
    return Value(Link(title, address.of_list(name)), tuple(ids))


def _pages(edition: Edition, field: Field, value: Value) -> Iterator[Page]:
    project = edition.project
    rows = links.item_lines(project, value.items)
    view = ListView(
        field=field.title,
        title=value.link.text,
        size=len(value.items),
        groups=_groups(rows, rows),
        others=tuple([other.link for other in field.values if other is not value]),
    )
    refs = refs_of(("item", value.items), ("domain", tuple({project.items[id].domain for id in value.items})))
    page = with_data(edition.listed(CATALOG, value.link, "site/list.html", view, refs), value.items)
    yield from parted(page, rows, lambda some, _: replace(view, groups=_groups(some, rows)))


def _groups(some: Sequence[ItemLink], rows: Sequence[ItemLink]) -> tuple[Group, ...]:
    """The lines of a page by domain; `rows` are those of the whole list, in the same order."""
    sizes = Counter([row.domain for row in rows])
    first = {row.domain: row for row in reversed(rows)}
    by_domain = [(domain, tuple(lines)) for domain, lines in groupby(some, key=lambda line: line.domain)]
    return tuple([Group(domain, sizes[domain], lines[0] is not first[domain], lines) for domain, lines in by_domain])
