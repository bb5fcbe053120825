"""Which targets a project has: one planner for each renderer, from the model to payloads.

In: a project and the places of its objects. Out: targets, each knowing the project files it came from. Pure; imports the
renderers' views and no renderer, so that a build in which nothing changed imports no engine.
"""

from collections.abc import Iterator
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from gkstd.build.outputs import GROUPS
from gkstd.build.plan import Plan, arrange
from gkstd.model.places import Places
from gkstd.model.project import Fonts, Project
from gkstd.render.base import Target
from gkstd.render.data.beside import PageData
from gkstd.render.data.services import service_files
from gkstd.render.data.table import data_files
from gkstd.render.site.beside import stem
from gkstd.render.site.downloads import without_files
from gkstd.render.site.pages import pages
from gkstd.render.views.document import ClauseView, DocumentView
from gkstd.render.views.issue import Issue
from gkstd.render.views.parts import CatalogPart, FlowchartsPart, PartView, ServicesPart, StandardsPart
from gkstd.render.views.process import process_view
from gkstd.render.views.seen import Refs
from gkstd.render.views.shown import ImageFile
from gkstd.render.views.standard import StandardView, standard_view
from gkstd.render.views.system import has_system
from gkstd.render.views.workbook import SYSTEM_BOOK, WorkbookView, system_book, workbook_view

FONTS, IMAGES = "fonts", "site/images/"
PRINTED = frozenset({"workbooks", "standards", "posters"})
"""Groups that share their faces: each is planned as a part of all print."""

_DOCUMENT, _ROW, _SECTION, _CHART, _PICTURE, _POSTER = 200, 12, 20, 50, 800, 200
"""Milliseconds, measured on one machine: only their proportions matter."""


class Planner(Struct, frozen=True):
    """What all planners look at."""

    project: Project
    places: Places
    issue: Issue = Issue()
    previous: Project | None = None

    def sources(self, refs: Refs) -> tuple[str, ...]:
        """The project files in which these objects stand, and gkstd.yaml; sorted."""
        return tuple(sorted({"gkstd.yaml"} | {self.places.span(kind, id).file for kind, id in refs}))


def plan(
    project: Project,
    places: Places,
    groups: tuple[str, ...] = GROUPS,
    only: tuple[str, ...] = (),
    issue: Issue | None = None,
    previous: Project | None = None,
) -> Plan:
    """The plan for these groups. What a target is does not depend on which are asked for, but for the page of handbooks;
    what none of them needs is not put together.
    """
    planner = Planner(project, places, issue or Issue(), previous)
    return arrange(
        chain(
            _flowcharts(planner),
            _images_of(planner),
            _paged(planner) if PRINTED.intersection(groups) else (),
            _site(planner, "workbooks" in groups) if "site" in groups else (),
            _data(planner) if "data" in groups else (),
        ),
        groups,
        only,
    )


def _flowcharts(planner: Planner) -> Iterator[Target]:
    """Drawn in the 黑体 of the project; the sheets get it with the faces of the document that takes them in."""
    hei = planner.project.identity.fonts.hei
    for id in planner.project.processes:
        view, refs = process_view(planner.project, id)
        name, sources = f"flowcharts/{id}", planner.sources(refs)
        yield Target(name, "flowchart", replace(view, face=hei), sources=sources, cost=_CHART)
        yield Target(f"sheets/{id}", "flowchart.sheets", view, sources=sources, published=False, cost=_CHART)
        yield Target(f"{name}.png", "flowchart.picture", Fonts(hei=hei), (name,), sources, cost=_PICTURE)


def _paged(planner: Planner) -> Iterator[Target]:
    """For each document its HTML; from all of them and all charts the faces; from these the PDF."""
    made: list[Target] = []
    for id in planner.project.workbooks:
        book, refs = workbook_view(planner.project, id, planner.previous)
        charts = (*[f"sheets/{name}" for name in _charts(book)], *[f"{IMAGES}{name}" for name in _images(book)])
        yield from _document(planner, made, f"workbooks/{id}", (book, planner.sources(refs)), charts, _book_cost(book))
    if has_system(planner.project):
        book, refs = system_book(planner.project)
        yield from _document(
            planner, made, f"standards/{SYSTEM_BOOK}", (book, planner.sources(refs)), (), _book_cost(book)
        )
    for id in planner.project.documents:
        standard, refs = standard_view(planner.project, id)
        charts = (
            *[f"sheets/{name}" for name in _annexed(standard.document)],
            *[f"{IMAGES}{name}" for name in standard.document.shown.images],
        )
        cost = _DOCUMENT + _document_cost(standard.document)
        yield from _document(planner, made, f"standards/{id}", (standard, planner.sources(refs)), charts, cost)
    if made:
        yield from _posters(planner)
        drawn = [f"{kind}/{id}" for id in planner.project.processes for kind in ("sheets", "poster")]
        needs = (*[target.name for target in made], *drawn)
        yield Target(FONTS, "paged.fonts", planner.project.identity.fonts, needs, published=False, cost=_DOCUMENT)


