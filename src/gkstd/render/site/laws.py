"""Laws (公开依据): each with its life and with the items and processes that rest on it.

In: the edition. Out: pages. Order of kinds is the official one (法律 first).
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from gkstd.model.register import Law, Revision
from gkstd.render.site import address, linked, links, standing
from gkstd.render.site.beside import with_linked
from gkstd.render.site.columns import LAWS
from gkstd.render.site.edition import Edition, refs_of
from gkstd.render.site.links import ItemLink
from gkstd.render.site.page import Link, Page
from gkstd.render.site.paging import parted
from gkstd.render.site.standing import Standing
from gkstd.render.views import printed
from gkstd.render.views.laws import KINDS


class LawLine(Struct, frozen=True):
    """A law in the list."""

    link: Link
    number: str
    issuer: str
    effective: str
    standing: Standing
    uses: int


class LawClass(Struct, frozen=True):
    """Laws of one kind."""

    kind: str
    laws: tuple[LawLine, ...]


class LawIndex(Struct, frozen=True):
    """All laws, by kind."""

    classes: tuple[LawClass, ...]
    as_of: str


class Citing(Struct, frozen=True):
    """An item that rests on the law, and the articles it names."""

    item: ItemLink
    articles: str


class LawView(Struct, frozen=True):
    """A law's page."""

    title: str
    kind: str
    issuer: str
    number: str
    issued: str
    effective: str
    repealed: str
    standing: Standing
    as_of: str
    revisions: tuple[str, ...]
    successors: tuple[Link, ...]
    predecessors: tuple[Link, ...]
    note: str
    items: tuple[Citing, ...]
    processes: tuple[Link, ...]
    unconfirmed: tuple[str, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The list, then each law."""
    yield _index(edition)
    for law in edition.project.laws.values():
        yield from _pages(edition, law)


def _index(edition: Edition) -> Page:
    laws = list(edition.project.laws.values())
    kinds = dict.fromkeys([*KINDS, *[law.kind for law in laws]])
    classes = [LawClass(kind, tuple([_line(edition, law) for law in laws if law.kind == kind])) for kind in kinds]
    view = LawIndex(tuple([c for c in classes if c.laws]), edition.frame.as_of)
    refs = refs_of(("law", tuple(edition.project.laws)), ("item", tuple(edition.project.items)))
    return edition.listing(LAWS, "site/laws.html", view, refs)


def _line(edition: Edition, law: Law) -> LawLine:
    return LawLine(
        link=Link(printed.titled(law), address.of_law(law.id)),
        number=law.number,
        issuer=law.issuer,
        effective=printed.day(law.begins),
        standing=standing.of_law(law, edition.as_of),
        uses=len(edition.lookup.items_by_law.get(law.id, ())),
    )


def _pages(edition: Edition, law: Law) -> Iterator[Page]:
    project, tables = edition.project, edition.lookup
    items, processes = tables.items_by_law.get(law.id, ()), tables.processes_by_law.get(law.id, ())
    before = tuple([other.id for other in project.laws.values() if law.id in other.successors])
    view = LawView(
        title=printed.titled(law),
        kind=law.kind,
        issuer=law.issuer,
        number=law.number,
        issued=printed.partial_day(law.issued),
        effective=printed.day(law.effective),
        repealed=printed.day(law.repealed),
        standing=standing.of_law(law, edition.as_of),
        as_of=edition.frame.as_of,
        revisions=tuple([_revision(revision) for revision in law.revisions]),
        successors=tuple([links.law(project, id) for id in law.successors if id in project.laws]),
        predecessors=tuple([links.law(project, id) for id in before]),
        note=law.note,
        items=tuple([_citing(edition, law, id) for id in items]),
        processes=links.processes(project, processes),
        unconfirmed=law.unconfirmed,
    )
    refs = refs_of(("law", (law.id, *law.successors, *before)), ("item", items), ("process", processes))
    page = edition.listed(LAWS, links.law(project, law.id), "site/law.html", view, refs)
    page = with_linked(page, linked.law(edition, law))
    yield from parted(page, view.items, lambda some, number: _part(view, some, number))


def _part(view: LawView, items: tuple[Citing, ...], number: int) -> LawView:
    """What else there is to say of the law stands on its first page."""
    part = replace(view, items=items)
    return part if number == 1 else replace(part, note="", revisions=(), processes=())


def _citing(edition: Edition, law: Law, id: str) -> Citing:
    item = edition.project.items[id]
    articles = [printed.article(basis.citation) for basis in item.basis if basis.law == law.id]
    (line,) = links.item_lines(edition.project, (id,))
    return Citing(line, "、".join([article for article in dict.fromkeys(articles) if article]))


def _revision(revision: Revision) -> str:
    """2016年7月2日修正，2016年9月1日起施行（主席令第48号）."""
    number = f"（{revision.number}）" if revision.number else ""
    return f"{printed.day(revision.issued)}{revision.kind}，{printed.day(revision.effective)}起施行{number}"
