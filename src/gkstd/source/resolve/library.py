"""The clause library: clauses written once and used by several standards, with named parameters filled in as text."""

import re
from collections.abc import Mapping

from msgspec import Struct

from gkstd.diagnostics.codes import document as codes
from gkstd.source.places import Gap
from gkstd.source.records.documents import ClauseRecord
from gkstd.source.records.library import LibraryFile
from gkstd.source.resolve.scope import Scope
from gkstd.source.tree import Path, Tree

_PARAMETER = re.compile(r"\{([^{}\s#=][^{}\s=]{0,19})\}")
_MARKUP = re.compile(r"([\\`*_\[\]<>#|])")


class Shared(Struct, frozen=True, eq=False):
    """A library clause, its tree, and how its parameters are filled at the place that uses it."""

    record: LibraryFile
    tree: Tree
    fill: "Filler"


class Library:
    """All shared clauses by id."""

    def __init__(self, files: Mapping[str, tuple[Tree, LibraryFile]]) -> None:
        self.files = files

    def check(self, scope: Scope) -> None:
        """Parameters that stand in a text but are not declared, and clauses that use another (GK511, GK513)."""
        for tree, record in self.files.values():
            for path, text in _texts(record.clauses, ("clauses",), [(("text",), record.text or "")]):
                for hit in _PARAMETER.finditer(text):
                    if hit[1] not in record.parameters:
                        span = tree.span(path, within=hit.span())
                        scope.found.append(codes.UNDECLARED.at(span, name=hit[1]))
            for path, clause in _clauses(record.clauses, ("clauses",)):
                if clause.use:
                    scope.found.append(codes.NESTED_USE.at(tree.span((*path, "use"))))

    def find(self, scope: Scope, r: ClauseRecord, tree: Tree, path: Path) -> Shared | None:
        """The shared clause that `r` uses; faults of the use (GK203, GK511, GK512) are reported at the use."""
        if scope.link("clauses", r.use, self.files.keys(), tree, (*path, "use")) == "":
            return None
        assert r.use is not None  # noqa: S101
        home, record = self.files[r.use]
        if r.text or r.clauses or r.references or r.terms:
            scope.found.append(codes.USE_AND_CONTENT.at(tree.span((*path, "use"), key=True)))
        for name in record.parameters:
            if name not in r.given:
                hint = codes.ADD_PARAMETER.fill(name=name, meaning=record.parameters[name])
                span = tree.span((*path, "use"))
                scope.found.append(codes.MISSING_PARAMETER.at(span, hints=(hint,), name=name, clause=r.use))
        for name in r.given:
            if name not in record.parameters:
                span = tree.span((*path, "with", name), key=True)
                scope.found.append(codes.UNKNOWN_PARAMETER.at(span, name=name, clause=r.use))
        return Shared(record, home, Filler(r.given, tree, (*path, "with")))


class Filler:
    """Puts the values in as plain text: what is Markdown in a value is escaped, what is unknown stays as written."""

    def __init__(self, given: Mapping[str, str], tree: Tree, path: Path) -> None:
        self.plain = {name: _MARKUP.sub(r"\\\1", value) for name, value in given.items()}
        self.tree, self.path = tree, tuple(path)

    def __call__(self, text: str) -> str:
        """The text with its parameters filled in."""
        return _PARAMETER.sub(lambda hit: self.plain.get(hit[1], hit[0]), text)

    def gaps(self, text: str) -> tuple[Gap, ...]:
        """Where the values stand in the filled text, and where the parameters stand in the text as written."""
        found: list[Gap] = []
        shift = 0
        for hit in _PARAMETER.finditer(text):
            value = self.plain.get(hit[1])
            if value is not None:
                start = hit.start() + shift
                found.append(Gap(start, start + len(value), *hit.span(), self.tree, (*self.path, hit[1])))
                shift += len(value) - len(hit[0])
        return tuple(found)


def _clauses(records: tuple[ClauseRecord, ...], path: Path) -> list[tuple[Path, ClauseRecord]]:
    found: list[tuple[Path, ClauseRecord]] = []
    for i, r in enumerate(records):
        found += [((*path, i), r), *_clauses(r.clauses, (*path, i, "clauses"))]
    return found


def _texts(records: tuple[ClauseRecord, ...], path: Path, head: list[tuple[Path, str]]) -> list[tuple[Path, str]]:
    return head + [((*at, "text"), r.text) for at, r in _clauses(records, path) if r.text]
