"""References of a standard filled in, and its footnotes numbered.

In: passages with numbered blocks and what can be referred to. Out: the passages, each reference with what it prints; slips
for what leads nowhere. Footnotes are numbered by their marks: 1) 2) through the document, a b in each table.
"""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from gkstd.diagnostics.codes import drafting
from gkstd.diagnostics.diagnostic import Code
from gkstd.model.prose.passages import Passage
from gkstd.model.prose.series import letters
from gkstd.model.prose.slips import Slip
from gkstd.model.prose.targets import Target, Targets
from gkstd.model.prose.tree import (
    Block,
    Citation,
    CrossReference,
    Figure,
    Footnote,
    FootnoteMark,
    Inline,
    Link,
    Table,
    Text,
)
from gkstd.model.prose.walk import Pieces, changed, changed_pieces, each

PLAIN = frozenset((Text, Citation))
"""Pieces that refer to nothing in the standard."""


def resolved(given: Iterable[Passage], found: Targets, slips: list[Slip]) -> Iterator[Passage]:
    """The passages in their order, everything in them resolved."""
    count = 0
    for passage in given:
        resolver = _Resolver(passage, found, slips, count)
        yield replace(passage, blocks=resolver.blocks())
        count = resolver.count


class _Resolver:
    """Works on one passage. `count` is the number of the last footnote so far."""

    def __init__(self, passage: Passage, found: Targets, slips: list[Slip], count: int) -> None:
        self.passage, self.found, self.slips, self.count = passage, found, slips, count
        self.every = each(passage.blocks)
        self.footnotes = {b.label: b for b in self.every if isinstance(b, Footnote)}
        self.numbers: dict[str, str] = {}
        self.table: dict[str, str] | None = None
        self.own: frozenset[str] = frozenset()

    def blocks(self) -> tuple[Block, ...]:
        """All blocks; footnotes take the numbers that their marks were given."""
        self._faults()
        done = tuple([self._block(block) for block in self.passage.blocks])
        for label, footnote in self.footnotes.items():
            if label not in self.numbers:
                place = (footnote.start, footnote.end)
                self._slip(drafting.UNUSED_FOOTNOTE, place, label=label)
        return tuple([self._settled(block) for block in done])

    def _block(self, block: Block) -> Block:
        if not isinstance(block, Table):
            return changed(block, self._pieces)
        self.table, self.own = {}, frozenset(note.label for note in block.footnotes)
        made = changed(block, self._pieces)
        assert isinstance(made, Table)  # noqa: S101
        numbers, self.table = self.table, None
        self.numbers |= numbers
        notes = tuple([replace(note, number=numbers.get(note.label, "")) for note in made.footnotes])
        return replace(made, footnotes=tuple(sorted(notes, key=lambda note: (len(note.number), note.number))))

    def _settled(self, block: Block) -> Block:
        return replace(block, number=self.numbers.get(block.label, "")) if isinstance(block, Footnote) else block

    def _pieces(self, pieces: Pieces) -> Pieces:
        if all(map(PLAIN.__contains__, map(type, pieces))):
            return pieces
        return changed_pieces(pieces, self._piece)

    def _piece(self, piece: Inline) -> Inline:
        match piece:
            case CrossReference(target=id):
                target = self._target(id, piece)
                if target is None:
                    return replace(piece, printed=f"[{id}]")
                return replace(piece, printed=target.printed, kind=target.kind, home=target.home)
            case Link(target=address) if address.startswith("#"):
                target = self._target(address[1:], piece)
                return replace(piece, kind=target.kind, home=target.home) if target else piece
            case FootnoteMark(label=label):
                return replace(piece, number=self._number(label, piece))
            case _:
                return piece

    def _target(self, id: str, piece: CrossReference | Link) -> Target | None:
        """What an id means (GK601, GK602 where it means two clauses, annexes or terms, GK603 for what has no number)."""
        target = self.found.known.get(id)
        place = (piece.start, piece.end)
        if target is None:
            known = tuple(self.found.known)
            slip = Slip(drafting.UNKNOWN_TARGET, self.passage.place, place, (("id", id),), word=id, known=known)
            self.slips.append(slip)
        elif id in self.found.twice and self.found.twice[id].within is None:
            other = self.found.twice[id].place
            slip = Slip(drafting.DUPLICATE_TARGET, self.passage.place, place, (("id", id),), other=other)
            self.slips.append(slip)
        elif target.kind == "bullet" and isinstance(piece, CrossReference):
            self._slip(drafting.UNNUMBERED_ITEM, place, id=id)
        return target

    def _number(self, label: str, piece: FootnoteMark) -> str:
        if self.table is not None and label in self.own:
            return self.table.setdefault(label, letters(len(self.table) + 1))
        if label in self.numbers:
            return self.numbers[label]
        if label not in self.footnotes:
            self._slip(drafting.UNKNOWN_FOOTNOTE, (piece.start, piece.end), label=label)
            return ""
        self.count += 1
        return self.numbers.setdefault(label, f"{self.count})")

    def _faults(self) -> None:
        """Captions with nothing below them, and rows that do not fit their table."""
        for block in self.every:
            if isinstance(block, (Table, Figure)) and not block.source and not getattr(block, "width", 0):
                zh, en = ("表", "table") if isinstance(block, Table) else ("图", "figure")
                self._empty(block.head, f"{zh}题下面没有{zh}", f"the caption has no {en} below it")
            if isinstance(block, Table):
                if block.width and not block.rows:
                    self._empty(block.head, "表只有表头，没有内容", "the table has a head but no rows")
                for row in (*block.header, *block.rows):
                    if row.width != block.width:
                        place = (row.start, row.end)
                        self._slip(drafting.UNEVEN_ROW, place, count=str(row.width), columns=str(block.width))

    def _empty(self, place: tuple[int, int], zh: str, en: str) -> None:
        self._slip(drafting.EMPTY_CAPTION, place, what_zh=zh, what_en=en)

    def _slip(self, code: Code, place: tuple[int, int], **values: str) -> None:
        self.slips.append(Slip(code, self.passage.place, place, tuple(values.items())))
