"""GK209: register entries that nothing refers to. What succeeds a used entry counts as used: it is there for the day it is needed."""

from collections.abc import Iterable, Iterator, Mapping

from gkstd.checks.base import Context
from gkstd.checks.lineage import inherited
from gkstd.checks.uses import body_uses, law_uses, reference_uses
from gkstd.checks.written_text import all_text
from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import names

HINT = Text(
    "不再需要就删去；留作备用的可以不理会", "delete it if it is not needed; if it is kept in reserve, ignore this"
)


def unused_bodies(ctx: Context) -> Iterator[Diagnostic]:
    """Bodies that disclose nothing, act in no process, are not in the service centre, and are parent or successor of none that is."""
    table = ctx.project.bodies
    used = {use.entry for use in body_uses(ctx)} | {id for id, one in table.items() if one.centre}
    used |= _mentioned(ctx, {id: (one.name,) for id, one in table.items() if id not in used})
    used = inherited(table, used)
    used |= {parent for id in used if id in table and (parent := table[id].parent)}
    yield from _unused(ctx, "body", ("机构", "body"), {id: one.name for id, one in table.items()}, used)


def unused_laws(ctx: Context) -> Iterator[Diagnostic]:
    """Laws that are no basis of anything and not named in any text."""
    table = ctx.project.laws
    used = {use.entry for use in law_uses(ctx)}
    rest = {id: law for id, law in table.items() if id not in used}
    titles = {id: tuple(f"《{title}》" for title in (law.title, *law.aliases)) for id, law in rest.items()}
    used = inherited(table, used | _mentioned(ctx, titles))
    yield from _unused(ctx, "law", ("依据", "law"), {id: law.title for id, law in table.items()}, used)


def unused_references(ctx: Context) -> Iterator[Diagnostic]:
    """Standards that no own standard refers to and that the standard system does not adopt."""
    table = ctx.project.references
    used = {use.entry for use in reference_uses(ctx)} | {id for id, one in table.items() if one.adopted}
    rest = {id: (one.number,) for id, one in table.items() if id not in used}
    used = inherited(table, used | _mentioned(ctx, rest))
    shown = {id: f"{one.number} {one.title}" for id, one in table.items()}
    yield from _unused(ctx, "reference", ("引用标准", "reference"), shown, used)


def _mentioned(ctx: Context, spellings: Mapping[str, Iterable[str]]) -> set[str]:
    text = all_text(ctx)
    return {id for id, words in spellings.items() if any(word in text for word in words)}


def _unused(
    ctx: Context, kind: str, kinds: tuple[str, str], shown: Mapping[str, str], used: set[str]
) -> Iterator[Diagnostic]:
    zh, en = kinds
    for id, name in shown.items():
        if id not in used:
            place = ctx.places.span(kind, id, "id")
            yield names.UNUSED_ENTRY.at(place, hints=(HINT,), kind_zh=zh, kind_en=en, name=name)
