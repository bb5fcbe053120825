"""What the text mentions: annexes, tables, figures and clauses, by reference or typed by hand, in the order of print.

In: a draft. Out: `Mention` values. Standards named in the text take the clause after them along (GB/T 1.1—2020的6.2).
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from gkstd.checks.drafting.draft import Draft, Run
from gkstd.model.prose.tree import Block, CrossReference, Inline, Item, Link
from gkstd.model.prose.walk import inner, runs

_NOT_COUNTED = "张|份|幅|个|名|次|式|人|篇|处|项|种|栏|行|页"
_WORDS = ("见", "按", "按照", "依照", "符合", "满足", "除", "依据", "根据", "参见", "本标准", "本文件")
_CLAUSE = r"(?:的|本标准|本文件)?(?P<clause{at}>(?:[0-9]+|[A-Z])(?:\.[0-9]+)+)(?=的(?!系数|比例|倍|比率|权重)|中|规定|所|和|、|，|。|；|）|～|至|[ \ue000\ue001]|$)"
TYPED = re.compile(
    r"附录(?P<annex>[A-Z])(?:(?:[～~—–-]|至)(?:附录)?(?P<last>[A-Z])(?![A-Za-z.]))?(?P<more>(?:(?:、|和|及|，)(?:附录)?[A-Z](?![A-Za-z.0-9]))*)"
    r"(?:的?(?P<inner>[A-Z](?:\.[0-9]+)+))?"
    rf"|表(?<![图发代年列报附填制前后上下左右]表)(?P<table>[A-Z]\.[0-9]+|[0-9]+)(?![0-9]|\.[0-9]|{_NOT_COUNTED})"
    rf"|图(?<![地附草插蓝制前后上下左右]图)(?P<figure>[A-Z]\.[0-9]+|[0-9]+)(?![0-9]|\.[0-9]|{_NOT_COUNTED})"
    r"|第(?P<chapter>[0-9]+)章|" + "|".join(word + _CLAUSE.format(at=at) for at, word in enumerate(_WORDS)),
    re.MULTILINE,
)


class Mention(Struct, frozen=True):
    """`number` is what is meant (附录A, 表1, 图A.2, 5.2, 第4章); `typed` whether it was written by hand."""

    run: Run
    start: int
    end: int
    number: str
    typed: bool


def mentions(draft: Draft) -> list[Mention]:
    """All of them, by place; several rules ask."""
    if draft.mentions is None:
        draft.mentions = _mentions(draft)
    return draft.mentions


def _mentions(draft: Draft) -> list[Mention]:
    found = [*_typed(draft), *_references(draft)]
    return sorted(found, key=lambda one: (one.start, one.end, one.number))


def _typed(draft: Draft) -> Iterator[Mention]:
    cited = {offset + piece.end - piece.start for offset, piece in draft.citations}
    for run, hit in draft.find(TYPED, "附表图章见按合足除据标文"):
        start, end = hit.span()
        if any(start - more in cited for more in range(3)) or "》" in draft.text[max(run.start, start - 2) : start]:
            continue
        if hit["annex"]:
            yield from _annexes(run, hit)
        elif hit["table"] or hit["figure"] or hit["chapter"]:
            yield Mention(run, start, end, hit[0], True)
        else:
            assert hit.lastgroup is not None  # noqa: S101
            yield Mention(run, *hit.span(hit.lastgroup), hit[hit.lastgroup], True)


def _annexes(run: Run, hit: re.Match[str]) -> Iterator[Mention]:
    first, last = hit["annex"], hit["last"] or hit["annex"]
    letters = [chr(code) for code in range(ord(first), ord(last) + 1)]
    for letter in letters:
        yield Mention(run, *hit.span(), f"附录{letter}", True)
    for at, letter in enumerate(hit["more"], hit.start("more")):
        if "A" <= letter <= "Z":
            yield Mention(run, at, at + 1, f"附录{letter}", True)
    if hit["inner"]:
        yield Mention(run, *hit.span("inner"), hit["inner"], True)


def _references(draft: Draft) -> Iterator[Mention]:
    told: set[int] = set()
    for run in draft.runs:
        if id(run.owner) in told:
            continue
        base = draft.homes[run.home].start
        for pieces in _runs(run.owner):
            for piece in inner(pieces):
                if isinstance(piece, CrossReference) and piece.kind:
                    where = draft.run_at(base + piece.start) or run
                    yield Mention(where, base + piece.start, base + piece.end, piece.printed, False)
                elif isinstance(piece, Link) and piece.kind and piece.target.startswith("#"):
                    target = draft.numbers.targets.get(piece.target[1:])
                    where = draft.run_at(base + piece.start) or run
                    if target:
                        yield Mention(where, base + piece.start, base + piece.end, target.printed, False)
        told.add(id(run.owner))


def _runs(owner: Block | Item) -> Iterator[tuple[Inline, ...]]:
    if isinstance(owner, Item):
        yield owner.pieces
    else:
        yield from runs(owner)
