"""How wide text is, and where it breaks into lines, without asking a font.

In: text and sizes in px. Out: widths in px, lines. A CJK character is one em wide in every CJK face, so boxes computed here
have the same size whatever font or engine is installed; Latin widths are on the safe side. Never draws.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import accumulate

from gkstd.render.words import WORDS

_NARROW = frozenset("iljtfrI.,:;'|!()[]{} ·")
_BROAD = frozenset("mwMW@%&—")
_CLOSING = frozenset("、，。．；：！？）〕】》〉”’」』％‰℃～·/)]},.;:!?%…—")
_OPENING = frozenset("（〔【《〈“‘「『§№￥([{")
_MARKS = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_AFTER = frozenset("、，；：。！？）》”")
_JOINING = frozenset("和与及并或")
_ASKING = frozenset(("是否", "能否", "有无", "可否"))
_LONGEST = max(map(len, WORDS))
ELLIPSIS = "…"
FORBIDDEN, PLAIN, GOOD = 1e6, 1.0, 0.0
_ORPHAN = 36.0
_SHOWN = 400
"""As much of a text as could ever stand in a symbol."""
_TINY = 1e-6


@lru_cache(maxsize=8192)
def _em(char: str) -> float:
    if unicodedata.combining(char):
        return 0.0
    if unicodedata.east_asian_width(char) in "WFA":
        return 1.0
    return 0.36 if char in _NARROW else 0.95 if char in _BROAD else 0.7 if char.isupper() else 0.6


@cache
def _token(longest: int) -> re.Pattern[str]:
    """What no line is broken in; of words those of at most `longest` characters, with what turns them (不公开, 拟征收) and 的."""
    words = "|".join(sorted({word for word in WORDS if len(word) <= longest}, key=lambda word: (-len(word), word)))
    return re.compile(
        r"[\u4e00-\u9fff]{0,6}〔[0-9]{4}〕[0-9]+号|（[\u4e00-\u9fff]{1,4}）|"
        r"第[〇零一二三四五六七八九十百千]+[条款项章节]|表[0-9]+(?: [\u4e00-\u9fff]{1,2})?|"
        r"不(?:少于|超过)[0-9.]+个?(?:工作日|[\u4e00-\u9fff])|"
        rf"[0-9.]+个?工作日内?|[0-9.]+个?[\u4e00-\u9fff]|[0-9A-Za-z][0-9A-Za-z./_-]*|[不未拟]?(?:{words})的?|\ue000+|.",
        re.DOTALL,
    )


def ems(text: str) -> float:
    """Width in em."""
    return sum(_em(char) for char in text)


def width(text: str, size: float) -> float:
    """Width in px at a font size in px."""
    return ems(text) * size


@lru_cache(maxsize=8192)
def wrap(text: str, limit: float, most: int, *, hang: bool = False) -> tuple[str, ...]:
    """At most `most` balanced lines of at most `limit` em; a text that is longer still ends in an ellipsis.

    Lines break where Chinese may break (drafting-rule levels of CLREQ: no closing mark first, no opening mark last), best
    after a mark or before a conjunction, and not between a number and its unit. With `hang` a closing mark may stand out.
    """
    plain = " ".join(text.split())
    if ems(plain[:_SHOWN]) <= limit:
        return (plain,) if plain else ()
    for tokens in (_tokens(plain, limit), list(plain[:_SHOWN])):  # a word is broken before a text is cut
        lines = _best(tokens, limit, 1.0 if hang else 0.0)
        if len(lines) <= most:
            return lines
    return (*lines[: most - 1], _clip(lines[most - 1], limit))


def _clip(line: str, limit: float) -> str:
    while line and ems(line + ELLIPSIS) > limit:
        line = line[:-1]
    return line + ELLIPSIS


def _tokens(text: str, limit: float) -> list[str]:
    """Unbreakable pieces; only as much of the text as could ever be shown. A word too long for a line may be two that are not."""
    found: list[str] = []
    for match in _token(max(2, min(int(limit), _LONGEST))).finditer(text[:_SHOWN]):
        piece = match[0]
        found.extend([piece] if ems(piece) <= limit else list(piece))
    return found


@lru_cache(maxsize=1024)
def flow(text: str, limit: float) -> tuple[str, ...]:
    """A paragraph in lines of at most `limit` em, each as full as it may be: for texts of any length."""
    lines: list[str] = []
    used = 0.0
    for piece in _clusters(_token(_LONGEST).findall(" ".join(text.split()))):
        for part in [piece] if ems(piece) <= limit else list(piece):
            if lines and used + ems(part) <= limit:
                lines[-1] += part
                used += ems(part)
            else:
                lines.append(part.lstrip())
                used = ems(lines[-1])
    return tuple([line.rstrip() for line in lines])


def _clusters(tokens: Iterable[str]) -> Iterator[str]:
    """Tokens with the closing marks after and the opening marks and marks of the legend before them."""
    held = ""
    for token in tokens:
        if held and token[0] not in _CLOSING and held[-1] not in _OPENING and held[-1] not in _MARKS:
            yield held
            held = ""
        held += token
    if held:
        yield held


def _best(tokens: list[str], limit: float, hang: float = 0.0) -> tuple[str, ...]:
    """No forbidden break if that can be, then fewest lines, then the least ragged and the best break places.

    With `hang` lines begin at one edge, and the last may be as short as it comes, but for a single character.
    Dynamic programming over break points.
    """
    count = len(tokens)
    ends = list(accumulate(map(ems, tokens), initial=0.0))
    best: list[tuple[int, int, float, int]] = [(0, 0, 0.0, 0)] + [(count + 1, 0, 0.0, 0)] * count
    for end in range(1, count + 1):
        for start in range(end - 1, -1, -1):
            wide = ends[end] - ends[start]
            if tokens[start] == " " or tokens[end - 1] == " ":
                wide = ems("".join(tokens[start:end]).strip())
            room = limit + (hang if tokens[end - 1][-1] in _CLOSING else 0.0)
            if wide > room + _TINY and end - start > 1:
                break
            forbidden, used, cost, _ = best[start]
            place = _place(tokens, start)
            bad = forbidden + (place == FORBIDDEN)
            last = hang and end == count
            ragged = _ORPHAN if last and wide < 2 else 0.0 if last else (room - wide) ** 2
            best[end] = min(best[end], (bad, used + 1, cost + ragged + place, start))
    lines: list[str] = []
    while count:
        start = best[count][3]
        lines.insert(0, "".join(tokens[start:count]).strip())
        count = start
    return tuple(line for line in lines if line)


def _place(tokens: list[str], at: int) -> float:
    """How bad it is to begin a line with the token `at`."""
    if at == 0:
        return GOOD
    before, after = tokens[at - 1], tokens[at]
    if after[0] in _CLOSING or before[-1] in _OPENING or before[-1] == "\ue000":
        return FORBIDDEN
    good = before[-1] in _AFTER or before == " " or after[0] in _OPENING or after[0] in _JOINING or after in _ASKING
    return GOOD if good else PLAIN * 4
