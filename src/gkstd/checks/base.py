"""The contract of a check: a function from a project, its places and a day to findings."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import wraps
from typing import Any, TypeVar

from msgspec import Struct

from gkstd.diagnostics import Diagnostic
from gkstd.model.places import Places
from gkstd.model.project import Project

T = TypeVar("T")


class Context(Struct, frozen=True):
    """What a check sees. `on` is the day asked about: the edition's own `as_of` unless `--as-of` says otherwise.

    `gaps` names the files in which an object was refused, so that what is missing there says nothing.
    """

    project: Project
    places: Places
    on: date
    gaps: frozenset[str] = frozenset()
    known: dict[str, Any] = {}
    """What `once` has found out."""
    remembered: dict[str, Any] | None = None
    """What an earlier run found out about the standards (`drafting.facts`); None where nobody remembers."""


def once(work: Callable[[Context], T]) -> Callable[[Context], T]:
    """What several checks ask of a context is worked out when the first of them asks."""
    name = f"{work.__module__}.{work.__name__}"

    @wraps(work)
    def known(ctx: Context) -> T:
        if name not in ctx.known:
            ctx.known[name] = work(ctx)
        found: T = ctx.known[name]
        return found

    return known


class Check(Struct, frozen=True):
    """A check. `whole` checks speak of absence (unused, unprinted) and run only when everything could be read and resolved."""

    run: Callable[[Context], Iterator[Diagnostic]]
    whole: bool = False
