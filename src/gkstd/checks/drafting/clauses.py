"""The clauses of a standard, one after another.

In: a standard or some of its clauses. Out: clauses. Knows nothing of texts and rules.
"""

from collections.abc import Iterator

from gkstd.model.document import Annex, Clause, Document


def every(clauses: tuple[Clause, ...]) -> list[Clause]:
    """Each clause, however deep, in the order of print."""
    found: list[Clause] = []
    for clause in clauses:
        found.append(clause)
        if clause.clauses:
            found += every(clause.clauses)
    return found


def roots(document: Document) -> Iterator[tuple[Annex | None, tuple[Clause, ...]]]:
    """The clauses of the body, then those of each annex."""
    yield None, document.clauses
    for annex in document.annexes:
        yield annex, annex.clauses
