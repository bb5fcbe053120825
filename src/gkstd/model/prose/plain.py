"""Blocks as plain text, for searching and counting. In: numbered blocks. Out: one text, a line for each paragraph or row."""

from gkstd.model.prose.tree import (
    Block,
    BulletList,
    Example,
    Figure,
    Footnote,
    Formula,
    Note,
    OrderedList,
    Row,
    Table,
    Verbatim,
    words,
)


def plain(blocks: tuple[Block, ...]) -> str:
    """What the blocks say, numbers and captions included."""
    return "\n".join([line for block in blocks for line in _lines(block) if line])


def _lines(block: Block) -> list[str]:  # noqa: PLR0911 - one for each kind of block
    match block:
        case BulletList(items=items) | OrderedList(items=items):
            return [
                line for item in items for line in (f"{item.number} {words(item.pieces)}", plain(item.blocks)) if line
            ]
        case Table():
            rows = [_row(row) for row in (*block.header, *block.rows)]
            caption = f"{block.number} {words(block.caption)}".strip()
            return [caption, *rows, plain(block.notes), plain(block.footnotes)]
        case Figure():
            return [f"{block.number} {words(block.caption)}".strip(), block.words, plain(block.notes)]
        case Formula():
            return [f"{words(block.pieces)} {block.number}"]
        case Note() | Example():
            return [f"{'注' if isinstance(block, Note) else '示例'}{block.number}：{words(block.pieces)}"]
        case Footnote():
            return [f"{block.number} {words(block.pieces)}"]
        case Verbatim(text=text):
            return [text]
        case _:
            return [words(block.pieces)]


def _row(row: Row) -> str:
    return "　".join([words(cell.pieces) for cell in row.cells])
