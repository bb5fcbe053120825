"""工作手册: what each handbook holds, and the PDF with its size and pages where handbooks are made as well.

In: the edition. Out: the page, which needs all handbooks, and one file a handbook that is its PDF. The planner leaves the
needs and the files out of a build that makes no handbooks: the portal alone needs no print engine.
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from gkstd.model import workbook as parts
from gkstd.model.values.numerals import to_chinese
from gkstd.model.workbook import Workbook
from gkstd.render.site import address, links
from gkstd.render.site.columns import DOWNLOADS
from gkstd.render.site.edition import Edition, refs_of
from gkstd.render.site.page import Link, Page
from gkstd.render.views import printed

FOLDER = "workbooks/"


class BookLine(Struct, frozen=True):
    """A handbook: `file` its PDF on the site, `source` the target that makes it, `holds` its parts in words."""

    title: str
    volume: str
    anchor: str
    subtitle: str
    issued: str
    issuer: str
    domain: Link | None
    holds: tuple[str, ...]
    file: str
    source: str


class DownloadsView(Struct, frozen=True):
    """All handbooks, as they are numbered."""

    books: tuple[BookLine, ...]


class BookFile(Struct, frozen=True):
    """The view of a PDF that is published as its target gave it."""

    source: str


def ordered(edition: Edition) -> tuple[Workbook, ...]:
    """By volume; those without a number last."""
    return tuple(sorted(edition.project.workbooks.values(), key=lambda book: book.volume or 100))


def book_links(edition: Edition) -> tuple[Link, ...]:
    """Their places on the page."""
    return tuple([Link(book.title, f"{DOWNLOADS.path}#{address.book_anchor(book.id)}") for book in ordered(edition)])


def pages(edition: Edition) -> Iterator[Page]:
    """The page, then the files; nothing where the edition has no handbooks."""
    books = tuple([_line(edition, book) for book in ordered(edition)])
    if not books:
        return
    ids = tuple(edition.project.workbooks)
    refs = refs_of(("workbook", ids), ("domain", tuple(edition.project.domains)))
    page = edition.listing(DOWNLOADS, "site/downloads.html", DownloadsView(books), refs)
    yield replace(page, needs=tuple([book.source for book in books]))
    for id, book in zip([book.id for book in ordered(edition)], books, strict=True):
        yield Page(
            book.file, "", edition.frame, None, BookFile(book.source), refs_of(("workbook", (id,))), (book.source,)
        )


def without_files(page: Page) -> Page | None:
    """The page in a build that makes no handbooks; None for their files."""
    if isinstance(page.view, BookFile):
        return None
    return replace(page, needs=()) if isinstance(page.view, DownloadsView) else page


def _line(edition: Edition, book: Workbook) -> BookLine:
    project = edition.project
    return BookLine(
        title=book.title,
        volume=f"第{to_chinese(book.volume)}分册" if book.volume else "",
        anchor=address.book_anchor(book.id),
        subtitle=book.subtitle,
        issued=printed.day(book.issued),
        issuer=book.issuer,
        domain=links.domain(project, book.domain) if book.domain in project.domains else None,
        holds=tuple(dict.fromkeys([title for part in book.parts if (title := _title(edition, part))])),
        file=address.of_book(book.id),
        source=f"{FOLDER}{book.id}.pdf",
    )


def _title(edition: Edition, part: parts.Part) -> str:
    """The title of a part as the handbook prints it; covers and contents have none."""
    if isinstance(part, parts.Cover | parts.HalfTitle | parts.Contents | parts.Revision | parts.Colophon):
        return ""
    if isinstance(part, parts.Catalog) and not part.title and part.domain in edition.project.domains:
        return f"{edition.project.domains[part.domain].title}领域公开事项标准目录"
    return part.title
