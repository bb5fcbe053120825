"""Open data beside the pages of the portal: the same items in the same shape as `data/`, a page's own part of them.

In: a project, and which items a page shows. Out: `DataFile` values. Each item is put into words once.
"""

from collections.abc import Sequence
from functools import cached_property

from gkstd.model.project import Project
from gkstd.render.data.table import DataFile, ItemDatum, edition_datum, item_datum
from gkstd.render.views.seen import Refs


class PageData:
    """All items of an edition, to be handed out page by page."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._edition = edition_datum(project)

    @cached_property
    def _items(self) -> dict[str, ItemDatum]:
        return {id: item_datum(self._project, item) for id, item in self._project.items.items()}

    def file(self, path: str, ids: Sequence[str], refs: Refs) -> DataFile:
        """The data of these items as the file `path` of the site; its ending is the form."""
        form = path.rpartition(".")[2]
        return DataFile(path, form, self._edition, tuple([self._items[id] for id in ids]), refs, "site")
