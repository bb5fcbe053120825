"""The model turned round: what belongs to a body, rests on a law, happens in a process.

In: a project. Out: tables by id, each list in source order. Never changes or judges the model.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from gkstd.model.item import Item
from gkstd.model.process import Process, Step
from gkstd.model.project import Project
from gkstd.model.values.level import Level

GENERAL = frozenset({"统称", "参与方"})
"""Kinds of bodies that name no single office: 镇人民政府, 申请人."""

Groups = Mapping[str, tuple[str, ...]]


class Lookup(Struct, frozen=True):
    """Ids by id. `stages` are the steps that disclose an item: pairs of process and step. `homes` are the bodies
    below the county that disclose something under their own name, towns first. Services are those offered.
    """

    items_by_body: Groups
    items_by_law: Groups
    items_by_process: Groups
    items_by_standard: Groups
    processes_by_body: Groups
    processes_by_law: Groups
    stages: Mapping[str, tuple[tuple[str, str], ...]]
    homes: tuple[str, ...] = ()
    services_by_item: Groups = {}
    services_by_process: Groups = {}
    services_by_body: Groups = {}


def lookup(project: Project) -> Lookup:
    """All tables in one pass over items and one over processes."""
    items, processes, services = project.items.values(), project.processes.values(), project.services.values()
    by_body = _group((b.body, i.id) for i in items for b in i.bodies)
    return Lookup(
        items_by_body=by_body,
        items_by_law=_group((b.law, i.id) for i in items for b in i.basis),
        items_by_process=_group((i.process, i.id) for i in items),
        items_by_standard=_group((standard_of(project, i), i.id) for i in items),
        processes_by_body=_group((lane.body, p.id) for p in processes for lane in p.lanes),
        processes_by_law=_group((law, p.id) for p in processes for law in _laws(p)),
        stages=_stages(processes),
        homes=_homes(project, by_body),
        services_by_item=_group((item, s.id) for s in services for item in s.items),
        services_by_process=_group((s.process, s.id) for s in services),
        services_by_body=_group((b.body, s.id) for s in services for b in project.guides[s.guide].bodies),
    )


def _homes(project: Project, by_body: Groups) -> tuple[str, ...]:
    local = [
        b for b in project.bodies.values() if b.level < Level("县级") and b.kind not in GENERAL and b.id in by_body
    ]
    return tuple([body.id for body in sorted(local, key=lambda body: -body.level.rank)])


def standard_of(project: Project, item: Item) -> str:
    """The id of the standard that governs an item: its own, else its domain's, else ""."""
    domain = project.domains.get(item.domain)
    return item.standard or (domain.standard if domain else "")


def _laws(process: Process) -> Iterable[str]:
    return [b.law for b in process.basis] + [b.law for step in process.steps for b in step.basis]


def _stages(processes: Iterable[Process]) -> Mapping[str, tuple[tuple[str, str], ...]]:
    found: dict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    for process, step in _steps(processes):
        for item in step.discloses:
            found[item][process.id, step.id] = None
    return {item: tuple(stages) for item, stages in found.items()}


def _steps(processes: Iterable[Process]) -> Iterable[tuple[Process, Step]]:
    return ((p, s) for p in processes for s in p.steps)


def _group(pairs: Iterable[tuple[str, str]]) -> Groups:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for key, value in pairs:
        if key:
            found[key][value] = None
    return {key: tuple(values) for key, values in found.items()}
