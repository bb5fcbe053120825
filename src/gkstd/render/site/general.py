"""Pages about the whole: about, accessibility, site map, 404; and the files that robots and browsers ask for.

In: the edition, and for the maps all other pages. Out: pages.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from gkstd.render.site import address
from gkstd.render.site.columns import ABOUT, ACCESSIBILITY, FURTHER, NAVIGATION, SITE_MAP
from gkstd.render.site.edition import Edition
from gkstd.render.site.head import HOME as HOME_LINK
from gkstd.render.site.head import head
from gkstd.render.site.home import Figure, figures
from gkstd.render.site.page import Blank, Head, Link, Page
from gkstd.render.site.paging import LINES, parted

ASSETS = (
    "assets/site.css", "assets/documents.css", "assets/print.css", "assets/icon.svg", "assets/prefs.js", "assets/site.js",
    "assets/match.js", "assets/search.js", "assets/kiosk.css", "assets/kiosk.js",
)  # fmt: skip
"""Files copied as they are, from `site/` of the templates."""


OPENSEARCH = "opensearch.xml"
"""How browsers learn of the search; it has to name the portal's address and waits until there is one."""


class AboutView(Struct, frozen=True):
    """The notice of the edition (Markdown) and its figures."""

    project: str
    notice: str
    figures: tuple[Figure, ...]


class MapGroup(Struct, frozen=True):
    """A page of a column and those below it."""

    link: Link
    pages: tuple[Link, ...]


class MapSection(Struct, frozen=True):
    """A column: pages that stand alone, then those that have others below them; `size` counts all."""

    link: Link
    size: int
    single: tuple[Link, ...]
    groups: tuple[MapGroup, ...]


class MapView(Struct, frozen=True):
    """The site map."""

    sections: tuple[MapSection, ...]


class Addresses(Struct, frozen=True):
    """Permanent addresses for robots."""

    urls: tuple[str, ...]


def about(edition: Edition) -> Page:
    """About the edition."""
    identity = edition.project.identity
    view = AboutView(identity.name, identity.edition.notice, figures(edition))
    return edition.listing(ABOUT, "site/about.html", view, ())


def accessibility(edition: Edition) -> Page:
    """What the portal does for readers who see, hear or move differently, and what it does not do yet."""
    return edition.listing(ACCESSIBILITY, "site/accessibility.html", Blank(), ())


def maps(edition: Edition, pages: Sequence[Page]) -> Iterator[Page]:
    """Site map, 404 page and what only robots and browsers read, in this order; `pages` are all other pages of the site."""
    shown = [(key, link) for key, link in (*NAVIGATION, *FURTHER) if key not in edition.frame.absent]
    sections = tuple([_section(pages, key, link) for key, link in shown])
    refs = tuple([ref for page in pages for ref in page.refs])
    whole = edition.listing(SITE_MAP, "site/sitemap.html", MapView(sections), refs)
    rows = [row for section in sections for row in _rows(section)]
    parts = list(parted(whole, rows, lambda some, _: MapView(tuple(_sections(some))), most=LINES))
    yield from parts
    yield Page("404.html", "site/404.html", edition.frame, _lost(edition), Blank())
    yield Page("robots.txt", "site/robots.txt", edition.frame, None, Blank())
    if edition.frame.base:
        urls = [address.absolute(edition.frame, p.path) for p in (*pages, *parts) if p.head]
        yield Page("sitemap.xml", "site/sitemap.xml", edition.frame, None, Addresses(tuple(urls)), refs)
        yield Page(OPENSEARCH, "site/opensearch.xml", edition.frame, None, Blank())


def assets(edition: Edition) -> Iterator[Page]:
    """Style sheet, icon and scripts."""
    for path in ASSETS:
        yield Page(path, f"site/{path}", edition.frame, None, Blank())


def _section(pages: Sequence[Page], key: str, link: Link) -> MapSection:
    """A column by the way to its pages: the third crumb is the page that others stand below."""
    heads = [page.head for page in pages if page.head and page.head.section == key and not page.goes_on]
    ways = [head.crumbs for head in heads if len(head.crumbs) > 2]
    below: dict[Link, list[Link]] = {}
    for way in ways:
        below.setdefault(way[2], []).extend(way[-1:] if len(way) > 3 else ())
    groups = [MapGroup(top, tuple(under)) for top, under in below.items()]
    single = [group.link for group in groups if not group.pages]
    return MapSection(link, len(ways), tuple(single), tuple([group for group in groups if group.pages]))


Row = tuple[MapSection, Link | None, Link | None]
"""A line of the map: what is its section, the page it stands below, and its own; a section without lines has one of its own."""


def _rows(section: MapSection) -> Iterator[Row]:
    if not section.size:
        yield section, None, None
    for link in section.single:
        yield section, None, link
    for group in section.groups:
        for link in group.pages:
            yield section, group.link, link


def _sections(rows: Sequence[Row]) -> Iterator[MapSection]:
    """Sections with these lines only."""
    for section, those in groupby(rows, key=lambda row: row[0]):
        single: list[Link] = []
        groups: list[MapGroup] = []
        for top, under in groupby(those, key=lambda row: row[1]):
            found = tuple([link for _, _, link in under if link])
            if top:
                groups.append(MapGroup(top, found))
            else:
                single += found
        yield replace(section, single=tuple(single), groups=tuple(groups))


def _lost(edition: Edition) -> Head:
    return head(edition.frame, "404.html", (HOME_LINK, Link("页面不存在", "404.html")), None)
