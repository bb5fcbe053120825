"""All running text of a project, piece by piece with its place, to look names up in.

In: a context or its project. Out: text, or pieces of it. Leaves out the registers and the values that are parsed elsewhere.
"""

from collections.abc import Iterator

from msgspec import Struct

from gkstd.checks.base import Context, once
from gkstd.checks.uses import walk
from gkstd.model.document import Clause, Document
from gkstd.model.project import Project
from gkstd.model.service import Service
from gkstd.model.table import Table
from gkstd.model.workbook import Figures, Register, SystemPart, Tables, TextPart, Workbook

WITH_TEXT = TextPart | Tables | Figures | Register | SystemPart


class Piece(Struct, frozen=True):
    """What an editor wrote as prose, the place by kind, id and path, and the title of what it belongs to."""

    text: str
    kind: str
    id: str
    path: tuple[str | int, ...]
    owner: str


@once
def all_text(ctx: Context) -> str:
    """Everything in one string, names of publishers and drafters included."""
    return "\n".join([piece.text for piece in pieces(ctx.project)])


def pieces(project: Project) -> Iterator[Piece]:
    """Every piece that says something."""
    return (piece for piece in _pieces(project) if piece.text)


def _pieces(p: Project) -> Iterator[Piece]:
    yield from _identity(p)
    for domain in p.domains.values():
        yield Piece(domain.summary, "domain", domain.id, ("summary",), domain.title)
    for item in p.items.values():
        yield Piece(item.note, "item", item.id, ("note",), item.title)
    for process in p.processes.values():
        yield Piece(process.summary, "process", process.id, ("summary",), process.title)
        for step in process.steps:
            yield Piece(step.note, "step", f"{process.id}/{step.id}", ("note",), process.title)
    for guide in p.guides.values():
        yield Piece(guide.summary, "guide", guide.id, ("summary",), guide.title)
    for service in p.services.values():
        yield from _service(service)
    for document in p.documents.values():
        yield from _document(document)
    for table in p.tables.values():
        yield from _table(table)
    for form in p.forms.values():
        yield Piece(form.lead, "form", form.id, ("lead",), form.title)
        yield Piece(form.note, "form", form.id, ("note",), form.title)
    for book in p.workbooks.values():
        yield from _workbook(book)


def _identity(p: Project) -> Iterator[Piece]:
    one = p.identity
    for text, path in (
        (one.publisher, ("publisher",)),
        (one.portal.organizer, ("portal", "organizer")),
        (one.portal.operator, ("portal", "operator")),
        (one.edition.notice, ("edition", "notice")),
    ):
        yield Piece(text, "project", "", path, one.name)


def _service(s: Service) -> Iterator[Piece]:
    yield Piece(s.content, "service", s.id, ("content",), s.title)
    yield Piece(s.note, "service", s.id, ("note",), s.title)
    for at, condition in enumerate(s.conditions):
        yield Piece(condition, "service", s.id, ("conditions", at), s.title)
    for at, step in enumerate(s.steps):
        yield Piece(step.by, "service", s.id, ("steps", at, "by"), s.title)
        yield Piece(step.text, "service", s.id, ("steps", at, "text"), s.title)


def _document(d: Document) -> Iterator[Piece]:
    foreword = d.foreword
    for text, path in (
        (d.issuer, ("issuer",)),
        (d.introduction, ("introduction",)),
        (foreword.proposed_by, ("foreword", "proposed_by")),
        (foreword.managed_by, ("foreword", "managed_by")),
        (foreword.text, ("foreword", "text")),
    ):
        yield Piece(text, "document", d.id, path, d.title)
    for at, body in enumerate(foreword.drafted_by):
        yield Piece(body, "document", d.id, ("foreword", "drafted_by", at), d.title)
    for at, line in enumerate(d.bibliography):
        yield Piece(line, "document", d.id, ("bibliography", at), d.title)
    for clauses in (d.clauses, *(annex.clauses for annex in d.annexes)):
        for clause in walk(clauses):
            yield from _clause(d, clause)
    for annex in d.annexes:
        yield Piece(annex.text, "annex", f"{d.id}/{annex.id}", ("text",), d.title)


def _clause(d: Document, clause: Clause) -> Iterator[Piece]:
    yield Piece(clause.text, "clause", f"{d.id}/{clause.id}", ("text",), d.title)
    for term in clause.terms:
        yield Piece(term.definition, "term", f"{d.id}/{term.id}", ("definition",), d.title)
        yield Piece(term.source, "term", f"{d.id}/{term.id}", ("source",), d.title)


def _table(table: Table) -> Iterator[Piece]:
    for field, text in (("summary", table.summary), ("source", table.source), ("note", table.note)):
        yield Piece(text, "table", table.id, (field,), table.title)
    for at, row in enumerate(table.rows):
        for column, cell in enumerate(row):
            yield Piece(cell.text, "table", table.id, ("rows", at, column), table.title)


def _workbook(book: Workbook) -> Iterator[Piece]:
    yield Piece(book.issuer, "workbook", book.id, ("issuer",), book.title)
    for at, part in enumerate(book.parts):
        if isinstance(part, WITH_TEXT):
            yield Piece(part.text, "workbook", book.id, ("parts", at, "text"), book.title)
