"""What a rule reports: a code, a place in a standard, values for the message, and how to mend it.

In: a draft. Out: `Found` values; `__init__` turns them into diagnostics. Never knows about files.
"""

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from gkstd.checks.drafting.draft import Draft, Run, every, roots
from gkstd.diagnostics import Code, Severity, Text
from gkstd.model.document import Annex, Clause, Term
from gkstd.model.project import Project
from gkstd.model.prose.passages import Place


class Mend(Struct, frozen=True):
    """`old` at `within` in the text of the finding becomes `new`."""

    within: tuple[int, int]
    old: str
    new: str


class Found(Struct, frozen=True):
    """One finding. `within` are offsets in the text at `place`; `others` further places with a word on each."""

    code: Code
    place: Place
    within: tuple[int, int] | None = None
    values: tuple[tuple[str, object], ...] = ()
    hints: tuple[Text, ...] = ()
    mends: tuple[Mend, ...] = ()
    others: tuple[tuple[Place, Text], ...] = ()
    severity: Severity | None = None


class Desk(Struct, frozen=True):
    """What a rule may look at."""

    draft: Draft
    project: Project


Rule = Callable[[Desk], Iterator[Found]]


def of_clause(desk: Desk, clause: Clause, field: str = "title") -> Place:
    """A field of a clause; the nearest enclosing place if it was not written."""
    return Place("clause", f"{desk.draft.document.id}/{clause.id}", (field,))


def of_annex(desk: Desk, annex: Annex, field: str = "title") -> Place:
    """A field of an annex."""
    return Place("annex", f"{desk.draft.document.id}/{annex.id}", (field,))


def of_term(desk: Desk, term: Term, field: str = "term") -> Place:
    """A field of a term."""
    return Place("term", f"{desk.draft.document.id}/{term.id}", (field,))


def of_document(desk: Desk, field: str) -> Place:
    """A field of the standard itself."""
    return Place("document", desk.draft.document.id, (field,))


def titles(desk: Desk) -> Iterator[tuple[Place, str]]:
    """The titles of the standard, its clauses and its annexes; those of tables and figures are runs of the draft."""
    yield of_document(desk, "title"), desk.draft.document.title
    for annex, clauses in roots(desk.draft.document):
        if annex:
            yield of_annex(desk, annex), annex.title
        for clause in every(clauses):
            if clause.title:
                yield of_clause(desk, clause), clause.title


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
