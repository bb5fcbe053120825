"""Atom feeds: what is new on the whole site, in a domain, of a body or in its home.

In: the edition and events. Out: one file beside the page it belongs to. Names of entries are made of the region and the
address, so that they stay the same when the portal gets an address or another one; without an address links are relative.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from msgspec import Struct

from gkstd.model.item import Item
from gkstd.render.site import address, changes, links, order, towns
from gkstd.render.site.beside import stem
from gkstd.render.site.edition import Edition, refs_of
from gkstd.render.site.page import Link, Page
from gkstd.render.views import printed
from gkstd.render.views.seen import Refs

MOST = 200
"""Entries in a feed; who wants all takes the open data."""


class Entry(Struct, frozen=True):
    """An entry; `published` and `updated` are days in the form of Atom."""

    id: str
    link: Link
    updated: str
    published: str
    kind: str
    summary: str


class Feed(Struct, frozen=True):
    """A feed and the page it belongs to; `subtitle` says what comes in it."""

    id: str
    title: str
    subtitle: str
    author: str
    page: str
    updated: str
    entries: tuple[Entry, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """Of the site, of each domain, of each body that discloses something, and of the home it may have."""
    project = edition.project
    yield _changes(edition)
    for domain in order.domains(project):
        ref = ("domain", domain.id)
        yield _items(edition, links.domain(project, domain.id), domain.items, ref)
    for id, ids in edition.lookup.items_by_body.items():
        if id in project.bodies:
            yield _items(edition, Link(project.bodies[id].name, address.of_body(id)), ids, ("body", id))
    for body in towns.homes(edition):
        yield _items(edition, towns.link(body), edition.lookup.items_by_body[body.id], ("body", body.id))


def _changes(edition: Edition) -> Page:
    project = edition.project
    found = changes.events(edition)[:MOST]
    entries = [
        Entry(
            _name(edition, f"{event.link.path}#{event.kind}-{event.day.isoformat()}"),
            event.link,
            _stamp(event.day),
            _stamp(event.day),
            event.kind,
            event.text,
        )
        for event in found
    ]
    refs = refs_of(("item", tuple(project.items)), ("document", tuple(project.documents)))
    return _page(edition, Link("最近更新", "changes.html"), "新公开和有变更的事项、新发布的标准。", entries, refs)


def _items(edition: Edition, link: Link, ids: Sequence[str], ref: tuple[str, str]) -> Page:
    items = [edition.project.items[id] for id in ids]
    items = sorted(items, key=lambda item: -changes.touched(edition, item).toordinal())[:MOST]
    refs = (ref, *refs_of(("item", tuple(ids))))
    return _page(
        edition, link, f"{link.text}公开的事项，有变更的在前。", [_entry(edition, item) for item in items], refs
    )


def _entry(edition: Edition, item: Item) -> Entry:
    link = links.item(item)
    first = item.published or edition.project.identity.edition.date
    content = "、".join([element.text for element in item.content])
    latest = max(item.changes, key=lambda change: change.date).text if item.changes else ""
    return Entry(
        _name(edition, link.path),
        link,
        _stamp(changes.touched(edition, item)),
        _stamp(first),
        links.category_title(edition.project, item),
        latest or f"公开内容：{content}。公开时限：{printed.limit(item.limit)}",
    )


def _page(edition: Edition, link: Link, subtitle: str, entries: list[Entry], refs: Refs) -> Page:
    frame, path = edition.frame, f"{stem(link.path)}.xml"
    feed = Feed(
        id=_name(edition, path),
        title=f"{link.text} - {frame.name}",
        subtitle=subtitle,
        author=frame.organizer or frame.publisher,
        page=link.path,
        updated=max([entry.updated for entry in entries], default=_stamp(edition.project.identity.edition.date)),
        entries=tuple(entries),
    )
    return Page(path, "site/feed.xml", frame, None, feed, tuple(sorted({*refs, ("project", "")})))


def _name(edition: Edition, path: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'gkstd:{edition.project.identity.region.code}:{path}')}"


def _stamp(day: date) -> str:
    """Sources keep no time of day: the first second in Chinese time."""
    return f"{day.isoformat()}T00:00:00+08:00"
