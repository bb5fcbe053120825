"""Trees of files whose very text has been parsed before.

In: what is remembered, by the digest of a text. Out: trees, and what to remember next time. A tree follows from the text and
from nothing else; only trees of texts without a fault are remembered, as they were parsed, before anything is dropped.
"""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

import msgspec
from msgspec import Raw, Struct

from gkstd.diagnostics import Diagnostic
from gkstd.source.tree import Mark, Tree
from gkstd.text import SourceFile


class Flat(Struct, array_like=True):
    """A tree without its text: the value, and the marks of all containers in the order of reading, four numbers each."""

    value: dict[str, Any]
    marks: list[int]


class Remembered:
    """`known` is what earlier runs left; `kept` what this one leaves: the trees of its own files."""

    def __init__(self, known: Mapping[str, Raw]) -> None:
        self._known = known
        self.kept: dict[str, Raw] = {}

    @property
    def new(self) -> bool:
        """Whether there is anything to leave that was not there."""
        return self.kept.keys() != self._known.keys()

    def parse(self, file: SourceFile) -> tuple[Tree | None, list[Diagnostic]]:
        """As `parse.parse`, which is asked only for a text that is not known."""
        key = sha256(file.text.encode()).hexdigest()
        raw = self._known.get(key)
        if raw is not None and (tree := _thawed(raw, file)) is not None:
            self.kept[key] = raw
            return tree, []
        from gkstd.source.parse import parse

        made, faults = parse(file)
        if made is not None and not faults:
            self.kept[key] = Raw(msgspec.json.encode(Flat(made.value, list(_numbers(made, made.value)))))
        return made, faults


def _numbers(tree: Tree, value: Any) -> Iterator[int]:
    for mark in tree.marks[id(value)].values():
        yield from mark
    for inner in value.values() if isinstance(value, dict) else value:
        if isinstance(inner, (dict, list)):
            yield from _numbers(tree, inner)


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
    return len(held) == len(value) and all(
        [
            _mark(inner, quads, marks)
            for inner in (value.values() if named else value)
            if isinstance(inner, (dict, list))
        ]
    )
