"""What the text mentions: annexes, tables, figures and clauses, by reference or typed by hand, in the order of print.

In: a draft. Out: `Mention` values. Standards named in the text take the clause after them along (GB/T 1.1—2020的6.2).
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from gkstd.checks.drafting.draft import PRINTED, SILENT, Draft, Run
from gkstd.checks.drafting.lazy import Lazy
from gkstd.model.prose.tree import Block, CrossReference, Inline, Item, Link
from gkstd.model.prose.walk import inner, runs

ANNEX = Lazy(
    r"附录(?P<annex>[A-Z])(?:(?:～|~|—|–|-|至)(?:附录)?(?P<last>[A-Z])(?![A-Za-z.]))?(?P<more>(?:(?:、|和|及|，)(?:附录)?[A-Z](?![A-Za-z.0-9]))*)"
    r"(?:的?(?P<inner>[A-Z](?:\.[0-9]+)+))?"
)
NUMBERED = Lazy(r"(?:表|图)(?P<number>[A-Z]\.[0-9]+|[0-9]+)(?![0-9]|\.[0-9])|第[0-9]+章")
CLAUSE = Lazy(r"[0-9A-Z](?<![0-9A-Za-z.].)(?:(?<=[0-9])[0-9]*)?(?:\.[0-9]+)+(?![0-9A-Za-z.])")
FORMULA = Lazy(r"式(?<=[按照见由用据将和与及在式（\ue001\n，。；公]式)[（(](?P<formula>(?:[A-Z]\.)?[0-9]+)[)）]")
"""式（1） and 公式（1）, but not 格式（1）, 方式（2）."""
COUNTED = tuple("张份幅个名次式人篇处项种栏行页")
"""After 表1 and 图1 these make it a number of things."""
COMPOUNDS = {"表": tuple("图发代年列报附填制前后上下左右"), "图": tuple("地附草插蓝制前后上下左右"), "第": ()}
BEFORE = (
    "见",
    "按",
    "按照",
    "依照",
    "符合",
    "满足",
    "除",
    "依据",
    "根据",
    "本标准",
    "本文件",
    "见本标准",
    "按本标准",
    "符合本标准",
    "见本文件",
    "按本文件",
    "第",
)
AFTER = ("条", "的", "中", "规定", "所", "和", "、", "，", "。", "；", "）", "～", "至", " ", PRINTED, SILENT, "\n")
FACTORS = ("的系数", "的比例", "的倍", "的比率", "的权重")


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
    for run, hit in _hits(draft):
        start = hit.start()
        if any(start - more in cited for more in range(3)) or "》" in draft.text[max(run.start, start - 2) : start]:
            continue
        if hit.re is ANNEX.compiled:
            yield from _annexes(run, hit)
        elif hit.re is FORMULA.compiled:
            yield Mention(run, *hit.span(), f"式（{hit['formula']}）", True)
        else:
            yield Mention(run, *hit.span(), hit[0], True)


def _hits(draft: Draft) -> Iterator[tuple[Run, re.Match[str]]]:
    """What has the form of a number, in a place where it is one."""
    text = draft.words
    yield from draft.find(ANNEX, ("附录",))
    for run, hit in draft.find(NUMBERED, "表图章"):
        before = text[hit.start() - 1 : hit.start()] if hit.start() > run.start else ""
        if not (before and before in COMPOUNDS[hit[0][0]]) and (
            hit[0][0] == "第" or not text.startswith(COUNTED, hit.end())
        ):
            yield run, hit
    yield from draft.find(FORMULA, ("式（", "式("))
    for run, hit in draft.find(CLAUSE, "."):
        before = text[run.start : hit.start()].rstrip("的")
        if before.endswith(BEFORE) and text.startswith(AFTER, hit.end()) and not text.startswith(FACTORS, hit.end()):
            yield run, hit


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
    refer = ["](#" in home.raw for home in draft.homes]
    for run in draft.runs:
        if not refer[run.home] or id(run.owner) in told:
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
