"""A handbook, part by part, and the edition it belongs to.

In: the project and a workbook's id. Out: `WorkbookView` and what it was made from. Chapters are numbered 第一部分, 第二部分 …;
`anchor` is a name for links inside the book, unique in it.
"""

from msgspec import Struct

from gkstd.model.project import Identity, Project
from gkstd.model.values.numerals import to_chinese
from gkstd.model.workbook import (
    Catalog,
    Colophon,
    Contents,
    Cover,
    Figures,
    Flowcharts,
    Forms,
    Glossary,
    HalfTitle,
    Index,
    Laws,
    Part,
    Register,
    Revision,
    Services,
    Standards,
    SystemPart,
    Tables,
    TextPart,
    Workbook,
)
from gkstd.render.views import annexes, printed
from gkstd.render.views import parts as part_views
from gkstd.render.views.catalog import catalog_view
from gkstd.render.views.document import DocumentView, document_view
from gkstd.render.views.grid import figures_view, form_view, table_view
from gkstd.render.views.laws import LawsView, laws_view
from gkstd.render.views.once import once
from gkstd.render.views.parts import (
    CatalogPart,
    ColophonView,
    ContentsView,
    CoverView,
    EditionView,
    FlowchartsPart,
    FormsPart,
    GlossaryPart,
    GridsPart,
    HalfTitleView,
    Heading,
    IndexPart,
    LawsPart,
    PartView,
    RevisionPart,
    ServicesPart,
    StandardsPart,
    TextView,
)
from gkstd.render.views.process import ProcessView, process_view
from gkstd.render.views.registers import register_view
from gkstd.render.views.revision import Scope, revision_view
from gkstd.render.views.seen import Ref, Refs, Seen
from gkstd.render.views.service import guide_view
from gkstd.render.views.system import has_system, system_view

SYSTEM_BOOK = "standard-system"
"""Name of the file with the standard system, beside the standards."""

ANNEXES = (Laws, Glossary)
FRAME = (Cover, HalfTitle, Contents, Revision, Index, Colophon)
"""Parts without a number: the first and the last pages."""
PLAIN: dict[type[Part], type[CoverView | HalfTitleView | ContentsView | ColophonView]] = {
    Cover: CoverView,
    HalfTitle: HalfTitleView,
    Contents: ContentsView,
    Colophon: ColophonView,
}


class WorkbookView(Struct, frozen=True):
    """The book. `volume` is 第一分册 or ""; `issued` a printed day; `masthead` the line above the title."""

    id: str
    title: str
    subtitle: str
    masthead: str
    volume: str
    issuer: str
    issued: str
    edition: EditionView
    parts: tuple[PartView, ...]


def workbook_view(project: Project, workbook_id: str, previous: Project | None = None) -> tuple[WorkbookView, Refs]:
    """A handbook that exists; a part that refers to nothing is left out (a check has refused it).

    `previous` is the edition before, if its sources are to be had.
    """
    seen = Seen()
    seen.add("workbook", workbook_id)
    return _book(project, project.workbooks[workbook_id], seen, previous)


def system_book(project: Project) -> tuple[WorkbookView, Refs]:
    """The standard system as a book of its own."""
    note = project.system.note if project.system else ""
    title = project.system.title if project.system else f"{project.identity.region.short}标准体系"
    text = (TextPart("编制说明", note),) if note else ()
    parts = (Cover(), Contents(), *text, SystemPart("标准体系", ""), Colophon())
    book = Workbook(SYSTEM_BOOK, title, "结构图、明细表、统计表", "", None, None, "", parts)
    return _book(project, book, Seen())


def _book(project: Project, book: Workbook, seen: Seen, previous: Project | None = None) -> tuple[WorkbookView, Refs]:
    seen.add("project", "")
    view = WorkbookView(
        id=book.id,
        title=book.title,
        subtitle=book.subtitle,
        masthead=project.identity.name,
        volume=f"第{to_chinese(book.volume)}分册" if book.volume else "",
        issuer=book.issuer or project.identity.publisher,
        issued=printed.day(book.issued or project.identity.edition.date),
        edition=edition_view(project.identity),
        parts=_gathered(project, previous, book, once(_parts(project, book, seen))),
    )
    return view, seen.refs


def edition_view(identity: Identity) -> EditionView:
    """The edition in print."""
    return EditionView(
        id=identity.edition.id,
        title=identity.edition.title,
        date=printed.day(identity.edition.date),
        as_of=printed.day(identity.as_of),
        notice=identity.edition.notice,
        project=identity.name,
        region=identity.region.name,
        publisher=identity.publisher,
        portal=identity.portal.base,
    )


def _parts(project: Project, book: Workbook, seen: Seen) -> tuple[PartView, ...]:
    views: list[PartView] = []
    annexed = sum(isinstance(part, ANNEXES) for part in book.parts)
    chapters = annex = 0
    for place, part in enumerate(book.parts, 1):
        numbered = not isinstance(part, (*FRAME, *ANNEXES))
        chapters += numbered
        annex += isinstance(part, ANNEXES)
        label = f"第{to_chinese(chapters)}部分" if numbered else ""
        if isinstance(part, ANNEXES):
            label = f"附录{to_chinese(annex)}" if annexed > 1 else "附录"
        views.extend(_part(project, book, part, (f"part-{place}", label), seen))
    return tuple(views)


