"""Pieces of a standard's text → HTML, and what the templates ask about its blocks.

In: inline pieces and blocks, numbered. Out: `Markup`. All text is escaped; addresses are anchors made from ids, pages of
cited standards, or http(s) and mailto addresses, which the reader of the text has made sure of.
"""

from collections.abc import Callable, Iterable, Mapping

from markupsafe import Markup, escape

from gkstd.model.prose.tree import (
    Block,
    Citation,
    Code,
    CrossReference,
    Footnote,
    FootnoteMark,
    Inline,
    Link,
    Strong,
    Table,
    Text,
    words,
)
from gkstd.render.views.anchors import anchor

Pieces = tuple[Inline, ...]
Cite = Callable[[str], str]

FEWEST, MOST = 4, 24
"""A column is given the width of at least and at most so many characters."""


def kind(block: Block) -> str:
    """What a block is: paragraph, bullets, ordered, note, example, footnote, table, figure, formula, heading, verbatim."""
    return str(block.__struct_config__.tag)


def footnotes(blocks: Iterable[Block]) -> dict[str, Footnote]:
    """The footnotes of one text by label; printed where their first mark stands."""
    return {block.label: block for block in blocks if isinstance(block, Footnote)}


def nothing_cited(number: str) -> str:  # noqa: ARG001 - print leads to no page
    """No standard has a page."""
    return ""


def say(
    pieces: Pieces, prefix: str = "", notes: dict[str, Footnote] | None = None, cite: Cite = nothing_cited
) -> Markup:
    """Pieces as HTML. `prefix` begins the ids of the document; `notes` are footnotes to print here, each taken out once."""
    return Markup("").join([_piece(piece, prefix, notes, cite) for piece in pieces])


def _piece(piece: Inline, prefix: str, notes: dict[str, Footnote] | None, cite: Cite) -> Markup:  # noqa: PLR0911 - one for each kind of piece
    match piece:
        case Text(text=text):
            return escape(text)
        case Strong(pieces=inner):
            return Markup("<strong>{}</strong>").format(say(inner, prefix, notes, cite))
        case Code(text=text):
            return Markup("<code>{}</code>").format(text)
        case CrossReference():
            address = anchor(piece.kind, piece.target, piece.home, prefix)
            return (
                Markup('<a class="to" href="#{}">{}</a>').format(address, piece.printed)
                if piece.kind
                else escape(piece.printed)
            )
        case Link():
            return _link(piece, say(piece.pieces, prefix, notes, cite), prefix)
        case Citation(text=text, number=number):
            address = cite(number)
            return Markup('<a href="{}">{}</a>').format(address, text) if address else escape(text)
        case FootnoteMark():
            return _mark(piece, prefix, notes, cite)


def _link(piece: Link, said: Markup, prefix: str) -> Markup:
    if not piece.target.startswith("#"):
        return Markup('<a href="{}" rel="noopener">{}</a>').format(piece.target, said)
    if not piece.kind:
        return said
    where = anchor(piece.kind, piece.target[1:], piece.home, prefix)
    return Markup('<a class="{}" href="#{}">{}</a>').format("of-term" if piece.kind == "term" else "to", where, said)


def _mark(piece: FootnoteMark, prefix: str, notes: dict[str, Footnote] | None, cite: Cite) -> Markup:
    note = notes.pop(piece.label, None) if notes else None
    if note is not None:
        inside = say(note.pieces, prefix, None, cite)
        return Markup('<span class="footnote" data-number="{}">{}</span>').format(piece.number, inside)
    if notes is None and piece.number.endswith(")"):
        return Markup('<sup><a href="#{}footnote-{}">{}</a></sup>').format(prefix, piece.number[:-1], piece.number)
    return Markup("<sup>{}</sup>").format(piece.number)


def widths(table: Table) -> list[float]:
    """Shares of the columns in percent, by how long their cells are."""
    lengths = [float(FEWEST)] * table.width
    for row in (*table.header, *table.rows):
        column = 0
        for cell in row.cells:
            if cell.columns == 1 and column < table.width and len(row.cells) == table.width:
                lengths[column] = max(lengths[column], min(MOST, len(words(cell.pieces))))
            column += cell.columns
    whole = sum(lengths) or 1.0
    return [round(100 * length / whole, 2) for length in lengths]


def filters() -> Mapping[str, Callable[..., object]]:
    """What templates of standards call."""
    return {"say": say, "kind": kind, "footnotes": footnotes, "widths": widths, "anchor": anchor_of}


def anchor_of(id: str, kind: str, prefix: str = "") -> str:
    """`id | anchor("clause", prefix)` in a template."""
    return anchor(kind, id, "", prefix)
