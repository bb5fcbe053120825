"""What the tables and figures of a standard show from the data, by source: catalog:<id>, table:<id>, form:<id>, process:<id>.

In: the project and numbered passages. Out: `Shown`; what the project does not have is left out (a check has refused it).
"""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from gkstd.model.project import Project
from gkstd.model.prose.passages import Passage
from gkstd.model.prose.tree import Figure, Table
from gkstd.model.prose.walk import each
from gkstd.render.views.catalog import CatalogView, catalog_view
from gkstd.render.views.grid import FormView, GridView, form_view, table_view
from gkstd.render.views.process import ProcessView, process_view
from gkstd.render.views.seen import Seen


class ImageFile(Struct, frozen=True):
    """A picture of the project by its name."""

    name: str
    data: bytes


class Shown(Struct, frozen=True):
    """Views by source, and the names of pictures."""

    catalogs: dict[str, CatalogView]
    grids: dict[str, GridView]
    forms: dict[str, FormView]
    processes: dict[str, ProcessView]
    images: tuple[str, ...] = ()


def shown(project: Project, passages: Iterable[Passage], seen: Seen) -> Shown:
    """What blocks of the passages name as their source."""
    found = Shown({}, {}, {}, {})
    images: dict[str, None] = {}
    for passage in passages:
        for block in each(passage.blocks):
            if isinstance(block, Table | Figure) and block.source:
                _add(project, block.source, found, seen)
                images |= {block.source: None} if block.source in project.images else {}
    return replace(found, images=tuple(images))


def _add(project: Project, source: str, found: Shown, seen: Seen) -> None:
    kind, _, id = source.partition(":")
    match kind:
        case "catalog" if id in project.domains:
            found.catalogs[source], refs = catalog_view(project, id)
            seen.extend(refs)
        case "process" if id in project.processes:
            found.processes[source], refs = process_view(project, id)
            seen.extend(refs)
        case "table" if id in project.tables:
            found.grids[source] = table_view(project, id, seen)
        case "form" if id in project.forms:
            found.forms[source] = form_view(project, id, seen)
        case _:
            pass
