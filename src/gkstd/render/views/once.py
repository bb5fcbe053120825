"""Each catalog and each flowchart of a book printed once: the annexes of standards refer to what the book has elsewhere.

In: the parts of a handbook. Out: the same parts, where an annex that would print a table or chart again says where it is.
A part of its own goes before an annex, wherever it stands; of several annexes the first prints.
"""

from collections.abc import Mapping

from msgspec.structs import replace

from gkstd.render.views.anchors import anchor
from gkstd.render.views.document import AnnexView, DocumentView, Elsewhere
from gkstd.render.views.parts import CatalogPart, FlowchartsPart, Heading, PartView, StandardsPart

Key = tuple[str, str]
"""A field of an annex (catalog, process) and the id of what it shows."""


def once(parts: tuple[PartView, ...]) -> tuple[PartView, ...]:
    """The parts, nothing in them twice."""
    printed = _parts_of_their_own(parts)
    return tuple([_part(part, printed) for part in parts])


def _parts_of_their_own(parts: tuple[PartView, ...]) -> dict[Key, Elsewhere]:
    found: dict[Key, Elsewhere] = {}
    for part in parts:
        match part:
            case CatalogPart(heading=head, catalog=catalog):
                found.setdefault(("catalog", catalog.id), Elsewhere(_where(head, head.title), head.anchor))
            case FlowchartsPart(heading=head, processes=processes):
                for process in processes:
                    found.setdefault(
                        ("process", process.id), Elsewhere(_where(head, process.title), f"chart-{process.id}")
                    )
            case _:
                pass
    return found


def _where(head: Heading, title: str) -> str:
    """The part, and what it calls the table or chart."""
    return f"本手册{head.label}“{title}”"


def _part(part: PartView, printed: dict[Key, Elsewhere]) -> PartView:
    if not isinstance(part, StandardsPart):
        return part
    documents = tuple([_document(document, part.heading.label, printed) for document in part.documents])
    return replace(part, documents=documents)


def _document(document: DocumentView, label: str, printed: dict[Key, Elsewhere]) -> DocumentView:
    annexes = []
    for annex in document.annexes:
        shown = {("catalog", annex.catalog.id): "catalog"} if annex.catalog else {}
        shown |= {("process", annex.process.id): "process"} if annex.process else {}
        annexes.append(_annex(annex, {key: field for key, field in shown.items() if key in printed}, printed))
        here = Elsewhere(
            f"本手册{label}{document.number}的{annex.label}", anchor("annex", annex.id, prefix=f"doc-{document.id}-")
        )
        for key in shown:
            printed.setdefault(key, here)
    return replace(document, annexes=tuple(annexes))


def _annex(annex: AnnexView, again: Mapping[Key, str], printed: Mapping[Key, Elsewhere]) -> AnnexView:
    if not again:
        return annex
    elsewhere = {field: printed[key] for key, field in again.items()}
    catalog = None if "catalog" in elsewhere else annex.catalog
    return replace(
        annex, catalog=catalog, process=None if "process" in elsewhere else annex.process, elsewhere=elsewhere
    )
