"""What an earlier run made of the very same text: trees of files, and what wordings mean.

In: what is remembered. Out: trees, and what to remember next time. Both follow from a text and from nothing else; only what
had no fault is remembered, and trees as they were parsed, before anything is dropped.
"""

from collections.abc import Iterator
from hashlib import sha256
from itertools import chain
from typing import Any

import msgspec
from msgspec import Raw, Struct

from gkstd.diagnostics import Diagnostic
from gkstd.source.resolve.wordings import Wordings
from gkstd.source.tree import Mark, Tree
from gkstd.text import SourceFile


class Flat(Struct, array_like=True):
    """A tree without its text: the value, and the marks of all containers in the order of reading, four numbers each."""

    value: dict[str, Any]
    marks: list[int]


class Parts(Struct):
    """Trees by the digest of their text, and wordings."""

    trees: dict[str, Raw] = {}
    wordings: Wordings = Wordings()


class Remembered:
    """`known` is what earlier runs left; `left` what this one leaves: the parts of its own files."""

    def __init__(self, known: Parts) -> None:
        self.known, self.left = known, Parts()

    @property
    def new(self) -> bool:
        """Whether there is anything to leave that was not there."""
        return self.left.trees.keys() != self.known.trees.keys() or self.left.wordings != self.known.wordings

    def parse(self, file: SourceFile) -> tuple[Tree | None, list[Diagnostic]]:
        """As `parse.parse`, which is asked only for a text that is not known."""
        key = sha256(file.text.encode()).hexdigest()
        raw = self.known.trees.get(key)
        if raw is not None and (tree := _thawed(raw, file)) is not None:
            self.left.trees[key] = raw
            return tree, []
        from gkstd.source.parse import parse

        made, faults = parse(file)
        if made is not None and not faults:
            numbers: list[int] = []
            _note(made, made.value, numbers)
            self.left.trees[key] = Raw(msgspec.json.encode(Flat(made.value, numbers)))
        return made, faults


def _note(tree: Tree, value: Any, numbers: list[int]) -> None:
    numbers.extend(chain.from_iterable(tree.marks[id(value)].values()))
    for inner in value.values() if isinstance(value, dict) else value:
        if isinstance(inner, (dict, list)):
            _note(tree, inner, numbers)


def _thawed(raw: Raw, file: SourceFile) -> Tree | None:
    """The tree; None if that is not what was kept."""
    try:
        flat = msgspec.json.decode(raw, type=Flat)
    except msgspec.DecodeError:
        return None
    marks: dict[int, dict[str | int, Mark]] = {}
    numbers = iter(flat.marks)
    quads = zip(numbers, numbers, numbers, numbers, strict=False)
    whole = _mark(flat.value, quads, marks) and next(quads, None) is None
    return Tree(file, flat.value, marks) if whole else None


def _mark(value: Any, quads: Iterator[Mark], marks: dict[int, dict[str | int, Mark]]) -> bool:
    named = isinstance(value, dict)
    held: dict[str | int, Mark] = dict(zip(value if named else range(len(value)), quads, strict=False))
    marks[id(value)] = held
    inside = value.values() if named else value
    return len(held) == len(value) and all(
        _mark(inner, quads, marks) for inner in inside if isinstance(inner, (dict, list))
    )
