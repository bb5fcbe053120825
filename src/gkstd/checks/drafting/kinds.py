"""GK635, GK636: what the title promises (GB/T 1.1—2020, 6.1 and 8.11; GB/T 20001.5, .6 and .7).

The edition of 2009 knows no kinds of standards, so there these are notes.
"""

from collections.abc import Iterator

from gkstd.checks.drafting import words
from gkstd.checks.drafting.desk import Desk, at, of_document
from gkstd.checks.drafting.found import Found
from gkstd.checks.drafting.lazy import Lazy
from gkstd.diagnostics import Severity, Text
from gkstd.diagnostics.codes import lint

VERIFIES = Lazy(r"证实|检查|检验|试验|检测|测试|测量|核查|验证|验收|评价|评估|考核|监督")
TRACES = Lazy(r"追溯|证实|检查|记录|验证|核查|归档|登记|评价")
STEPS = Lazy(r"程序|步骤|流程|顺序|次序|环节")

NO_STEPS = Text("没有写明程序或者步骤", "there is neither a procedure nor steps")
REQUIRES = Text("却有要求（应）", "the text requires something (应)")
NO_TRACES = Text("没有写明怎样追溯或者证实", "nothing says how following it is traced or verified")


def specification_verified(desk: Desk) -> Iterator[Found]:
    """A 规范 has a clause on verification."""
    if named_kind(desk.draft.document.title) != "规范":
        return
    titles = [clause.title for clause in desk.clauses]
    titles += [annex.title for annex in desk.draft.document.annexes]
    if not any(VERIFIES.search(title) for title in titles):
        yield Found(lint.NO_VERIFICATION, of_document(desk, "title"), severity=_severity(desk))


def procedure_traced(desk: Desk) -> Iterator[Found]:
    """A 规程 has steps and says how following them is traced; a 指南 requires nothing."""
    title = named_kind(desk.draft.document.title)
    if title == "规程":
        everything = desk.draft.text + "".join([clause.title for clause in desk.clauses])
        for pattern, what in ((STEPS, NO_STEPS), (TRACES, NO_TRACES)):
            if not pattern.search(everything):
                values = (("kind", title), ("what_zh", what.zh), ("what_en", what.en))
                yield Found(lint.NO_TRACE, of_document(desk, "title"), values=values, severity=_severity(desk))
    if title == "指南":
        for run in desk.draft.runs:
            home = desk.draft.homes[run.home]
            fixed = home.clause is not None and home.clause.kind == "scope"
            if run.kind not in ("paragraph", "item") or not home.passage.normative or fixed:
                continue
            if hit := words.REQUIREMENT.search(desk.draft.words, run.start, run.end):
                needs = {"kind": title, "what_zh": REQUIRES.zh, "what_en": REQUIRES.en}
                yield at(desk, lint.NO_TRACE, run, *hit.span(), needs, severity=_severity(desk))
                return


def named_kind(title: str) -> str:
    """规范, 规程 or 指南 where the title, or its first part, ends with it."""
    ends = (title, title.split(maxsplit=1)[0]) if title.split() else ()
    return next((word for word in ("规范", "规程", "指南") for end in ends if end.endswith(word)), "")


def _severity(desk: Desk) -> Severity:
    return Severity.WARNING if desk.draft.edition >= 2020 else Severity.NOTE