def _posters(planner: Planner) -> Iterator[Target]:
    """With the faces of the documents: a project that prints nothing has none, and no posters."""
    for id in planner.project.processes:
        view, refs = process_view(planner.project, id)
        sources = planner.sources(refs)
        yield Target(f"poster/{id}", "flowchart.poster", view, sources=sources, published=False, cost=_CHART)
        yield Target(
            f"posters/{id}.pdf",
            "paged.pdf",
            Issue(draft=planner.issue.draft),
            (f"poster/{id}", FONTS),
            sources,
            cost=_POSTER,
        )


def _document(
    planner: Planner,
    made: list[Target],
    name: str,
    shown: tuple[WorkbookView | StandardView, tuple[str, ...]],
    charts: tuple[str, ...],
    cost: int,
) -> Iterator[Target]:
    view, sources = shown
    html = Target(
        f"html/{name}",
        "paged.html",
        issued(view, planner.issue),
        sources=sources,
        published=False,
        cost=max(1, cost // 20),
    )
    made.append(html)
    yield html
    yield Target(f"{name}.pdf", "paged.pdf", planner.issue.printed, (html.name, FONTS, *charts), sources, cost=cost)


def issued(view: WorkbookView | StandardView, issue: Issue) -> WorkbookView | StandardView:
    """The view with what its colophon says of the issue."""
    return replace(view, edition=replace(view.edition, revision=issue.revision, draft=issue.draft))


def _images_of(planner: Planner) -> Iterator[Target]:
    for name, data in planner.project.images.items():
        sources = (f"standards/images/{name}",)
        yield Target(f"{IMAGES}{name}", "image", ImageFile(name, data), sources=sources)


def _site(planner: Planner, handbooks: bool) -> Iterator[Target]:
    """The pages and the open data beside them. Handbooks are offered where they are made as well: who builds the portal
    alone needs no print engine.
    """
    data = PageData(planner.project)
    for page in pages(planner.project):
        sources = planner.sources(page.refs)
        shown = page if handbooks else without_files(page)
        if shown:
            yield Target(f"site/{page.path}", "site", replace(shown, refs=()), shown.needs, sources)
        if page.items:
            yield Target(f"site/{page.path}.data", "data", data.files(stem(page.path), page.items), sources=sources)
        if page.services:
            shown_as = data.services(stem(page.path), page.services)
            yield Target(f"site/{page.path}.data", "data", shown_as, sources=sources)


def _data(planner: Planner) -> Iterator[Target]:
    for file in data_files(planner.project):
        yield Target(
            f"data/{file.path}", "data", file, sources=planner.sources(file.refs), cost=len(file.items) // 10 + 1
        )
    for offered in service_files(planner.project):
        yield Target(f"data/{offered.path}", "data", offered, sources=planner.sources(offered.refs))


def _charts(book: WorkbookView) -> list[str]:
    """Ids of the flowcharts a handbook shows, each once, in its order."""
    ids: dict[str, None] = {}
    for part in book.parts:
        match part:
            case FlowchartsPart(processes=processes):
                ids.update(dict.fromkeys(process.id for process in processes))
            case StandardsPart(documents=documents):
                ids.update(dict.fromkeys(id for document in documents for id in _annexed(document)))
            case _:
                pass
    return list(ids)


def _images(book: WorkbookView) -> list[str]:
    """Names of the pictures that the standards of a handbook show."""
    standards = [part for part in book.parts if isinstance(part, StandardsPart)]
    return list(
        dict.fromkeys(name for part in standards for document in part.documents for name in document.shown.images)
    )


def _annexed(document: DocumentView) -> list[str]:
    """Ids of the flowcharts in a standard: those its annexes show, and those of figures in its text."""
    inside = [process.id for process in document.shown.processes.values()]
    return list(dict.fromkeys([*[annex.process.id for annex in document.annexes if annex.process], *inside]))


def _book_cost(book: WorkbookView) -> int:
    return _DOCUMENT + sum(_part_cost(part) for part in book.parts)


def _part_cost(part: PartView) -> int:
    match part:
        case CatalogPart(catalog=catalog):
            return _ROW * catalog.size
        case StandardsPart(documents=documents):
            return sum(_document_cost(document) for document in documents)
        case ServicesPart(guides=guides):
            return _SECTION * sum(len(guide.services) for guide in guides)
        case FlowchartsPart(processes=processes):
            return _CHART * len(processes)
        case _:
            return _SECTION


def _document_cost(document: DocumentView) -> int:
    rows = sum(annex.catalog.size for annex in document.annexes if annex.catalog)
    clauses = (*document.clauses, *(clause for annex in document.annexes for clause in annex.clauses))
    return _SECTION * sum(_sections(clause) for clause in clauses) + _ROW * rows


def _sections(clause: ClauseView) -> int:
    return 1 + sum(_sections(inner) for inner in clause.clauses)
