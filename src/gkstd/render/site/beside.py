"""Other forms of a page, published beside it under the same name: open data, linked data, a feed.

In: a page. Out: the page with its `alternates`. The data are made by the data renderer, the feed by `feeds.py`.
"""

from msgspec.structs import replace

from gkstd.render.site.page import CSV, JSON, Alternate, Page

LINKED, FEED = "application/ld+json", "application/atom+xml"
ENDINGS = {JSON: "json", CSV: "csv", LINKED: "jsonld", FEED: "xml"}
NAMES = {JSON: "JSON", CSV: "CSV", LINKED: "JSON-LD", FEED: "订阅（Atom）"}


def stem(path: str) -> str:
    """domains/environment.html → domains/environment."""
    return path.removesuffix(".html")


def with_data(page: Page, items: tuple[str, ...]) -> Page:
    """A page that shows these items, with the data of just these."""
    return replace(_with(page, JSON, CSV), items=items)


def with_services(page: Page, services: tuple[str, ...]) -> Page:
    """A page that shows these services, with the data of just these."""
    return replace(_with(page, JSON, CSV), services=services)


def with_linked(page: Page, linked: str) -> Page:
    """What the page says as linked data."""
    return replace(_with(page, LINKED), linked=linked)


def with_feed(page: Page) -> Page:
    """A list that has a feed of its own."""
    return _with(page, FEED)


def _with(page: Page, *types: str) -> Page:
    more = [Alternate(type, f"{stem(page.path)}.{ENDINGS[type]}", NAMES[type]) for type in types]
    return replace(page, alternates=(*page.alternates, *more))
