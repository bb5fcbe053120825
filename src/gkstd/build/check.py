"""`gkstd check` as a function: everything that is wrong with a project, in one sorted report. Writes nothing."""

import gc
from datetime import date

from gkstd.checks import run
from gkstd.checks.base import Context
from gkstd.checks.drafting.facts import Facts
from gkstd.diagnostics import Diagnostic, Severity, sort
from gkstd.diagnostics.codes import names
from gkstd.source.load import Loaded

LAST_REFUSAL = names.DUPLICATE_ID.id
"""Codes up to this one leave an object out of the project: what cannot be read or decoded, and a second bearer of an id."""


def check(loaded: Loaded, on: date | None = None, remembered: dict[str, Facts] | None = None) -> tuple[Diagnostic, ...]:
    """The loader's findings and those of all checks, by place. `on` is the day asked about, else the edition's `as_of`.

    `remembered` are the facts of standards from an earlier run, which become those of this one.

    Checks that speak of absence (unused, unprinted) run only when every file could be read and every name resolved:
    a misspelt reference would make what it means look unused.
    """
    if loaded.project is None:
        return loaded.diagnostics
    errors = [found for found in loaded.diagnostics if found.severity is Severity.ERROR]
    gaps = frozenset(found.span.file for found in errors if found.code <= LAST_REFUSAL)
    on = on or loaded.project.identity.as_of
    context = Context(loaded.project, loaded.places, on, gaps, remembered=remembered)
    collecting = gc.isenabled()
    gc.disable()  # as in `load`: nothing becomes garbage here, and looking for it walks the whole project each time
    try:
        return sort([*loaded.diagnostics, *run(context, whole=loaded.complete and not errors)])
    finally:
        if collecting:
            gc.enable()
