"""A standard laid out for reading by rules: all its texts in one string, with what each stretch of it is.

In: a document and its numbers. Out: `Draft`. Offsets in `Draft.text` lead back to the source (`Draft.place`). Pieces that
print something else than they say (references, code, standards cited) stand as `PRINTED`, markup as `SILENT`, so that a
pattern never reads markup as words. Never decides what is wrong.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Literal

from msgspec import Struct

from gkstd.checks.drafting.clauses import every, roots
from gkstd.checks.drafting.lazy import Lazy
from gkstd.checks.drafting.letters import Letters, Triggers
from gkstd.model.document import Clause, Document
from gkstd.model.prose.numbering import Numbered, numbered
from gkstd.model.prose.passages import Passage
from gkstd.model.prose.place import Place
from gkstd.model.prose.tree import (
    Block,
    BulletList,
    Citation,
    Example,
    Figure,
    Footnote,
    Formula,
    Heading,
    Inline,
    Item,
    Note,
    OrderedList,
    Paragraph,
    Table,
    Text,
)
from gkstd.model.prose.walk import HOLDING

PRINTED, SILENT = "\ue000", "\ue001"
"""Stand for characters whose words are not the author's, and for characters that print nothing."""

QUOTED = re.compile(r"“[^“”\n]*”|《[^《》\n]*(?:《[^《》\n]*》[^《》\n]*)*》|「[^「」\n]*」")
FIXED = ("scope", "references", "terms")

Kind = Literal["paragraph", "item", "note", "example", "footnote", "cell", "header", "caption", "definition", "heading", "formula"]  # fmt: skip


KINDS: dict[type, Kind] = {
    Note: "note", Example: "example", Footnote: "footnote", Heading: "heading", Formula: "formula"
}  # fmt: skip


class Run(Struct, frozen=True):
    """A stretch `[start, end)` of the text that is one run of words; `owner` is the block or item it belongs to."""

    start: int
    end: int
    kind: Kind
    home: int
    owner: "Block | Item"
    in_table: bool = False


class Home(Struct, frozen=True):
    """A text as written: its passage, where it begins in `Draft.text`, the clause it stands in (None in annex heads), its words."""

    passage: Passage
    start: int
    clause: Clause | None
    raw: str


