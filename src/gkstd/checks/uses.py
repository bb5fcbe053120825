"""Where register entries are referred to.

In: a context. Out: `Use` values in the order of the files: which entry, where, and in what object of the catalog.
Skips what has no entry ("" is a name that could not be resolved, and was reported when it was).
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal

from msgspec import Struct

from gkstd.checks.base import Context, once
from gkstd.checks.written import member
from gkstd.model.document import Clause
from gkstd.model.item import Basis
from gkstd.text import Span


class Use(Struct, frozen=True):
    """One reference to the register entry `entry`, by the object titled `owner`; `how` where it is no mere citation."""

    entry: str
    place: Span
    owner: str
    how: Literal["cited", "drafting", "adopted"] = "cited"


@once
def law_uses(ctx: Context) -> list[Use]:
    """Every citation of a law: by items, processes, steps, services and tables."""
    found: list[Use] = []
    for item in ctx.project.items.values():
        found += _cited(ctx, item.basis, item.title, "item", item.id)
    for process in ctx.project.processes.values():
        found += _cited(ctx, process.basis, process.title, "process", process.id)
        for step in process.steps:
            found += _cited(ctx, step.basis, process.title, "step", f"{process.id}/{step.id}")
    for service in ctx.project.services.values():
        found += _cited(ctx, service.basis, service.title, "service", service.id)
        for fee, charged in enumerate(service.fees):
            found += _cited(ctx, charged.basis, service.title, "service", service.id, ("fee", fee, "basis"))
    return in_order(found + _cells(ctx, "law"))


@once
def body_uses(ctx: Context) -> list[Use]:
    """Every body named: leads of domains, bodies of items and guides, lanes of processes, cells of tables."""
    span = ctx.places.span
    found: list[Use] = []
    for domain in ctx.project.domains.values():
        if domain.lead and domain.lead.body:
            found.append(Use(domain.lead.body, span("domain", domain.id, "lead"), domain.title))
    for item in ctx.project.items.values():
        bodies = [(at, named.body) for at, named in enumerate(item.bodies) if named.body]
        found += [Use(body, member(ctx.places, "item", item.id, "body", at), item.title) for at, body in bodies]
    for process in ctx.project.processes.values():
        lanes = [(at, named.body) for at, named in enumerate(process.lanes) if named.body]
        found += [Use(body, span("process", process.id, "lanes", at), process.title) for at, body in lanes]
    for guide in ctx.project.guides.values():
        own = [(at, named.body) for at, named in enumerate(guide.bodies) if named.body]
        found += [Use(body, member(ctx.places, "guide", guide.id, "body", at), guide.title) for at, body in own]
    return in_order(found + _cells(ctx, "body"))


@once
def reference_uses(ctx: Context) -> list[Use]:
    """Every standard cited: references and bibliography of the own standards, and the edition of GB/T 1.1 they follow."""
    numbers = {entry.number: entry.id for entry in ctx.project.references.values()}
    found: list[Use] = []
    for document in ctx.project.documents.values():
        if document.drafting in numbers:
            found.append(Use(numbers[document.drafting], _drafting(ctx, document.id), document.title, "drafting"))
        for at, line in enumerate(document.bibliography):
            listed = [n for n in numbers if line.startswith(n) and not line[len(n) :][:1].isdigit()]
            place = ctx.places.span("document", document.id, "bibliography", at)
            found += [Use(numbers[number], place, document.title) for number in listed]
        for clauses in (document.clauses, *(annex.clauses for annex in document.annexes)):
            for clause in walk(clauses):
                cited = [(at, one.reference) for at, one in enumerate(clause.references) if one.reference]
                home = ("clause", f"{document.id}/{clause.id}", "references")
                found += [Use(name, ctx.places.span(*home, at), document.title) for at, name in cited]
    return in_order(found)


def walk(clauses: tuple[Clause, ...]) -> Iterator[Clause]:
    """Each clause, however deep, in the order of the text."""
    for clause in clauses:
        yield clause
        yield from walk(clause.clauses)


def in_order(uses: Iterable[Use]) -> list[Use]:
    """By place."""
    return sorted(uses, key=lambda use: (use.place, use.entry))


def by_file(uses: Iterable[Use]) -> Iterator[list[Use]]:
    """The uses of one entry in one file together, each group in order of place."""
    ranked = sorted(uses, key=lambda use: (use.place.file, use.entry, use.place))
    for _, group in groupby(ranked, key=lambda use: (use.place.file, use.entry)):
        yield list(group)


def by_entry(uses: Iterable[Use]) -> Iterator[list[Use]]:
    """The uses of one entry in the whole project together."""
    for _, group in groupby(sorted(uses, key=lambda use: (use.entry, use.place)), key=lambda use: use.entry):
        yield list(group)


def _cited(
    ctx: Context, basis: tuple[Basis, ...], owner: str, kind: str, id: str, path: tuple[str | int, ...] = ("basis",)
) -> list[Use]:
    known = [(at, one.law) for at, one in enumerate(basis) if one.law]
    return [Use(law, ctx.places.span(kind, id, *path, at), owner) for at, law in known]


def _cells(ctx: Context, kind: str) -> list[Use]:
    """Cells of tables that stand for a register entry of the kind."""
    return [
        Use(cell.entry, ctx.places.span("table", table.id, "rows", at, column), table.title)
        for table in ctx.project.tables.values()
        for at, row in enumerate(table.rows)
        for column, cell in enumerate(row)
        if cell.entry and table.columns[column].kind == kind
    ]


def _drafting(ctx: Context, document: str) -> Span:
    """The edition of GB/T 1.1 where it is written, else the number of the standard that follows it by default."""
    place = ctx.places.span("document", document, "drafting")
    return place if place != ctx.places.span("document", document) else ctx.places.span("document", document, "number")
