"""GK320: a time limit that is certainly longer than a law in force allows.

条例 (2019) article 26: 20 working days from formation or change, unless a law or regulation says otherwise. So a limit
is wrong only if it is longer than every ceiling that starts where it starts; 30日 against 20个工作日 stays unsaid.
"""

from collections.abc import Iterator

from msgspec import Struct

from gkstd.checks.base import Context
from gkstd.checks.wording import titled
from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import content
from gkstd.model.item import Item
from gkstd.model.register import Ceiling, Law
from gkstd.model.values.fold import fold
from gkstd.model.values.limit import LimitClause, exceeds, starts_at_formation
from gkstd.model.values.method import Method


class Bound(Struct, frozen=True):
    """A ceiling with the law it stands in and its position there."""

    law: Law
    at: int
    ceiling: Ceiling
    formation: bool


def limit_ceiling(ctx: Context) -> Iterator[Diagnostic]:
    """One finding for each clause of a limit."""
    bounds = [bound for law in ctx.project.laws.values() if law.in_force(ctx.on) for bound in _bounds(law)]
    for item in ctx.project.items.values():
        cited = {basis.law for basis in item.basis}
        for clause in item.limit.clauses:
            applying = [bound for bound in bounds if _applies(bound, item, clause, bound.law.id in cited)]
            if applying and all(exceeds(clause, bound.ceiling.limit) is True for bound in applying):
                yield _finding(ctx, item, clause, applying[0])


def _bounds(law: Law) -> Iterator[Bound]:
    for at, ceiling in enumerate(law.ceilings):
        events = [ceiling_event(text) for text in ceiling.trigger]
        yield Bound(law, at, ceiling, any("信息" in event and ("形成" in event or "变更" in event) for event in events))


def _applies(bound: Bound, item: Item, clause: LimitClause, cited: bool) -> bool:
    """Whether clause and ceiling start at the same event. A law the item itself cites may word the event more loosely."""
    if bound.formation and starts_at_formation(clause):
        return item.method is Method.ACTIVE
    asked = ceiling_event(clause.trigger)
    events = [ceiling_event(text) for text in bound.ceiling.trigger]
    return bool(asked) and (asked in events or (cited and any(event in asked or asked in event for event in events)))


def ceiling_event(text: str) -> str:
    """An event as compared: 自作出行政决定之日起 and 作出行政决定 are one."""
    return fold(text).text.removeprefix("自").removesuffix("起").removesuffix("之日").removesuffix("后")


def _finding(ctx: Context, item: Item, clause: LimitClause, bound: Bound) -> Diagnostic:
    start = max(item.limit.text.find(clause.text), 0)
    place = ctx.places.span("item", item.id, "limit", within=(start, start + len(clause.text)))
    register = ctx.places.span("law", bound.law.id, "ceilings", bound.at, "limit")
    legal = bound.ceiling.limit.text
    return content.ABOVE_CEILING.at(
        place,
        labels=((register, Text("依据名录写明的上限", "the ceiling in the register")),),
        hints=(
            Text(
                f"改为不超过“{legal}”；法律、法规另有规定的，把它列入 basis，并在 laws.yaml 写明它的上限（ceilings）",
                f"allow at most `{legal}`; where another law allows more, cite it and give its `ceilings` in laws.yaml",
            ),
        ),
        limit=clause.text,
        ceiling=legal,
        basis=f"{titled(bound.law)}{bound.ceiling.article}",
    )
