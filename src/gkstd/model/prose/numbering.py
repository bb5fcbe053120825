"""Numbers of a standard: tables, figures and formulas in series, notes and examples by clause, footnotes through the text.

In: a document. Out: `Numbered`: its passages with all numbers and printed references filled in, what can be referred to,
and slips (faults with a place). Source: GB/T 1.1—2020, clauses on lists, notes, tables, figures, formulas and references.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from gkstd.model.document import Clause, Document
from gkstd.model.prose.passages import Passage, annex_label, passages, term_number
from gkstd.model.prose.place import Place
from gkstd.model.prose.resolve import resolved
from gkstd.model.prose.series import BULLETS, Series, item_mark
from gkstd.model.prose.slips import Slip
from gkstd.model.prose.targets import Kind, Target, Targets
from gkstd.model.prose.tree import (
    Block,
    BulletList,
    Example,
    Figure,
    Footnote,
    Formula,
    Heading,
    Item,
    Note,
    OrderedList,
    Paragraph,
    Table,
    Verbatim,
)
from gkstd.model.prose.walk import each

TableOrFigure = Literal["table", "figure"]
STEPS = "steps"
"""The table of its steps, which is printed with each chart."""

UNNUMBERED = (Paragraph, Heading, Verbatim, Footnote)
"""Blocks that this leaves as they are: footnotes are numbered by their marks."""
SHOWING = (Table, Figure)

SHOWN: Mapping[str, TableOrFigure] = {"catalog": "table", "table": "table", "form": "table", "process": "figure"}
"""Fields of an annex that pull something in, in the order of print, and what it is numbered as."""


class Numbered(Struct, frozen=True):
    """A standard with its numbers. `shown` gives those of what annexes show: (annex id, "catalog") → 表A.1."""

    passages: tuple[Passage, ...]
    targets: Mapping[str, Target]
    shown: Mapping[tuple[str, str], str]
    slips: tuple[Slip, ...]

    def blocks(self, kind: str, id: str, *path: str | int) -> tuple[Block, ...]:
        """The numbered blocks of the text written at a place; () where nothing was written."""
        place = Place(kind, id, path)
        return next((passage.blocks for passage in self.passages if passage.place == place), ())


@lru_cache(maxsize=128)
def numbered(document: Document) -> Numbered:
    """All numbers of a document; kept, since checks and views ask for the same ones."""
    found = Targets()
    given = list(passages(document))
    notes = Counter(passage.place.id for passage in given if passage.place.path[0] == "notes")
    for id, target in _structure(document):
        found.add(id, target)
    series = Series()
    given = [_Numberer(passage, series, found, notes[passage.place.id]).passage() for passage in given]
    shown = _shown(document, series, found)
    slips = list(found.slips)
    done = tuple(resolved(given, found, slips))
    return Numbered(done, found.known, shown, tuple(slips))


def _structure(document: Document) -> Iterator[tuple[str, Target]]:
    """Clauses, terms and annexes, by id."""
    for clause in document.clauses:
        yield from _clause(document.id, clause, "")
    for annex in document.annexes:
        place = Place("annex", f"{document.id}/{annex.id}", ("id",))
        yield annex.id, Target("annex", annex_label(annex), annex.id, place)
        for clause in annex.clauses:
            yield from _clause(document.id, clause, annex.letter)


def _clause(owner: str, clause: Clause, annex: str) -> Iterator[tuple[str, Target]]:
    place = Place("clause", f"{owner}/{clause.id}", ("id",))
    chapter = not annex and "." not in clause.number
    yield clause.id, Target("clause", f"第{clause.number}章" if chapter else clause.number, clause.id, place)
    for term in clause.terms:
        yield term.id, Target("term", term_number(clause, term), term.id, Place("term", f"{owner}/{term.id}", ("id",)))
    for deeper in clause.clauses:
        yield from _clause(owner, deeper, annex)


def _shown(document: Document, series: Series, found: Targets) -> dict[tuple[str, str], str]:
    """What annexes show is numbered after what is written in them, in the order of print."""
    shown: dict[tuple[str, str], str] = {}
    for annex in document.annexes:
        place = Place("annex", f"{document.id}/{annex.id}", ("id",))
        for field, kind in SHOWN.items():
            source = getattr(annex, field)
            if not source:
                continue
            number = shown[annex.id, field] = series.next(kind, annex.letter)
            if field == "process":
                shown[annex.id, STEPS] = series.next("table", annex.letter)
            id = f"{field}:{source}"
            if id not in found.known:
                found.add(id, Target(kind, number, annex.id, place))
    return shown


class _Numberer:
    """Numbers the blocks of one passage."""

    def __init__(self, passage: Passage, series: Series, found: Targets, of_term: int) -> None:
        self.given, self.series, self.found, self.of_term = passage, series, found, of_term

    @cached_property
    def notes(self) -> list[Block]:
        """The notes that are counted through the passage: not those below a table or figure."""
        blocks = each(self.given.blocks)
        below = {id(note) for block in blocks if isinstance(block, SHOWING) for note in block.notes}
        return [block for block in blocks if isinstance(block, Note) and id(block) not in below]

    @cached_property
    def examples(self) -> list[Block]:
        """The examples of the passage."""
        return [block for block in each(self.given.blocks) if isinstance(block, Example)]

    def passage(self) -> Passage:
        """The passage with numbers."""
        if all(type(block) in UNNUMBERED for block in self.given.blocks):
            return self.given
        return replace(self.given, blocks=tuple([self.block(block, ()) for block in self.given.blocks]))

    def block(self, block: Block, marks: tuple[str, ...]) -> Block:  # noqa: PLR0911 - one for each kind of block
        """The block with its number; `marks` are those of the items it stands in."""
        match block:
            case Note():
                return replace(block, number=self.count(self.notes, block))
            case Example():
                return replace(block, number=self.count(self.examples, block))
            case BulletList() | OrderedList():
                return replace(block, items=tuple(self.items(block, marks)))
            case Table():
                return self.titled(block, "table")
            case Figure():
                return self.titled(block, "figure")
            case Formula():
                number = self.series.next("formula", self.given.annex)
                self.claim(block.id, "formula", number, (block.start, block.end))
                return replace(block, number=number)
            case _:
                return block

    def count(self, of: Sequence[Block], block: Block) -> str:
        """The notes of a term are texts of their own, and are counted over the whole entry."""
        if self.given.place.path[0] == "notes":
            return str(int(self.given.place.path[1]) + 1) if self.of_term > 1 else ""
        place = next(at for at, one in enumerate(of, 1) if one is block)
        return str(place) if len(of) > 1 else ""

    def items(self, block: BulletList | OrderedList, marks: tuple[str, ...]) -> Iterator[Item]:
        ordered = isinstance(block, OrderedList)
        for count, item in enumerate(block.items, 1):
            mark = item_mark(ordered, block.depth, count)
            chain = (*marks, mark)
            if item.id:
                home = self.found.known.get(self.given.home)
                printed = " ".join([*([home.printed] if home else []), *chain])
                numbered = ordered and not any(mark in BULLETS for mark in marks)
                self.claim(item.id, "item" if numbered else "bullet", printed, item.marker)
            below = tuple([self.block(inner, chain) for inner in item.blocks])
            yield Item(item.start, item.end, item.marker, item.id, item.pieces, below, mark)

    def titled(self, block: Table | Figure, kind: TableOrFigure) -> Block:
        """With its number if it has a title, and its notes numbered by themselves."""
        several = len(block.notes) > 1
        notes = tuple([replace(n, number=str(at) if several else "") for at, n in enumerate(block.notes, 1)])
        if not block.captioned:
            return replace(block, notes=notes)
        number = self.series.next(kind, self.given.annex)
        self.claim(block.id, kind, number, block.head)
        return replace(block, notes=notes, number=number)

    def claim(self, id: str, kind: Kind, printed: str, within: tuple[int, int]) -> None:
        self.found.add(id, Target(kind, printed, self.given.home, self.given.place, within))
