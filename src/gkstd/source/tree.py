"""What parsing gives: plain values (dict, list, str, None) and, beside them, where each of them stands.

Strings are the author's text: no scalar is turned into a number, a date or a truth value here.
"""

from collections.abc import Sequence
from typing import Any

import msgspec

from gkstd.text import SourceFile, Span

Mark = tuple[int, int, int, int]
"""Offsets: start and end of the key (or of the list entry), start and end of the value."""

Path = Sequence[str | int]


class Tree(msgspec.Struct, frozen=True, eq=False):
    """The value of one file. `marks` maps the identity of each container to the marks of its members."""

    file: SourceFile
    value: Any
    marks: dict[int, dict[str | int, Mark]]

    def keep(self, members: list[Any], indices: Sequence[int]) -> None:
        """Drop all but the given members of a list of this tree (unsound ones, already reported)."""
        marks = self.marks[id(members)]
        self.marks[id(members)] = {new: marks[old] for new, old in enumerate(indices)}
        members[:] = [members[i] for i in indices]

    def keep_at(self, path: Path, indices: Sequence[int]) -> None:
        """The same for the list at `path`; a list of which nothing is sound stays as it was written."""
        node = self.value
        for step in path:
            node = node[step]
        if 0 < len(indices) < len(node):
            self.keep(node, indices)

    def span(self, path: Path, *, key: bool = False, within: tuple[int, int] | None = None) -> Span:
        """The place of the value at `path`, or of the nearest enclosing member that was written.

        A mapping or list is pointed at by its key, since its own end runs on to the next token.
        """
        node, mark, leaf = self.value, None, None
        for step in path:
            found = self.marks.get(id(node), {}).get(step)
            if found is None:
                key, within, leaf = True, None, None
                break
            mark, node = found, node[step]
            leaf = node
        if mark is None:
            return Span(self.file.id, 0, 0)
        if key or not isinstance(leaf, str | None):
            if mark[0] == mark[1] and isinstance(leaf, dict) and leaf:
                mark = next(iter(self.marks[id(leaf)].values()))
            return Span(self.file.id, mark[0], max(mark[1], mark[0] + 1))
        start, end = mark[2], mark[3]
        if within and isinstance(leaf, str):
            start, end = inner(self.file.text, start, end, leaf, within)
        return Span(self.file.id, start, max(start, end))

    def extent(self, path: Path) -> tuple[int, int]:
        """From where the member at `path` begins to where the next thing in its file does."""
        start, end, node = 0, len(self.file.text), self.value
        for step in path:
            marks = self.marks[id(node)]
            start = marks[step][0]
            end = min([end, *[mark[0] for mark in marks.values() if mark[0] > start]])
            node = node[step]
        return start, end


def inner(text: str, start: int, end: int, value: str, within: tuple[int, int]) -> tuple[int, int]:
    """Offsets in the file of the range `within` of a scalar's value; the whole scalar where they cannot be told."""
    raw = text[start:end]
    if raw == value:
        return start + within[0], start + within[1]
    if raw[1:-1] == value:
        return start + 1 + within[0], start + 1 + within[1]
    if raw[:1] == "|":
        return _in_block(text, start, end, value, within)
    found = _same_one(raw, value, *within)
    return (start + found, start + found + within[1] - within[0]) if found >= 0 else (start, end)


def _same_one(raw: str, value: str, first: int, last: int) -> int:
    """In a scalar of several lines or with escapes: the occurrence that has as many before it; -1 if they differ in number."""
    words = value[first:last]
    if not words or raw.count(words) != value.count(words):
        return -1
    at = -1
    for _ in range(value.count(words, 0, first) + 1):
        at = raw.find(words, at + 1 if at < 0 else at + len(words))
    return at


def _in_block(text: str, start: int, end: int, value: str, within: tuple[int, int]) -> tuple[int, int]:
    """A literal block: line n of the value is line n after the header, less the common indent."""
    line, column = value.count("\n", 0, within[0]), within[0] - (value.rfind("\n", 0, within[0]) + 1)
    at = text.find("\n", start) + 1
    wanted = value.split("\n")
    for _ in range(line):
        at = text.find("\n", at) + 1
        if not 0 < at < end:
            return start, end
    raw = text[at : text.find("\n", at) if text.find("\n", at) >= 0 else len(text)]
    indent = raw.find(wanted[line]) if wanted[line] else 0
    if indent < 0:
        return start, end
    first = at + indent + column
    length = min(within[1] - within[0], len(wanted[line]) - column)
    return first, first + max(length, 1)
