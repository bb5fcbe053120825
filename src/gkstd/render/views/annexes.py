"""What the last pages of a handbook are made of: its terms, and its items by index number and by body.

In: the parts of the book before them. Out: `GlossaryRow` and `ItemIndex`. Chinese names stand by their sound, as GB 2312 orders
its common characters.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from gkstd.model.prose.tree import Inline
from gkstd.render.views.catalog import ItemRow
from gkstd.render.views.document import ClauseView, DocumentView, TermView


class GlossaryRow(Struct, frozen=True):
    """A term, its definition, and the numbers of the standards that define it so."""

    term: str
    english: str
    definition: tuple[Inline, ...]
    prefix: str
    sources: tuple[str, ...]


class IndexLine(Struct, frozen=True):
    """An item and the place of its row in the book."""

    index: str
    title: str
    anchor: str


class BodyLines(Struct, frozen=True):
    """The items of one body."""

    name: str
    lines: tuple[IndexLine, ...]


class ItemIndex(Struct, frozen=True):
    """The same items twice: by index number, and by body."""

    numbers: tuple[IndexLine, ...]
    bodies: tuple[BodyLines, ...]


def glossary(documents: Iterable[DocumentView]) -> tuple[GlossaryRow, ...]:
    """Terms by sound; what several standards define in the same words stands once."""
    found: dict[tuple[str, tuple[Inline, ...]], GlossaryRow] = {}
    for document in documents:
        for term in _terms(document.clauses):
            known = found.get((term.term, term.definition))
            sources = (*known.sources, document.number) if known else (document.number,)
            prefix = known.prefix if known else f"doc-{document.id}-"
            found[(term.term, term.definition)] = GlossaryRow(term.term, term.english, term.definition, prefix, sources)
    return tuple(sorted(found.values(), key=lambda row: (sound(row.term), row.sources)))


def _terms(clauses: Iterable[ClauseView]) -> Iterator[TermView]:
    for clause in clauses:
        yield from clause.terms
        yield from _terms(clause.clauses)


def item_index(rows: Iterable[tuple[str, ItemRow]]) -> ItemIndex:
    """From rows of catalogs, each with the anchor of its catalog."""
    lines = [(IndexLine(row.index, row.title, f"{anchor}-item-{row.id}"), row.bodies) for anchor, row in rows]
    bodies: dict[str, list[IndexLine]] = {}
    for line, names in lines:
        for name in names:
            bodies.setdefault(name, []).append(line)
    return ItemIndex(
        tuple(sorted([line for line, _ in lines if line.index], key=lambda line: line.index)),
        tuple([BodyLines(name, tuple(bodies[name])) for name in sorted(bodies, key=sound)]),
    )


def sound(text: str) -> bytes:
    """What orders Chinese names by 汉语拼音."""
    return text.encode("gb18030", "replace")
