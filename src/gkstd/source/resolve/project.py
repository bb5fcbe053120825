"""The whole: records of all files → one project, its places, and what is wrong with the names in it."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TypeVar, cast
from urllib.parse import quote

import msgspec

from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import names
from gkstd.model.item import Domain, Item
from gkstd.model.project import Edition, Fonts, Identity, Outputs, Portal, Previous, Project, Region, Task
from gkstd.model.register import Body, Law, Reference, Synonym
from gkstd.model.service import Guide, Service
from gkstd.model.table import Figure, Form, Table
from gkstd.source.places import SourcePlaces
from gkstd.source.records.base import Record
from gkstd.source.records.documents import DocumentFile
from gkstd.source.records.items import DomainFile
from gkstd.source.records.library import LibraryFile
from gkstd.source.records.processes import ProcessFile
from gkstd.source.records.project import EditionRecord, ProjectFile
from gkstd.source.records.registers import BodiesFile, LawsFile, ReferencesFile, SynonymsFile
from gkstd.source.records.services import ServicesFile
from gkstd.source.records.tables import FiguresFile, FormFile, TableFile
from gkstd.source.records.workbooks import WorkbookFile
from gkstd.source.resolve import documents, indexes, items, processes, registers, services, systems, tables, workbooks
from gkstd.source.resolve.directory import Directory
from gkstd.source.resolve.library import Library
from gkstd.source.resolve.links import Linker
from gkstd.source.resolve.scope import Scope
from gkstd.source.resolve.wordings import Wordings, faultless
from gkstd.source.tree import Tree

F = TypeVar("F", bound=Record)
_RENAME = Text("把文件改名为 {id}.yaml，或把编号改成 {stem}", "rename the file to {id}.yaml, or make the id {stem}")
_COPIED = Text(
    "它像是 {original} 的副本：不要的删去；要另立一份，把编号改成 {stem}，标题和里面各条的编号也要另编",
    "it looks like a copy of {original}: delete it, or make the id {stem} and give it a title and entries of its own",
)
KEPT = "/%~!$&'()*+,;=:@"
"""Characters of a path that need no percents (RFC 3986)."""


class Decoded(msgspec.Struct, frozen=True):
    """One file that could be decoded."""

    tree: Tree
    record: Record


def resolve(
    head: Decoded, files: list[Decoded], broken: frozenset[str], wordings: Wordings
) -> tuple[Project, SourcePlaces, list[Diagnostic], Wordings]:
    """A project from the record of gkstd.yaml and those of all other files, in order of file name.

    `broken` names the kinds of which some file was refused: names of these kinds are not reported as unknown.
    `wordings` were read before; those read now come back.
    """
    main = cast(ProjectFile, head.record)
    identity = _identity(main)
    scope = Scope(identity.as_of, broken, wordings.read())
    scope.homes = frozenset(file.tree.file.id for file in files)
    scope.places.add("project", "", head.tree, ())
    bodies, laws, references = _registers(scope, files)
    directory = Directory(scope, bodies, laws, references)
    domains, rows = dict[str, Domain](), dict[str, Item]()
    for tree, record in _in_order(_of(DomainFile, files), main.order.domains, lambda r: r.domain):
        if _claim_file(scope, "domain", record.domain, tree):
            domains[record.domain], its = items.domain(scope, directory, record, tree)
            rows |= {item.id: item for item in its}
    graphs = {
        r.id: processes.process(scope, directory, r, tree)
        for tree, r in _in_order(_of(ProcessFile, files), main.order.processes, lambda r: r.id)
        if _claim_file(scope, "process", r.id, tree)
    }
    library = Library({r.id: (t, r) for t, r in _of(LibraryFile, files) if _claim_file(scope, "clauses", r.id, t)})
    library.check(scope)
    for _, r in _of(DocumentFile, files):
        directory.know(r.id, r.number, r.title)
    texts = {
        r.id: documents.document(scope, directory, library, r, tree)
        for tree, r in _of(DocumentFile, files)
        if _claim_file(scope, "document", r.id, tree)
    }
    books = {
        r.id: workbooks.workbook(r)
        for tree, r in _of(WorkbookFile, files)
        if _claim_file(scope, "workbook", r.id, tree)
    }
    project = Project(
        identity,
        bodies,
        laws,
        references,
        domains,
        rows,
        graphs,
        texts,
        books,
        *_tables(scope, directory, files),
        _synonyms(scope, files),
    )
    indexes.check(scope, identity, head.tree, domains, rows)
    system = systems.system(cast(ProjectFile, head.record).system)
    guides, offered = _services(scope, directory, files)
    project = msgspec.structs.replace(
        project, allowances=tuple(scope.allowances), guides=guides, services=offered, system=system
    )
    linked = _link(scope, project, main, head.tree)
    return linked, scope.places, [*scope.found, *scope.unknowns.findings()], faultless(scope.read)


def _registers(scope: Scope, files: list[Decoded]) -> tuple[dict[str, Body], dict[str, Law], dict[str, Reference]]:
    bodies = {
        r.id: registers.body(scope, r, tree, ("bodies", i))
        for tree, file in _of(BodiesFile, files)
        for i, r in enumerate(file.bodies)
        if scope.claim("body", r.id, tree, ("bodies", i))
    }
    laws = {
        r.id: registers.law(scope, r, tree, ("laws", i))
        for tree, file in _of(LawsFile, files)
        for i, r in enumerate(file.laws)
        if scope.claim("law", r.id, tree, ("laws", i))
    }
    references = {
        r.id: registers.reference(scope, r, tree, ("references", i))
        for tree, file in _of(ReferencesFile, files)
        for i, r in enumerate(file.references)
        if scope.claim("reference", r.id, tree, ("references", i))
    }
    return bodies, laws, references


def _services(scope: Scope, directory: Directory, files: list[Decoded]) -> tuple[dict[str, Guide], dict[str, Service]]:
    guides, offered = dict[str, Guide](), dict[str, Service]()
    for tree, record in _of(ServicesFile, files):
        if _claim_file(scope, "guide", record.id, tree):
            guides[record.id], its = services.guide(scope, directory, record, tree)
            offered |= {one.id: one for one in its}
    return guides, offered


def _tables(
    scope: Scope, directory: Directory, files: list[Decoded]
) -> tuple[dict[str, Table], dict[str, Form], dict[str, Figure]]:
    tabled = {
        r.id: tables.tabled(scope, directory, r, tree)
        for tree, r in _of(TableFile, files)
        if _claim_file(scope, "table", r.id, tree)
    }
    forms = {r.id: tables.form(r) for tree, r in _of(FormFile, files) if _claim_file(scope, "form", r.id, tree)}
    figures = {
        r.id: tables.figure(scope, r, tree, ("figures", i))
        for tree, file in _of(FiguresFile, files)
        for i, r in enumerate(file.figures)
        if scope.claim("figure", r.id, tree, ("figures", i))
    }
    return tabled, forms, figures


def _synonyms(scope: Scope, files: list[Decoded]) -> dict[str, Synonym]:
    return {
        r.term: registers.synonym(r)
        for tree, file in _of(SynonymsFile, files)
        for i, r in enumerate(file.synonyms)
        if scope.claim("synonym", r.term, tree, ("synonyms", i), field="term")
    }


def _link(scope: Scope, p: Project, main: ProjectFile, tree: Tree) -> Project:
    linker = Linker(
        scope,
        {
            "body": p.bodies,
            "law": p.laws,
            "reference": p.references,
            "domain": p.domains,
            "item": p.items,
            "process": p.processes,
            "document": p.documents,
            "table": p.tables,
            "form": p.forms,
            "figure": p.figures,
            "guide": p.guides,
            "service": p.services,
        },
    )
    linker.many("domain", main.order.domains, tree, "order", "domains")
    linker.many("process", main.order.processes, tree, "order", "processes")
    home = scope.places.home
    return msgspec.structs.replace(
        p,
        identity=linker.identity(p.identity, tree),
        bodies={k: linker.entry("body", v, *home("body", k)) for k, v in p.bodies.items()},
        laws={k: linker.entry("law", v, *home("law", k)) for k, v in p.laws.items()},
        references={k: linker.entry("reference", v, *home("reference", k)) for k, v in p.references.items()},
        domains={k: linker.domain(v, home("domain", k)[0]) for k, v in p.domains.items()},
        items={k: linker.item(v, p.domains[v.domain], *home("item", k)) for k, v in p.items.items()},
        processes={k: linker.process(v, home("process", k)[0]) for k, v in p.processes.items()},
        documents={k: linker.document(v, home("document", k)[0]) for k, v in p.documents.items()},
        workbooks={k: linker.workbook(v, home("workbook", k)[0]) for k, v in p.workbooks.items()},
        guides={k: linker.guide(v, home("guide", k)[0]) for k, v in p.guides.items()},
        services={k: linker.service(v, *home("service", k)) for k, v in p.services.items()},
        tables={k: linker.owned(v, home("table", k)[0]) for k, v in p.tables.items()},
        forms={k: linker.owned(v, home("form", k)[0]) for k, v in p.forms.items()},
    )


def _of(kind: type[F], files: list[Decoded]) -> Iterator[tuple[Tree, F]]:
    return ((file.tree, file.record) for file in files if isinstance(file.record, kind))


def _in_order(found: Iterator[tuple[Tree, F]], listed: tuple[str, ...], id: Callable[[F], str]) -> list[tuple[Tree, F]]:
    """First what is listed in gkstd.yaml, as listed; the rest in order of file name."""
    place = {name: at for at, name in enumerate(listed)}
    return sorted(found, key=lambda one: place.get(id(one[1]), len(place)))


def _claim_file(scope: Scope, kind: str, id: str, tree: Tree) -> bool:
    """A file that is one object: its id is unique and is the file's name (GK210); a copy of such a file is left out."""
    field = "domain" if kind == "domain" else "id"
    folder, _, name = tree.file.id.rpartition("/")
    stem = name.removesuffix(".yaml")
    if stem == id:
        return scope.claim(kind, id, tree, (), field=field)
    original = f"{folder}/{id}.yaml"
    copied = original in scope.homes
    hint = _COPIED.fill(original=original, stem=stem) if copied else _RENAME.fill(id=id, stem=stem)
    scope.found.append(names.FILE_ID.at(tree.span((field,)), hints=(hint,), file=name, id=id))
    return not copied and scope.claim(kind, id, tree, (), field=field)


