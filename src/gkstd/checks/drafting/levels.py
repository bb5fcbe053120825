"""GK615 to GK619, GK638: levels of clauses (GB/T 1.1—2020, 7.3 to 7.5; 2009, 5.2.3 to 5.2.5)."""

from collections.abc import Iterator

from gkstd.checks.drafting.desk import Desk, of_annex, of_clause
from gkstd.checks.drafting.draft import FIXED
from gkstd.checks.drafting.found import Found
from gkstd.diagnostics import Text
from gkstd.diagnostics.codes import lint
from gkstd.model.document import Clause
from gkstd.model.prose.passages import annex_label

DEEPEST = 5
"""Levels of 条 below 章: 1.1.1.1.1.1 is the deepest number."""

ALREADY = Text("先有的", "the one before")
OTHER = Text("与这一条不同", "unlike this one")


def too_deep(desk: Desk) -> Iterator[Found]:
    """The first clause of each branch that is too deep."""
    for clause in desk.clauses:
        if clause.number.count(".") == DEEPEST + 1:
            yield Found(lint.TOO_DEEP, of_clause(desk, clause, "id"), values=(("number", clause.number),))


def hanging_paragraph(desk: Desk) -> Iterator[Found]:
    """Words between a title and the first clause below it, in chapters, clauses and annexes."""
    for annex, _, inside in desk.branches:
        if annex and annex.text.strip() and annex.clauses:
            yield Found(lint.HANGING, of_annex(desk, annex, "text"), values=(("number", annex_label(annex)),))
        for clause in inside:
            if clause.clauses and clause.text.strip():
                yield Found(lint.HANGING, of_clause(desk, clause, "text"), values=(("number", clause.number),))


def single_subclause(desk: Desk) -> Iterator[Found]:
    """A clause is divided in two or not at all."""
    for annex, clauses, inside in desk.branches:
        if annex and len(clauses) == 1:
            yield Found(lint.SINGLE_CLAUSE, of_clause(desk, clauses[0], "id"), values=(("number", annex_label(annex)),))
        for clause in inside:
            if len(clause.clauses) == 1:
                only = of_clause(desk, clause.clauses[0], "id")
                yield Found(lint.SINGLE_CLAUSE, only, values=(("number", clause.number),))


def mixed_titles(desk: Desk) -> Iterator[Found]:
    """Titles for all clauses at a level or for none; reported at the first that differs."""
    for annex, clauses, inside in desk.branches:
        groups = [clause.clauses for clause in inside if clause.clauses]
        for group in [clauses, *groups] if annex else groups:
            titled = {bool(clause.title) for clause in group}
            if len(titled) == 2:
                odd = next(clause for clause in group if bool(clause.title) != bool(group[0].title))
                first = of_clause(desk, group[0], "id")
                yield Found(lint.MIXED_TITLES, of_clause(desk, odd, "id"), others=((first, OTHER),))


def same_titles(desk: Desk) -> Iterator[Found]:
    """Clauses side by side tell by their titles what each is about; elements that may be there once are GK613's."""
    for _, clauses, inside in desk.branches:
        for group in [clauses, *[clause.clauses for clause in inside if len(clause.clauses) > 1]]:
            first: dict[str, Clause] = {}
            for clause in [one for one in group if one.title and one.kind not in FIXED]:
                if before := first.get(clause.title):
                    others = ((of_clause(desk, before), ALREADY),)
                    yield Found(
                        lint.SAME_TITLE, of_clause(desk, clause), values=(("title", clause.title),), others=others
                    )
                first.setdefault(clause.title, clause)


def untitled_chapter(desk: Desk) -> Iterator[Found]:
    """Chapters have titles."""
    for clause in desk.draft.document.clauses:
        if not clause.title and (clause.kind not in FIXED or clause.text or clause.terms or clause.references):
            yield Found(lint.UNTITLED, of_clause(desk, clause, "id"))
