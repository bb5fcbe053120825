"""bodies.yaml, laws.yaml, references.yaml → register entries."""

from gkstd.diagnostics.codes import content
from gkstd.model.register import Body, Ceiling, Law, Reference, Revision, Synonym
from gkstd.model.values.level import Level, parse_level
from gkstd.model.values.limit import parse_limit
from gkstd.model.values.stdnumber import format_standard_number, parse_standard_number
from gkstd.source.records.registers import BodyRecord, CeilingRecord, LawRecord, ReferenceRecord, SynonymRecord
from gkstd.source.resolve.directory import document_number
from gkstd.source.resolve.scope import Scope
from gkstd.source.tree import Path, Tree


def body(scope: Scope, r: BodyRecord, tree: Tree, path: Path) -> Body:
    """One entry of the bodies register; parent and successors are checked by `links`."""
    level = scope.word(parse_level, Level, r.level, tree, (*path, "level")) or Level("县级")
    return Body(
        r.id, r.name, r.aliases, r.kind, level, r.parent, r.since, r.until, r.successors, r.note or "",
        scope.doubts(r, tree, path), r.centre,
    )  # fmt: skip


def law(scope: Scope, r: LawRecord, tree: Tree, path: Path) -> Law:
    """One entry of the laws register."""
    number = document_number(scope, r.number, tree, (*path, "number"))
    revisions = tuple(
        Revision(
            v.kind,
            v.issued,
            v.effective or v.issued,
            document_number(scope, v.number, tree, (*path, "revisions", i, "number")),
        )
        for i, v in enumerate(r.revisions)
    )
    ceilings = tuple(
        c for i, v in enumerate(r.ceilings) if (c := _ceiling(scope, v, tree, (*path, "ceilings", i, "limit")))
    )
    return Law(
        r.id, r.title, r.aliases, r.kind, r.issuer, number, r.issued or "", r.effective, r.repealed, r.successors,
        revisions, ceilings, r.note or "", scope.doubts(r, tree, path),
    )  # fmt: skip


def _ceiling(scope: Scope, r: CeilingRecord, tree: Tree, path: Path) -> Ceiling | None:
    limit = scope.parse(parse_limit, content.LIMIT, r.limit, tree, path)
    return Ceiling(r.trigger, limit.clauses[0], r.article) if limit.clauses else None


def reference(scope: Scope, r: ReferenceRecord, tree: Tree, path: Path) -> Reference:
    """One entry of the references register, its number in printed form."""
    parsed = scope.parse(parse_standard_number, content.NUMBER, r.number, tree, (*path, "number"))
    number = format_standard_number(parsed) if parsed else r.number
    return Reference(
        r.id, number, r.title, r.title_en or "", r.issued, r.effective, r.withdrawn, r.successors, r.adopted,
        r.system or "", r.note or "", scope.doubts(r, tree, path),
    )  # fmt: skip


def synonym(r: SynonymRecord) -> Synonym:
    """A term and its short forms."""
    return Synonym(r.term, r.short)
