"""The drafting lint: GB/T 1.1 as rules over the own standards, one file for each group of rules.

In: a context. Out: findings of the codes GK609 to GK699 (`rules` is their table). A shared clause is reported at the library's place, once. What the
editor allows with `allow: {GK652: reason}` is left out, and allowances that nothing needs are reported.
"""

from collections.abc import Iterator

from gkstd.checks.base import Context
from gkstd.checks.drafting.allowed import Allowed, Owners
from gkstd.checks.drafting.facts import facts_of
from gkstd.checks.drafting.found import Found
from gkstd.diagnostics import Diagnostic, Fix
from gkstd.model.prose.place import Place
from gkstd.text import Span


def drafting_rules(ctx: Context) -> Iterator[Diagnostic]:
    """The findings of all rules over all own standards, less what is allowed; then allowances that are wrong or unused."""
    allowed = Allowed(ctx)
    for document, its in facts_of(ctx):
        owners = Owners(document) if its.found else None
        for found in its.found:
            if owners and not allowed.takes(found, owners):
                yield diagnostic(ctx, found)
    yield from allowed.wrong()


def diagnostic(ctx: Context, found: Found) -> Diagnostic:
    """A finding at its place in the source."""
    labels = tuple([(_span(ctx, place, None), text) for place, text in found.others])
    span = _span(ctx, found.place, found.within)
    fixes = tuple([Fix(_span(ctx, found.place, mend.within), mend.old, mend.new) for mend in found.mends])
    values = dict(found.values)
    return found.code.at(span, labels=labels, hints=found.hints, severity=found.severity, fixes=fixes, **values)


def _span(ctx: Context, place: Place, within: tuple[int, int] | None) -> Span:
    return ctx.places.span(place.kind, place.id, *place.path, within=within)
