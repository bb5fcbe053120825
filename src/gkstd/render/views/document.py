"""An own standard in full, in the order and with the fixed sentences of GB/T 1.1.

In: the project and a document's id. Out: `DocumentView` and what it was made from. All numbers and printed references come
from `model.prose.numbering`; the views carry its blocks as they are.
"""

from typing import NamedTuple

from msgspec import Struct

from gkstd.model.document import Annex, Clause, Document, Term
from gkstd.model.project import Project
from gkstd.model.prose.numbering import Numbered, numbered
from gkstd.model.prose.passages import annex_label, term_number
from gkstd.model.prose.tree import Block, Citation, Inline, Note
from gkstd.model.prose.walk import each, inner, runs
from gkstd.model.system import level_of
from gkstd.render.views import printed
from gkstd.render.views.catalog import CatalogView, catalog_view
from gkstd.render.views.grid import FormView, GridView, form_view, table_view
from gkstd.render.views.index import IndexLine, term_index
from gkstd.render.views.process import ProcessView, process_view
from gkstd.render.views.seen import Refs, Seen
from gkstd.render.views.shown import Shown, shown
from gkstd.render.views.wording import Wording, foreword, wording


class ReferenceLine(Struct, frozen=True):
    """One entry of 规范性引用文件; `id` is the register entry, `document` the own standard, or ""."""

    id: str
    number: str
    title: str
    document: str = ""


class TermView(Struct, frozen=True):
    """术语条目 with its number."""

    id: str
    number: str
    term: str
    english: str
    admitted: tuple[str, ...]
    definition: tuple[Inline, ...]
    notes: tuple[Note, ...]
    source: str


class ClauseView(Struct, frozen=True):
    """章 or 条. `depth` is 1 for 章; `lead` is the fixed sentence of clauses that have one, else ""."""

    id: str
    number: str
    depth: int
    title: str
    lead: str
    blocks: tuple[Block, ...]
    references: tuple[ReferenceLine, ...]
    terms: tuple[TermView, ...]
    clauses: "tuple[ClauseView, ...]"


class Elsewhere(Struct, frozen=True):
    """Where in the same book a table or figure stands that is not printed twice: its words and the anchor there."""

    words: str
    anchor: str


class AnnexView(Struct, frozen=True):
    """附录: `label` 附录A, `nature` （规范性附录） or （规范性） by edition; what it shows is pulled in from data.

    `numbers` are those of what it shows, by field (catalog → 表A.1); `elsewhere` tells, by field, what a book has already.
    """

    id: str
    letter: str
    label: str
    nature: str
    title: str
    blocks: tuple[Block, ...]
    clauses: tuple[ClauseView, ...]
    catalog: CatalogView | None
    process: ProcessView | None
    table: GridView | None = None
    form: FormView | None = None
    numbers: dict[str, str] = {}
    elsewhere: dict[str, Elsewhere] = {}


class DocumentView(Struct, frozen=True):
    """The standard. `issued`, `effective` are ISO days or ""; `level` is the cover's class line, e.g. 企业标准.

    `shown` holds what tables and figures in the text take from data; `citations` the register entry of each standard named
    in the text, by its number; `unconfirmed` names fields.
    """

    id: str
    number: str
    title: str
    title_en: str
    level: str
    ics: str
    ccs: str
    issued: str
    effective: str
    issuer: str
    drafting: str
    foreword: tuple[str, ...]
    foreword_blocks: tuple[Block, ...]
    introduction: tuple[Block, ...]
    clauses: tuple[ClauseView, ...]
    annexes: tuple[AnnexView, ...]
    bibliography: tuple[str, ...]
    shown: Shown
    citations: dict[str, str]
    code: str
    replaces: tuple[str, ...]
    index: tuple[IndexLine, ...]
    unconfirmed: tuple[str, ...] = ()


class _Desk(NamedTuple):
    """What all parts of one view are made with."""

    project: Project
    document: Document
    numbers: Numbered
    words: Wording
    seen: Seen


