"""办事服务: services by what people want, and a page for each service laid out in the order of their questions.

In: the edition. Out: pages; and for the home page the ways in by what somebody wants to do (`wants`). An edition without services
has none of these pages.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from gkstd.model.service import Guide, Service
from gkstd.render.site import address, linked, links
from gkstd.render.site.beside import with_linked, with_services
from gkstd.render.site.columns import SERVICES
from gkstd.render.site.edition import Edition, refs_of
from gkstd.render.site.head import Article
from gkstd.render.site.item_view import StageStep
from gkstd.render.site.links import BasisLink, ItemLink
from gkstd.render.site.page import Link, Page
from gkstd.render.views import printed
from gkstd.render.views.reading import reading
from gkstd.render.views.service import ServiceView, service_view

OTHER = "其他"
ASKING = frozenset({"decision", "parallel", "join"})
"""Steps at which nothing is done."""


class ServiceLine(Struct, frozen=True):
    """A service in a list: what people say, what it is called, and what they ask first."""

    link: Link
    want: str
    body: str
    handling: str
    promise: str
    fee: str


class Theme(Struct, frozen=True):
    """Services for one kind of need; `anchor` is its place in the list."""

    title: str
    anchor: str
    services: tuple[ServiceLine, ...]


class ServiceIndex(Struct, frozen=True):
    """All services by theme, and the guides by body."""

    themes: tuple[Theme, ...]
    guides: tuple[Link, ...]


class GuidePage(Struct, frozen=True):
    """One body's services."""

    title: str
    summary: str
    bodies: tuple[Link, ...]
    services: tuple[ServiceLine, ...]
    unconfirmed: tuple[str, ...]


class ServicePage(Struct, frozen=True):
    """A service's page; what stands in `service` as text is a link here where it leads somewhere.

    `stages` are those of the process where the service has no steps of its own.
    """

    service: ServiceView
    guide: Link
    bodies: tuple[Link, ...]
    basis: tuple[BasisLink, ...]
    process: Link | None
    stages: tuple[StageStep, ...]
    items: tuple[ItemLink, ...]
    before: Link | None
    after: Link | None


def pages(edition: Edition) -> Iterator[Page]:
    """The list, each guide, each service."""
    project = edition.project
    if not project.services:
        return
    yield with_services(_index(edition), tuple(project.services))
    for guide in project.guides.values():
        yield with_services(_guide(edition, guide), guide.services)
        for place, id in enumerate(guide.services):
            page = with_services(_page(edition, guide, place), (id,))
            yield with_linked(page, linked.service(edition, project.services[id]))


def wants(edition: Edition) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    """For each theme, what people want in their own words, and where it leads: 申请低保 → the service."""
    return tuple(
        [
            (theme.title, tuple([Link(line.want, line.link.path) for line in theme.services]))
            for theme in themes(edition)
        ]
    )


def themes(edition: Edition) -> tuple[Theme, ...]:
    """Themes in the order in which they first occur; those of people before those of firms, what has none last."""
    found: dict[str, list[Service]] = {}
    for service in edition.project.services.values():
        found.setdefault(service.theme or OTHER, []).append(service)
    ordered = sorted(
        found,
        key=lambda title: (
            title == OTHER,
            any(len(s.applicants) > 1 or s.applicants != ("个人",) for s in found[title]),
        ),
    )
    return tuple(
        [
            Theme(title, f"theme-{number}", lines(edition, [service.id for service in found[title]]))
            for number, title in enumerate(ordered, 1)
        ]
    )


def lines(edition: Edition, ids: Iterable[str]) -> tuple[ServiceLine, ...]:
    """Lines for the services of these ids."""
    return tuple([_line(edition, edition.project.services[id]) for id in ids])


def _line(edition: Edition, service: Service) -> ServiceLine:
    guide = edition.project.guides[service.guide]
    return ServiceLine(
        link=Link(service.title, address.of_service(service.id)),
        want=service.want or service.title,
        body="、".join([name.written for name in guide.bodies]),
        handling=service.handling,
        promise=service.promise.text if service.promise and service.promise.duration else "",
        fee="不收费" if service.free else "收费" if service.fees else "",
    )


def _index(edition: Edition) -> Page:
    project = edition.project
    guides = tuple([_guide_link(guide) for guide in project.guides.values()])
    refs = refs_of(("service", tuple(project.services)), ("guide", tuple(project.guides)))
    return edition.listing(SERVICES, "site/services.html", ServiceIndex(themes(edition), guides), refs)


def _guide(edition: Edition, guide: Guide) -> Page:
    view = GuidePage(
        title=guide.title,
        summary=guide.summary,
        bodies=tuple([links.body(name, edition.project) for name in guide.bodies]),
        services=lines(edition, guide.services),
        unconfirmed=guide.unconfirmed,
    )
    refs = refs_of(("guide", (guide.id,)), ("service", guide.services), ("body", tuple([b.body for b in guide.bodies])))
    return edition.listed(SERVICES, _guide_link(guide), "site/guide.html", view, refs)


def _page(edition: Edition, guide: Guide, place: int) -> Page:
    project = edition.project
    service = project.services[guide.services[place]]
    view, refs = service_view(project, service.id)
    page = ServicePage(
        service=view,
        guide=_guide_link(guide),
        bodies=tuple([links.body(name, project) for name in guide.bodies]),
        basis=links.basis(project, service.basis),
        process=links.process(project, service.process) if service.process in project.processes else None,
        stages=() if service.steps else _stages(edition, service.process),
        items=links.item_lines(project, service.items),
        before=_neighbour(edition, guide, place - 1),
        after=_neighbour(edition, guide, place + 1),
    )
    article = Article(
        service.title,
        project.identity.edition.date,
        "、".join([name.written for name in guide.bodies]),
        tuple([word for word in (service.title, service.want, service.theme) if word]),
        service.content,
    )
    crumbs = (_guide_link(guide), Link(service.title, address.of_service(service.id)))
    shown = (*refs, *refs_of(("item", service.items), ("body", tuple([name.body for name in guide.bodies]))))
    return edition.content(SERVICES, crumbs, article, "site/service.html", page, refs=shown)


def _stages(edition: Edition, process: str) -> tuple[StageStep, ...]:
    """What is done, in reading order; questions are answered on the page of the process."""
    graph = edition.project.processes.get(process)
    shown = enumerate(reading(graph).steps, 1) if graph else ()
    return tuple(
        [
            StageStep(
                Link(s.title, address.of_process(process, s.id)),
                at,
                s.lane,
                printed.doubted(s.limit_text, s.unconfirmed, "limit"),
            )
            for at, s in shown
            if s.kind not in ASKING
        ]
    )


def _guide_link(guide: Guide) -> Link:
    return Link(guide.title, address.of_guide(guide.id))


def _neighbour(edition: Edition, guide: Guide, place: int) -> Link | None:
    if not 0 <= place < len(guide.services):
        return None
    service = edition.project.services[guide.services[place]]
    return Link(service.title, address.of_service(service.id))
