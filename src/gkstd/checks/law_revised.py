"""GK311: a law that still holds but was revised or amended between the edition's date and the day asked about."""

from collections.abc import Iterator

from gkstd.checks.base import Context
from gkstd.checks.uses import by_entry, law_uses
from gkstd.checks.wording import called, further
from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import content
from gkstd.model.hints import if_unconfirmed
from gkstd.model.register import Revision

WHOLE = Text("全文修订", "revised as a whole")
PARTLY = Text("修正", "amended")


def law_revised(ctx: Context) -> Iterator[Diagnostic]:
    """One finding for each law in the whole project, at its first citation: it is looked up once, not once a file."""
    since = ctx.project.identity.as_of
    revised = {
        id: (law, revision)
        for id, law in ctx.project.laws.items()
        if (revision := law.revised_between(since, ctx.on)) and law.in_force(ctx.on)
    }
    for uses in by_entry([use for use in law_uses(ctx) if use.entry in revised]):
        law, revision = revised[uses[0].entry]
        how = WHOLE if revision.kind == "修订" else PARTLY
        place = ctx.places.span("law", law.id, "revisions", law.revisions.index(revision), "issued")
        yield content.REVISED.at(
            uses[0].place,
            labels=(*further(uses), (place, Text("依据名录里的这一次", "this entry of the register"))),
            hints=(_advice(revision, len(uses)), *if_unconfirmed(law.unconfirmed, "revisions")),
            law=called(law),
            since=since,
            revised=revision.effective,
            how_zh=how.zh,
            how_en=how.en,
        )


def _advice(revision: Revision, count: int) -> Text:
    number = revision.number
    zh = f"对照新文本{f'（{number}）' if number else ''}核对 {count} 处引用的条、款、项，再把版本日期 as_of 向后移"
    en = f"compare {count} citation(s) with the new text{f' ({number})' if number else ''}, then move `as_of` forward"
    return Text(zh, en)
