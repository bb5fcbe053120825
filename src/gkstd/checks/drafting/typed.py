"""GK644, GK645: numbers of clauses, tables, figures, formulas and annexes typed by hand (GB/T 1.1—2020, 9.5)."""

from collections.abc import Iterator, Mapping

from gkstd.checks.drafting.desk import Desk, at
from gkstd.checks.drafting.found import Found, Mend
from gkstd.checks.drafting.lazy import Lazy
from gkstd.checks.drafting.mentions import Mention, mentions
from gkstd.diagnostics import Text
from gkstd.diagnostics.codes import lint
from gkstd.model.prose.passages import annex_label, term_number
from gkstd.model.prose.tree import Figure, Formula, Table

HAND = Lazy(r"[表图式]|第[0-9]+章|[0-9A-Z]+\.")
"""What is better a reference; 附录A changes so seldom that it may be typed."""

INSTEAD = Text("写作 [](#{id})，印出来相同", "write [](#{id}), which prints the same")


def typed_numbers(desk: Desk) -> Iterator[Found]:
    """What is not there (GK644), and what is there but typed (GK645)."""
    typed = [one for one in mentions(desk.draft) if one.typed]
    if not typed:
        return
    known = dict(_known(desk))
    ids = {target.printed: id for id, target in reversed(list(desk.draft.numbers.targets.items()))}
    for one in typed:
        if one.number not in known:
            yield at(desk, lint.NO_SUCH_PLACE, one.run, one.start, one.end, number=one.number)
        elif HAND.match(one.number) and desk.draft.passage(one.run).part not in ("foreword", "introduction"):
            yield _typed(desk, one, ids)


def _typed(desk: Desk, one: Mention, ids: Mapping[str, str]) -> Found:
    place, within = desk.draft.place(one.run, one.start, one.end)
    id = ids.get(one.number, "")
    values = (("number", one.number),)
    if not id or (id in desk.draft.numbers.targets and desk.draft.numbers.targets[id].printed != one.number):
        return Found(lint.TYPED, place, within, values)
    old = desk.draft.text[one.start : one.end]
    mends = (Mend(within, old, f"[](#{id})"),) if old == one.number else ()
    return Found(lint.TYPED, place, within, values, (INSTEAD.fill(id=id),), mends)


def _known(desk: Desk) -> Iterator[tuple[str, None]]:
    """Every number that this standard has."""
    for annex, _, clauses in desk.branches:
        if annex:
            yield annex_label(annex), None
        for clause in clauses:
            yield clause.number, None
            if annex is None and "." not in clause.number:
                yield f"第{clause.number}章", None
            for term in clause.terms:
                yield term_number(clause, term), None
    for _, block in desk.blocks:
        if isinstance(block, Table | Figure | Formula):
            yield block.number, None
    for number in desk.draft.numbers.shown.values():
        yield number, None
