"""`gkstd check` as a function: everything that is wrong with a project, in one sorted report. Writes nothing."""

from datetime import date

from gkstd.checks import run
from gkstd.checks.base import Context
from gkstd.diagnostics import Diagnostic, sort
from gkstd.source.load import Loaded


def check(loaded: Loaded, on: date | None = None) -> tuple[Diagnostic, ...]:
    """The loader's findings and those of all checks, by place. `on` is the day asked about, else the edition's `as_of`.

    Checks that speak of absence (unused, unprinted) run only when every file could be read.
    """
    if loaded.project is None:
        return loaded.diagnostics
    context = Context(loaded.project, loaded.places, on or loaded.project.identity.as_of)
    return sort([*loaded.diagnostics, *run(context, loaded.complete)])
