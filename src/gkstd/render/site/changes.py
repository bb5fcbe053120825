"""最近更新: what was published or changed, by day.

In: the edition. Out: events, newest first, and the page that lists them. An item that bears no day of its own came with the
edition and is counted there, not listed.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from msgspec import Struct

from gkstd.model.figures import figures
from gkstd.model.item import Item
from gkstd.render.site import address, links
from gkstd.render.site.beside import with_feed
from gkstd.render.site.columns import CHANGES
from gkstd.render.site.edition import Edition, refs_of
from gkstd.render.site.page import Link, Page
from gkstd.render.site.paging import parted, starts
from gkstd.render.views import printed

EDITION, PUBLISHED, CHANGED, STANDARD = "版本发布", "首次公开", "变更", "发布标准"

ANCHORS = {EDITION: "edition", PUBLISHED: "published", CHANGED: "changed", STANDARD: "standard"}


class Event(Struct, frozen=True):
    """What happened on a day: `kind` in a word, what it concerns, and what there is to say of it."""

    day: date
    kind: str
    link: Link
    text: str


class Group(Struct, frozen=True):
    """Events of one kind on one day; `day` is printed. `size` counts those on other pages too.

    `path` leads to the first of them.
    """

    day: str
    iso: str
    kind: str
    anchor: str
    path: str
    size: int
    events: tuple[Event, ...]


class ChangesView(Struct, frozen=True):
    """The page; `since` is the day before which the edition tells nothing."""

    groups: tuple[Group, ...]


class Change(Struct, frozen=True):
    """A line of 变更记录 on the page of an item."""

    day: str
    text: str


def events(edition: Edition) -> tuple[Event, ...]:
    """Newest first; of one day the edition, then items in the order of the catalogs, then standards."""
    found = [_edition(edition)]
    for item in edition.project.items.values():
        found += _of_item(item)
    for document in sorted(edition.project.documents.values(), key=lambda document: document.number):
        if document.issued:
            link = Link(f"{document.number}　{document.title}", address.of_document(document.id))
            found.append(Event(document.issued, STANDARD, link, ""))
    return tuple(sorted(found, key=lambda event: -event.day.toordinal()))


def groups(some: Sequence[Event], found: Sequence[Event]) -> tuple[Group, ...]:
    """Days and kinds, in the order of the events; `found` are all there are."""
    sizes = Counter([(event.day, event.kind) for event in found])
    first = {(found[place].day, found[place].kind): place for place in reversed(range(len(found)))}
    made = []
    for (day, kind), those in groupby(some, key=lambda event: (event.day, event.kind)):
        anchor = f"{ANCHORS[kind]}-{day.isoformat()}"
        path = f"{starts(CHANGES.path, first[day, kind])}#{anchor}"
        made.append(Group(printed.day(day), day.isoformat(), kind, anchor, path, sizes[day, kind], tuple(those)))
    return tuple(made)


def history(edition: Edition, item: Item) -> tuple[Change, ...]:
    """变更记录 of an item, oldest first."""
    identity = edition.project.identity
    if item.published:
        first = Change(printed.day(item.published), "首次公开")
    else:
        first = Change(printed.day(identity.edition.date), f"收入{identity.edition.title}")
    later = sorted(item.changes, key=lambda change: change.date)
    return (first, *[Change(printed.day(change.date), change.text) for change in later])


def touched(edition: Edition, item: Item) -> date:
    """The last day on which an item was published or changed."""
    days = [change.date for change in item.changes]
    return max([item.published or edition.project.identity.edition.date, *days])


def pages(edition: Edition) -> Iterator[Page]:
    """The page."""
    project = edition.project
    refs = refs_of(("item", tuple(project.items)), ("document", tuple(project.documents)))
    found = events(edition)
    page = edition.listing(CHANGES, "site/changes.html", ChangesView(groups(found, found)), refs)
    yield from parted(with_feed(page), found, lambda some, _: ChangesView(groups(some, found)))


def _edition(edition: Edition) -> Event:
    identity, counts = edition.project.identity, figures(edition.project)
    text = f"收录{counts['domains']}个领域、{counts['categories']}个一级事项、{counts['items']}个二级事项。"
    return Event(identity.edition.date, EDITION, Link(f"发布{identity.edition.title}", "about.html"), text)


def _of_item(item: Item) -> list[Event]:
    link = links.item(item)
    first = [Event(item.published, PUBLISHED, link, "")] if item.published else []
    return first + [Event(change.date, CHANGED, link, change.text) for change in item.changes]
