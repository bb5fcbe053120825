"""Punctuation of titles: the table of `punctuation`, marks without a partner, a mark or a blank at the end.

In: titles with the places where they were written. Out: findings. The rules are those of running text, save that blanks may
stand between the elements of a title. Quotation marks are right in a title (“双随机、一公开”), if both are there.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from gkstd.checks.drafting.found import Found, Mend
from gkstd.checks.drafting.lazy import Lazy
from gkstd.checks.drafting.letters import Letters
from gkstd.checks.drafting.punctuation import RULES
from gkstd.diagnostics import Code
from gkstd.diagnostics.codes import lint_text
from gkstd.model.prose.place import Place

PAIRS = {"（": "）", "《": "》", "“": "”", "〔": "〕", "【": "】", "〈": "〉"}
HALF = {"（": ")", "）": "("}
"""What a full-width bracket may have for a partner by mistake."""
BRACKETS = Lazy(f"[{''.join(PAIRS)}{''.join(PAIRS.values())}]")
END = Lazy(r"(?:[，。；：、,;:]|(?<![A-Za-z])\.)(?=\s*$)")
"""A point after a Latin letter may belong to a name: Co., Ltd."""
EDGE = Lazy(r"^\s+|\s+$")

Titled = tuple[Place, str]


def in_titles(titles: Sequence[Titled]) -> Iterator[Found]:
    """Every rule of the table, then marks without a partner and blanks around a title."""
    letters = Letters("\n".join([title for _, title in titles]))
    rules = [rule for rule in RULES if rule.code is not lint_text.SPACE and letters.have(rule.triggers)]
    for place, title in titles:
        for rule in rules:
            for hit in rule.pattern.finditer(title):
                right = rule.fix(hit)
                if right == hit[0]:
                    continue
                values: dict[str, object] = {"right": right}
                if rule.code is lint_text.ODD_MARKS:
                    values["marks"] = hit[0]
                yield _found(rule.code, place, hit, right, values)
        yield from _unpaired(place, title)
        for hit in EDGE.finditer(title):
            yield _found(lint_text.EDGE_SPACE, place, hit, "", {})


def title_ends(titles: Sequence[Titled]) -> Iterator[Found]:
    """A title ends without a mark."""
    for place, title in titles:
        for hit in END.finditer(title):
            yield _found(lint_text.TITLE_MARK, place, hit, "", {"mark": hit[0]})


def _found(code: Code, place: Place, hit: re.Match[str], right: str, values: dict[str, object]) -> Found:
    return Found(code, place, hit.span(), tuple(values.items()), mends=(Mend(hit.span(), hit[0], right),))


def _unpaired(place: Place, title: str) -> Iterator[Found]:
    """Brackets of which one is half-width have a rule of their own."""
    for hit in alone(BRACKETS.finditer(title)):
        half = HALF.get(hit[0])
        if half is None or half not in title:
            yield Found(lint_text.UNPAIRED, place, hit.span(), (("mark", hit[0]),))


def alone(hits: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Those of the brackets of one text that have no partner: what closes nothing, then what is never closed."""
    opened: list[re.Match[str]] = []
    for hit in hits:
        if hit[0] in PAIRS:
            opened.append(hit)
        elif opened and PAIRS[opened[-1][0]] == hit[0]:
            opened.pop()
        else:
            yield hit
    yield from opened
