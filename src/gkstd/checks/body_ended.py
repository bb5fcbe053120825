"""GK313: a body that was dissolved or renamed by the day asked about, still named as discloser or actor."""

from collections.abc import Iterator

from gkstd.checks.base import Context
from gkstd.checks.lineage import heirs
from gkstd.checks.uses import body_uses, by_file
from gkstd.checks.wording import further, tally
from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import content
from gkstd.model.hints import if_unconfirmed
from gkstd.model.register import Body


def body_ended(ctx: Context) -> Iterator[Diagnostic]:
    """One finding for each body and file, at the first mention there."""
    gone = {id: body for id, body in ctx.project.bodies.items() if body.ended(ctx.on)}
    for uses in by_file([use for use in body_uses(ctx) if use.entry in gone]):
        body = gone[uses[0].entry]
        register = ctx.places.span("body", body.id, "until")
        yield content.BODY_ENDED.at(
            uses[0].place,
            labels=(*further(uses), (register, Text("机构名录写明的日期", "the register says when"))),
            hints=(now_with(ctx, body), *tally(uses), *if_unconfirmed(body.unconfirmed, "until", "successors")),
            name=body.name,
            ended=body.until,
            date=ctx.on,
        )


def now_with(ctx: Context, body: Body) -> Text:
    """Who has its duties on that day."""
    stands = heirs(ctx.project.bodies, body.id, lambda one: not one.ended(ctx.on))
    if not stands:
        return Text(
            "查明职责现由谁承担，在 bodies.yaml 里用 successors 写明，再改这里",
            "find out who has its duties now, say so in bodies.yaml (`successors`), then mend this place",
        )
    names = [one.name for one in stands]
    several = len(names) > 1
    return Text(
        f"职责已由{'、'.join(names)}承接：{'按事项选其一' if several else '改成这个名称'}",
        f"its duties went to {', '.join(names)}: {'choose by item' if several else 'write that name'}",
    )
