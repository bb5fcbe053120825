"""Open data beside the pages of the portal: the same items in the same shape as `data/`, a page's own part of them.

In: a project, and which items a page shows. Out: `PageFiles` values. Each item is put into words once.
"""

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from gkstd.model.project import Project
from gkstd.render.data.table import EditionDatum, ItemDatum, edition_datum, item_datum


class PageFiles(Struct, frozen=True):
    """The data of one page as JSON and CSV: `stem` is the page's path on the site without its ending."""

    stem: str
    edition: EditionDatum
    items: tuple[ItemDatum, ...]


class PageData:
    """All items of an edition, to be handed out page by page."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._edition = edition_datum(project)

    @cached_property
    def _items(self) -> dict[str, ItemDatum]:
        return {id: item_datum(self._project, item) for id, item in self._project.items.items()}

    def files(self, stem: str, ids: Sequence[str]) -> PageFiles:
        """The data of these items."""
        return PageFiles(stem, self._edition, tuple([self._items[id] for id in ids]))
