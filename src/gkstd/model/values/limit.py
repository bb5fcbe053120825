"""公开时限: time limits as the official tables write them.

In: the text of a limit. Out: `Limit` with its clauses, and faults. What cannot be understood is a fault with the
nearest known form, never a silent string. Never consults a calendar or a law.
"""

from msgspec.structs import replace

from gkstd.model.values.ceiling import calendar_days, exceeds, falls_short, starts_at_formation
from gkstd.model.values.duration import parse_duration
from gkstd.model.values.fault import Fault
from gkstd.model.values.fold import Folded, part, whole
from gkstd.model.values.limit_forms import read
from gkstd.model.values.limit_mend import mend
from gkstd.model.values.limit_split import Piece, split
from gkstd.model.values.limit_words import ACTION, KNOWN_FORMS, QUANTITY, pattern
from gkstd.model.values.nearest import closest
from gkstd.model.values.numerals import NUMERAL as N
from gkstd.model.values.numerals import to_int
from gkstd.model.values.placeholder import PLACEHOLDER
from gkstd.model.values.term import Duration, Limit, LimitClause, LimitKind, Relation, Unit
from gkstd.model.values.vocabulary import DITTO

__all__ = [
    "LONGEST",
    "Duration",
    "Limit",
    "LimitClause",
    "LimitKind",
    "Relation",
    "Unit",
    "calendar_days",
    "exceeds",
    "falls_short",
    "parse_duration",
    "parse_limit",
    "starts_at_formation",
]

LONGEST = 400
"""Characters a limit may have; the longest real ones have about sixty."""


def parse_limit(text: str) -> tuple[Limit, tuple[Fault, ...]]:
    """The clauses of `text`, and a fault for each miswritten word and each clause that has no known form.

    A miswritten word is mended before reading, so its clause is there as well as its fault. A placeholder has no clauses.
    """
    limit = Limit(text.strip(), ())
    if PLACEHOLDER.fullmatch(limit.text):
        return limit, ()
    mended, faults = mend(text[:LONGEST])
    if len(text) > LONGEST:
        return limit, (whole(text, "unknown-form"),)
    pieces = split(mended.text)
    if not pieces or mended.text in DITTO:
        return limit, (whole(text, "same-as-above" if mended.text in DITTO else "empty"),)
    clauses: list[LimitClause] = []
    refused: list[Fault] = []
    for piece in pieces:
        leans_on = clauses[-1] if piece.joined and clauses else None
        clause = read(mended.text[piece.start : piece.end], leans_on)
        if clause is None:
            refused.append(_refuse(text, mended, piece))
        else:
            start, end = mended.span(piece.start, piece.end)
            clauses.append(replace(clause, text=text[start:end]))
    everything = sorted((*faults, *refused), key=lambda fault: (fault.start, fault.end))
    return Limit(limit.text, tuple(clauses)), tuple(everything)


def _refuse(text: str, mended: Folded, piece: Piece) -> Fault:
    """Why the clause has no form, with the smallest change that would give it one."""
    clause = mended.text[piece.start : piece.end]
    kind, nearest = _diagnose(clause)
    return part(text, mended, (piece.start, piece.end), kind, nearest)


def _diagnose(clause: str) -> tuple[str, str]:
    found = pattern(QUANTITY).search(clause)
    if found:
        if not to_int(found["number"]):
            return "bad-number", ""
        offer = clause[: found.end()] + "内" + clause[found.end() :]
        return ("no-relation", offer) if read(offer) else ("unknown-form", closest(clause, KNOWN_FORMS))
    if pattern(rf"{N}个?[内前]").search(clause):
        return "no-unit", ""
    found = pattern(rf"{N}月(?=[内前])").search(clause)
    if found:
        return "unknown-form", f"{clause[: found.end() - 1]}个{clause[found.end() - 1 :]}"
    found = pattern(rf"(.+后)(.*?(?:{ACTION}).*)|(按.+?)(?:{ACTION})?").fullmatch(clause)
    offer = "" if found is None else f"{found[1]}及时{found[2]}" if found[1] else f"{found[3]}及时公开"
    if offer and read(offer):
        return "no-time", offer
    return "unknown-form", closest(clause, KNOWN_FORMS, 0.5)
