"""The places of objects: which tree, and where in it, each object of the model was written."""

from typing import Any

from gkstd.source.tree import Path, Tree
from gkstd.text import Span


class SourcePlaces:
    """Implements `gkstd.model.places.Places` over the trees of the project."""

    def __init__(self) -> None:
        self._homes: dict[tuple[str, str], tuple[Tree, Path]] = {}
        self._elsewhere: dict[tuple[str, str, str | int], tuple[Tree, Path]] = {}

    def add(self, kind: str, id: str, tree: Tree, path: Path) -> None:
        """Note where an object was written; the first of several stays."""
        self._homes.setdefault((kind, id), (tree, tuple(path)))

    def alias(self, kind: str, id: str, field: str, tree: Tree, path: Path) -> None:
        """Note that one field of an object was written elsewhere (the text of a shared clause)."""
        self._elsewhere[kind, id, field] = (tree, tuple(path))

    def home(self, kind: str, id: str) -> tuple[Any, ...]:
        """The tree of an object and the steps of its path in it, as arguments; KeyError for an unknown one."""
        tree, path = self._homes[kind, id]
        return (tree, *path)

    def span(
        self, kind: str, id: str, *path: str | int, key: bool = False, within: tuple[int, int] | None = None
    ) -> Span:
        """See `Places.span`. An object that was never written gives an empty span in the project file."""
        home = self._homes.get((kind, id))
        if home is None:
            return Span("gkstd.yaml", 0, 0)
        tree, root = home
        if path and (elsewhere := self._elsewhere.get((kind, id, path[0]))):
            tree, root, path = *elsewhere, path[1:]
        return tree.span((*root, *path), key=key, within=within)
