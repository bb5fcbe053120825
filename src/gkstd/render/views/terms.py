"""Terms linked to their definitions: the first use of each term in each text of a standard.

In: a `DocumentView`. Out: the same, its texts with links. The longest term wins; a term is not linked inside its own
entry, in links, in code or in headings. For the portal: in print a link shows nothing.
"""

import re
from collections.abc import Callable

from msgspec.structs import replace

from gkstd.model.prose.tree import Block, Inline, Link, Text
from gkstd.model.prose.walk import Pieces, changed
from gkstd.render.views.document import AnnexView, ClauseView, DocumentView, TermView

Linker = Callable[[Pieces], Pieces]


def linked(view: DocumentView) -> DocumentView:
    """Every clause and annex with its terms linked."""
    names = {name: term.id for clause in view.clauses for term in clause.terms for name in (term.term, *term.admitted)}
    if not names:
        return view
    ranked = sorted(names, key=lambda name: (-len(name), name))
    pattern = re.compile("|".join([re.escape(name) for name in ranked]))
    return replace(
        view,
        introduction=_blocks(view.introduction, names, pattern),
        clauses=tuple([_clause(clause, names, pattern) for clause in view.clauses]),
        annexes=tuple([_annex(annex, names, pattern) for annex in view.annexes]),
    )


def _clause(clause: ClauseView, names: dict[str, str], pattern: re.Pattern[str]) -> ClauseView:
    return replace(
        clause,
        blocks=_blocks(clause.blocks, names, pattern),
        terms=tuple([_term(term, names, pattern) for term in clause.terms]),
        clauses=tuple([_clause(inner, names, pattern) for inner in clause.clauses]),
    )


def _annex(annex: AnnexView, names: dict[str, str], pattern: re.Pattern[str]) -> AnnexView:
    clauses = tuple([_clause(clause, names, pattern) for clause in annex.clauses])
    return replace(annex, blocks=_blocks(annex.blocks, names, pattern), clauses=clauses)


def _term(term: TermView, names: dict[str, str], pattern: re.Pattern[str]) -> TermView:
    linker = _Linker(names, pattern, {term.id})
    notes = tuple([changed(note, linker.pieces) for note in term.notes])
    return replace(term, definition=linker.pieces(term.definition), notes=notes)


def _blocks(blocks: tuple[Block, ...], names: dict[str, str], pattern: re.Pattern[str]) -> tuple[Block, ...]:
    linker = _Linker(names, pattern, set())
    return tuple([changed(block, linker.pieces) for block in blocks])


class _Linker:
    """Links in one text; `done` are the terms it has linked already, or must not."""

    def __init__(self, names: dict[str, str], pattern: re.Pattern[str], done: set[str]) -> None:
        self.names, self.pattern, self.done = names, pattern, done

    def pieces(self, pieces: Pieces) -> Pieces:
        """The pieces, first uses of terms made links."""
        return tuple([part for piece in pieces for part in self._parts(piece)])

    def _parts(self, piece: Inline) -> list[Inline]:
        if not isinstance(piece, Text):
            return [piece]
        parts: list[Inline] = []
        at = 0
        for hit in self.pattern.finditer(piece.text):
            id = self.names[hit[0]]
            if id in self.done:
                continue
            self.done.add(id)
            if hit.start() > at:
                parts.append(Text(piece.start, piece.end, piece.text[at : hit.start()]))
            word = Text(piece.start, piece.end, hit[0])
            parts.append(Link(piece.start, piece.end, f"#{id}", (word,), "term", id))
            at = hit.end()
        return [*parts, Text(piece.start, piece.end, piece.text[at:])] if at < len(piece.text) else parts
