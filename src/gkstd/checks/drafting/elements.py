"""GK609 to GK613: the elements every standard has, and their order (GB/T 1.1—2020, 6.2; 2009, 5.1.3).

The edition of 2009 lets 规范性引用文件 and 术语和定义 be left out; that of 2020 does not.
"""

from collections.abc import Iterator, Mapping

from gkstd.checks.drafting.desk import Desk, of_annex, of_clause, of_document
from gkstd.checks.drafting.found import Found
from gkstd.diagnostics.codes import lint
from gkstd.model.document import Clause

TITLES: Mapping[str, str] = {"scope": "范围", "references": "规范性引用文件", "terms": "术语和定义"}
"""Titles of the elements with a fixed form, by kind, in their order."""

TERM_TITLES = ("术语和定义", "术语、定义和缩略语", "术语、定义和符号", "术语、定义、符号和缩略语")
UNNUMBERED: Mapping[str, str] = {
    "前言": "foreword", "引言": "introduction", "参考文献": "bibliography", "索引": "index", "目次": "–", "封面": "–",
}  # fmt: skip
"""Elements without a number and the fields that hold them; those with a dash are made by the compiler."""
SYMBOLS = ("符号", "缩略语", "符号和缩略语", "代号和缩略语", "符号、代号和缩略语")
"""Stands directly after the terms."""


def missing_element(desk: Desk) -> Iterator[Found]:
    """范围, in 2020 also clauses 2 and 3, and at least one technical clause."""
    document = desk.draft.document
    wanted = TITLES if desk.draft.edition == 2020 else {"scope": "范围"}
    kinds = {clause.kind for clause in document.clauses}
    place = of_document(desk, "clauses")
    titles = {clause.title for clause in document.clauses}
    for kind, title in wanted.items():
        if kind not in kinds and title not in titles:
            yield Found(lint.MISSING_ELEMENT, place, values=(("title", title),))
    if all(_is_fixed(clause) for clause in document.clauses):
        yield Found(lint.MISSING_ELEMENT, place, values=(("title", "核心技术要素"),))


def element_order(desk: Desk) -> Iterator[Found]:
    """范围, then 规范性引用文件, 术语和定义, 符号和缩略语, each right after the one before it."""
    clauses: list[Clause] = []
    for clause in desk.draft.document.clauses:  # repeated ones are told by GK613 and do not count here
        if _kind(clause) == "clause" or _kind(clause) not in map(_kind, clauses):
            clauses.append(clause)
    expected = 1
    for kind in (*TITLES, "symbols"):
        at = next((at for at, clause in enumerate(clauses, 1) if _kind(clause) == kind), 0)
        if not at:
            continue
        if at != expected:
            clause = clauses[at - 1]
            yield Found(
                lint.ELEMENT_ORDER, of_clause(desk, clause), values=(("title", clause.title), ("number", expected))
            )
            return  # the others are out of place only since this one is
        expected += 1


def element_title(desk: Desk) -> Iterator[Found]:
    """A fixed title means the kind, and the kind the title."""
    for clause in desk.draft.document.clauses:
        if clause.kind in TITLES and clause.title not in _titles(clause.kind):
            values = (("title", TITLES[clause.kind]), ("kind", clause.kind))
            yield Found(lint.ELEMENT_TITLE, of_clause(desk, clause), values=values)
        for kind, title in TITLES.items():
            if clause.kind == "clause" and clause.title == title and clause.id:
                values = (("title", title), ("kind", kind))
                yield Found(lint.ELEMENT_TITLE, of_clause(desk, clause), values=values)


def unnumbered_element(desk: Desk) -> Iterator[Found]:
    """前言, 引言, 参考文献 and the like are no clauses: they have fields of their own and no number."""
    document = desk.draft.document
    for clause in document.clauses:
        if field := UNNUMBERED.get(clause.title.replace(" ", "")):
            values = (("title", clause.title), ("field", field))
            yield Found(lint.UNNUMBERED, of_clause(desk, clause), values=values)
    for annex in document.annexes:
        if field := UNNUMBERED.get(annex.title.replace(" ", "")):
            yield Found(lint.UNNUMBERED, of_annex(desk, annex), values=(("title", annex.title), ("field", field)))


def repeated_element(desk: Desk) -> Iterator[Found]:
    """One 范围, one list of references, one clause of terms."""
    seen: dict[str, str] = {}
    for clause in desk.draft.document.clauses:
        if clause.kind in TITLES and seen.setdefault(clause.kind, clause.id) != clause.id:
            yield Found(lint.REPEATED_ELEMENT, of_clause(desk, clause), values=(("title", TITLES[clause.kind]),))


def _titles(kind: str) -> tuple[str, ...]:
    return TERM_TITLES if kind == "terms" else (TITLES[kind],)


def _kind(clause: Clause) -> str:
    return "symbols" if clause.title in SYMBOLS else clause.kind


def _is_fixed(clause: Clause) -> bool:
    return _kind(clause) != "clause" or clause.title in TITLES.values()
