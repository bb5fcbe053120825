"""Blocks: paragraphs, lists, tables, figures, formulas, notes, examples, footnotes.

In: the Markdown of one text. Out: its blocks. Total: every line stands in some block, and what is not understood is a
paragraph. The language is described in docs/how-to/write-a-standard.md.
"""

from collections.abc import Callable
from functools import lru_cache

from gkstd.model.prose import marks, tables
from gkstd.model.prose.inline import pieces
from gkstd.model.prose.lines import Joined, join
from gkstd.model.prose.marks import Line
from gkstd.model.prose.tree import (
    Block,
    BulletList,
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
    Verbatim,
)

DATA = ("catalog:", "table:", "form:")
"""Sources that make a table; `process:<id>` and names of image files make a figure."""

DEEPEST = 8
"""Lists nested deeper than this are read as text of the item they stand in."""


@lru_cache(maxsize=4096)
def parse(text: str) -> tuple[Block, ...]:
    """The blocks of a text."""
    return tuple(_Reader(text).blocks(0, 0))


class _Reader:
    """Reads the lines of one text from the first to the last."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = marks.lines(text)
        self.at = 0

    def blocks(self, indent: int, depth: int) -> list[Block]:
        """Blocks down to the first line that is indented less; lists in them are of depth `depth` + 1."""
        found: list[Block] = []
        while line := self._next(indent):
            if depth < DEEPEST and line.may_list and (line.starts(marks.BULLET) or line.starts(marks.ORDERED)):
                found.append(self._list(line.indent, depth + 1))
            else:
                found.append(self._block(line))
        return found

    def _next(self, indent: int) -> Line | None:
        """The next line with words, if it is indented enough to belong here."""
        while self.at < len(self.lines) and not self.lines[self.at].words:
            self.at += 1
        if self.at < len(self.lines) and self.lines[self.at].indent >= indent:
            return self.lines[self.at]
        return None

    def _block(self, line: Line) -> Block:  # noqa: PLR0911 - one for each kind of block
        if not line.may_mark:
            return self._paragraph(line)
        if caption := line.starts(marks.CAPTION):
            return _CAPTIONED[caption["what"]](self, len(caption[0]))
        if aside := line.starts(marks.ASIDE):
            return self._aside(aside["what"] == "注", len(aside[0]))
        if footnote := line.starts(marks.FOOTNOTE):
            return self._footnote(footnote["label"], len(footnote[0]))
        if heading := line.starts(marks.HEADING):
            self.at += 1
            run = join(self.text, [(line.start + heading.end(), line.end)])
            return Heading(line.start, line.end, len(heading["level"]), pieces(run))
        if line.starts(marks.FENCE):
            return self._verbatim(line)
        if line.starts(marks.IMAGE):
            return self._bare_image(line)
        if self._table_here():
            return self._bars(None)
        return self._paragraph(line)

    # Words

    def _run(self, skip: int, in_list: bool = False) -> Joined:
        """The line here, less its first characters, and the plain lines directly below it, joined."""
        line = self.lines[self.at]
        runs = [(line.start + skip, line.end)]
        self.at += 1
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if not line.words or line.special or (in_list and line.starts(marks.ORDERED)):
                break
            runs.append((line.start, line.end))
            self.at += 1
        return join(self.text, runs)

    def _paragraph(self, line: Line) -> Block:
        run = self._run(0)
        return Paragraph(line.start, run.end, pieces(run))

    def _aside(self, note: bool, skip: int) -> Note | Example:
        start = self.lines[self.at].start
        run = self._run(skip)
        return Note(start, run.end, pieces(run)) if note else Example(start, run.end, pieces(run))

    def _footnote(self, label: str, skip: int) -> Footnote:
        start = self.lines[self.at].start
        run = self._run(skip)
        return Footnote(start, run.end, label, pieces(run))

    def _verbatim(self, first: Line) -> Block:
        mark = first.words[:3]
        self.at += 1
        begin = self.at
        while self.at < len(self.lines) and not self.lines[self.at].words.startswith(mark):
            self.at += 1
        inside = self.lines[begin : self.at]
        last = self.lines[min(self.at, len(self.lines) - 1)]
        self.at += 1
        text = "\n".join([" " * max(0, line.indent - first.indent) + line.words for line in inside])
        return Verbatim(first.start, last.end, text)

    # Lists

    def _list(self, indent: int, depth: int) -> Block:
        """Items of one kind, as far as they stand at one indent."""
        first = self.lines[self.at]
        mark = marks.BULLET if first.starts(marks.BULLET) else marks.ORDERED
        items: list[Item] = []
        while (line := self._next(0)) and abs(line.indent - indent) < 2 and line.starts(mark):
            items.append(self._item(line, mark is marks.BULLET, depth))
        made = BulletList if mark is marks.BULLET else OrderedList
        return made(first.start, items[-1].end, depth, tuple(items))

    def _item(self, line: Line, bullet: bool, depth: int) -> Item:
        mark = line.starts(marks.BULLET if bullet else marks.ORDERED)
        assert mark is not None, "only lines that begin an item come here"  # noqa: S101
        run = self._run(mark.end(), in_list=True)
        id, _, (end, after) = _attributes(run)
        inner = self.blocks(line.indent + 2, depth)
        marker = (line.start, line.start + len(mark[0].rstrip()))
        last = inner[-1].end if inner else run.end
        said = (*pieces(run, 0, end), *pieces(run, after))
        return Item(line.start, last, marker, id, said, tuple(inner))

    # Tables, figures, formulas

    def _caption(self, skip: int) -> tuple[tuple[int, int], str, str, tuple[Inline, ...]]:
        """The line of a caption: its place, id, unit and words."""
        line = self.lines[self.at]
        self.at += 1
        run = join(self.text, [(line.start + skip, line.end)])
        id, unit, (end, after) = _attributes(run)
        return (line.start, line.end), id, unit, (*pieces(run, 0, end), *pieces(run, after))

    def _table(self, skip: int) -> Block:
        head, id, unit, caption = self._caption(skip)
        empty = Table(*head, head, id, caption, unit, "", 0, (), (), captioned=True)
        line = self._next(0)
        if line and (image := line.starts(marks.IMAGE)) and image["source"].startswith(DATA):
            self.at += 1
            notes = self._notes()
            end = notes[-1].end if notes else line.end
            return Table(head[0], end, head, id, caption, unit, image["source"], 0, (), (), notes, captioned=True)
        return self._bars(empty) if line and self._table_here() else empty

    def _table_here(self) -> bool:
        """Whether lines with bars, one of dashes among them, begin here."""
        if not self.lines[self.at].words.startswith("|"):
            return False
        for line in self.lines[self.at : self.at + 4]:
            if not line.words.startswith("|"):
                return False
            if line.starts(marks.DELIMITER):
                return True
        return False

    def _bars(self, head: Table | None) -> Block:
        first = self.at
        while self.at < len(self.lines) and self.lines[self.at].words.startswith("|"):
            self.at += 1
        lines = self.lines[first : self.at]
        dashes = next(place for place, line in enumerate(lines) if line.starts(marks.DELIMITER))
        header, rows = tables.rows(self.text, lines[:dashes], lines[dashes + 1 :], lines[dashes])
        notes, footnotes = self._notes(), self._footnotes()
        end = max(lines[-1].end, *[note.end for note in notes], *[note.end for note in footnotes], 0)
        given = head or Table(lines[0].start, 0, (lines[0].start, lines[0].end), "", (), "", "", 0, (), ())
        return Table(
            given.start, end, given.head, given.id, given.caption, given.unit, "", tables.width(lines[dashes]),
            header, rows, notes, footnotes, captioned=given.captioned,
        )  # fmt: skip

    def _notes(self) -> tuple[Note, ...]:
        """Notes directly below a table or figure: they are its own."""
        found: list[Note] = []
        while self.at < len(self.lines) and (mark := self.lines[self.at].starts(marks.ASIDE)) and mark["what"] == "注":
            note = self._aside(True, len(mark[0]))
            assert isinstance(note, Note)  # noqa: S101
            found.append(note)
        return tuple(found)

    def _footnotes(self) -> tuple[Footnote, ...]:
        found: list[Footnote] = []
        while self.at < len(self.lines) and (mark := self.lines[self.at].starts(marks.FOOTNOTE)):
            found.append(self._footnote(mark["label"], len(mark[0])))
        return tuple(found)

    def _figure(self, skip: int) -> Block:
        head, id, _, caption = self._caption(skip)
        line = self._next(0)
        if line and (image := line.starts(marks.IMAGE)) and not image["source"].startswith(DATA):
            self.at += 1
            notes = self._notes()
            end = notes[-1].end if notes else line.end
            return Figure(head[0], end, head, id, caption, image["source"], image["words"], notes, captioned=True)
        return Figure(*head, head, id, caption, "", "", captioned=True)

    def _bare_image(self, line: Line) -> Block:
        """An image whose title stands below it, or that has none."""
        image = line.starts(marks.IMAGE)
        assert image is not None  # noqa: S101
        self.at += 1
        source = image["source"]
        if source.startswith(DATA):
            return Table(line.start, line.end, (line.start, line.end), "", (), "", source, 0, (), ())
        below = self._next(0)
        mark = below.starts(marks.CAPTION) if below else None
        if mark and mark["what"] == "图":
            head, id, _, caption = self._caption(len(mark[0]))
            return Figure(line.start, head[1], head, id, caption, source, image["words"], captioned=True)
        return Figure(line.start, line.end, (line.start, line.end), "", (), source, image["words"])

    def _formula(self, skip: int) -> Block:
        head, id, _, said = self._caption(skip)
        return Formula(*head, id, said)


_CAPTIONED: dict[str, Callable[[_Reader, int], Block]] = {
    "表": _Reader._table,
    "图": _Reader._figure,
    "式": _Reader._formula,
}


def _attributes(run: Joined) -> tuple[str, str, tuple[int, int]]:
    """`{#id 单位=天}` at the end of a line: id, unit, and where the words before and after it end and begin."""
    hit = marks.ATTRIBUTES.search(run.text) if "{" in run.text else None
    if hit is None or not (hit["id"] or hit["unit"]):
        return "", "", (len(run.text), len(run.text))
    return hit["id"] or "", (hit["unit"] or "").strip(), (hit.start(), hit.end("braces"))
