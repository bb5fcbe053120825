"""GK650 to GK653: terms are defined once, used, and have English equivalents (GB/T 1.1—2020, 8.7; 2009, 6.3.2)."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from gkstd.checks.drafting.desk import Desk, of_term
from gkstd.checks.drafting.found import Found
from gkstd.checks.drafting.lazy import Lazy
from gkstd.checks.drafting.shown import shown_text
from gkstd.diagnostics import Text
from gkstd.diagnostics.codes import lint_text
from gkstd.model.document import Term

CHINESE = Lazy(r"[^\x00-\x7f]")
CAPITAL = Lazy(r"^[A-Z][a-z]+(?:[ -][a-z]+)*$|^[A-Z][a-z]+(?: (?:[A-Z][a-z]+|of|and|for|on|in|by|to|the))+$")
PROPER = frozenset(
    [
        "Internet",
        "Web",
        "World",
        "Wide",
        "China",
        "Chinese",
        "English",
        "Latin",
        "Arabic",
        "Roman",
        "Gregorian",
        "Likert",
        "Gantt",
        "Pareto",
        "Delphi",
        "Unicode",
        "Markdown",
        "Excel",
        "Word",
        "Shaanxi",
        "Yulin",
        "Jingbian",
        "Beijing",
        "Shanghai",
        "Pearson",
        "Bayes",
        "Bayesian",
        "Boolean",
        "Cartesian",
        "Gaussian",
    ]
)
"""Names: words that keep their capital."""
ENGLISH_FORMS = (
    (CHINESE, Text("含有汉字", "it holds Chinese characters")),
    (Lazy(r"[.;,:]$"), Text("末尾不加标点", "no mark at the end")),
    (CAPITAL, Text("除专有名词外用小写", "lower case unless it is a proper name")),
    (Lazy(r"^(?:the|a|an) ", re.IGNORECASE), Text("开头不用冠词", "no article at the beginning")),
)
FIRST = Text("先在这里定义", "defined here first")


def defined_once(desk: Desk) -> Iterator[Found]:
    """A term or admitted term means one thing in a standard."""
    seen: dict[str, Term] = {}
    for _, term in desk.terms:
        names = (term.term, *term.admitted)
        for at, name in enumerate(names):
            first = seen.setdefault(name, term)
            if first is not term or name in names[:at]:
                others = ((of_term(desk, first), FIRST),)
                yield Found(lint_text.TERM_TWICE, of_term(desk, term), values=(("term", name),), others=others)
                break


def terms_used(desk: Desk) -> Iterator[Found]:
    """Terms of the clause 术语和定义 occur outside their own entry; a standard of terms has them for their own sake."""
    more = ""
    titles = "\n".join([clause.title for clause in desk.clauses])
    for clause, term in desk.terms:
        if clause.kind != "terms" or "术语" in desk.draft.document.title:
            continue
        names = (term.term, *term.admitted)
        own = f"{desk.draft.document.id}/{term.id}"
        if any(name in titles or _elsewhere(desk, own, name) for name in names):
            continue
        more = more or shown_text(desk)
        if not any(name in more for name in names):
            yield Found(lint_text.TERM_UNUSED, of_term(desk, term), values=(("term", term.term),))


def english(desk: Desk) -> Iterator[Found]:
    """Each term has its English equivalent, in lower case."""
    for _, term in desk.terms:
        if not term.english:
            yield Found(lint_text.NO_ENGLISH, of_term(desk, term), values=(("term", term.term),))
            continue
        for pattern, what in ENGLISH_FORMS:
            if pattern.search(term.english) and not (pattern is CAPITAL and term.english.split()[0] in PROPER):
                values = (("english", term.english), ("what_zh", what.zh), ("what_en", what.en))
                yield Found(lint_text.ENGLISH_FORM, of_term(desk, term, "english"), values=values)
                break


def _elsewhere(desk: Desk, own: str, name: str) -> bool:
    """Whether a name stands in a text that is not part of the entry `own`."""
    text, homes = desk.draft.text, desk.draft.homes
    at = text.find(name)
    while at >= 0:
        home = bisect_right(homes, at, key=lambda home: home.start) - 1
        if homes[home].passage.place.id != own:
            return True
        at = text.find(name, at + 1)
    return False
