"""GK673 to GK678, GK682, GK690, GK696: punctuation in Chinese text (GB/T 15834—2011), document numbers, and what a standard calls itself.

The patterns are in `punctuation`; all are mechanical, so `check --fix` can mend what they find.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from gkstd.checks.drafting.desk import Desk, at
from gkstd.checks.drafting.draft import PRINTED, Run
from gkstd.checks.drafting.found import Found, Mend
from gkstd.checks.drafting.lazy import Lazy
from gkstd.checks.drafting.punctuation import HAN, PAREN, RULES, MarkRule
from gkstd.checks.drafting.title_text import BRACKETS, PAIRS, alone, in_titles
from gkstd.diagnostics.codes import lint_text

SELVES = ("本标准", "本文件", "本规范", "本规程", "本指南", "本导则", "本部分", "本办法", "本细则", "本准则")
SELF = Lazy(
    r"本标准(?<![文样基版成样]本标准)(?!化)|本文件(?<![文样副版]本文件)|本规范(?!化)|本规程|本指南|本导则|本部分(?<![成文样]本部分)|本办法|本细则|本准则"
)
PART = Lazy(r"第[0-9]+部分")
LONE = Lazy(rf"\)(?<=[{HAN}。；]\))")
NUMBERED = Lazy(r"[0-9]{4}")
NO_RIGHT = (lint_text.ADJACENT, lint_text.SPACE)


def marks(desk: Desk) -> Iterator[Found]:
    """Every rule of the table, then what needs more than a pattern."""
    for rule in RULES:
        for run, hit in desk.draft.find(rule.pattern, rule.triggers, quoted=rule.quoted):
            right = rule.fix(hit)
            if right != hit[0] and not _document_number(rule, desk, hit):
                yield _found(desk, rule, run, hit, right)
    yield from in_titles(desk.titles)
    yield from _self(desk)
    yield from _own_number(desk)
    yield from _unpaired(desk)
    yield from _lone(desk)


def _found(desk: Desk, rule: MarkRule, run: Run, hit: re.Match[str], right: str) -> Found:
    said = hit[0]
    if rule.code is lint_text.ODD_MARKS:
        return at(desk, rule.code, run, *hit.span(), marks=said, right=right, mend=None if "\n" in said else right)
    shown = right.replace(PRINTED, "")
    found = at(desk, rule.code, run, *hit.span(), {} if rule.code in NO_RIGHT else {"right": shown})
    place, within = desk.draft.place(run, *hit.span())
    if len(said) == len(right) > 1 and said[1:-1] == right[1:-1]:
        ends = ((within[0], said[0], right[0]), (within[1] - 1, said[-1], right[-1]))
        mends = tuple([Mend((start, start + 1), old, new) for start, old, new in ends if old != new])
    else:
        mends = () if PRINTED in said or "\n" in said else (Mend(within, said, right),)
    return Found(found.code, place, within, found.values, mends=mends)


def _document_number(rule: MarkRule, desk: Desk, hit: re.Match[str]) -> bool:
    """Brackets around the year of a document number have a rule of their own."""
    inside = hit[0][1:-1]
    return (
        rule.pattern is PAREN
        and bool(NUMBERED.fullmatch(inside))
        and "号" in desk.draft.text[hit.end() : hit.end() + 8]
    )


def _self(desk: Desk) -> Iterator[Found]:
    """本标准 in 2009, 本文件 in 2020. The fixed sentences of 2009 say 本文件 themselves."""
    right = "本文件" if desk.draft.edition >= 2020 else "本标准"
    if right == "本标准" and PART.search(desk.draft.document.title):
        right = "本部分"
    others = tuple(word for word in SELVES if word != right)
    for run, hit in desk.draft.find(SELF, others):
        home = desk.draft.homes[run.home]
        fixed = home.clause is not None and home.clause.kind in ("references", "terms")
        if hit[0] != right and not (fixed and hit[0] == "本文件"):
            values = {"drafting": desk.draft.document.drafting, "right": right, "word": hit[0]}
            mend = right if hit[0] in ("本标准", "本文件") else None
            if hit[0] == "本标准" and right == "本部分":
                continue  # of all parts together
            yield at(desk, lint_text.SELF, run, *hit.span(), values, mend=mend)


def _own_number(desk: Desk) -> Iterator[Found]:
    """A standard does not cite itself by number; the list of references says so at the list (GK625)."""
    own = desk.draft.document.number
    right = "本文件" if desk.draft.edition >= 2020 else "本标准"
    for start, piece in desk.draft.citations:
        run = desk.draft.run_at(start)
        home = desk.draft.homes[run.home] if run else None
        if run is None or home is None or piece.number != own or home.passage.part in ("foreword", "introduction"):
            continue
        if run.kind in ("paragraph", "item") and home.passage.normative:
            values = {"drafting": desk.draft.document.drafting, "right": right, "word": piece.text}
            yield at(desk, lint_text.SELF, run, start, start + piece.end - piece.start, values)


def _unpaired(desk: Desk) -> Iterator[Found]:
    """Brackets, title marks and quotation marks without a partner in their run."""
    if not desk.draft.letters.have("".join((*PAIRS, *PAIRS.values()))):
        return
    draft = desk.draft
    placed = [(run, hit) for hit in BRACKETS.finditer(draft.text) if (run := draft.run_at(hit.start()))]
    for run, some in groupby(placed, itemgetter(0)):
        for hit in alone(hit for _, hit in some):
            if not _half(draft.text, run, hit):
                yield at(desk, lint_text.UNPAIRED, run, *hit.span(), mark=hit[0])


def _half(text: str, run: Run, hit: re.Match[str]) -> bool:
    """Whether its partner may be half-width, of which GK675 speaks, or none is needed."""
    if hit[0] == "（":
        return ")" in text[hit.start() : run.end]
    return hit[0] == "）" and _numbered(text, run, hit.start())


def _numbered(text: str, run: Run, at: int) -> bool:
    """图纸；2）文本 in running text, or （ that GK675 speaks of since its partner is half-width."""
    before = text[run.start : at]
    return "(" in before or (before[-1:].isascii() and before[-1:].isalnum())


def _lone(desk: Desk) -> Iterator[Found]:
    """A half-width bracket that closes nothing."""
    for run, hit in desk.draft.find(LONE, ")", quoted=True):
        before = desk.draft.text[run.start : hit.start()]
        if "(" not in before and "（" not in before:
            yield at(desk, lint_text.UNPAIRED, run, *hit.span(), mark=")")
