"""An own standard in full, in the order and with the fixed sentences of GB/T 1.1.

In: the project and a document's id. Out: `DocumentView` and what it was made from. Clause numbers and annex letters come
from the model; numbers of terms are given here (3.1, 3.2 …, GB/T 1.1). `text` fields stay Markdown.
"""

from msgspec import Struct

from gkstd.model.document import Annex, Clause, Document, Term
from gkstd.model.project import Project
from gkstd.render.views import printed
from gkstd.render.views.catalog import CatalogView, catalog_view
from gkstd.render.views.grid import FormView, GridView, form_view, table_view
from gkstd.render.views.process import ProcessView, process_view
from gkstd.render.views.seen import Refs, Seen
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
    definition: str
    notes: tuple[str, ...]
    source: str


class ClauseView(Struct, frozen=True):
    """章 or 条. `depth` is 1 for 章; `lead` is the fixed sentence of clauses that have one, else ""."""

    id: str
    number: str
    depth: int
    title: str
    lead: str
    text: str
    references: tuple[ReferenceLine, ...]
    terms: tuple[TermView, ...]
    clauses: "tuple[ClauseView, ...]"


class AnnexView(Struct, frozen=True):
    """附录: `label` 附录A, `nature` （规范性附录） or （规范性） by edition; what it shows is pulled in from data."""

    id: str
    letter: str
    label: str
    nature: str
    title: str
    text: str
    clauses: tuple[ClauseView, ...]
    catalog: CatalogView | None
    process: ProcessView | None
    table: GridView | None = None
    form: FormView | None = None


class DocumentView(Struct, frozen=True):
    """The standard. `issued`, `effective` are ISO days or ""; `level` is the cover's class line, e.g. 企业标准."""

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
    foreword_text: str
    introduction: str
    clauses: tuple[ClauseView, ...]
    annexes: tuple[AnnexView, ...]
    bibliography: tuple[str, ...]


def document_view(project: Project, document_id: str) -> tuple[DocumentView, Refs]:
    """An own standard that exists."""
    seen = Seen()
    document = project.documents[document_id]
    seen.add("document", document_id)
    words = wording(document.drafting)
    view = DocumentView(
        id=document.id,
        number=document.number,
        title=document.title,
        title_en=document.title_en,
        level=_level(document),
        ics=f"ICS {document.ics}" if document.ics else "",
        ccs=f"{words.class_mark}{document.ccs}" if document.ccs else "",
        issued=printed.iso(document.issued),
        effective=printed.iso(document.effective),
        issuer=document.issuer or project.identity.publisher,
        drafting=document.drafting,
        foreword=foreword(document.foreword, words),
        foreword_text=document.foreword.text,
        introduction=document.introduction,
        clauses=tuple([_clause(clause, words, 1, seen) for clause in document.clauses]),
        annexes=tuple([_annex(project, annex, words, seen) for annex in document.annexes]),
        bibliography=document.bibliography,
    )
    return view, seen.refs


_LEVELS = {"GB": "国家标准", "DB": "地方标准", "T/": "团体标准", "Q/": "企业标准"}


def _level(document: Document) -> str:
    """The class line of the cover, from the code of the number."""
    return _LEVELS.get(document.number[:2], "标准")


def _clause(clause: Clause, words: Wording, depth: int, seen: Seen) -> ClauseView:
    for cited in clause.references:
        seen.add(*(("document", cited.document) if cited.document else ("reference", cited.reference)))
    return ClauseView(
        id=clause.id,
        number=clause.number,
        depth=depth,
        title=clause.title,
        lead=_lead(clause, words),
        text=clause.text,
        references=tuple([ReferenceLine(c.reference, c.number, c.title, c.document) for c in clause.references]),
        terms=tuple([_term(clause, term, place) for place, term in enumerate(clause.terms, 1)]),
        clauses=tuple([_clause(inner, words, depth + 1, seen) for inner in clause.clauses]),
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


def _term(clause: Clause, term: Term, place: int) -> TermView:
    return TermView(
        id=term.id,
        number=f"{clause.number}.{place}",
        term=term.term,
        english=term.english,
        admitted=term.admitted,
        definition=term.definition,
        notes=term.notes,
        source=term.source,
    )


def _annex(project: Project, annex: Annex, words: Wording, seen: Seen) -> AnnexView:
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
        label=f"附录{annex.letter}",
        nature=words.normative if annex.normative else words.informative,
        title=annex.title,
        text=annex.text,
        clauses=tuple([_clause(clause, words, 1, seen) for clause in annex.clauses]),
        catalog=catalog,
        process=process,
        table=table_view(project, annex.table, seen) if annex.table in project.tables else None,
        form=form_view(project, annex.form, seen) if annex.form in project.forms else None,
    )