def _part(project: Project, book: Workbook, part: Part, head: tuple[str, str], seen: Seen) -> list[PartView]:  # noqa: PLR0912
    """The view of a part, or nothing when what it names does not exist."""
    view: PartView | None = None
    heading = Heading(*head, getattr(part, "title", ""))
    match part:
        case Cover() | HalfTitle() | Contents() | Colophon():
            view = PLAIN[type(part)]()
        case Revision() | Glossary() | Index():
            view = _later(project, part, heading)
        case TextPart(text=text):
            view = TextView(heading, text)
        case Laws():
            view = LawsPart(heading, _cited(project, book, seen))
        case Catalog(domain=domain) if domain in project.domains:
            view = _catalog(project, domain, heading, seen)
        case Standards(ids=ids):
            view = StandardsPart(
                heading, tuple([_document(project, id, seen) for id in ids if id in project.documents])
            )
        case Flowcharts(ids=ids):
            processes = [_process(project, id, seen) for id in ids if id in project.processes]
            view = FlowchartsPart(heading, tuple(processes))
        case Services(ids=ids):
            view = _services(project, book, ids, heading, seen)
        case Tables(ids=ids):
            view = GridsPart(heading, part.text, tuple([table_view(project, id, seen) for id in ids]))
        case Figures(ids=ids):
            view = GridsPart(heading, part.text, figures_view(project, ids, seen))
        case Register(of=of):
            view = GridsPart(heading, part.text, (register_view(project, of, seen),))
        case SystemPart() if has_system(project):
            view = part_views.SystemPart(heading, part.text, system_view(project, seen))
        case Forms(ids=ids):
            view = FormsPart(heading, tuple([form_view(project, id, seen) for id in ids]))
    return [view] if view else []


def _later(project: Project, part: Revision | Glossary | Index, heading: Heading) -> PartView:
    """A part that `_gathered` fills in when all others are there."""
    match part:
        case Revision():
            return RevisionPart(revision_view(project, None, Scope(frozenset(), frozenset())))
        case Glossary():
            return GlossaryPart(heading, ())
        case Index():
            return IndexPart(heading, annexes.item_index(()))


def _gathered(
    project: Project, previous: Project | None, book: Workbook, parts: tuple[PartView, ...]
) -> tuple[PartView, ...]:
    """The parts that are made from the others filled in."""
    documents = [document for part in parts if isinstance(part, StandardsPart) for document in part.documents]
    catalogs = [part for part in parts if isinstance(part, CatalogPart)]
    rows = [(part.heading.anchor, row) for part in catalogs for group in part.catalog.groups for row in group.rows]
    made: list[PartView] = []
    for part in parts:
        match part:
            case RevisionPart():
                scope = _scope(book, previous)
                made.append(RevisionPart(revision_view(project, previous, scope)))
            case GlossaryPart(heading=heading):
                made += [GlossaryPart(heading, terms)] if (terms := annexes.glossary(documents)) else []
            case IndexPart(heading=heading):
                made += [IndexPart(heading, annexes.item_index(rows))] if rows else []
            case _:
                made.append(part)
    return tuple(made)


def _scope(book: Workbook, previous: Project | None) -> Scope:
    """What the book shows, now or in the edition before."""
    before = previous.workbooks.get(book.id) if previous else None
    parts = (*book.parts, *(before.parts if before else ()))
    domains = [part.domain for part in parts if isinstance(part, Catalog)]
    documents = [id for part in parts if isinstance(part, Standards) for id in part.ids]
    return Scope(frozenset(domains), frozenset(documents))


def _catalog(project: Project, domain: str, heading: Heading, seen: Seen) -> CatalogPart:
    catalog, refs = catalog_view(project, domain)
    seen.extend(refs)
    title = heading.title or f"{catalog.title}领域公开事项标准目录"
    return CatalogPart(Heading(heading.anchor, heading.label, title), catalog)


def _document(project: Project, id: str, seen: Seen) -> DocumentView:
    view, refs = document_view(project, id)
    seen.extend(refs)
    return view


def _services(project: Project, book: Workbook, ids: tuple[str, ...], heading: Heading, seen: Seen) -> ServicesPart:
    guides = []
    for id in ids:
        view, refs = guide_view(project, id)
        seen.extend(refs)
        guides.append(view)
    charts = [id for part in book.parts if isinstance(part, Flowcharts) for id in part.ids if id in project.processes]
    return ServicesPart(heading, tuple(guides), tuple(dict.fromkeys(charts)))


def _process(project: Project, id: str, seen: Seen) -> ProcessView:
    view, refs = process_view(project, id)
    seen.extend(refs)
    return view


def _cited(project: Project, book: Workbook, seen: Seen) -> LawsView:
    """What the other parts of the book cite."""
    what: list[Ref] = []
    for part in book.parts:
        match part:
            case Catalog(domain=domain) if domain in project.domains:
                what.append(("domain", domain))
            case Standards(ids=ids):
                what.extend(("document", id) for id in ids if id in project.documents)
            case Services(ids=ids):
                what.extend(("service", service) for id in ids for service in project.guides[id].services)
            case Flowcharts(ids=ids):
                what.extend(("process", id) for id in ids if id in project.processes)
            case _:
                pass
    view, refs = laws_view(project, what)
    seen.extend(refs)
    return view
