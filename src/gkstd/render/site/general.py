"""Pages about the whole: home, about, site map, 404; and the files that robots and browsers ask for.

In: the edition, and for the maps all other pages. Out: pages.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from gkstd.model.figures import figures
from gkstd.render.site import address
from gkstd.render.site.columns import ABOUT, HOME, NAVIGATION, SITE_MAP
from gkstd.render.site.domains import DomainCard, card
from gkstd.render.site.edition import Edition, refs_of
from gkstd.render.site.head import HOME as HOME_LINK
from gkstd.render.site.head import head
from gkstd.render.site.page import Blank, Head, Link, Page

ASSETS = (
    "assets/site.css", "assets/icon.svg", "assets/prefs.js", "assets/site.js", "assets/match.js", "assets/search.js",
    "assets/kiosk.js",
)  # fmt: skip
"""Files copied as they are, from `site/` of the templates."""


class Figure(Struct, frozen=True):
    """A figure of the edition."""

    label: str
    value: int
    path: str


class HomeView(Struct, frozen=True):
    """The home page."""

    title: str
    figures: tuple[Figure, ...]
    domains: tuple[DomainCard, ...]
    processes: tuple[Link, ...]
    standards: tuple[Link, ...]
    bodies: tuple[Link, ...]


class AboutView(Struct, frozen=True):
    """The notice of the edition (Markdown) and its figures."""

    project: str
    notice: str
    figures: tuple[Figure, ...]


class MapSection(Struct, frozen=True):
    """A column and the pages below it."""

    link: Link
    pages: tuple[Link, ...]


class MapView(Struct, frozen=True):
    """The site map."""

    sections: tuple[MapSection, ...]


class Addresses(Struct, frozen=True):
    """Permanent addresses for robots."""

    urls: tuple[str, ...]


def home(edition: Edition) -> Page:
    """The home page."""
    project, tables = edition.project, edition.lookup
    most = sorted(tables.items_by_body, key=lambda id: -len(tables.items_by_body[id]))
    view = HomeView(
        title=project.identity.name,
        figures=_figures(edition),
        domains=tuple([card(edition, domain) for domain in project.domains.values()]),
        processes=tuple([Link(p.title, address.of_process(p.id)) for p in project.processes.values()]),
        standards=tuple([Link(d.title, address.of_document(d.id)) for d in project.documents.values()]),
        bodies=tuple([Link(project.bodies[id].name, address.of_body(id)) for id in most if id in project.bodies][:12]),
    )
    refs = refs_of(
        ("domain", tuple(project.domains)),
        ("item", tuple(project.items)),
        ("process", tuple(project.processes)),
        ("document", tuple(project.documents)),
        ("body", tuple(project.bodies)),
    )
    return edition.listing(HOME, "site/home.html", view, refs)


def about(edition: Edition) -> Page:
    """About the edition."""
    identity = edition.project.identity
    view = AboutView(identity.name, identity.edition.notice, _figures(edition))
    return edition.listing(ABOUT, "site/about.html", view, ())


def maps(edition: Edition, pages: Sequence[Page]) -> Iterator[Page]:
    """Site map, 404 page and, for robots, addresses, in this order; `pages` are all other pages of the site."""
    sections = tuple([MapSection(link, _below(pages, key)) for key, link in NAVIGATION])
    refs = tuple([ref for page in pages for ref in page.refs])
    shown = edition.listing(SITE_MAP, "site/sitemap.html", MapView(sections), refs)
    yield shown
    yield Page("404.html", "site/404.html", edition.frame, _lost(edition), Blank())
    yield Page("robots.txt", "site/robots.txt", edition.frame, None, Blank())
    if edition.frame.base:
        urls = [address.absolute(edition.frame, page.path) for page in (*pages, shown)]
        yield Page("sitemap.xml", "site/sitemap.xml", edition.frame, None, Addresses(tuple(urls)), refs)


def assets(edition: Edition) -> Iterator[Page]:
    """Style sheet, icon and scripts."""
    for path in ASSETS:
        yield Page(path, f"site/{path}", edition.frame, None, Blank())


def _figures(edition: Edition) -> tuple[Figure, ...]:
    """The county's figures as `gkstd stats` counts them; what towns and villages disclose stands apart."""
    project = edition.project
    counts = figures(project)
    local = counts["towns"]["items"] + counts["villages"]["items"]
    shown = [
        Figure("公开领域", counts["domains"], "domains/index.html"),
        Figure("一级事项", counts["categories"], "domains/index.html"),
        Figure("二级事项", counts["items"], "items/index.html"),
    ]
    if local:
        shown.append(Figure("镇街和村社事项", local, "domains/index.html"))
    return (
        *shown,
        Figure("公开流程", len(project.processes), "processes/index.html"),
        Figure("自编标准", len(project.documents), "standards/index.html"),
        Figure("公开依据", len(project.laws), "laws/index.html"),
    )


def _below(pages: Sequence[Page], section: str) -> tuple[Link, ...]:
    """The pages of a section but for its own."""
    heads = [page.head for page in pages if page.head and page.head.section == section]
    return tuple([h.crumbs[-1] for h in heads if len(h.crumbs) > 2])


def _lost(edition: Edition) -> Head:
    return head(edition.frame, "404.html", (HOME_LINK, Link("页面不存在", "404.html")), None)
