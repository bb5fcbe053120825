"""A disclosure item as its page shows it.

In: the edition, the item and its place in its category. Out: `ItemView`. The order of the index metadata follows the
government information catalog (信息公开目录).
"""

from msgspec import Struct

from gkstd.model.item import Category, Item
from gkstd.model.project import Project
from gkstd.model.values.audience import format_audience
from gkstd.model.values.channel import format_channel
from gkstd.model.values.limit import LimitClause, LimitKind
from gkstd.render.site import address, links
from gkstd.render.site.changes import Change, history
from gkstd.render.site.edition import Edition
from gkstd.render.site.links import BasisLink, ItemLink
from gkstd.render.site.lookup import standard_of
from gkstd.render.site.page import Link
from gkstd.render.views import printed
from gkstd.render.views.reading import reading

LIMIT_KINDS = {
    LimitKind.DEADLINE: "公开期限",
    LimitKind.ON_REQUEST: "答复期限",
    LimitKind.PUBLICITY: "公示期",
    LimitKind.STANDING: "长期公开",
    LimitKind.IMMEDIATE: "及时公开",
    LimitKind.PERIODIC: "定期公开",
    LimitKind.EVENT: "随事公开",
}
"""Kinds of clauses in readers' words."""


RELATED = 6
"""How many other items a page leads to."""


class ElementView(Struct, frozen=True):
    """公开内容（要素）, and whether it must be given."""

    text: str
    required: bool


class LimitLine(Struct, frozen=True):
    """One clause of 公开时限: its kind in words and its own text."""

    kind: str
    text: str


class StageStep(Struct, frozen=True):
    """A step of a process at which the item is disclosed."""

    link: Link
    number: int
    lane: str
    limit: str


class Stage(Struct, frozen=True):
    """A process that discloses the item, with the steps where it does."""

    process: Link
    steps: tuple[StageStep, ...]


class ItemView(Struct, frozen=True):
    """All fields of an item as readers see them; "" and () are not shown."""

    title: str
    index: str
    serial: int
    domain: Link
    category: Link
    parent: str
    topic: str
    published: str
    content: tuple[ElementView, ...]
    basis: tuple[BasisLink, ...]
    limit: str
    clauses: tuple[LimitLine, ...]
    bodies: tuple[Link, ...]
    required: tuple[str, ...]
    optional: tuple[str, ...]
    audience: str
    method: str
    levels: tuple[str, ...]
    stage: str
    stages: tuple[Stage, ...]
    services: tuple[Link, ...]
    standard: Link | None
    note: str
    unconfirmed: tuple[str, ...]
    url: str
    changes: tuple[Change, ...]
    related: tuple[ItemLink, ...]
    before: Link | None
    after: Link | None


def item_view(edition: Edition, category: Category, place: int, item: Item) -> ItemView:
    """The view; `place` counts from 0 in the category."""
    project, domain = edition.project, edition.project.domains[item.domain]
    path = address.of_item(item.index, item.id)
    return ItemView(
        title=item.title,
        index=item.index,
        serial=item.serial,
        domain=links.domain(project, domain.id),
        category=Link(category.title, address.of_category(domain.id, category.id)),
        parent=item.parent,
        topic=str(domain.topic or ""),
        published=printed.day(item.published),
        content=tuple([ElementView(e.text, e.required) for e in item.content]),
        basis=links.basis(project, item.basis),
        limit=printed.limit(item.limit),
        clauses=_clauses(item.limit.clauses),
        bodies=tuple([links.body(name, project) for name in item.bodies]),
        required=tuple([format_channel(use) for use in item.channels.required]),
        optional=tuple([format_channel(use) for use in item.channels.optional]),
        audience=format_audience(item.audience),
        method=str(item.method),
        levels=tuple([str(level) for level in item.levels]),
        stage=str(item.stage or ""),
        stages=_stages(edition, item),
        services=links.services(project, edition.lookup.services_by_item.get(item.id, ())),
        standard=links.standard(project, standard_of(project, item)),
        note=item.note,
        unconfirmed=item.unconfirmed,
        url=address.absolute(edition.frame, path),
        changes=history(edition, item),
        related=links.item_lines(project, related(edition, item)),
        before=_neighbour(project, category, place - 1),
        after=_neighbour(project, category, place + 1),
    )


def related(edition: Edition, item: Item) -> tuple[str, ...]:
    """Ids of items that a reader of this one may want: of the same process first, then of the same category."""
    tables = edition.lookup
    processes = [item.process, *[process for process, _ in tables.stages.get(item.id, ())]]
    same = [id for process in processes for id in tables.items_by_process.get(process, ())]
    category = next(c for c in edition.project.domains[item.domain].categories if c.id == item.category)
    found = dict.fromkeys([*same, *category.items])
    return tuple([id for id in found if id != item.id][:RELATED])


def _clauses(clauses: tuple[LimitClause, ...]) -> tuple[LimitLine, ...]:
    """Told apart only where there are several: a single clause is the limit itself."""
    if len(clauses) < 2:
        return ()
    return tuple([LimitLine(LIMIT_KINDS[clause.kind], clause.text) for clause in clauses])


def _neighbour(project: Project, category: Category, place: int) -> Link | None:
    if not 0 <= place < len(category.items):
        return None
    return links.item(project.items[category.items[place]])


def _stages(edition: Edition, item: Item) -> tuple[Stage, ...]:
    """The item's own process first, then others that disclose it."""
    found: dict[str, list[StageStep]] = {item.process: []} if item.process in edition.project.processes else {}
    for process, step in edition.lookup.stages.get(item.id, ()):
        found.setdefault(process, []).append(_step(edition.project, process, step))
    return tuple(
        [Stage(links.process(edition.project, id), tuple(sorted(s, key=lambda s: s.number))) for id, s in found.items()]
    )


def _step(project: Project, process: str, id: str) -> StageStep:
    number, step = next((n, s) for n, s in enumerate(reading(project.processes[process]).steps, 1) if s.id == id)
    limit = printed.doubted(step.limit_text or printed.duration(step.limit), step.unconfirmed, "limit")
    return StageStep(Link(step.title, address.of_process(process, id)), number, step.lane, limit)
