"""GK312: an own standard that refers to an edition of a standard withdrawn or superseded by the day asked about."""

from collections.abc import Iterator

from gkstd.checks.base import Context
from gkstd.checks.lineage import heirs
from gkstd.checks.uses import by_file, reference_uses
from gkstd.checks.wording import further, standards, tally
from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import content
from gkstd.model.hints import if_unconfirmed
from gkstd.model.register import Reference


def standard_superseded(ctx: Context) -> Iterator[Diagnostic]:
    """One finding for each standard and file, at the first reference there."""
    for uses in by_file(reference_uses(ctx)):
        entry = ctx.project.references.get(uses[0].entry)
        if entry is None or not entry.ended(ctx.on):
            continue
        replaced = bool(entry.successors)
        register = ctx.places.span("reference", entry.id, "withdrawn")
        yield content.SUPERSEDED.at(
            uses[0].place,
            labels=(*further(uses), (register, Text("引用标准名录写明的日期", "the register says when"))),
            hints=(_instead(ctx, entry), *tally(uses), *if_unconfirmed(entry.unconfirmed, "withdrawn", "successors")),
            number=entry.number,
            ended=entry.withdrawn,
            date=ctx.on,
            state_zh="被代替" if replaced else "废止",
            state_en="superseded" if replaced else "withdrawn",
        )


def _instead(ctx: Context, entry: Reference) -> Text:
    stands = heirs(ctx.project.references, entry.id, lambda one: not one.ended(ctx.on))
    if not stands:
        return Text("没有写明接替的标准：请核实后删去引用", "no successor is known: verify, then drop the reference")
    names = standards(stands)
    return Text(f"改引 {names}，并核对所引章条", f"refer to {names} and check the clauses cited")
