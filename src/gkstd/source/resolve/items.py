"""items/*.yaml → domains, categories, items."""

from gkstd.diagnostics.codes import content
from gkstd.model.item import Category, Change, Channels, Domain, Element, Item, Named
from gkstd.model.values.audience import Audience, AudienceKind, parse_audience
from gkstd.model.values.channel import ChannelUse, parse_channel
from gkstd.model.values.level import Level, parse_level
from gkstd.model.values.limit import parse_limit
from gkstd.model.values.method import Method, parse_method
from gkstd.model.values.stage import Stage, parse_stage
from gkstd.model.values.topic import Topic, parse_topic
from gkstd.source.records.items import ChannelsRecord, DomainFile, ItemRecord
from gkstd.source.resolve.directory import Directory
from gkstd.source.resolve.scope import Scope
from gkstd.source.tree import Path, Tree


def domain(scope: Scope, directory: Directory, r: DomainFile, tree: Tree) -> tuple[Domain, list[Item]]:
    """A domain and its items in the order of the table; `process` and `standard` are checked by `links`."""
    categories, items = [], list[Item]()
    for i, category in enumerate(r.categories):
        path: Path = ("categories", i)
        scope.claim("category", category.id, tree, path, within=r.domain)
        before = len(items)
        for j, record in enumerate(category.items):
            if scope.claim("item", record.id, tree, (*path, "items", j)):
                place = _Place(scope, directory, tree, (*path, "items", j))
                items.append(place.item(record, r, category.id, len(items) + 1))
            else:
                scope.repeated.append((record.index, r.domain, tree.span((*path, "items", j, "index"))))
        categories.append(Category(category.id, category.title, tuple(item.id for item in items[before:])))
    return _domain(scope, directory, r, tree, tuple(categories)), items


def _domain(scope: Scope, directory: Directory, r: DomainFile, tree: Tree, categories: tuple[Category, ...]) -> Domain:
    level = scope.word(parse_level, Level, r.level, tree, ("level",)) or Level("县级")
    topic = scope.word(parse_topic, Topic, r.topic, tree, ("topic",)) if r.topic else None
    lead = directory.body(r.lead, tree, ("lead",)) if r.lead else None
    return Domain(
        r.domain,
        r.title,
        r.code,
        level,
        topic,
        lead,
        r.standard or "",
        r.summary or "",
        categories,
        scope.doubts(r, tree),
    )


class _Place:
    """One item's record and where it stands."""

    def __init__(self, scope: Scope, directory: Directory, tree: Tree, path: Path) -> None:
        self.scope, self.directory, self.tree, self.path = scope, directory, tree, path

    def at(self, *path: str | int) -> Path:
        return (*self.path, *path)

    def item(self, r: ItemRecord, domain: DomainFile, category: str, serial: int) -> Item:
        scope, tree = self.scope, self.tree
        stage = scope.word(parse_stage, Stage, r.stage, tree, self.at("stage")) if r.stage else None
        return Item(
            id=r.id,
            title=r.title,
            index=r.index,
            serial=serial,
            domain=domain.domain,
            category=category,
            published=r.published,
            content=tuple(
                Element(e, True) if isinstance(e, str) else Element(e.text, not e.optional) for e in r.content
            ),
            basis=self.directory.bases(r.basis, tree, self.at("basis")),
            limit=scope.parse(parse_limit, content.LIMIT, r.limit, tree, self.at("limit")),
            bodies=self.bodies(r),
            channels=self.channels(r),
            audience=scope.parse(parse_audience, content.AUDIENCE, r.audience, tree, self.at("audience"))
            or Audience(AudienceKind("全社会")),
            method=scope.word(parse_method, Method, r.method, tree, self.at("method")) or Method("主动公开"),
            levels=tuple(
                level
                for i, w in enumerate(r.levels)
                if (level := scope.word(parse_level, Level, w, tree, self.at("levels", i)))
            ),
            stage=stage,
            process=r.process or "",
            standard=r.standard or domain.standard or "",
            note=r.note or "",
            unconfirmed=scope.doubts(r, tree, self.path),
            parent=r.parent or "",
            changes=tuple(Change(change.date, change.text) for change in r.changes),
        )

    def bodies(self, r: ItemRecord) -> tuple[Named, ...]:
        if isinstance(r.body, str):
            return (self.directory.body(r.body, self.tree, self.at("body")),)
        return tuple(self.directory.body(w, self.tree, self.at("body", i)) for i, w in enumerate(r.body))

    def channels(self, r: ItemRecord) -> Channels:
        if isinstance(r.channels, ChannelsRecord):
            required = self.uses(r.channels.required, "channels", "required")
            return Channels(required, self.uses(r.channels.optional, "channels", "optional"))
        return Channels(self.uses(r.channels, "channels"), ())

    def uses(self, written: tuple[str, ...], *path: str) -> tuple[ChannelUse, ...]:
        parsed = (
            self.scope.parse(parse_channel, content.CHANNEL, w, self.tree, self.at(*path, i))
            for i, w in enumerate(written)
        )
        return tuple(use for use in parsed if use)
