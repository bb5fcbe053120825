"""The laws that a set of objects cites, in official order: for the annex of a handbook and the law pages of the portal.

In: the project and the objects to look into. Out: `LawsView` and what it was made from. Order: 法律, 行政法规, 地方性法规,
规章, 规范性文件 (high to low), within a kind in the order of the register.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from gkstd.model.document import Clause, Document
from gkstd.model.item import Basis
from gkstd.model.project import Project
from gkstd.model.register import Law, Reference
from gkstd.render.views import printed
from gkstd.render.views.seen import Ref, Refs, Seen

KINDS = (
    "法律", "行政法规", "监察法规", "地方性法规", "部门规章", "地方政府规章", "党内法规", "规范性文件",
)  # fmt: skip


class CitedBy(Struct, frozen=True):
    """One object that cites; `kind` is item, process, service or document."""

    kind: str
    id: str
    title: str


class LawRow(Struct, frozen=True):
    """A law as listed. `issued` and `effective` are printed days or ""; `articles` are the articles cited, in order.

    `revised` says which text holds on the day of the edition (2017年修正), "" for the first; `unconfirmed` names fields.
    """

    id: str
    serial: int
    title: str
    revised: str
    number: str
    issuer: str
    issued: str
    effective: str
    articles: tuple[str, ...]
    cited_by: tuple[CitedBy, ...]
    unconfirmed: tuple[str, ...] = ()


class LawGroup(Struct, frozen=True):
    """One class of laws."""

    kind: str
    rows: tuple[LawRow, ...]


class StandardRow(Struct, frozen=True):
    """A national, industry or local standard cited by own standards."""

    id: str
    number: str
    title: str
    cited_by: tuple[CitedBy, ...]


class LawsView(Struct, frozen=True):
    """What is cited: laws by class, then standards."""

    groups: tuple[LawGroup, ...]
    standards: tuple[StandardRow, ...]


def laws_view(project: Project, what: Iterable[Ref]) -> tuple[LawsView, Refs]:
    """What the given objects cite: `("domain", id)` stands for all its items, other kinds are item, process, service, document."""
    seen = Seen()
    citing = list(dict.fromkeys(_spread(project, what)))
    for ref in citing:
        seen.add(*ref)
    laws = _laws(project, citing)
    for id in laws:
        seen.add("law", id)
    standards = _standards(project, citing)
    for id in standards:
        seen.add("reference", id)
    rows = tuple([_standard_row(project, project.references[id], by) for id, by in standards.items()])
    return LawsView(_groups(project, laws), rows), seen.refs


Uses = dict[str, list[tuple[Ref, Basis]]]


def _laws(project: Project, citing: list[Ref]) -> Uses:
    """Law id → who cites it and how, in the order of the register."""
    uses: Uses = {}
    for ref in citing:
        for basis in _bases(project, ref):
            if basis.law in project.laws:
                uses.setdefault(basis.law, []).append((ref, basis))
    return {id: uses[id] for id in project.laws if id in uses}


def _standards(project: Project, citing: list[Ref]) -> dict[str, list[Ref]]:
    uses: dict[str, list[Ref]] = {}
    for kind, id in citing:
        if kind == "document":
            for cited in _references(project.documents[id]):
                if cited in project.references:
                    uses.setdefault(cited, []).append((kind, id))
    return {id: uses[id] for id in project.references if id in uses}


def _spread(project: Project, what: Iterable[Ref]) -> Iterator[Ref]:
    for kind, id in what:
        if kind == "domain":
            yield from [("item", item) for item in project.domains[id].items]
        else:
            yield kind, id


def _bases(project: Project, ref: Ref) -> Iterator[Basis]:
    kind, id = ref
    if kind == "item":
        yield from project.items[id].basis
    elif kind == "service":
        service = project.services[id]
        yield from service.basis
        for fee in service.fees:
            yield from fee.basis
    elif kind == "process":
        process = project.processes[id]
        yield from process.basis
        for step in process.steps:
            yield from step.basis


def _references(document: Document) -> Iterator[str]:
    stack: list[Clause] = [*document.clauses]
    while stack:
        clause = stack.pop(0)
        yield from [cited.reference for cited in clause.references]
        stack = [*clause.clauses, *stack]


def _groups(project: Project, uses: Uses) -> tuple[LawGroup, ...]:
    groups: list[LawGroup] = []
    serial = 1
    for kind in KINDS:
        ids = [id for id in uses if project.laws[id].kind == kind]
        rows = [_row(project, project.laws[id], serial + place, uses[id]) for place, id in enumerate(ids)]
        serial += len(rows)
        if rows:
            groups.append(LawGroup(kind, tuple(rows)))
    return tuple(groups)


def _row(project: Project, law: Law, serial: int, uses: list[tuple[Ref, Basis]]) -> LawRow:
    latest = law.revised_between(date.min, project.identity.as_of)
    return LawRow(
        id=law.id,
        serial=serial,
        title=printed.titled(law),
        revised=f"{latest.issued.year}年{latest.kind}" if latest else "",
        number=law.number,
        issuer=law.issuer,
        issued=printed.partial_day(law.issued),
        effective=printed.day(law.begins),
        articles=printed.articles([basis.citation for _, basis in uses]),
        cited_by=_cited_by(project, [ref for ref, _ in uses]),
        unconfirmed=_pending(law),
    )


def _pending(law: Law) -> tuple[str, ...]:
    """The fields in doubt; where the day of issue stands for the first day in force, its doubt does too."""
    doubts = law.unconfirmed
    return (*doubts, "effective") if "issued" in doubts and not law.effective else doubts


def _standard_row(project: Project, reference: Reference, by: list[Ref]) -> StandardRow:
    return StandardRow(reference.id, reference.number, printed.title(reference.title), _cited_by(project, by))


def _cited_by(project: Project, refs: list[Ref]) -> tuple[CitedBy, ...]:
    return tuple([CitedBy(kind, id, _title(project, kind, id)) for kind, id in dict.fromkeys(refs)])


def _title(project: Project, kind: str, id: str) -> str:
    match kind:
        case "item":
            return project.items[id].title
        case "process":
            return project.processes[id].title
        case "service":
            return project.services[id].title
        case _:
            return project.documents[id].title
