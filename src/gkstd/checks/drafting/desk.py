"""What a rule works at: a standard laid out, what it may look up, and the shortest ways to say where something was found.

In: a draft. Out: places and `Found` values. Never decides what is wrong.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from gkstd.checks.drafting.clauses import every, roots
from gkstd.checks.drafting.draft import Draft, Run
from gkstd.checks.drafting.found import Found, Mend
from gkstd.checks.drafting.looks import Looks
from gkstd.diagnostics import Code, Severity
from gkstd.model.document import Annex, Cited, Clause, Term
from gkstd.model.prose.passages import Passage
from gkstd.model.prose.place import Place
from gkstd.model.prose.tree import Block
from gkstd.model.prose.walk import each


class Desk(Struct, frozen=True, eq=False, dict=True):
    """What a rule may look at; what several rules go through is laid out once."""

    draft: Draft
    looks: Looks

    @cached_property
    def branches(self) -> list[tuple[Annex | None, tuple[Clause, ...], list[Clause]]]:
        """The body and each annex: its clauses, and these with all below them in the order of print."""
        return [(annex, clauses, every(clauses)) for annex, clauses in roots(self.draft.document)]

    @cached_property
    def clauses(self) -> list[Clause]:
        """Each clause of the standard, however deep, in the order of print."""
        return [clause for _, _, clauses in self.branches for clause in clauses]

    @cached_property
    def terms(self) -> list[tuple[Clause, Term]]:
        """The terms, each with the clause it stands in."""
        return [(clause, term) for clause in self.clauses for term in clause.terms]

    @cached_property
    def listed(self) -> list[tuple[Clause, int, Cited]]:
        """The entries of the list of references, each with its clause and position."""
        return [(clause, at, one) for clause in self.clauses for at, one in enumerate(clause.references)]

    @cached_property
    def blocks(self) -> list[tuple[Passage, Block]]:
        """Each block, those in others after the one they stand in, with its passage."""
        return [(passage, block) for passage in self.draft.numbers.passages for block in each(passage.blocks)]

    @cached_property
    def titles(self) -> list[tuple[Place, str]]:
        """The titles of the standard, its clauses and its annexes; those of tables and figures are runs of the draft."""
        found = [(of_document(self, "title"), self.draft.document.title)]
        for annex, _, clauses in self.branches:
            if annex:
                found.append((of_annex(self, annex), annex.title))
            found += [(of_clause(self, clause), clause.title) for clause in clauses if clause.title]
        return found


Rule = Callable[[Desk], Iterator[Found]]


def as_written(found: Found, raw: str) -> Found:
    """The finding less mends of what is printed but not written so: a link, an entity."""
    return found if all(raw[slice(*m.within)] == m.old for m in found.mends) else replace(found, mends=())


def of_clause(desk: Desk, clause: Clause, *path: str | int) -> Place:
    """A field of a clause, its title if none is named, or what stands in it; the nearest enclosing place if it was not written."""
    return Place("clause", f"{desk.draft.document.id}/{clause.id}", path or ("title",))


def of_annex(desk: Desk, annex: Annex, field: str = "title") -> Place:
    """A field of an annex."""
    return Place("annex", f"{desk.draft.document.id}/{annex.id}", (field,))


def of_term(desk: Desk, term: Term, field: str = "term") -> Place:
    """A field of a term."""
    return Place("term", f"{desk.draft.document.id}/{term.id}", (field,))


def of_document(desk: Desk, field: str) -> Place:
    """A field of the standard itself."""
    return Place("document", desk.draft.document.id, (field,))


def at(
    desk: Desk,
    code: Code,
    run: Run,
    start: int,
    end: int,
    values: Mapping[str, object] | None = None,
    mend: str | None = None,
    **more: object,
) -> Found:
    """A finding about a stretch of the text; `mend` is what it becomes."""
    place, within = desk.draft.place(run, start, end)
    old = desk.draft.text[start:end]
    mends = () if mend is None else (Mend(within, old, mend),)
    given = {**(values or {}), **more}
    hints = given.pop("hints", ())
    severity = given.pop("severity", None)
    assert isinstance(hints, tuple)  # noqa: S101
    assert severity is None or isinstance(severity, Severity)  # noqa: S101
    return Found(code, place, within, tuple(given.items()), hints, mends, severity=severity)