class Draft:
    """One standard. `edition` is the year of the edition of GB/T 1.1 it follows."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.edition = 2020 if document.drafting.endswith("2020") else 2009
        self.numbers: Numbered = numbered(document)
        self.homes: list[Home] = []
        self.runs: list[Run] = []
        self.citations: list[tuple[int, Citation]] = []
        self.mentions: list[Any] | None = None
        """Kept by `mentions.mentions`."""
        clauses = dict(_clauses(document))
        raw = _raw(document)
        parts: list[str] = []
        at = 0
        for passage in self.numbers.passages:
            written = raw.get((passage.place.kind, passage.place.id, passage.place.path), "")
            self.homes.append(Home(passage, at, clauses.get(passage.place.id), written))
            masked = _Mask(self, len(self.homes) - 1).done()
            parts += (masked, "\n")
            at += len(masked) + 1
        self.text = "".join(parts)
        self.run_starts = [run.start for run in self.runs]

    @cached_property
    def letters(self) -> Letters:
        """What stands in the text, or in more than it: where a whole edition is read, it is one for all standards."""
        return Letters(self.text)

    @cached_property
    def spoken(self) -> Letters:
        """The same of `words`."""
        return Letters(self.words)

    @cached_property
    def words(self) -> str:
        """The text with what stands in quotation marks and title marks taken out, character for character."""
        if "“" not in self.text and "《" not in self.text:
            return self.text
        return QUOTED.sub(lambda hit: PRINTED * len(hit[0]), self.text)

    def run_at(self, offset: int) -> Run | None:
        """The run at an offset of the text."""
        at = bisect_right(self.run_starts, offset) - 1
        run = self.runs[at] if at >= 0 else None
        return run if run and offset < run.end else None

    def passage(self, run: Run) -> Passage:
        """The passage a run stands in."""
        return self.homes[run.home].passage

    def place(self, run: Run, start: int, end: int) -> tuple[Place, tuple[int, int]]:
        """Where a stretch of the text was written."""
        home = self.homes[run.home]
        return home.passage.place, (start - home.start, end - home.start)

    def find(self, pattern: Lazy, triggers: Triggers, quoted: bool = False) -> Iterator[tuple[Run, re.Match[str]]]:
        """Every hit of a pattern inside one run; `quoted` looks inside quotation and title marks too."""
        text = self.text if quoted else self.words
        letters = self.letters if quoted else self.spoken
        if not letters.have(triggers):
            return
        if isinstance(triggers, str) and not any(map(text.__contains__, triggers)):
            return
        for hit in pattern.finditer(text):
            run = self.run_at(hit.start())
            if run is not None and hit.end() <= run.end:
                yield run, hit

    def sentence(self, run: Run, at: int) -> str:
        """The sentence around an offset, quotations taken out."""
        start = max(self.words.rfind(mark, run.start, at) for mark in "。；！？") + 1
        ends = [end for mark in "。；！？" if (end := self.words.find(mark, at, run.end)) >= 0]
        return self.words[max(start, run.start) : min(ends, default=run.end)]


class _Mask:
    """Makes the masked text of one passage and notes its runs."""

    def __init__(self, draft: Draft, home: int) -> None:
        self.draft, self.home = draft, home
        self.base, self.raw = draft.homes[home].start, draft.homes[home].raw
        self.parts: list[str] = []
        self.at = 0

    def done(self) -> str:
        for block in self.draft.homes[self.home].passage.blocks:
            self.block(block, False)
        self.silent(len(self.raw))
        return "".join(self.parts)

    def silent(self, until: int, mark: str = SILENT) -> None:
        if until > self.at:
            self.parts.append(mark * (until - self.at))
            self.at = until

    def block(self, block: Block, in_table: bool) -> None:
        match block:
            case Paragraph():
                definition = self.draft.homes[self.home].passage.place.path[0] == "definition"
                self.run(block.pieces, "definition" if definition else "paragraph", block)
            case BulletList(items=items) | OrderedList(items=items):
                for item in items:
                    self.run(item.pieces, "item", item)
                    for inner in item.blocks:
                        self.block(inner, in_table)
            case Note() | Example() | Footnote() | Heading() | Formula():
                self.run(block.pieces, KINDS[type(block)], block, in_table)
            case Table():
                self.table(block)
            case Figure():
                self.run(block.caption, "caption", block)
                for note in block.notes:
                    self.block(note, True)
            case _:
                pass

    def table(self, table: Table) -> None:
        self.run(table.caption, "caption", table)
        for rows, kind in ((table.header, "header"), (table.rows, "cell")):
            for row in rows:
                for cell in row.cells:
                    self.run(cell.pieces, "header" if kind == "header" else "cell", table, True)
        for note in table.notes:
            self.block(note, True)
        for footnote in sorted(table.footnotes, key=lambda one: one.start):
            self.block(footnote, True)

    def run(self, pieces: tuple[Inline, ...], kind: Kind, owner: Block | Item, in_table: bool = False) -> None:
        if not pieces or pieces[0].start < self.at:
            return
        self.silent(pieces[0].start)
        start = self.base + self.at
        self.pieces(pieces)
        self.draft.runs.append(Run(start, self.base + self.at, kind, self.home, owner, in_table))

    def pieces(self, pieces: tuple[Inline, ...]) -> None:
        for piece in pieces:
            self.silent(piece.start)
            if isinstance(piece, Text):
                self.parts.append(self.raw[self.at : piece.end])
                self.at = max(self.at, piece.end)
            elif isinstance(piece, HOLDING):
                self.pieces(piece.pieces)
                self.silent(piece.end)
            else:
                if isinstance(piece, Citation):
                    self.draft.citations.append((self.base + piece.start, piece))
                self.silent(piece.end, PRINTED if getattr(piece, "label", None) is None else SILENT)


def _clauses(document: Document) -> Iterator[tuple[str, Clause]]:
    """Clauses by the id of the place their text was written at; terms give the clause they stand in."""
    for clauses in (document.clauses, *(annex.clauses for annex in document.annexes)):
        for clause in every(clauses):
            yield f"{document.id}/{clause.id}", clause
            for term in clause.terms:
                yield f"{document.id}/{term.id}", clause


def _raw(document: Document) -> dict[tuple[str, str, tuple[str | int, ...]], str]:
    """All texts by the place they were written at."""
    found: dict[tuple[str, str, tuple[str | int, ...]], str] = {
        ("document", document.id, ("foreword", "text")): document.foreword.text,
        ("document", document.id, ("introduction",)): document.introduction,
    }
    for annex, clauses in roots(document):
        if annex:
            found["annex", f"{document.id}/{annex.id}", ("text",)] = annex.text
        for clause in every(clauses):
            found["clause", f"{document.id}/{clause.id}", ("text",)] = clause.text
            for term in clause.terms:
                id = f"{document.id}/{term.id}"
                found["term", id, ("definition",)] = term.definition
                for at, note in enumerate(term.notes):
                    found["term", id, ("notes", at)] = note
    return found
