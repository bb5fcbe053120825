"""Which objects of the model a view was made from. In: each object as it is used. Out: `Refs`, sorted."""

Ref = tuple[str, str]
Refs = tuple[Ref, ...]
"""`(kind, id)` pairs, sorted, without repeats; the kinds are those of `model.project.KINDS`."""


class Seen:
    """A collector that one view function and its helpers share; it leaves the function only as `refs`."""

    def __init__(self) -> None:
        self._refs: dict[Ref, None] = {}

    def add(self, kind: str, id: str) -> None:
        """Note that the object was used; an empty id is a name that resolved to nothing, or the project itself."""
        if id or kind == "project":
            self._refs[(kind, id)] = None

    def extend(self, refs: Refs) -> None:
        """Note what a view used that this one holds."""
        self._refs.update(dict.fromkeys(refs))

    @property
    def refs(self) -> Refs:
        """What was used, sorted."""
        return tuple(sorted(self._refs))
