"""GK314: running text that names a law or a body which has ended between the edition's date and the day asked about.

What had ended before the edition is left alone: text may well speak of what went before.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from gkstd.checks.base import Context
from gkstd.checks.body_ended import now_with
from gkstd.checks.law_not_in_force import cite_instead
from gkstd.checks.uses import Use, by_file, in_order
from gkstd.checks.wording import further, tally, titled
from gkstd.checks.written_text import Piece, pieces
from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import content
from gkstd.model.hints import if_unconfirmed
from gkstd.model.register import Body, Law

GONE = Text("改写这一句：它没有接替的文件", "reword the sentence: nothing has taken its place")


def stale_names(ctx: Context) -> Iterator[Diagnostic]:
    """One finding for each name and file, at the first mention there."""
    edition, on, project = ctx.project.identity.as_of, ctx.on, ctx.project
    if on <= edition:
        return
    laws = {law.id: law for law in project.laws.values() if not law.ended(edition) and law.ended(on)}
    bodies = {body.id: body for body in project.bodies.values() if not body.ended(edition) and body.ended(on)}
    text = [piece for piece in pieces(project) if not _resolved(ctx, piece)]
    for uses in by_file(_mentions(ctx, text, _titles(laws.values()))):
        yield _law(ctx, laws[uses[0].entry], uses)
    for uses in by_file(_mentions(ctx, text, _names(bodies.values()))):
        yield _body(ctx, bodies[uses[0].entry], uses)


def _law(ctx: Context, law: Law, uses: list[Use]) -> Diagnostic:
    zh, en = ("废止", "was replaced") if law.successors else ("失效", "ended")
    instead = cite_instead(ctx, law) if law.successors else GONE
    hints = (instead, *tally(uses), *if_unconfirmed(law.unconfirmed, "repealed", "successors"))
    return _finding(ctx, uses, hints, titled(law), f"{law.repealed} {zh}", f"{en} on {law.repealed}")


def _body(ctx: Context, body: Body, uses: list[Use]) -> Diagnostic:
    hints = (now_with(ctx, body), *tally(uses), *if_unconfirmed(body.unconfirmed, "until", "successors"))
    state = f"{body.until} 撤销或更名", f"was dissolved or renamed on {body.until}"
    return _finding(ctx, uses, hints, f"“{body.name}”", *state)


def _finding(ctx: Context, uses: list[Use], hints: tuple[Text, ...], name: str, zh: str, en: str) -> Diagnostic:
    return content.STALE_NAME.at(
        uses[0].place, labels=further(uses), hints=hints, name=name, date=ctx.on, state_zh=zh, state_en=en
    )


def _titles(laws: Iterable[Law]) -> dict[str, str]:
    """Of laws of one title the first: the later ones come after it."""
    known: dict[str, str] = {}
    for law in laws:
        for title in (law.title, *law.aliases):
            known.setdefault(f"《{title}》", law.id)
    return known


def _names(bodies: Iterable[Body]) -> dict[str, str]:
    return {name: body.id for body in bodies for name in (body.name, *body.aliases)}


def _mentions(ctx: Context, text: Iterable[Piece], names: Mapping[str, str]) -> list[Use]:
    """Where the text says one of the names, the longest that fits."""
    if not names:
        return []
    pattern = re.compile("|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)))
    return in_order(
        Use(names[found[0]], ctx.places.span(piece.kind, piece.id, *piece.path, within=found.span()), piece.owner)
        for piece in text
        for found in pattern.finditer(piece.text)
    )


def _resolved(ctx: Context, piece: Piece) -> bool:
    """Whether it is a cell that stands for a register entry, which other checks look at."""
    if piece.kind != "table" or piece.path[0] != "rows":
        return False
    _, row, column = piece.path
    return bool(ctx.project.tables[piece.id].rows[int(row)][int(column)].entry)
