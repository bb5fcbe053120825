"""首页: the figures of the edition, the search, and the ways in.

In: the edition. Out: one page.
"""

from msgspec import Struct

from gkstd.model.figures import figures as counted
from gkstd.model.project import Task
from gkstd.render.site import address, arrangements, changes, downloads, lists, order, services, towns
from gkstd.render.site.columns import CATALOG, DOWNLOADS, HOME, LAWS, PROCESSES, SERVICES, STANDARDS, TOWNS
from gkstd.render.site.domains import DomainCard, card
from gkstd.render.site.edition import Edition, refs_of
from gkstd.render.site.page import Link, Page
from gkstd.render.site.towns import TownCard

BODIES, BOOKS, LATEST, TABLES, WORDS = 10, 10, 4, 4, 6
"""How many the home page shows."""


class Figure(Struct, frozen=True):
    """A figure of the edition."""

    label: str
    value: int
    path: str


class BodyLink(Struct, frozen=True):
    """A body and how much it has to disclose."""

    link: Link
    items: int


class HomeView(Struct, frozen=True):
    """The home page. `words` are short forms to try the search with; `tasks` are the visitors' own words,
    `themes` the kinds of services.
    """

    title: str
    figures: tuple[Figure, ...]
    words: tuple[str, ...]
    domains: tuple[DomainCard, ...]
    tasks: tuple[Link, ...]
    themes: tuple[Link, ...]
    stages: tuple[Link, ...]
    bodies: tuple[BodyLink, ...]
    towns: tuple[TownCard, ...]
    latest: tuple[changes.Group, ...]
    books: tuple[Link, ...]
    tables: tuple[Link, ...] = ()


def page(edition: Edition) -> Page:
    """The page."""
    project = edition.project
    found = changes.events(edition)
    view = HomeView(
        title=project.identity.name,
        figures=figures(edition),
        words=_words(edition),
        domains=tuple([card(edition, domain) for domain in order.county(project)]),
        tasks=tuple([_task(edition, task) for task in project.identity.portal.tasks]),
        themes=tuple([Link(one.title, f"{SERVICES.path}#{one.anchor}") for one in services.themes(edition)]),
        stages=tuple([v.link for field in lists.fields(edition) if field.title == "五公开" for v in field.values]),
        bodies=_bodies(edition),
        towns=towns.cards(edition),
        latest=changes.groups(found, found)[:LATEST],
        books=downloads.book_links(edition)[:BOOKS],
        tables=arrangements.table_links(edition)[:TABLES],
    )
    tables = (
        ("domain", project.domains), ("item", project.items), ("process", project.processes), ("body", project.bodies),
        ("document", project.documents), ("workbook", project.workbooks), ("synonym", project.synonyms), ("service", project.services),
        ("table", project.tables),
    )  # fmt: skip
    return edition.listing(HOME, "site/home.html", view, refs_of(*[(kind, tuple(table)) for kind, table in tables]))


def figures(edition: Edition) -> tuple[Figure, ...]:
    """The county's figures as `gkstd stats` counts them; what towns and villages disclose stands apart."""
    project = edition.project
    counts = counted(project)
    local = counts["towns"]["items"] + counts["villages"]["items"]
    shown = [
        Figure("公开领域", counts["domains"], CATALOG.path),
        Figure("一级事项", counts["categories"], CATALOG.path),
        Figure("二级事项", counts["items"], "items/index.html"),
        Figure("镇村事项", local, TOWNS.path if edition.lookup.homes else CATALOG.path),
        Figure("办事服务", len(project.services), SERVICES.path),
        Figure("公开流程", len(project.processes), PROCESSES.path),
        Figure("自编标准", len(project.documents), STANDARDS.path),
        Figure("公开依据", len(project.laws), LAWS.path),
        Figure("工作手册", len(project.workbooks), DOWNLOADS.path),
    ]
    return tuple([figure for figure in shown if figure.value])


def _words(edition: Edition) -> tuple[str, ...]:
    """Some of the short forms, from the whole list: neighbours are of one field."""
    every = [synonym.short[0] for synonym in edition.project.synonyms.values() if synonym.short]
    return tuple(every[:: max(1, len(every) // WORDS)][:WORDS])


def _bodies(edition: Edition) -> tuple[BodyLink, ...]:
    """Those of the county that disclose most."""
    tables, local = edition.lookup.items_by_body, edition.lookup.homes
    most = sorted(
        [id for id in tables if id in edition.project.bodies and id not in local], key=lambda id: -len(tables[id])
    )
    return tuple(
        [BodyLink(Link(edition.project.bodies[id].name, address.of_body(id)), len(tables[id])) for id in most[:BODIES]]
    )


def _task(edition: Edition, task: Task) -> Link:
    project = edition.project
    match task.kind:
        case "item":
            path = address.of_item(project.items[task.id].index, task.id)
        case "domain":
            path = address.of_domain(task.id)
        case "process":
            path = address.of_process(task.id)
        case "service":
            path = address.of_service(task.id)
        case "document":
            path = address.of_document(task.id)
        case "body":
            path = address.of_town(task.id) if task.id in edition.lookup.homes else address.of_body(task.id)
        case _:
            path = address.of_search(task.id)
    return Link(task.say, path)
