"""GK614, GK637: what the scope states (GB/T 1.1—2020, 8.5; 2009, 6.2.2)."""

from collections.abc import Iterator

from gkstd.checks.drafting.desk import Desk, of_clause
from gkstd.checks.drafting.found import Found
from gkstd.checks.drafting.kinds import named_kind
from gkstd.checks.drafting.lazy import Lazy
from gkstd.diagnostics import Text
from gkstd.diagnostics.codes import lint
from gkstd.model.document import Clause

STATES = Lazy(r"(?:规定|确立|描述|提供|界定|给出|规范|明确)了|规定")
APPLIES = Lazy(r"适用")
VERBS = {"规范": "规定", "规程": "确立", "指南": "提供"}
"""What the scope of each kind of standard says in the edition of 2020 (GB/T 20001.5 to .7)."""

SUBJECT = Text("标准的对象（……规定了……）", "what the standard is about (规定了…)")
FIELD = Text("适用界限（……适用于……）", "where it applies (适用于…)")


def scope_statement(desk: Desk) -> Iterator[Found]:
    """The scope says what the standard lays down and to what it applies."""
    for clause in _scopes(desk):
        place = of_clause(desk, clause, "text")
        for pattern, what in ((STATES, SUBJECT), (APPLIES, FIELD)):
            if not pattern.search(clause.text):
                yield Found(lint.SCOPE_STATEMENT, place, values=(("what_zh", what.zh), ("what_en", what.en)))


def scope_verb(desk: Desk) -> Iterator[Found]:
    """规范 lays down, 规程 establishes, 指南 offers: words of the edition of 2020."""
    kind = named_kind(desk.draft.document.title)
    if not kind or desk.draft.edition < 2020:
        return
    for clause in _scopes(desk):
        verb = VERBS[kind]
        if f"{verb}了" not in clause.text and STATES.search(clause.text):
            yield Found(lint.SCOPE_VERB, of_clause(desk, clause, "text"), values=(("kind", kind), ("verb", verb)))


def _scopes(desk: Desk) -> Iterator[Clause]:
    for clause in desk.draft.document.clauses:
        if clause.kind == "scope":
            yield clause
