"""目录: the lines of a table of contents, gathered from the book. In: a view. Out: lines with the anchors they lead to."""

from collections.abc import Iterator

from msgspec import Struct

from gkstd.render.views.anchors import anchor
from gkstd.render.views.document import DocumentView
from gkstd.render.views.parts import (
    CatalogPart,
    ColophonView,
    ContentsView,
    CoverView,
    FlowchartsPart,
    FormsPart,
    GridsPart,
    HalfTitleView,
    PartView,
    RevisionPart,
    ServicesPart,
    StandardsPart,
    SystemPart,
)
from gkstd.render.views.workbook import WorkbookView

DOT = {
    "dot.svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="4.5pt" height="2pt" viewBox="0 0 4.5 2">'
    b'<circle cx="2.25" cy="1" r="0.42"/></svg>'
}
"""The tile of the dotted lines of `contents.css`: a shape of one colour, where a gradient would need transparency on press."""


_CLOSE = 27
"""So many lines, eleven of them parts, leave room on the page when they stand closer."""


class Line(Struct, frozen=True):
    """One line; `level` is 1 for a part, 2 for what stands in it; `front` pages are numbered in Roman figures.

    The page number is the print engine's to know.
    """

    level: int
    label: str
    title: str
    anchor: str
    front: bool = False


def book_lines(book: WorkbookView) -> tuple[Line, ...]:
    """Parts, and in them 一级事项, standards, flowcharts, titled tables and forms."""
    return tuple([line for part in book.parts for line in _part(part)])


def close(book: WorkbookView) -> bool:
    """Whether the lines stand closer, so that 修订说明 of a first edition, two lines long, has room on the same page."""
    first = any(isinstance(part, RevisionPart) and part.revision.first for part in book.parts)
    return first and len(book_lines(book)) <= _CLOSE


def document_lines(document: DocumentView) -> tuple[Line, ...]:
    """目次 of a standard: foreword, introduction, 章, annexes, bibliography (terms are never listed, GB/T 1.1)."""
    prefix = f"doc-{document.id}-"
    lines = [Line(1, "", "前言", f"{prefix}foreword", front=True)]
    lines += [Line(1, "", "引言", f"{prefix}introduction", front=True)] if document.introduction else []
    lines += [Line(1, c.number, c.title, anchor("clause", c.id, prefix=prefix)) for c in document.clauses]
    lines += [Line(1, f"{a.label}{a.nature}", a.title, anchor("annex", a.id, prefix=prefix)) for a in document.annexes]
    lines += [Line(1, "", "参考文献", f"{prefix}bibliography")] if document.bibliography else []
    lines += [Line(1, "", "索引", f"{prefix}index")] if document.index else []
    return tuple(lines)


def _part(part: PartView) -> Iterator[Line]:
    if isinstance(part, RevisionPart):
        if not part.revision.first:  # two lines below the contents, where they have room
            yield Line(1, "", "修订说明", "revision", front=True)
        return
    if isinstance(part, CoverView | HalfTitleView | ContentsView | ColophonView):
        return
    head = part.heading
    yield Line(1, head.label, head.title, head.anchor)
    match part:
        case CatalogPart(catalog=catalog):
            yield from [Line(2, "", group.title, f"{head.anchor}-{group.id}") for group in catalog.groups]
        case StandardsPart(documents=documents):
            yield from [Line(2, d.number, d.title, f"doc-{d.id}") for d in documents]
        case FlowchartsPart(processes=processes):
            yield from [Line(2, "", process.title, f"chart-{process.id}") for process in processes]
        case ServicesPart(guides=guides):
            yield from [Line(2, "", guide.title, f"guide-{guide.id}") for guide in guides]
        case GridsPart(grids=grids):
            yield from [Line(2, "", grid.title, grid.anchor) for grid in grids if grid.title]
        case SystemPart(system=system):
            grids = (system.details, *system.statistics)
            yield Line(2, "", "标准体系结构图", f"{head.anchor}-chart")
            yield from [Line(2, "", grid.title, f"{head.anchor}-{grid.anchor}") for grid in grids]
        case FormsPart(forms=forms):
            yield from [Line(2, "", form.title, form.anchor) for form in forms]
        case _:
            pass
