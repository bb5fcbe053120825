"""Which pages the portal has: from a project to pages, pure.

In: a project. Out: every file of `site/`, in a fixed order. The planner turns each into a target whose payload is the
`Page`, whose name is `site/` and its path, and whose sources are the files of its `refs`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from gkstd.model.project import Project
from gkstd.render.site import (
    arrangements,
    bodies,
    categories,
    changes,
    domains,
    downloads,
    feeds,
    general,
    home,
    items,
    laws,
    lists,
    processes,
    services,
    standards,
    systems,
    towns,
)
from gkstd.render.site.edition import edition
from gkstd.render.site.page import Page
from gkstd.render.site.search import pack
from gkstd.render.site.search import page as search
from gkstd.render.site.search.entries import entries

COLUMNS = (
    domains, categories, items, lists, services, towns, bodies, processes, standards, systems, laws, downloads, arrangements,
    changes,
)  # fmt: skip


def pages(project: Project) -> Iterator[Page]:
    """All files of the site."""
    whole = edition(project)
    shown = [home.page(whole)]
    for column in COLUMNS:
        shown += column.pages(whole)
    shown += [general.about(whole), general.accessibility(whole)]
    found = entries(whole, shown)
    shown.append(search.page(whole, found))
    yield from _distinct([*shown, *general.maps(whole, shown)])
    yield from feeds.pages(whole)
    yield from general.assets(whole)
    yield from pack.files(whole, found)


def _distinct(pages: Sequence[Page]) -> Iterator[Page]:
    """Pages whose titles tell them apart: where two would be the same, both say their address."""
    titles = Counter(page.head.title for page in pages if page.head)
    for page in pages:
        if page.head and titles[page.head.title] > 1:
            name = page.path.rpartition("/")[2].removesuffix(".html")
            yield replace(page, head=replace(page.head, title=f"{name} {page.head.title}"))
        else:
            yield page
