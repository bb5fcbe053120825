"""Where things stand: places live beside the model, never in it, so that moving a line changes no value and no hash."""

from typing import Protocol

from gkstd.text import Span


class Places(Protocol):
    """Finds the place in the source of an object, or of a value inside its record.

    `kind` and `id` name the object ("item", "eia-acceptance"; a category's id is "domain/category"; the project itself is
    "project", ""). `path` are the keys and positions under which the editor wrote the value: `span("process", "eia-approval",
    "steps", 3, "next", "是")`. A value that was not written (a default) gives the nearest enclosing place. `key=True` points
    at the key instead of the value. `within` is a half-open range of characters inside the value's text.
    """

    def span(
        self, kind: str, id: str, *path: str | int, key: bool = False, within: tuple[int, int] | None = None
    ) -> Span:
        """The place; see above."""
        ...

    def owners(self, span: Span) -> tuple[tuple[str, str], ...]:
        """The objects within which a place is, as (kind, id), the innermost first."""
        ...
