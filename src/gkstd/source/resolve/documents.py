"""documents/*.yaml → own standards, their clauses numbered."""

from collections.abc import Callable

import msgspec

from gkstd.diagnostics.codes import content
from gkstd.model.document import Annex, Clause, Document, Foreword, Term
from gkstd.model.values.stdnumber import format_standard_number, parse_standard_number
from gkstd.source.records.documents import AnnexRecord, ClauseRecord, DocumentFile, TermRecord
from gkstd.source.resolve.directory import Directory
from gkstd.source.resolve.library import Filler, Library
from gkstd.source.resolve.scope import Scope
from gkstd.source.tree import Path, Tree


def document(scope: Scope, directory: Directory, library: Library, r: DocumentFile, tree: Tree) -> Document:
    """An own standard, shared clauses put in; what its annexes show is checked by `links`."""
    reader = _Reader(scope, directory, r.id, tree, library)
    scope.allow("document", r.id, r.allow)
    f = r.foreword
    return Document(
        id=r.id,
        number=_number(scope, r.number, tree, ("number",)),
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
        unconfirmed=scope.doubts(r, tree),
        replaces=tuple([_number(scope, written, tree, ("replaces", i)) for i, written in enumerate(r.replaces)]),
        index=r.index,
        level=r.level or "",
    )


def _number(scope: Scope, written: str, tree: Tree, path: Path) -> str:
    """A standard number as it is printed, or as it was written when it is none (GK303)."""
    parsed = scope.parse(parse_standard_number, content.NUMBER, written, tree, path)
    return format_standard_number(parsed) if parsed else written


class _Reader:
    """Walks the clauses of one document, numbering as it goes (GB/T 1.1: 5, 5.2; A.1 in annexes)."""

    def __init__(
        self, scope: Scope, directory: Directory, owner: str, tree: Tree, library: Library, fill: Filler | None = None
    ) -> None:
        self.scope, self.directory, self.owner, self.tree = scope, directory, owner, tree
        self.library, self.filler = library, fill
        self.fill: Callable[[str], str] = fill or str

    def clauses(self, records: tuple[ClauseRecord, ...], path: Path, prefix: str) -> tuple[Clause, ...]:
        return tuple(self.clause(r, (*path, i), f"{prefix}{i + 1}") for i, r in enumerate(records))

    def clause(self, r: ClauseRecord, path: Path, number: str) -> Clause:
        self.scope.claim("clause", r.id, self.tree, path, within=self.owner)
        self.scope.allow("clause", f"{self.owner}/{r.id}", r.allow)
        if self.filler and r.text:
            self.scope.places.filled("clause", f"{self.owner}/{r.id}", "text", self.filler.gaps(r.text))
        if r.use is not None and self.filler is None:
            return self.shared(r, path, number)
        references = []
        for i, written in enumerate(r.references):
            references.append(self.directory.reference(written, self.tree, (*path, "references", i)))
        return Clause(
            id=r.id,
            number=number,
            kind=r.kind,
            title=self.fill(r.title or ""),
            text=self.fill(r.text or ""),
            references=tuple(references),
            terms=tuple(self.term(t, (*path, "terms", i)) for i, t in enumerate(r.terms)),
            clauses=self.clauses(r.clauses, (*path, "clauses"), f"{number}."),
        )

    def shared(self, r: ClauseRecord, path: Path, number: str) -> Clause:
        """A clause whose content stands in the library: its places are there, its id and number are here."""
        own = Clause(r.id, number, r.kind, r.title or "", "", (), (), ())
        entry = self.library.find(self.scope, r, self.tree, path)
        if entry is None:
            return own
        reader = _Reader(self.scope, self.directory, self.owner, entry.tree, self.library, fill=entry.fill)
        title = r.title or reader.fill(entry.record.title)
        id = f"{self.owner}/{r.id}"
        self.scope.places.alias("clause", id, "text", entry.tree, ("text",))
        self.scope.places.filled("clause", id, "text", entry.fill.gaps(entry.record.text or ""))
        if r.title is None:
            self.scope.places.alias("clause", id, "title", entry.tree, ("title",))
        self.scope.allow("clause", id, entry.record.allow, "clauses", entry.record.id)
        clauses = reader.clauses(entry.record.clauses, ("clauses",), f"{number}.")
        return msgspec.structs.replace(own, title=title, text=reader.fill(entry.record.text or ""), clauses=clauses)

    def term(self, r: TermRecord, path: Path) -> Term:
        self.scope.claim("term", r.id, self.tree, path, within=self.owner)
        self.scope.allow("term", f"{self.owner}/{r.id}", r.allow)
        return Term(r.id, r.term, r.english or "", r.admitted, r.definition, r.notes, r.source or "")

    def annex(self, r: AnnexRecord, path: Path, letter: str) -> Annex:
        self.scope.claim("annex", r.id, self.tree, path, within=self.owner)
        self.scope.allow("annex", f"{self.owner}/{r.id}", r.allow)
        return Annex(
            id=r.id,
            letter=letter,
            title=r.title,
            normative=r.kind == "规范性",
            text=r.text or "",
            clauses=self.clauses(r.clauses, (*path, "clauses"), f"{letter}."),
            catalog=r.catalog or "",
            process=r.process or "",
            table=r.table or "",
            form=r.form or "",
        )
