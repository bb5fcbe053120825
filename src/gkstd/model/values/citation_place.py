"""The place in a law: 第二十一条第一款第（三）项, 第26条, 第五条之一, 第三十七条、第三十八条.

In: folded text that begins with a place. Out: the `Place`s it names and how far they reach. Never raises; stops at
the first thing that is not a place.
"""

import re
from functools import cache

from msgspec import Struct

from gkstd.model.values.numerals import NUMERAL as N
from gkstd.model.values.numerals import to_chinese, to_int

MOST = 50
"""Places that a range may stand for (第三十七条至第四十条); a longer one is not a citation of articles."""


class Place(Struct, frozen=True):
    """Where in the document: 章, 条 (and 之N), 款, 项. `None` where the citation does not go so far."""

    article: int | None = None
    sub_article: int | None = None
    paragraph: int | None = None
    item: int | None = None
    chapter: int | None = None


class _Token(Struct, frozen=True):
    """One 第N条, 款, 项 or 章: `apart` when a mark of separation precedes it, `to` when that is 至."""

    number: int
    unit: str
    sub: int | None
    apart: bool
    to: bool


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<apart>[、，,]?(?:以及|和|及|与|或者?|至|到|—|-|～)?)(?P<first>第)?（?(?P<n>{N})）?"
        rf"(?P<unit>[章条款项]|(?=[、，和及]{N}[^0-9]))(?:之(?P<sub>{N}))?"
    )


def read_places(text: str, start: int) -> tuple[tuple[Place, ...], int]:
    """Places from `text[start]` on, and the offset where they end."""
    tokens, end = _tokens(text, start)
    places: list[Place] = []
    for token in tokens:
        added = _add(places, token)
        if len(places) + len(added) > MOST:
            return (), start
        places += added
    return tuple(places), end


def format_places(places: tuple[Place, ...]) -> str:
    """The Chinese form; what a place shares with the one before it is not repeated."""
    words = []
    before: Place | None = None
    for place in places:
        words.append(_format(place, before))
        before = place
    return "、".join(words)


def _tokens(text: str, start: int) -> tuple[list[_Token], int]:
    """The run of tokens; 第37、38条 gives 条 to both numbers."""
    tokens: list[_Token] = []
    waiting: list[_Token] = []
    end = start
    while found := _pattern().match(text, start):
        number = to_int(found["n"])
        starts = found["first"] or waiting or (tokens and found["apart"])
        if number is None or not starts or (found["apart"] and not tokens and not waiting):
            break
        token = _Token(
            number,
            found["unit"],
            to_int(found["sub"] or ""),
            bool(found["apart"]),
            found["apart"][-1:] in tuple("至到—-～"),
        )
        waiting.append(token)
        start = found.end()
        if token.unit:
            tokens += [_Token(one.number, token.unit, one.sub, one.apart, one.to) for one in waiting]
            waiting, end = [], start
    return tokens, end


def _add(places: list[Place], token: _Token) -> list[Place]:
    """The places that `token` adds; one that goes on from the last place (第三条 + 第二款) takes its seat."""
    last = places[-1] if places else Place()
    first = _first(last, token)
    if token.unit in "款项" and places and not token.apart:
        places.pop()
    place = _place(last, token)
    return [*[_place(last, token, number) for number in range(first, token.number)][: MOST + 1], place]


def _first(last: Place, token: _Token) -> int:
    """Where a range begins: after the last place of the same unit."""
    known = {"条": last.article, "款": last.paragraph, "项": last.item, "章": last.chapter}[token.unit]
    return known + 1 if token.to and known is not None and known < token.number else token.number


def _place(last: Place, token: _Token, number: int | None = None) -> Place:
    value = token.number if number is None else number
    if token.unit == "章":
        return Place(chapter=value)
    if token.unit == "条":
        chapter = last.chapter if last.article is None and not token.apart else None
        return Place(article=value, sub_article=token.sub if number is None else None, chapter=chapter)
    if token.unit == "款":
        return Place(last.article, last.sub_article, value, None, last.chapter)
    return Place(last.article, last.sub_article, last.paragraph, value, last.chapter)


def _format(place: Place, before: Place | None) -> str:
    words = _words(place)
    if before is not None:
        shared = 0
        for mine, other in zip(words, _words(before), strict=True):
            if mine != other:
                break
            shared += 1
        if 2 <= shared < len(words) and words[shared]:
            return "".join(words[shared:])
    return "".join(words)


def _words(place: Place) -> tuple[str, ...]:
    sub = f"之{to_chinese(place.sub_article)}" if place.sub_article is not None else ""
    return (
        _word(place.chapter, "第{}章"),
        _word(place.article, "第{}条" + sub),
        _word(place.paragraph, "第{}款"),
        _word(place.item, "第（{}）项"),
    )


def _word(number: int | None, form: str) -> str:
    return "" if number is None else form.format(to_chinese(number) if number < 100_000_000 else number)
