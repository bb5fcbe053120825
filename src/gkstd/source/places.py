"""The places of objects: which tree, and where in it, each object of the model was written."""

from typing import Any

from msgspec import Struct

from gkstd.source.tree import Path, Tree
from gkstd.text import Span


class Gap(Struct, frozen=True, eq=False):
    """A parameter of a shared clause: `[start, end)` in the text as filled, `[first, last)` as written, and its value's place."""

    start: int
    end: int
    first: int
    last: int
    tree: Tree
    path: Path


class SourcePlaces:
    """Implements `gkstd.model.places.Places` over the trees of the project."""

    def __init__(self) -> None:
        self._homes: dict[tuple[str, str], tuple[Tree, Path]] = {}
        self._elsewhere: dict[tuple[str, str, str | int], tuple[Tree, Path]] = {}
        self._extents: dict[str, list[tuple[int, int, int, tuple[str, str]]]] | None = None
        self._gaps: dict[tuple[str, str, str | int], tuple[Gap, ...]] = {}

    def add(self, kind: str, id: str, tree: Tree, path: Path) -> None:
        """Note where an object was written; the first of several stays."""
        self._homes.setdefault((kind, id), (tree, tuple(path)))

    def alias(self, kind: str, id: str, field: str, tree: Tree, path: Path) -> None:
        """Note that one field of an object was written elsewhere (the text of a shared clause)."""
        self._elsewhere[kind, id, field] = (tree, tuple(path))

    def filled(self, kind: str, id: str, field: str, gaps: tuple[Gap, ...]) -> None:
        """Note where values were put into a field, so that offsets in what it became lead back to what was written."""
        if gaps:
            self._gaps[kind, id, field] = gaps

    def home(self, kind: str, id: str) -> tuple[Any, ...]:
        """The tree of an object and the steps of its path in it, as arguments; KeyError for an unknown one."""
        tree, path = self._homes[kind, id]
        return (tree, *path)

    def owners(self, span: Span) -> tuple[tuple[str, str], ...]:
        """The objects within which a place is, as (kind, id), the innermost first."""
        if self._extents is None:
            self._extents = {}
            for key, (tree, path) in self._homes.items():
                self._extents.setdefault(tree.file.id, []).append((*tree.extent(path), len(path), key))
        around = [one for one in self._extents.get(span.file, []) if one[0] <= span.start < max(one[1], one[0] + 1)]
        return tuple([key for *_, key in sorted(around, key=lambda one: -one[2])])

    def span(
        self, kind: str, id: str, *path: str | int, key: bool = False, within: tuple[int, int] | None = None
    ) -> Span:
        """See `Places.span`. An object that was never written gives an empty span in the project file."""
        home = self._homes.get((kind, id))
        if home is None:
            return Span("gkstd.yaml", 0, 0)
        tree, root = home
        if within and path and (gaps := self._gaps.get((kind, id, path[0]))):
            for gap in gaps:
                if gap.start <= within[0] and within[1] <= gap.end:
                    return gap.tree.span(gap.path, within=(within[0] - gap.start, within[1] - gap.start))
            within = (_written(gaps, within[0], first=True), _written(gaps, within[1], first=False))
        if path and (elsewhere := self._elsewhere.get((kind, id, path[0]))):
            tree, root, path = *elsewhere, path[1:]
        return tree.span((*root, *path), key=key, within=within)


def _written(gaps: tuple[Gap, ...], offset: int, first: bool) -> int:
    """The offset in the text as written; inside a value, the beginning (or the end) of its parameter."""
    shift = 0
    for gap in gaps:
        if offset <= gap.start:
            break
        if offset < gap.end:
            return gap.first if first else gap.last
        shift = gap.last - gap.end
    return offset + shift
