"""A process as it is printed: for its chart, its text alternative and its page.

In: the project and the id of a process. Out: a `ProcessView` of plain printed values, with the steps numbered in reading
order, and the objects it drew on. Never draws, never decides whether a process is right (the checks do).
"""

from msgspec import Struct

from gkstd.model.item import Basis
from gkstd.model.process import Process, Step
from gkstd.model.project import Project

Refs = tuple[tuple[str, str], ...]

KINDS = {
    "start": "开始", "end": "结束", "step": "处理", "decision": "判断", "data": "数据", "document": "文件",
    "process": "特定处理", "manual": "人工操作", "input": "人工输入", "preparation": "准备", "parallel": "并行", "join": "汇合",
}  # fmt: skip


class ItemView(Struct, frozen=True):
    """An item disclosed at a step."""

    id: str
    title: str
    index: str


class ExitView(Struct, frozen=True):
    """A way on: the condition ("" without one) and the step it leads to. `back` exits lead to an earlier step."""

    label: str
    target: str
    number: int
    title: str
    back: bool = False


class StepView(Struct, frozen=True):
    """One step. `number` counts from 1 in reading order, `row` from 0 by longest way from the start, `lane` from 0."""

    id: str
    number: int
    row: int
    kind: str
    kind_title: str
    lane: int
    lane_title: str
    title: str
    limit: str
    excluded: bool
    basis: tuple[str, ...]
    forms: tuple[str, ...]
    discloses: tuple[ItemView, ...]
    process: str
    process_title: str
    exits: tuple[ExitView, ...]
    note: str


class ReformView(Struct, frozen=True):
    """Total duration before and after a reform, as printed."""

    before: str
    after: str
    note: str


class ProcessView(Struct, frozen=True):
    """A process; what it does not have is "" (`reform`: None). `domain` is the id, `steps` are in the order of their numbers."""

    id: str
    title: str
    domain: str
    domain_title: str
    summary: str
    promise: str
    statutory: str
    reform: ReformView | None
    basis: tuple[str, ...]
    lanes: tuple[str, ...]
    steps: tuple[StepView, ...]


def process_view(project: Project, id: str) -> tuple[ProcessView, Refs]:
    """The view of the process `id` and the sorted (kind, id) pairs it drew on."""
    process = project.processes[id]
    rows, back = ranks(process)
    order = sorted(process.steps, key=lambda step: rows[step.id])
    numbers = {step.id: number for number, step in enumerate(order, 1)}
    lanes = _lanes(process)
    steps = tuple(_step(project, process, step, rows[step.id], numbers, lanes[step.id], back) for step in order)
    domain = project.domains.get(process.domain)
    reform = process.reform and ReformView(process.reform.before.text, process.reform.after.text, process.reform.note)
    view = ProcessView(
        process.id,
        process.title,
        process.domain,
        domain.title if domain else "",
        process.summary,
        process.promise.text if process.promise else "",
        process.statutory.text if process.statutory else "",
        reform,
        _printed(process.basis),
        tuple(lane.written for lane in process.lanes),
        steps,
    )
    return view, _refs(project, process)


def ranks(process: Process) -> tuple[dict[str, int], frozenset[tuple[str, str]]]:
    """The row of each step (length of the longest way from the start) and the exits (from, to) that lead back.

    Ways are followed in the order of the source, so the answer is stable. Steps without a way from the start get rows too.
    """
    exits = {step.id: [e.target for e in step.exits if process.step(e.target)] for step in process.steps}
    starts = [step.id for step in process.steps if step.kind == "start"]
    order, back = _depth_first([*starts, *exits], exits)
    rows = dict.fromkeys(order, 0)
    for id in order:
        for target in exits[id]:
            if (id, target) not in back:
                rows[target] = max(rows[target], rows[id] + 1)
    return rows, back


def _depth_first(roots: list[str], exits: dict[str, list[str]]) -> tuple[list[str], frozenset[tuple[str, str]]]:
    """A topological order, and the edges that close a cycle; without recursion, since a process may be long."""
    done: list[str] = []
    active: set[str] = set()
    seen: set[str] = set()
    back: set[tuple[str, str]] = set()
    for root in roots:
        stack = [(root, iter(exits[root]))] if root not in seen else []
        seen.add(root)
        active.update(id for id, _ in stack)
        while stack:
            id, rest = stack[-1]
            target = next(rest, None)
            if target is None:
                active.discard(stack.pop()[0])
                done.append(id)
            elif target in active:
                back.add((id, target))
            elif target not in seen:
                seen.add(target)
                active.add(target)
                stack.append((target, iter(exits[target])))
    return done[::-1], frozenset(back)


def _lanes(process: Process) -> dict[str, int]:
    """Lane of each step, from 0; a step that names none stays in the lane of the step before it."""
    known = {lane.written: at for at, lane in reversed(tuple(enumerate(process.lanes)))}
    found: dict[str, int] = {}
    last = 0
    for step in process.steps:
        last = found[step.id] = known.get(step.lane, last)
    return found


def _step(
    project: Project,
    process: Process,
    step: Step,
    row: int,
    numbers: dict[str, int],
    lane: int,
    back: frozenset[tuple[str, str]],
) -> StepView:
    linked = project.processes.get(step.process)
    return StepView(
        step.id,
        numbers[step.id],
        row,
        step.kind,
        KINDS.get(step.kind, step.kind),
        lane,
        process.lanes[lane].written if process.lanes else "",
        step.title,
        step.limit_text,
        step.excluded,
        _printed(step.basis),
        step.forms,
        tuple(_item(project, id) for id in step.discloses if id in project.items),
        step.process if linked else "",
        linked.title if linked else "",
        _exits(process, step, numbers, back),
        step.note,
    )


def _item(project: Project, id: str) -> ItemView:
    item = project.items[id]
    return ItemView(id, item.title, item.index)


def _exits(
    process: Process, step: Step, numbers: dict[str, int], back: frozenset[tuple[str, str]]
) -> tuple[ExitView, ...]:
    targets = [(exit, process.step(exit.target)) for exit in step.exits]
    return tuple(
        ExitView(exit.label, target.id, numbers[target.id], target.title, (step.id, target.id) in back)
        for exit, target in targets
        if target
    )


def _printed(basis: tuple[Basis, ...]) -> tuple[str, ...]:
    return tuple(entry.citation.text for entry in basis)


def _refs(project: Project, process: Process) -> Refs:
    laws = [entry.law for source in (process, *process.steps) for entry in source.basis]
    pairs = {("process", process.id), *(("law", law) for law in laws if law)}
    pairs |= {("body", lane.body) for lane in process.lanes if lane.body}
    pairs |= {("domain", process.domain)} if process.domain in project.domains else set()
    for step in process.steps:
        pairs |= {("item", id) for id in step.discloses if id in project.items}
        pairs |= {("process", step.process)} if step.process in project.processes else set()
    return tuple(sorted(pairs))
