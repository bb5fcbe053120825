"""Where one clause of a time limit ends and the next begins.

In: folded, mended text. Out: `Piece`s in order. Never decides what a clause means.
"""

from msgspec import Struct

from gkstd.model.values.limit_words import ACTION, QUANTITY, TIME, pattern
from gkstd.model.values.numerals import NUMERAL as N

_EXTENDS = r"[，、；]?(?:经批准|特殊情况|情况复杂的?)?，?(?:可以|可|最多可|确需)再?(?:延长|延期|延)"
_GOES_ON = rf"{_EXTENDS}|、{N}月|，及时(?:{ACTION})|[，、]并?(?:动态|定期|及时|实时)(?:调整|更新)"
"""A comma that does not end a clause: an extension, another month of the year, the manner of disclosure."""
_OPEN, _CLOSE = "（[【", "）]】"


class Piece(Struct, frozen=True):
    """A clause's half-open place in the folded text; `joined` when it leans on the clause before it."""

    start: int
    end: int
    joined: bool = False


def split(text: str) -> tuple[Piece, ...]:
    """Pieces of `text`: at ；and 。, before 其中, at a comma with a time on both sides, and brackets with a time."""
    pieces: list[Piece] = []
    start = 0
    for end in (*_stops(text), len(text)):
        pieces += _with_bracket(text, start, end)
        start = end + 1 if text[end : end + 1] in "；。" else end
    return tuple(pieces)


def _stops(text: str) -> list[int]:
    """Offsets of the semicolons and full stops outside brackets, and of each later 其中."""
    depth, stops = 0, []
    for place, char in enumerate(text):
        depth += (char in _OPEN) - (char in _CLOSE and depth > 0)
        ends = char in "；。" and not pattern(_EXTENDS).match(text, place)
        if not depth and (ends or (place and text.startswith("其中", place))):
            stops.append(place)
    return stops


def _with_bracket(text: str, start: int, end: int) -> list[Piece]:
    """The commas' pieces of one sentence, then the clause that a closing bracket holds: 10日内（新规15日内）."""
    found = pattern(r"（([^（）]*)）[，、]?$").search(text, start, end)
    if found is None or not pattern(QUANTITY).search(found[1]) or not pattern(TIME).search(text, start, found.start()):
        return _at_commas(text, start, end)
    return [*_at_commas(text, start, found.start()), Piece(*found.span(1), joined=True)]


def _at_commas(text: str, start: int, end: int) -> list[Piece]:
    pieces: list[Piece] = []
    depth, joined, time = 0, False, pattern(TIME)
    for place in range(start, end):
        depth += (text[place] in _OPEN) - (text[place] in _CLOSE and depth > 0)
        if depth or text[place] not in "，、" or pattern(_GOES_ON).match(text, place):
            continue
        if time.search(text, start, place) and time.search(text, place + 1, end):
            pieces.append(_trim(text, start, place, joined))
            start, joined = place + 1, True
    pieces.append(_trim(text, start, end, joined))
    return [piece for piece in pieces if piece.start < piece.end]


def _trim(text: str, start: int, end: int, joined: bool) -> Piece:
    while start < end and text[start] in "，、；。：":
        start += 1
    while start < end and text[end - 1] in "，、；。：":
        end -= 1
    return Piece(start, end, joined)
