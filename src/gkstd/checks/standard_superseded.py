"""GK312: a standard referred to or adopted in an edition that is withdrawn or superseded by the day asked about."""

from collections.abc import Iterator, Sequence

from gkstd.checks.base import Context
from gkstd.checks.lineage import heirs
from gkstd.checks.uses import Use, by_file, reference_uses
from gkstd.checks.wording import Label, further, standards, tally
from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import content
from gkstd.model.hints import if_unconfirmed
from gkstd.model.register import Reference

_ADVICE = {
    "cited": ("改引 {}，并核对所引章条", "refer to {} and check the clauses cited"),
    "drafting": (
        "修订这项标准时按 {} 起草：改写 drafting，再运行 gkstd check，按新规则修改",
        "draft by {} when this standard is revised: change `drafting`, run `gkstd check` and follow its rules",
    ),
    "adopted": (
        "体系里改用 {}：在名录里给它写 adopted，从旧的一条删去",
        "adopt {} in its place: move `adopted` to its entry in the register",
    ),
}


def standard_superseded(ctx: Context) -> Iterator[Diagnostic]:
    """One finding for each standard and file, at the first reference there; what the county adopts, at its entry."""
    states = {id: state for id, one in ctx.project.references.items() if (state := _state(ctx, one))}
    for uses in by_file([use for use in (*reference_uses(ctx), *_adopted(ctx)) if use.entry in states]):
        entry, state = ctx.project.references[uses[0].entry], states[uses[0].entry]
        yield content.SUPERSEDED.at(
            uses[0].place,
            labels=(*further(uses), _register(ctx, entry)),
            hints=(*_instead(ctx, entry, uses), *tally(uses), *_doubt(entry)),
            number=entry.number,
            date=ctx.on,
            state_zh=state.zh,
            state_en=state.en,
        )


def _adopted(ctx: Context) -> Iterator[Use]:
    """The national standards of the county's own system: they age even where no own standard refers to them."""
    for entry in ctx.project.references.values():
        if entry.adopted:
            yield Use(entry.id, ctx.places.span("reference", entry.id, "adopted"), entry.title, "adopted")


def _state(ctx: Context, entry: Reference) -> Text | None:
    """What became of it by the day; nothing where it still stands."""
    if entry.ended(ctx.on):
        zh, en = ("被代替", "superseded") if entry.successors else ("废止", "withdrawn")
        return Text(f"已于 {entry.withdrawn} {zh}", f"was {en} on {entry.withdrawn}")
    table = ctx.project.references
    if entry.withdrawn is None and any(table[name].begun(ctx.on) for name in entry.successors if name in table):
        return Text("已被代替（哪一天，名录没有写）", "has been superseded (the register does not say when)")
    return None


def _doubt(entry: Reference) -> tuple[Text, ...]:
    return if_unconfirmed(entry.unconfirmed, "withdrawn", "successors") if entry.withdrawn else ()


def _register(ctx: Context, entry: Reference) -> Label:
    if entry.withdrawn is None:
        text = Text("引用标准名录写明的接替标准", "the register names its successor")
        return ctx.places.span("reference", entry.id, "successors"), text
    return ctx.places.span("reference", entry.id, "withdrawn"), Text("引用标准名录写明的日期", "the register says when")


def _instead(ctx: Context, entry: Reference, uses: Sequence[Use]) -> tuple[Text, ...]:
    """What to do, for each way in which the file uses the standard."""
    stands = heirs(ctx.project.references, entry.id, lambda one: not one.ended(ctx.on))
    if not stands:
        return (Text("没有写明接替的标准：请核实后删去引用", "no successor is known: verify, then drop the reference"),)
    names = standards(stands)
    ways = dict.fromkeys([use.how for use in uses])
    return tuple([Text(zh.format(names), en.format(names)) for zh, en in [_ADVICE[way] for way in ways]])
