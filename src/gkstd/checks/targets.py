"""GK521, GK522: the figures an edition is meant to reach, in gkstd.yaml, against those counted from the data."""

from collections.abc import Iterator

from gkstd.checks.base import Context
from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import table as codes
from gkstd.model.figures import figures, flat
from gkstd.model.hints import did_you_mean


def target_missed(ctx: Context) -> Iterator[Diagnostic]:
    """Figures that differ from their target."""
    counted = flat(figures(ctx.project))
    for name, target in ctx.project.identity.expected.items():
        if name in counted and counted[name] != target:
            hint = Text("补上缺的内容，或改正这里的应有数", "add what is missing, or correct the target here")
            place = ctx.places.span("project", "", "expected", name)
            yield codes.TARGET_MISSED.at(place, hints=(hint,), name=name, count=counted[name], target=target)


def unknown_figure(ctx: Context) -> Iterator[Diagnostic]:
    """Targets for figures that are not counted."""
    counted = flat(figures(ctx.project))
    for name in ctx.project.identity.expected:
        if name not in counted:
            listed = Text(f"可以写：{'、'.join(counted)}", f"it may be: {', '.join(counted)}")
            place = ctx.places.span("project", "", "expected", name, key=True)
            yield codes.UNKNOWN_FIGURE.at(place, hints=(*did_you_mean(name, (*counted,)), listed), name=name)
