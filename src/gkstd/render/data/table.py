"""The items as plain data, with the same ids and index numbers as everywhere else.

In: a project. Out: `DataFile` values, one for each file. A value that is not known is null; nothing is reworded.
"""

import datetime
from collections.abc import Iterator

from msgspec import Struct

from gkstd.model.item import Basis, Element, Item, Named
from gkstd.model.project import Project
from gkstd.model.values.audience import Audience
from gkstd.model.values.channel import ChannelUse
from gkstd.model.values.limit import Limit
from gkstd.render.views import printed
from gkstd.render.views.page import item_address
from gkstd.render.views.seen import Refs

SCHEMA_VERSION = 1


class Titled(Struct, frozen=True):
    """An object by id, with its title."""

    id: str
    title: str


class BodyDatum(Struct, frozen=True):
    """公开主体: the name as written and the register entry, if it is known."""

    name: str
    id: str | None


class BasisDatum(Struct, frozen=True):
    """公开依据: as printed, and taken apart; `law` is the register entry."""

    text: str
    title: str
    number: str | None
    article: str | None
    law: str | None


class ChannelDatum(Struct, frozen=True):
    """One channel: the box of the official table, and the carrier that 其他 names."""

    channel: str
    text: str | None


class ChannelsDatum(Struct, frozen=True):
    """公开渠道和载体."""

    required: tuple[ChannelDatum, ...]
    optional: tuple[ChannelDatum, ...]


class ItemDatum(Struct, frozen=True):
    """One item. `page` is relative to the root of the site; `standard` is the item's own, else its domain's.

    An item that is a 三级事项 has the title of its 二级事项 as `parent`.
    """

    id: str
    index: str | None
    serial: int
    title: str
    domain: Titled
    category: Titled
    bodies: tuple[BodyDatum, ...]
    content: tuple[Element, ...]
    basis: tuple[BasisDatum, ...]
    limit: Limit
    channels: ChannelsDatum
    audience: Audience
    method: str
    levels: tuple[str, ...]
    stage: str | None
    process: str | None
    standard: str | None
    published: datetime.date | None
    note: str | None
    unconfirmed: tuple[str, ...]
    page: str
    parent: str | None = None


class EditionDatum(Struct, frozen=True):
    """Which edition the data are of."""

    id: str
    title: str
    date: datetime.date
    as_of: datetime.date
    region: str
    region_code: str
    publisher: str
    notice: str


class DataFile(Struct, frozen=True):
    """One file of `data/`: its path there, its `form` (json, csv) and what it holds. `refs` are the objects shown."""

    path: str
    form: str
    edition: EditionDatum
    items: tuple[ItemDatum, ...]
    refs: Refs


def data_files(project: Project) -> Iterator[DataFile]:
    """`items.json` and `items.csv`, items in the order of the catalogs."""
    edition = edition_datum(project)
    items = tuple(
        [item_datum(project, project.items[id]) for domain in project.domains.values() for id in domain.items]
    )
    refs = _refs(project)
    for form in ("json", "csv"):
        yield DataFile(f"items.{form}", form, edition, items, refs)


def edition_datum(project: Project) -> EditionDatum:
    """The edition."""
    identity = project.identity
    return EditionDatum(
        id=identity.edition.id,
        title=identity.edition.title,
        date=identity.edition.date,
        as_of=identity.as_of,
        region=identity.region.name,
        region_code=identity.region.code,
        publisher=identity.publisher,
        notice=identity.edition.notice,
    )


def item_datum(project: Project, item: Item) -> ItemDatum:
    """An item."""
    domain = project.domains[item.domain]
    category = next(c for c in domain.categories if c.id == item.category)
    return ItemDatum(
        id=item.id,
        index=item.index or None,
        serial=item.serial,
        title=item.title,
        domain=Titled(domain.id, domain.title),
        category=Titled(category.id, category.title),
        bodies=tuple([body_datum(name) for name in item.bodies]),
        content=item.content,
        basis=tuple([basis_datum(entry) for entry in item.basis]),
        limit=item.limit,
        channels=ChannelsDatum(_channels(item.channels.required), _channels(item.channels.optional)),
        audience=item.audience,
        method=str(item.method),
        levels=tuple([str(level) for level in item.levels]),
        stage=str(item.stage) if item.stage else None,
        process=item.process or None,
        standard=item.standard or domain.standard or None,
        published=item.published,
        note=item.note or None,
        unconfirmed=item.unconfirmed,
        page=item_address(item.index, item.id),
        parent=item.parent or None,
    )


def body_datum(name: Named) -> BodyDatum:
    """A body."""
    return BodyDatum(name.written, name.body or None)


def basis_datum(entry: Basis) -> BasisDatum:
    """A citation."""
    return BasisDatum(
        text=printed.citation(entry.citation),
        title=entry.citation.title or entry.citation.text,
        number=entry.citation.number or None,
        article=printed.article(entry.citation) or None,
        law=entry.law or None,
    )


def _channels(uses: tuple[ChannelUse, ...]) -> tuple[ChannelDatum, ...]:
    return tuple([ChannelDatum(str(use.channel), use.text or None) for use in uses])


def _refs(project: Project) -> Refs:
    """The project's identity, and all domains with their items."""
    domains = [("domain", id) for id in project.domains]
    return tuple(sorted([("project", ""), *domains, *[("item", id) for id in project.items]]))
