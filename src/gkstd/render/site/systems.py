"""The standard system: its structure as a nested list, the list of its standards, its statistics.

In: the edition. Out: one page, or none where no standard names a branch. What is printed comes from the same view.
"""

from collections.abc import Iterator

from msgspec import Struct

from gkstd.render.site import address
from gkstd.render.site.columns import STANDARDS
from gkstd.render.site.edition import Edition
from gkstd.render.site.page import Link, Page
from gkstd.render.views.seen import Seen
from gkstd.render.views.system import SystemView, has_system, system_view

LINK = Link("标准体系", "standard-system.html")


class SystemPage(Struct, frozen=True):
    """The system, and where each of its standards stands on the portal, by kind and id."""

    system: SystemView
    links: tuple[tuple[str, str], ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The page of the system."""
    if not has_system(edition.project):
        return
    seen = Seen()
    view = system_view(edition.project, seen)
    links = tuple([(f"{kind}:{id}", _address(kind, id)) for kind, id in seen.refs])
    yield edition.listed(STANDARDS, LINK, "site/system.html", SystemPage(view, links), seen.refs)


def _address(kind: str, id: str) -> str:
    return address.of_document(id) if kind == "document" else address.of_reference(id)
