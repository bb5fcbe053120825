"""GK310: a basis that is no law on the day asked about, because it has ended or has not begun."""

from collections.abc import Iterator

from gkstd.checks.base import Context
from gkstd.checks.lineage import forebears, heirs
from gkstd.checks.uses import by_file, law_uses
from gkstd.checks.wording import Label, called, further, laws, tally
from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import content
from gkstd.model.hints import if_unconfirmed
from gkstd.model.register import Law


def law_not_in_force(ctx: Context) -> Iterator[Diagnostic]:
    """One finding for each law and file, at the first citation there."""
    wrong = {id: law for id, law in ctx.project.laws.items() if not law.in_force(ctx.on)}
    for uses in by_file([use for use in law_uses(ctx) if use.entry in wrong]):
        law = wrong[uses[0].entry]
        state = _state(ctx, law)
        yield content.NOT_IN_FORCE.at(
            uses[0].place,
            labels=further(uses) + _register(ctx, law),
            hints=(cite_instead(ctx, law), *tally(uses), *_doubt(ctx, law)),
            law=called(law),
            state_zh=state.zh,
            state_en=state.en,
            date=ctx.on,
        )


def _state(ctx: Context, law: Law) -> Text:
    """What became of the law; a law that held when the edition was made has gone stale since, which is nobody's slip."""
    if not law.begun(ctx.on):
        return Text(f"到 {law.begins} 才施行", f"comes into force on {law.begins} only")
    edition = ctx.project.identity.as_of
    zh, en = ("废止", "was replaced") if law.successors else ("失效", "ended")
    if ctx.on > edition and law.in_force(edition):
        return Text(
            f"在本版（{edition}）之后{zh}（{law.repealed}）",
            f"has gone stale since this edition ({edition}): it {en} on {law.repealed}",
        )
    return Text(f"已于 {law.repealed} {zh}", f"{en} on {law.repealed}")


def _doubt(ctx: Context, law: Law) -> tuple[Text, ...]:
    fields = ("repealed", "successors") if law.begun(ctx.on) else ("effective", "issued")
    return if_unconfirmed(law.unconfirmed, *fields)


def cite_instead(ctx: Context, law: Law) -> Text:
    """Which law to cite on that day."""
    stands = [entry for entry in _candidates(ctx, law) if entry.id != law.id]
    if not stands:
        return Text(
            "删去这条依据，或在 laws.yaml 里用 successors 写明由哪一部接替",
            "drop the citation, or name in laws.yaml what has taken its place (`successors`)",
        )
    names = laws(stands, ctx.on)
    return Text(f"改引{names.zh}，并核对条款号", f"cite {names.en} instead and check the article numbers")


def _candidates(ctx: Context, law: Law) -> tuple[Law, ...]:
    table, on = ctx.project.laws, ctx.on
    follow = heirs if law.begun(on) else forebears
    return follow(table, law.id, lambda entry: entry.in_force(on))


def _register(ctx: Context, law: Law) -> tuple[Label, ...]:
    """The line of the register that says so."""
    if law.begun(ctx.on):
        return (
            (
                ctx.places.span("law", law.id, "repealed"),
                Text("依据名录写明的失效日期", "the register says until when"),
            ),
        )
    field = "effective" if law.effective else "issued"
    return ((ctx.places.span("law", law.id, field), Text("依据名录写明的施行日期", "the register says from when")),)
