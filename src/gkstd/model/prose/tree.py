"""Blocks and inline pieces of a text.

`start` and `end` are half-open offsets of characters in the text that was parsed, so that a finding can point into it
(`Places.span(…, within=(start, end))`). Numbers and printed references are "" until `numbering` fills them in.
"""

from typing import Literal

from msgspec import Struct

# Inline pieces


class Text(Struct, frozen=True, tag="text"):
    """Plain words, escapes resolved; a line break in the source is a space between Latin words and nothing otherwise."""

    start: int
    end: int
    text: str


class Strong(Struct, frozen=True, tag="strong"):
    """**…**, set in 黑体."""

    start: int
    end: int
    pieces: "tuple[Inline, ...]"


class Code(Struct, frozen=True, tag="code"):
    """`…`, as it stands."""

    start: int
    end: int
    text: str


class CrossReference(Struct, frozen=True, tag="reference"):
    """`[](#id)`: prints the number of the target (第4章, 5.2, 表A.1, 附录B, 式（1）, 5.2 a)).

    `kind` is that of the target (see `Target`), `home` what it stands in; "" when there is none.
    """

    start: int
    end: int
    target: str
    printed: str = ""
    kind: str = ""
    home: str = ""


class Link(Struct, frozen=True, tag="link"):
    """`[words](#id)` leads to a term, clause, table …; `[words](https://…)` out of the document. `kind` as above, or ""."""

    start: int
    end: int
    target: str
    pieces: "tuple[Inline, ...]"
    kind: str = ""
    home: str = ""


class Citation(Struct, frozen=True, tag="citation"):
    """A standard named in running text, as written: `number` is its printed form, `dated` whether it has a year.

    `clause` is what is cited of it (6.2, 附录A, 表1, 第4章), "" for the whole.
    """

    start: int
    end: int
    text: str
    number: str
    dated: bool
    clause: str = ""


class FootnoteMark(Struct, frozen=True, tag="mark"):
    """`[^label]`: a raised number, or a raised letter in a table."""

    start: int
    end: int
    label: str
    number: str = ""


Inline = Text | Strong | Code | CrossReference | Link | Citation | FootnoteMark

# Blocks


class Paragraph(Struct, frozen=True, tag="paragraph"):
    """段."""

    start: int
    end: int
    pieces: tuple[Inline, ...]


class Heading(Struct, frozen=True, tag="heading"):
    """`# …`: no element of GB/T 1.1 (clauses have titles of their own), kept as it was written."""

    start: int
    end: int
    level: int
    pieces: tuple[Inline, ...]


class Item(Struct, frozen=True):
    """One item of a list. `marker` is where its `-` or `1.` stands; `number` is what is printed: a), 1), —— or ·."""

    start: int
    end: int
    marker: tuple[int, int]
    id: str
    pieces: tuple[Inline, ...]
    blocks: "tuple[Block, ...]" = ()
    number: str = ""


class BulletList(Struct, frozen=True, tag="bullets"):
    """列项 without numbers; `depth` is 1 for a list that stands in no other."""

    start: int
    end: int
    depth: int
    items: tuple[Item, ...]


class OrderedList(Struct, frozen=True, tag="ordered"):
    """列项 a) b) c), and 1) 2) 3) inside another."""

    start: int
    end: int
    depth: int
    items: tuple[Item, ...]


class Note(Struct, frozen=True, tag="note"):
    """注：… `number` is 1, 2 … where a clause has several, else ""."""

    start: int
    end: int
    pieces: tuple[Inline, ...]
    number: str = ""


class Example(Struct, frozen=True, tag="example"):
    """示例：… numbered as notes are."""

    start: int
    end: int
    pieces: tuple[Inline, ...]
    number: str = ""


class Footnote(Struct, frozen=True, tag="footnote"):
    """`[^label]: …`: its words; `number` is 1), 2) … through the document, a, b … in a table."""

    start: int
    end: int
    label: str
    pieces: tuple[Inline, ...]
    number: str = ""


class Cell(Struct, frozen=True):
    """One cell; `span` is how many columns it takes (a `<` in the next cell widens it), `rows` how many rows (`^` below)."""

    start: int
    end: int
    pieces: tuple[Inline, ...]
    align: Literal["", "left", "center", "right"] = ""
    columns: int = 1
    rows: int = 1


class Row(Struct, frozen=True):
    """One row; `width` counts the columns it fills as written."""

    start: int
    end: int
    cells: tuple[Cell, ...]
    width: int


class Table(Struct, frozen=True, tag="table"):
    """A Markdown table, or one taken from data (`source`: catalog:<id>, table:<id>, form:<id>).

    `caption` is () and `id` "" for a table without the line `表：标题 {#id}`. `head` marks where that line stands.
    """

    start: int
    end: int
    head: tuple[int, int]
    id: str
    caption: tuple[Inline, ...]
    unit: str
    source: str
    width: int
    header: tuple[Row, ...]
    rows: tuple[Row, ...]
    notes: tuple[Note, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    number: str = ""
    captioned: bool = False


class Figure(Struct, frozen=True, tag="figure"):
    """图：标题 {#id} with `![words](source)`; `source` is process:<id> or the name of an image file of the project."""

    start: int
    end: int
    head: tuple[int, int]
    id: str
    caption: tuple[Inline, ...]
    source: str
    words: str
    notes: tuple[Note, ...] = ()
    number: str = ""
    captioned: bool = False


class Formula(Struct, frozen=True, tag="formula"):
    """式：… {#id}, on a line of its own with its number at the right."""

    start: int
    end: int
    id: str
    pieces: tuple[Inline, ...]
    number: str = ""


class Verbatim(Struct, frozen=True, tag="verbatim"):
    """Lines between fences (```), as they stand."""

    start: int
    end: int
    text: str


Block = Paragraph | Heading | BulletList | OrderedList | Note | Example | Footnote | Table | Figure | Formula | Verbatim


def words(pieces: "tuple[Inline, ...]") -> str:
    """What pieces say, without their form; a reference says what it prints."""
    if len(pieces) == 1 and type(pieces[0]) is Text:
        return pieces[0].text
    return "".join([_words(piece) for piece in pieces])


def _words(piece: Inline) -> str:
    match piece:
        case Text(text=text) | Code(text=text) | Citation(text=text):
            return text
        case Strong(pieces=inner) | Link(pieces=inner):
            return words(inner)
        case CrossReference(printed=printed):
            return printed
        case FootnoteMark():
            return ""
