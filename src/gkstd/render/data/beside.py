"""Open data beside the pages of the portal: the same items and services in the same shape as `data/`, a page's own part.

In: a project, and what a page shows. Out: `PageFiles` or `PageServices` values. Each item is put into words once.
"""

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from gkstd.model.project import Project
from gkstd.render.data.services import ServiceDatum, service_datum
from gkstd.render.data.table import EditionDatum, ItemDatum, edition_datum, item_datum


class PageFiles(Struct, frozen=True):
    """The data of one page as JSON and CSV: `stem` is the page's path on the site without its ending."""

    stem: str
    edition: EditionDatum
    items: tuple[ItemDatum, ...]


class PageServices(Struct, frozen=True):
    """The same of a page that shows services."""

    stem: str
    edition: EditionDatum
    services: tuple[ServiceDatum, ...]


class PageData:
    """All items and services of an edition, to be handed out page by page."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._edition = edition_datum(project)

    @cached_property
    def _items(self) -> dict[str, ItemDatum]:
        return {id: item_datum(self._project, item) for id, item in self._project.items.items()}

    @cached_property
    def _services(self) -> dict[str, ServiceDatum]:
        return {id: service_datum(self._project, service) for id, service in self._project.services.items()}

    def services(self, stem: str, ids: Sequence[str]) -> PageServices:
        """The data of these services."""
        return PageServices(stem, self._edition, tuple([self._services[id] for id in ids]))

    def files(self, stem: str, ids: Sequence[str]) -> PageFiles:
        """The data of these items."""
        return PageFiles(stem, self._edition, tuple([self._items[id] for id in ids]))
