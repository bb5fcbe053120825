"""Standards: the county's own in full, and the list of them with the national ones adopted or cited.

In: the edition. Out: pages. Anchors of clauses come from their ids, so that they stay when clauses are renumbered.
"""

from collections.abc import Iterator

from msgspec import Struct

from gkstd.model.document import Document
from gkstd.model.register import Reference
from gkstd.render.site import address, linked, links, standing, systems
from gkstd.render.site.beside import with_linked
from gkstd.render.site.columns import STANDARDS
from gkstd.render.site.edition import Edition, refs_of
from gkstd.render.site.head import Article
from gkstd.render.site.links import ItemLink
from gkstd.render.site.page import Link, Page
from gkstd.render.site.standing import Standing
from gkstd.render.views import printed, terms
from gkstd.render.views.document import DocumentView, document_view
from gkstd.render.views.system import has_system


class OwnLine(Struct, frozen=True):
    """An own standard in the list."""

    link: Link
    number: str
    effective: str
    system: str
    unconfirmed: tuple[str, ...]


class ReferenceEntry(Struct, frozen=True):
    """A national, industry or local standard in the list; `anchor` is its place on the page."""

    anchor: str
    number: str
    title: str
    adopted: bool
    standing: Standing
    successors: tuple[Link, ...]
    unconfirmed: bool


class StandardIndex(Struct, frozen=True):
    """All standards; `as_of` is the day on which their standing is told."""

    own: tuple[OwnLine, ...]
    references: tuple[ReferenceEntry, ...]
    as_of: str
    system: Link | None = None


class StandardView(Struct, frozen=True):
    """A standard in full; `domain` and `items` are what it governs."""

    document: DocumentView
    domain: Link | None
    items: tuple[ItemLink, ...]
    unconfirmed: tuple[str, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The list, then each own standard in full."""
    yield _index(edition)
    for document in edition.project.documents.values():
        yield with_linked(_page(edition, document), linked.document(edition, document))


def _index(edition: Edition) -> Page:
    project = edition.project
    view = StandardIndex(
        own=tuple(
            [_own(document) for document in sorted(project.documents.values(), key=lambda document: document.number)]
        ),
        references=tuple([_reference(edition, reference) for reference in project.references.values()]),
        as_of=edition.frame.as_of,
        system=systems.LINK if has_system(project) else None,
    )
    refs = refs_of(("document", tuple(project.documents)), ("reference", tuple(project.references)))
    return edition.listing(STANDARDS, "site/standards.html", view, refs)


def _own(document: Document) -> OwnLine:
    link = Link(document.title, address.of_document(document.id))
    effective = printed.day(document.effective)
    return OwnLine(link, document.number, effective, document.system, document.unconfirmed)


def _reference(edition: Edition, reference: Reference) -> ReferenceEntry:
    references = edition.project.references
    return ReferenceEntry(
        anchor=address.reference_anchor(reference.id),
        number=reference.number,
        title=reference.title,
        adopted=reference.adopted,
        standing=standing.of_reference(reference, edition.as_of),
        successors=tuple(
            [Link(references[id].number, address.of_reference(id)) for id in reference.successors if id in references]
        ),
        unconfirmed=bool(reference.unconfirmed),
    )


def _page(edition: Edition, document: Document) -> Page:
    project = edition.project
    view, refs = document_view(project, document.id)
    items = edition.lookup.items_by_standard.get(document.id, ())
    article = Article(
        f"{document.number}　{document.title}",
        project.identity.edition.date,
        document.issuer or edition.frame.publisher,
        (document.number, document.title),
    )
    shown = StandardView(
        document=terms.linked(view),
        domain=links.domain(project, document.domain) if document.domain in project.domains else None,
        items=links.item_lines(project, items),
        unconfirmed=document.unconfirmed,
    )
    crumb = Link(article.title, address.of_document(document.id))
    refs = (*refs, *refs_of(("item", items)))
    return edition.content(STANDARDS, (crumb,), article, "site/standard.html", shown, refs=refs)
