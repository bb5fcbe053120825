"""GK698, GK699: what the editor allows against the rules, and allowances that are unused or name no rule.

In: a context and findings. Out: whether a finding is allowed where it stands; at the end, what is wrong with allowances.
"""

from collections.abc import Iterator

from gkstd.checks.base import Context
from gkstd.checks.drafting.clauses import every, roots
from gkstd.checks.drafting.found import Found
from gkstd.diagnostics import Code, Diagnostic
from gkstd.diagnostics.codes import lint, lint_text
from gkstd.model.allowance import Allowance
from gkstd.model.document import Clause, Document

Owner = tuple[str, str]

RULES = frozenset(
    value.id for family in (lint, lint_text) for value in vars(family).values() if isinstance(value, Code)
) - {lint_text.UNUSED_ALLOWANCE.id, lint_text.UNKNOWN_ALLOWANCE.id}
"""Codes that can be allowed."""


class Owners:
    """What holds what in a standard."""

    def __init__(self, document: Document) -> None:
        self.top: Owner = ("document", document.id)
        self._above: dict[Owner, Owner] = {}
        for annex, clauses in roots(document):
            owner = ("annex", f"{document.id}/{annex.id}") if annex else self.top
            self._above[owner] = self.top
            self._note(document.id, clauses, owner)

    def _note(self, document: str, clauses: tuple[Clause, ...], above: Owner) -> None:
        for clause in every(clauses):
            own = ("clause", f"{document}/{clause.id}")
            self._above.setdefault(own, above)
            for inner in clause.clauses:
                self._above["clause", f"{document}/{inner.id}"] = own
            for term in clause.terms:
                self._above["term", f"{document}/{term.id}"] = own

    def of(self, owner: Owner) -> Iterator[Owner]:
        """An object, what holds it, and so on up to the standard."""
        for _ in range(64):
            yield owner
            if owner == self.top:
                return
            owner = self._above.get(owner, self.top)


class Allowed:
    """All allowances of a project, and which of them were needed."""

    def __init__(self, ctx: Context) -> None:
        self.ctx = ctx
        self.known: dict[tuple[str, str, str], list[Allowance]] = {}
        for one in ctx.project.allowances:
            self.known.setdefault((one.kind, one.id, one.code), []).append(one)
        self.used: set[tuple[str, str, str]] = set()

    def takes(self, found: Found, owners: Owners) -> bool:
        """Whether the finding is allowed; the nearest allowance counts as used."""
        if not self.known:
            return False
        for kind, id in owners.of((found.place.kind, found.place.id)):
            if ones := self.known.get((kind, id, found.code.id)):
                self.used.update((one.home, one.home_id, one.code) for one in ones)
                return True
        return False

    def wrong(self) -> Iterator[Diagnostic]:
        """Allowances that name no rule, and those that nothing needed (said only when no object was refused)."""
        told: set[tuple[str, str, str]] = set()
        for one in self.ctx.project.allowances:
            key = (one.home, one.home_id, one.code)
            if key in told:
                continue
            told.add(key)
            place = self.ctx.places.span(one.home, one.home_id, "allow", one.written, key=True)
            if one.code not in RULES:
                yield lint_text.UNKNOWN_ALLOWANCE.at(place, code=one.written)
            elif key not in self.used and not self.ctx.gaps:
                yield lint_text.UNUSED_ALLOWANCE.at(place, code=one.code)
