"""Printed names to register entries: bodies by name or alias, laws by title and number, standards by number."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from msgspec.structs import replace

from gkstd.diagnostics import Text
from gkstd.diagnostics.codes import content, names
from gkstd.model.document import Cited
from gkstd.model.item import Basis, Named
from gkstd.model.register import Body, Law, Reference
from gkstd.model.values.citation import parse_citation
from gkstd.model.values.docnumber import normalise_document_number
from gkstd.model.values.stdnumber import format_standard_number, parse_standard_number
from gkstd.source.resolve.scope import Scope
from gkstd.source.resolve.unknown import closest
from gkstd.source.tree import Path, Tree

_ADD_BODY = Text(
    "在 standards/registers/bodies.yaml 里登记，或改用已登记的名称",
    "add it to standards/registers/bodies.yaml, or use a name listed there",
)
_ADD_LAW = Text("在 standards/registers/laws.yaml 里登记这部依据", "add the law to standards/registers/laws.yaml")
_ADD_STANDARD = Text(
    "在 standards/registers/references.yaml 里登记这项标准", "add the standard to standards/registers/references.yaml"
)
_FULL = Text("名录里的名称是《{title}》", "the register calls it 《{title}》")


class Directory:
    """Look-ups that report what they do not find."""

    def __init__(
        self, scope: Scope, bodies: Mapping[str, Body], laws: Mapping[str, Law], references: Mapping[str, Reference]
    ) -> None:
        self.scope = scope
        self.bodies, self.laws, self.references = bodies, laws, references
        self.own: dict[str, tuple[str, str]] = {}
        self._bodies = _table((body.id, (body.id, body.name, *body.aliases)) for body in bodies.values())
        self._laws = _table((law.id, (law.title, *law.aliases)) for law in laws.values())
        self._numbers = _table((ref.id, (ref.number,)) for ref in references.values())
        self._undated = _table((ref.id, (ref.number.partition("—")[0],)) for ref in references.values())

    def body(self, written: str, tree: Tree, path: Path) -> Named:
        """A body by name, alias or id; of several of one name the one that exists on the project's day."""
        ids = self._bodies.get(_key(written), [])
        living = [i for i in ids if not self.bodies[i].ended(self.scope.as_of)]
        alive = [i for i in living if self.bodies[i].begun(self.scope.as_of)] or living or ids
        if len(alive) > 1:
            self._ambiguous(written, alive, tree, path)
        elif not alive and "body" not in self.scope.broken:
            self.scope.unknowns.note(names.UNKNOWN_BODY, tree.span(path), self._body_names, (_ADD_BODY,), name=written)
        return Named(written, alive[0] if len(alive) == 1 else "")

    def basis(self, written: str, tree: Tree, path: Path) -> Basis | None:
        """A citation and the law it stands for; None when it cannot be read."""
        before = len(self.scope.found)
        citation = self.scope.parse(parse_citation, content.CITATION, written, tree, path)
        if citation is None:
            return None
        if not citation.title:  # a placeholder
            return Basis(citation, "")
        if len(self.scope.found) > before and _key(citation.title) not in self._laws:
            if near := closest(citation.title, self._law_names()):  # one finding is enough: it says the full title too
                last = self.scope.found[-1]
                self.scope.found[-1] = replace(last, hints=(*last.hints, _FULL.fill(title=near)))
            return Basis(citation, "")
        return Basis(citation, self._law(citation.title, citation.number, written, tree, path))

    def bases(self, written: Sequence[str], tree: Tree, path: Path) -> tuple[Basis, ...]:
        """Several citations; those that cannot be read are left out, of the tree too, so that positions agree."""
        found = [self.basis(text, tree, (*path, i)) for i, text in enumerate(written)]
        sound = [i for i, basis in enumerate(found) if basis]
        if len(sound) < len(found):
            tree.keep_at(path, sound)
        return tuple(basis for basis in found if basis)

    def _law(self, title: str, number: str, written: str, tree: Tree, path: Path) -> str:
        ids = self._laws.get(_key(title), [])
        start = max(written.find(title), 0)
        within = (start, start + len(title))
        if not ids:
            if "law" not in self.scope.broken:
                span = tree.span(path, within=within)
                self.scope.unknowns.note(names.UNKNOWN_LAW, span, self._law_names, (_ADD_LAW,), name=title)
            return ""
        numbered = [i for i in ids if not number or number in _numbers_of(self.laws[i])]
        if not numbered:
            expected = "、".join(dict.fromkeys(n for i in ids for n in _numbers_of(self.laws[i]))) or "—"
            span = tree.span(path, within=within)
            self.scope.found.append(names.NUMBER_MISMATCH.at(span, title=title, expected=expected, found=number))
            return ""
        in_force = [i for i in numbered if self.laws[i].in_force(self.scope.as_of)]
        if len(in_force) > 1:
            self._ambiguous(title, in_force, tree, path)
            return ""
        begun = [i for i in numbered if self.laws[i].begun(self.scope.as_of)]
        return (in_force or begun[-1:] or numbered)[0]

    def reference(self, written: str, tree: Tree, path: Path) -> Cited:
        """A standard by number: an own one, or a register entry; an undated number means the edition in force."""
        parsed = self.scope.parse(parse_standard_number, content.NUMBER, written, tree, path)
        if parsed is None:
            return Cited(written, "", "")
        number = format_standard_number(parsed)
        if own := self.own.get(_key(number)):
            return Cited(number, own[1], "", own[0])
        ids = self._numbers.get(_key(number)) or self._undated.get(_key(number.replace("（所有部分）", "")), [])
        current = [i for i in ids if not self.references[i].ended(self.scope.as_of)] or ids[-1:]
        if current:
            return Cited(number, self.references[current[0]].title, current[0])
        if "reference" not in self.scope.broken:
            self.scope.unknowns.note(
                names.UNKNOWN_STANDARD, tree.span(path), self._standard_numbers, (_ADD_STANDARD,), name=number
            )
        return Cited(number, "", "")

    def know(self, id: str, number: str, title: str) -> None:
        """An own standard, which others may cite by its number, dated or not."""
        parsed, _ = parse_standard_number(number)
        if parsed is not None:
            printed = format_standard_number(parsed)
            for key in (printed, printed.partition("—")[0]):
                self.own.setdefault(_key(key), (id, title))

    def _body_names(self) -> tuple[str, ...]:
        return tuple(name for body in self.bodies.values() for name in (body.name, *body.aliases))

    def _law_names(self) -> tuple[str, ...]:
        return tuple(name for law in self.laws.values() for name in (law.title, *law.aliases))

    def _standard_numbers(self) -> tuple[str, ...]:
        return (*(ref.number for ref in self.references.values()), *self.own)

    def _ambiguous(self, name: str, ids: list[str], tree: Tree, path: Path) -> None:
        places = self.scope.places
        kind = "body" if ids[0] in self.bodies else "law"
        labels = tuple((places.span(kind, i), Text("其中之一", "one of them")) for i in ids)
        listed = "、".join(ids)
        self.scope.found.append(names.AMBIGUOUS.at(tree.span(path), labels=labels, name=name, ids=listed))


def _numbers_of(law: Law) -> tuple[str, ...]:
    return tuple(n for n in (law.number, *(r.number for r in law.revisions)) if n)


@lru_cache(maxsize=8192)
def _key(name: str) -> str:
    return "".join(name.split()).replace("(", "（").replace(")", "）")


def _table(entries: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for id, spellings in entries:
        for key in dict.fromkeys(_key(s) for s in spellings):
            table.setdefault(key, []).append(id)
    return table


def document_number(scope: Scope, written: str | None, tree: Tree, path: Path) -> str:
    """A document number in printed form, with 〔〕 (GK303); "" when none is given."""
    if written is None:
        return ""
    return scope.parse(normalise_document_number, content.NUMBER, written, tree, path)
