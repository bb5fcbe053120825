"""An own standard as a document by itself: the standard and the edition it was made from.

In: the project and a document's id. Out: `StandardView` and what it was made from.
"""

from msgspec import Struct

from gkstd.model.project import Project
from gkstd.render.views.document import DocumentView, document_view
from gkstd.render.views.parts import EditionView
from gkstd.render.views.seen import Refs, Seen
from gkstd.render.views.workbook import edition_view


class StandardView(Struct, frozen=True):
    """What a standard's own PDF and page need."""

    document: DocumentView
    edition: EditionView


def standard_view(project: Project, document_id: str) -> tuple[StandardView, Refs]:
    """An own standard that exists."""
    document, refs = document_view(project, document_id)
    seen = Seen()
    seen.extend(refs)
    seen.add("project", "")
    return StandardView(document, edition_view(project.identity)), seen.refs
