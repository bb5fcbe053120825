"""GK630 to GK634: the words of provisions and where they may stand (GB/T 1.1—2020, 9.1 and annex C; 2009, annex F)."""

import re
from collections.abc import Iterator

from gkstd.checks.drafting import words
from gkstd.checks.drafting.desk import Desk, at
from gkstd.checks.drafting.draft import Run
from gkstd.checks.drafting.found import Found
from gkstd.checks.drafting.letters import Letters
from gkstd.diagnostics import Severity, Text
from gkstd.diagnostics.codes import lint, lint_text

WHERE = {
    "scope": Text("范围", "the scope"),
    "foreword": Text("前言", "the foreword"),
    "introduction": Text("引言", "the introduction"),
    "note": Text("注", "a note"),
    "example": Text("示例", "an example"),
    "footnote": Text("脚注", "a footnote"),
    "annex": Text("资料性附录", "an informative annex"),
}
STRICT = ("scope", "foreword", "introduction")
"""Where recommendations are out of place as well."""
ASIDES = ("note", "example", "footnote")
"""Where they are since the edition of 2020."""


def modal_words(desk: Desk) -> Iterator[Found]:
    """必须, 应当, 不得, 禁止 … where provisions may stand; elsewhere `misplaced` reports them."""
    for run, hit in desk.draft.find(words.MODAL, words.MODAL_WORDS):
        if not _place(desk, run) and run.kind != "definition" and not _said_by_law(desk, run, hit):
            yield at(desk, lint.MODAL, run, *hit.span(), word=hit[0], instead=words.INSTEAD.get(hit[0], "应"))
    for run, hit in desk.draft.find(words.LOOSE_WORD, words.LOOSE_WORDS):
        if run.kind in ("paragraph", "item") and desk.draft.passage(run).normative and not _place(desk, run):
            values = {"word": hit[0], "instead": words.LOOSE_INSTEAD[hit[0]]}
            yield at(desk, lint.MODAL, run, *hit.span(), values, severity=Severity.NOTE)
    titles = Letters("\n".join([title for _, title in desk.titles]))
    for place, title in desk.titles if titles.have(words.MODAL_WORDS) else ():
        for hit in words.MODAL.finditer(title):
            pair = (("word", hit[0]), ("instead", words.INSTEAD.get(hit[0], "应")))
            yield Found(lint.MODAL, place, hit.span(), pair)


def permission_words(desk: Desk) -> Iterator[Found]:
    """可以 for 可, 无须 for 不必."""
    for run, hit in desk.draft.find(words.MAY, words.MAY_WORDS):
        instead = words.MAY_INSTEAD[hit[0]]
        severity = Severity.NOTE if hit[0] in words.MAY_SOMETIMES else None
        values = {"word": hit[0], "instead": instead}
        hint = (Text(f"写作“{instead}”", f"write {instead}"),)
        yield at(desk, lint.MAY, run, *hit.span(), values, severity=severity, hints=hint)


def misplaced(desk: Desk) -> Iterator[Found]:
    """Requirements in scope, foreword, notes, examples, footnotes, informative annexes; in definitions (GK654)."""
    if not desk.draft.spoken.have("应必须不禁宜"):
        return
    for run in desk.draft.runs:
        where = _place(desk, run)
        if where or run.kind == "definition":
            yield from _requirements(desk, run, where)


def mixed_modals(desk: Desk) -> Iterator[Found]:
    """应宜, 应可 and the like."""
    for run, hit in desk.draft.find(words.MIXED, words.MIXED_WORDS):
        yield at(desk, lint.MIXED_MODALS, run, *hit.span(), word=hit[0])


def double_negation(desk: Desk) -> Iterator[Found]:
    """不应不 and the like."""
    for run, hit in desk.draft.find(words.DOUBLE_NEGATION, words.NEGATIONS):
        yield at(desk, lint.DOUBLE_NEGATION, run, *hit.span(), word=hit[0])


def _requirements(desk: Desk, run: Run, where: str) -> Iterator[Found]:
    text = desk.draft.words
    said = text[run.start : run.end]
    if not ("应" in said or "宜" in said or any(word in said for word in words.MODAL_WORDS)):
        return
    strict = where in STRICT or (desk.draft.edition >= 2020 and where in ASIDES)
    patterns = [words.REQUIREMENT, words.MODAL, *([words.RECOMMENDATION] if strict else [])]
    hits = sorted(hit.span() for pattern in patterns for hit in pattern.finditer(text, run.start, run.end))
    hits = [(start, end) for start, end in hits if not words.DESCRIBES.match(text, end, run.end)]
    until = -1
    for start, end in hits:
        if start < until:
            continue
        until = end
        if text[start - 1 : start] == "不" and text[start] in "应宜" and start > run.start:
            start -= 1  # noqa: PLW2901
        if where:
            named = WHERE[where]
            values = {"where_zh": named.zh, "where_en": named.en, "word": text[start:end]}
            yield at(desk, lint.MISPLACED, run, start, end, values)
        else:
            yield at(desk, lint_text.DEFINITION_REQUIREMENT, run, start, end, word=text[start:end])


def _said_by_law(desk: Desk, run: Run, hit: re.Match[str]) -> bool:
    """法律、法规规定不得公开的: what laws say, told as it is."""
    before = desk.draft.words[max(run.start, hit.start() - 4) : hit.end()]
    return bool(words.BY_LAW.search(before) and words.DESCRIBES.match(desk.draft.words, hit.end(), run.end))


def _place(desk: Desk, run: Run) -> str:
    """Which of the places without requirements a run stands in, "" for none."""
    home = desk.draft.homes[run.home]
    part = home.passage.part
    if run.kind in ("note", "example") or (run.kind == "footnote" and not run.in_table):
        return run.kind
    if part in ("foreword", "introduction"):
        return part
    if part == "annex" and not home.passage.normative:
        return "annex"
    return "scope" if home.clause and home.clause.kind == "scope" and part == "body" else ""
