"""documents/*.yaml → own standards, their clauses numbered."""

from gkstd.diagnostics.codes import content
from gkstd.model.document import Annex, Cited, Clause, Document, Foreword, Term
from gkstd.model.values.stdnumber import format_standard_number, parse_standard_number
from gkstd.source.records.documents import AnnexRecord, ClauseRecord, DocumentFile, TermRecord
from gkstd.source.resolve.directory import Directory
from gkstd.source.resolve.scope import Scope
from gkstd.source.tree import Path, Tree


def document(scope: Scope, directory: Directory, r: DocumentFile, tree: Tree) -> Document:
    """An own standard; catalogs and processes in its annexes are checked by `links`."""
    reader = _Reader(scope, directory, r.id, tree)
    parsed = scope.parse(parse_standard_number, content.NUMBER, r.number, tree, ("number",))
    f = r.foreword
    return Document(
        id=r.id,
        number=format_standard_number(parsed) if parsed else r.number,
        title=r.title,
        title_en=r.title_en or "",
        drafting=r.drafting,
        issued=r.issued,
        effective=r.effective,
        withdrawn=r.withdrawn,
        issuer=r.issuer or "",
        ics=r.ics or "",
        ccs=r.ccs or "",
        system=r.system or "",
        domain=r.domain or "",
        foreword=Foreword(f.proposed_by or "", f.managed_by or "", f.drafted_by, f.drafters, f.text or ""),
        introduction=r.introduction or "",
        clauses=reader.clauses(r.clauses, ("clauses",), ""),
        annexes=tuple(reader.annex(a, ("annexes", i), chr(ord("A") + i)) for i, a in enumerate(r.annexes)),
        bibliography=r.bibliography,
        unconfirmed=r.unconfirmed,
    )


class _Reader:
    """Walks the clauses of one document, numbering as it goes (GB/T 1.1: 5, 5.2; A.1 in annexes)."""

    def __init__(self, scope: Scope, directory: Directory, owner: str, tree: Tree) -> None:
        self.scope, self.directory, self.owner, self.tree = scope, directory, owner, tree

    def clauses(self, records: tuple[ClauseRecord, ...], path: Path, prefix: str) -> tuple[Clause, ...]:
        return tuple(self.clause(r, (*path, i), f"{prefix}{i + 1}") for i, r in enumerate(records))

    def clause(self, r: ClauseRecord, path: Path, number: str) -> Clause:
        self.scope.claim("clause", r.id, self.tree, path, within=self.owner)
        references = []
        for i, written in enumerate(r.references):
            printed, entry = self.directory.reference(written, self.tree, (*path, "references", i))
            title = self.directory.references[entry].title if entry else ""
            references.append(Cited(printed, title, entry))
        return Clause(
            id=r.id,
            number=number,
            kind=r.kind,
            title=r.title or "",
            text=r.text or "",
            references=tuple(references),
            terms=tuple(self.term(t, (*path, "terms", i)) for i, t in enumerate(r.terms)),
            clauses=self.clauses(r.clauses, (*path, "clauses"), f"{number}."),
        )

    def term(self, r: TermRecord, path: Path) -> Term:
        self.scope.claim("term", r.id, self.tree, path, within=self.owner)
        return Term(r.id, r.term, r.english or "", r.admitted, r.definition, r.notes, r.source or "")

    def annex(self, r: AnnexRecord, path: Path, letter: str) -> Annex:
        self.scope.claim("annex", r.id, self.tree, path, within=self.owner)
        return Annex(
            id=r.id,
            letter=letter,
            title=r.title,
            normative=r.kind == "规范性",
            text=r.text or "",
            clauses=self.clauses(r.clauses, (*path, "clauses"), f"{letter}."),
            catalog=r.catalog or "",
            process=r.process or "",
        )
