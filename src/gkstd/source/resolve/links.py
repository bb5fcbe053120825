"""Links between objects by id: each must name something of the right kind (GK203). What does not is emptied."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from msgspec.structs import replace

from gkstd.model import workbook as parts
from gkstd.model.document import Document
from gkstd.model.item import Domain, Item
from gkstd.model.process import Process, Step
from gkstd.model.project import Identity
from gkstd.model.register import Body, Law, Reference
from gkstd.model.service import Guide, Service
from gkstd.model.table import Form, Table
from gkstd.model.workbook import Workbook
from gkstd.source.resolve.scope import Scope
from gkstd.source.tree import Tree

Entry = TypeVar("Entry", Body, Law, Reference)
Owned = TypeVar("Owned", Table, Form)
Known = Mapping[str, object]


class Linker:
    """The ids that exist, by kind."""

    def __init__(self, scope: Scope, tables: Mapping[str, Known]) -> None:
        self.scope = scope
        self.known = {kind: frozenset(table) for kind, table in tables.items()}

    def one(self, kind: str, id: str | None, tree: Tree, *path: str | int) -> str:
        """An id of the kind, or "" with GK203."""
        return self.scope.link(kind, id or None, self.known[kind], tree, path)

    def many(self, kind: str, ids: Sequence[str], tree: Tree, *path: str | int) -> tuple[str, ...]:
        """The ids that name something, in order."""
        found = [self.one(kind, id, tree, *path, i) for i, id in enumerate(ids)]
        sound = [i for i, id in enumerate(found) if id]
        if len(sound) < len(found):
            tree.keep_at(path, sound)  # so that positions in the model stay positions in the tree
        return tuple(found[i] for i in sound)

    def entry(self, kind: str, entry: Entry, tree: Tree, *path: str | int) -> Entry:
        """Successors (and the parent of a body) of a register entry."""
        entry = replace(entry, successors=self.many(kind, entry.successors, tree, *path, "successors"))
        if isinstance(entry, Body):
            return replace(entry, parent=self.one("body", entry.parent, tree, *path, "parent") or None)
        return entry

    def identity(self, identity: Identity, tree: Tree) -> Identity:
        """What visitors came for leads to objects of the project; what does not is left out."""
        tasks = [
            replace(
                task,
                id=task.id if task.kind == "search" else self.one(task.kind, task.id, tree, "portal", "tasks", i, "id"),
            )
            for i, task in enumerate(identity.portal.tasks)
        ]
        return replace(identity, portal=replace(identity.portal, tasks=tuple(task for task in tasks if task.id)))

    def domain(self, domain: Domain, tree: Tree) -> Domain:
        """The standard of a domain."""
        return replace(domain, standard=self.one("document", domain.standard, tree, "standard"))

    def item(self, item: Item, domain: Domain, tree: Tree, *path: str | int) -> Item:
        """The standard and the process of an item."""
        own = item.standard != domain.standard
        standard = self.one("document", item.standard, tree, *path, "standard") if own else item.standard
        process = self.one("process", item.process, tree, *path, "process")
        return replace(item, standard=standard if standard in self.known["document"] else "", process=process)

    def process(self, process: Process, tree: Tree) -> Process:
        """The domain of a process, and what its steps name."""
        numbers = {step: at for at, step in reversed(list(enumerate(_written(tree))))}  # of repeated ids the first
        steps = tuple(self._step(step, tree, numbers[step.id]) for step in process.steps)
        return replace(process, domain=self.one("domain", process.domain, tree, "domain"), steps=steps)

    def _step(self, step: Step, tree: Tree, at: int) -> Step:
        discloses = self.many("item", step.discloses, tree, "steps", at, "discloses")
        return replace(
            step, discloses=discloses, process=self.one("process", step.process, tree, "steps", at, "process")
        )

    def document(self, document: Document, tree: Tree) -> Document:
        """What a standard belongs to and what its annexes show."""
        annexes = tuple(
            replace(
                annex,
                catalog=self.one("domain", annex.catalog, tree, "annexes", i, "catalog"),
                process=self.one("process", annex.process, tree, "annexes", i, "process"),
                table=self.one("table", annex.table, tree, "annexes", i, "table"),
                form=self.one("form", annex.form, tree, "annexes", i, "form"),
            )
            for i, annex in enumerate(document.annexes)
        )
        return replace(document, domain=self.one("domain", document.domain, tree, "domain"), annexes=annexes)

    def guide(self, guide: Guide, tree: Tree) -> Guide:
        """The domain of a guide."""
        return replace(guide, domain=self.one("domain", guide.domain, tree, "domain"))

    def service(self, service: Service, tree: Tree, *path: str | int) -> Service:
        """The process and the items of a service, and the blank forms of its materials."""
        materials = tuple(
            replace(one, blank=self.one("form", one.blank, tree, *path, "materials", i, "blank"))
            for i, one in enumerate(service.materials)
        )
        process = self.one("process", service.process, tree, *path, "process")
        items = self.many("item", service.items, tree, *path, "items")
        return replace(service, process=process, items=items, materials=materials)

    def owned(self, shown: Owned, tree: Tree) -> Owned:
        """The domain a table or form belongs to."""
        return replace(shown, domain=self.one("domain", shown.domain, tree, "domain"))

    def workbook(self, book: Workbook, tree: Tree) -> Workbook:
        """What a handbook is about and what its parts show."""
        linked = tuple(self._part(part, tree, i) for i, part in enumerate(book.parts))
        return replace(book, domain=self.one("domain", book.domain, tree, "domain"), parts=linked)

    def _part(self, part: parts.Part, tree: Tree, at: int) -> parts.Part:  # noqa: PLR0911
        match part:
            case parts.Catalog():
                return replace(part, domain=self.one("domain", part.domain, tree, "parts", at, "domain"))
            case parts.Standards():
                return replace(part, ids=self.many("document", part.ids, tree, "parts", at, "ids"))
            case parts.Flowcharts():
                return replace(part, ids=self.many("process", part.ids, tree, "parts", at, "ids"))
            case parts.Services():
                return replace(part, ids=self.many("guide", part.ids, tree, "parts", at, "ids"))
            case parts.Tables():
                return replace(part, ids=self.many("table", part.ids, tree, "parts", at, "ids"))
            case parts.Forms():
                return replace(part, ids=self.many("form", part.ids, tree, "parts", at, "ids"))
            case parts.Figures():
                return replace(part, ids=self.many("figure", part.ids, tree, "parts", at, "ids"))
            case _:
                return part


def _written(tree: Tree) -> list[str]:
    """Ids of the steps as written."""
    return [step.get("id", "") if isinstance(step, dict) else "" for step in tree.value["steps"]]
