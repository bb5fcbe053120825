"""All running text of a project in one string, to look names up in.

In: a context. Out: text. Leaves out the registers and the values that are parsed elsewhere.
"""

from collections.abc import Iterator

from gkstd.checks.base import Context, once
from gkstd.checks.uses import walk
from gkstd.model.document import Document
from gkstd.model.project import Project
from gkstd.model.workbook import Figures, Register, Tables, TextPart

WITH_TEXT = TextPart | Tables | Figures | Register


@once
def all_text(ctx: Context) -> str:
    """What editors wrote as prose, names of publishers and drafters included."""
    return "\n".join([piece for piece in _pieces(ctx.project) if piece])


def _pieces(project: Project) -> Iterator[str]:
    identity = project.identity
    yield from (identity.publisher, identity.portal.organizer, identity.portal.operator, identity.edition.notice)
    for domain in project.domains.values():
        yield domain.summary
    for item in project.items.values():
        yield item.note
    for process in project.processes.values():
        yield process.summary
        yield from (step.note for step in process.steps)
    for document in project.documents.values():
        yield from _document(document)
    for table in project.tables.values():
        yield from (table.summary, table.source, table.note, *(cell.text for row in table.rows for cell in row))
    for form in project.forms.values():
        yield from (form.lead, form.note)
    for workbook in project.workbooks.values():
        yield workbook.issuer
        yield from (part.text for part in workbook.parts if isinstance(part, WITH_TEXT))


def _document(document: Document) -> Iterator[str]:
    foreword = document.foreword
    yield from (document.issuer, document.introduction, foreword.proposed_by, foreword.managed_by, foreword.text)
    yield from (*foreword.drafted_by, *document.bibliography)
    for clauses in (document.clauses, *(annex.clauses for annex in document.annexes)):
        for clause in walk(clauses):
            yield clause.text
            yield from (f"{term.definition}\n{term.source}" for term in clause.terms)
    yield from (annex.text for annex in document.annexes)
