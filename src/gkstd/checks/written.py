"""What the editor wrote where a list is allowed: nothing, one value, or several.

In: places and a path. Out: places, and whether nothing was written. What was written and not understood has been
reported where it was read, so checks stay silent about it.
"""

from gkstd.model.places import Places
from gkstd.text import Span


def nothing_written(places: Places, kind: str, id: str, *path: str | int) -> bool:
    """Whether the list at `path` is empty: a place inside it is then the place of the list itself."""
    whole = places.span(kind, id, *path)
    inside = [places.span(kind, id, *path, step) for step in (0, "required", "optional")]
    nested = [places.span(kind, id, *path, step, 0) for step in ("required", "optional")]
    if inside[0] != whole:
        return False
    return all(list_place in (whole, first) for list_place, first in zip(inside[1:], nested, strict=True))


def member(places: Places, kind: str, id: str, *path: str | int) -> Span:
    """The place of a member of a list (the last step of `path`), or of the single value written instead of a list."""
    place = places.span(kind, id, *path)
    if place == places.span(kind, id, *path[:-1], key=True):
        return places.span(kind, id, *path[:-1])
    return place
