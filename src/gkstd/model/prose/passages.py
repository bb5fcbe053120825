"""All texts of a standard in the order of print, each with the place it was written at.

In: a document. Out: `Passage` values, their blocks parsed and not yet numbered. Texts that are one line (definitions and
their notes) come as one paragraph or note each.
"""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from gkstd.model.document import Annex, Clause, Document, Term
from gkstd.model.prose.blocks import parse
from gkstd.model.prose.inline import inline
from gkstd.model.prose.place import Place
from gkstd.model.prose.tree import Block, Note, Paragraph

Part = Literal["foreword", "introduction", "body", "annex"]


class Passage(Struct, frozen=True):
    """One text. `number` is that of the clause, annex or term it stands in (5.2, A.1, 附录A, 3.1), "" before clause 1.

    `home` is the id of that clause, annex or term in the document, `annex` the letter of the annex it belongs to or "".
    `normative` texts may hold requirements: clauses of the body and of normative annexes.
    """

    place: Place
    part: Part
    number: str
    home: str
    annex: str
    normative: bool
    blocks: tuple[Block, ...]


def passages(document: Document) -> Iterator[Passage]:
    """Foreword, introduction, clauses with their terms, annexes; texts that are empty are left out."""
    before = (("foreword", ("foreword", "text"), document.foreword.text), ("introduction", ("introduction",), document.introduction))  # fmt: skip
    for part, path, text in before:
        if text:
            yield Passage(Place("document", document.id, path), part, "", "", "", False, parse(text))  # type: ignore[arg-type]
    for clause in document.clauses:
        yield from _clause(document.id, clause, None)
    for annex in document.annexes:
        yield from _annex(document.id, annex)


def annex_label(annex: Annex) -> str:
    """附录A."""
    return f"附录{annex.letter}"


def term_number(clause: Clause, term: Term) -> str:
    """3.1, 3.2 … in the order of the entries (GB/T 1.1)."""
    return f"{clause.number}.{clause.terms.index(term) + 1}"


def _annex(owner: str, annex: Annex) -> Iterator[Passage]:
    if annex.text:
        place = Place("annex", f"{owner}/{annex.id}", ("text",))
        number = annex_label(annex)
        yield Passage(place, "annex", number, annex.id, annex.letter, annex.normative, parse(annex.text))
    for clause in annex.clauses:
        yield from _clause(owner, clause, annex)


def _clause(owner: str, clause: Clause, annex: Annex | None) -> Iterator[Passage]:
    part: Part = "annex" if annex else "body"
    letter, normative = (annex.letter, annex.normative) if annex else ("", True)
    if clause.text:
        place = Place("clause", f"{owner}/{clause.id}", ("text",))
        yield Passage(place, part, clause.number, clause.id, letter, normative, parse(clause.text))
    for term in clause.terms:
        number = term_number(clause, term)
        for place, blocks in _term(owner, term):
            yield Passage(place, part, number, term.id, letter, normative, blocks)
    for deeper in clause.clauses:
        yield from _clause(owner, deeper, annex)


def _term(owner: str, term: Term) -> Iterator[tuple[Place, tuple[Block, ...]]]:
    id = f"{owner}/{term.id}"
    said = term.definition
    yield Place("term", id, ("definition",)), (Paragraph(0, len(said), inline(said)),)
    for at, note in enumerate(term.notes):
        yield Place("term", id, ("notes", at)), (Note(0, len(note), inline(note)),)