def _edition(r: EditionRecord) -> Edition:
    previous = Previous(r.previous.title, r.previous.revision) if r.previous else None
    return Edition(r.id, r.title, r.date, r.notice or "", previous)


def _uri(base: str) -> str:
    """An address in Chinese as programs exchange it: the host in Punycode, the path in percents. A host that has no such
    form stays as written.
    """
    scheme, _, rest = base.partition("://")
    place, slash, path = rest.partition("/")
    host, colon, port = place.partition(":")
    with suppress(UnicodeError):
        known = host.encode("idna").decode() if not host.isascii() else host
        host = known if "/" not in known else host
    return f"{scheme}://{host}{colon}{port}{slash}{quote(path, safe=KEPT)}" if base else ""


def _identity(r: ProjectFile) -> Identity:
    p = r.portal
    return Identity(
        name=r.name,
        region=Region(r.region.code, r.region.name, r.region.short or r.region.name),
        as_of=r.as_of,
        edition=_edition(r.edition),
        index_scheme=r.index.scheme,
        portal=Portal(
            p.name, _uri(p.base or ""), p.domain or "", p.site_id or "", p.organizer or "", p.operator or "", p.icp or "",
            p.police or "", tuple(Task(task.say, task.open, task.id) for task in p.tasks),
        ),
        publisher=r.publisher,
        expected=r.expected,
        outputs=Outputs(r.outputs.profile, r.outputs.paper, int(r.outputs.multiple)),
        fonts=Fonts(r.fonts.song or "", r.fonts.hei or "", r.fonts.kai or "", r.fonts.fang or ""),
    )  # fmt: skip