def document_view(project: Project, document_id: str) -> tuple[DocumentView, Refs]:
    """An own standard that exists."""
    seen = Seen()
    document = project.documents[document_id]
    seen.add("document", document_id)
    words = wording(document.drafting)
    numbers = numbered(document)
    desk = _Desk(project, document, numbers, words, seen)
    view = DocumentView(
        id=document.id,
        number=document.number,
        title=printed.title(document.title),
        title_en=document.title_en,
        level=document.level or level_of(document.number),
        ics=f"ICS {document.ics}" if document.ics else "",
        ccs=f"{words.class_mark}{document.ccs}" if document.ccs else "",
        issued=printed.iso(document.issued),
        effective=printed.iso(document.effective),
        issuer=document.issuer or project.identity.publisher,
        drafting=document.drafting,
        foreword=foreword(document.foreword, words, document.replaces),
        foreword_blocks=numbers.blocks("document", document.id, "foreword", "text"),
        introduction=numbers.blocks("document", document.id, "introduction"),
        clauses=tuple([_clause(desk, clause, 1) for clause in document.clauses]),
        annexes=tuple([_annex(desk, annex) for annex in document.annexes]),
        bibliography=document.bibliography,
        shown=shown(project, numbers.passages, seen),
        citations=_citations(desk),
        code=document.number.partition(" ")[0],
        replaces=document.replaces,
        index=term_index(document) if document.index else (),
        unconfirmed=document.unconfirmed,
    )
    return view, seen.refs


def _clause(desk: _Desk, clause: Clause, depth: int) -> ClauseView:
    for cited in clause.references:
        desk.seen.add("reference", cited.reference)
    return ClauseView(
        id=clause.id,
        number=clause.number,
        depth=depth,
        title=clause.title,
        lead=_lead(clause, desk.words),
        blocks=desk.numbers.blocks("clause", f"{desk.document.id}/{clause.id}", "text"),
        references=tuple([ReferenceLine(c.reference, c.number, printed.title(c.title)) for c in clause.references]),
        terms=tuple([_term(desk, clause, term) for term in clause.terms]),
        clauses=tuple([_clause(desk, inner, depth + 1) for inner in clause.clauses]),
    )


def _lead(clause: Clause, words: Wording) -> str:
    """The fixed sentence; an editor's own text takes its place (…界定的以及下列术语和定义适用于本文件)."""
    if clause.text or clause.clauses:
        return ""
    if clause.kind == "references":
        return words.references if clause.references else words.no_references
    if clause.kind == "terms":
        return words.terms if clause.terms else words.no_terms
    return ""


def _term(desk: _Desk, clause: Clause, term: Term) -> TermView:
    id = f"{desk.document.id}/{term.id}"
    notes = [desk.numbers.blocks("term", id, "notes", at) for at in range(len(term.notes))]
    return TermView(
        id=term.id,
        number=term_number(clause, term),
        term=term.term,
        english=term.english,
        admitted=term.admitted,
        definition=next(runs(desk.numbers.blocks("term", id, "definition")[0])),
        notes=tuple([note for blocks in notes for note in blocks if isinstance(note, Note)]),
        source=term.source,
    )


def _annex(desk: _Desk, annex: Annex) -> AnnexView:
    project, seen = desk.project, desk.seen
    catalog = process = None
    if annex.catalog in project.domains:
        catalog, refs = catalog_view(project, annex.catalog)
        seen.extend(refs)
    if annex.process in project.processes:
        process, refs = process_view(project, annex.process)
        seen.extend(refs)
    return AnnexView(
        id=annex.id,
        letter=annex.letter,
        label=annex_label(annex),
        nature=desk.words.normative if annex.normative else desk.words.informative,
        title=annex.title,
        blocks=desk.numbers.blocks("annex", f"{desk.document.id}/{annex.id}", "text"),
        clauses=tuple([_clause(desk, clause, 1) for clause in annex.clauses]),
        catalog=catalog,
        process=process,
        table=table_view(project, annex.table, seen) if annex.table in project.tables else None,
        form=form_view(project, annex.form, seen) if annex.form in project.forms else None,
        numbers={field: number for (id, field), number in desk.numbers.shown.items() if id == annex.id},
    )


def _citations(desk: _Desk) -> dict[str, str]:
    """The register entry of each standard named in running text; undated ones mean the edition the register has."""
    entries = desk.project.references.values()
    dated = {entry.number: entry.id for entry in entries}
    undated = {entry.number.rpartition("—")[0]: entry.id for entry in entries}
    cited = [
        piece.number
        for passage in desk.numbers.passages
        for block in each(passage.blocks)
        for run in runs(block)
        for piece in inner(run)
        if isinstance(piece, Citation)
    ]
    found = {number: dated.get(number) or undated.get(number, "") for number in cited}
    for id in found.values():
        desk.seen.add("reference", id)
    return {number: id for number, id in sorted(found.items()) if id}
