"""Going through blocks: every block in another, every run of pieces, and blocks made anew with other pieces.

In: blocks. Out: blocks or pieces, in the order of print; what a change leaves as it was is the same object. Never decides
anything.
"""

from collections.abc import Callable, Iterator
from operator import is_
from typing import Any

from msgspec.structs import replace

from gkstd.model.prose.tree import (
    Block,
    BulletList,
    Cell,
    Figure,
    Inline,
    Item,
    Link,
    OrderedList,
    Paragraph,
    Row,
    Strong,
    Table,
)

LISTS, HOLDING = (BulletList, OrderedList), (Strong, Link)

Pieces = tuple[Inline, ...]
Change = Callable[[Pieces], Pieces]


def each(blocks: tuple[Block, ...]) -> list[Block]:
    """Every block, those inside list items and below tables and figures after the one they stand in."""
    found: list[Block] = []
    for block in blocks:
        found.append(block)
        if isinstance(block, Paragraph):
            continue  # as most are
        if isinstance(block, LISTS):
            for item in block.items:
                if item.blocks:
                    found += each(item.blocks)
        elif isinstance(block, Table):
            found += block.notes
            found += block.footnotes
        elif isinstance(block, Figure):
            found += block.notes
    return found


def runs(block: Block) -> Iterator[Pieces]:
    """Every run of pieces of a block itself: its words, its items, its caption and cells; not those of blocks in it."""
    match block:
        case BulletList(items=items) | OrderedList(items=items):
            yield from [item.pieces for item in items]
        case Table():
            yield block.caption
            yield from [cell.pieces for row in (*block.header, *block.rows) for cell in row.cells]
        case _:
            yield getattr(block, "caption", ()) or getattr(block, "pieces", ())


def inner(pieces: Pieces) -> Iterator[Inline]:
    """Every piece, and those inside it after it."""
    for piece in pieces:
        yield piece
        if isinstance(piece, HOLDING):
            yield from inner(piece.pieces)


def changed(block: Block, change: Change) -> Block:
    """The block with each run of pieces changed, in the order of print, through all blocks in it."""
    match block:
        case Paragraph(pieces=said):
            done = change(said)
            return block if done is said else replace(block, pieces=done)
        case BulletList(items=items) | OrderedList(items=items):
            made = tuple([_item(item, change) for item in items])
            return block if all(map(is_, made, items)) else replace(block, items=made)
        case Table():
            return replace(
                block,
                caption=change(block.caption),
                header=tuple([_row(row, change) for row in block.header]),
                rows=tuple([_row(row, change) for row in block.rows]),
                notes=tuple([changed(note, change) for note in block.notes]),
                footnotes=tuple([changed(note, change) for note in block.footnotes]),
            )
        case _:
            return _other(block, change)


def _other(block: Block, change: Change) -> Block:
    given: dict[str, Any] = {
        name: change(getattr(block, name)) for name in ("caption", "pieces") if hasattr(block, name)
    }
    if below := getattr(block, "notes", ()):
        given["notes"] = tuple([changed(note, change) for note in below])
    return replace(block, **given) if given else block


def changed_pieces(pieces: Pieces, change: Callable[[Inline], Inline]) -> Pieces:
    """The pieces, each changed, those inside others first."""
    return tuple([change(_inside(piece, change)) for piece in pieces])


def _inside(piece: Inline, change: Callable[[Inline], Inline]) -> Inline:
    if isinstance(piece, HOLDING):
        return replace(piece, pieces=changed_pieces(piece.pieces, change))
    return piece


def _item(item: Item, change: Change) -> Item:
    said, below = change(item.pieces), tuple([changed(block, change) for block in item.blocks])
    if said is item.pieces and all(map(is_, below, item.blocks)):
        return item
    return replace(item, pieces=said, blocks=below)


def _row(row: Row, change: Change) -> Row:
    cells = tuple([_cell(cell, change) for cell in row.cells])
    return row if all(map(is_, cells, row.cells)) else replace(row, cells=cells)


def _cell(cell: Cell, change: Change) -> Cell:
    said = change(cell.pieces)
    return cell if said is cell.pieces else replace(cell, pieces=said)
