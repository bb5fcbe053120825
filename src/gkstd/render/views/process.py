"""A process in words: the step list that stands beside its chart as the text alternative.

In: the project and a process's id. Out: `ProcessView` and what it was made from. Never draws.
"""

from msgspec import Struct

from gkstd.model.process import Process, Step
from gkstd.model.project import Project
from gkstd.render.views import printed
from gkstd.render.views.catalog import basis_texts
from gkstd.render.views.seen import Refs, Seen

EXCLUDED = "不计入办理期限"


class ExitView(Struct, frozen=True):
    """Where a step leads: `label` is the condition ("" if none), `number` and `title` are those of the next step."""

    label: str
    number: int
    title: str


class DisclosureView(Struct, frozen=True):
    """An item disclosed at a step."""

    id: str
    title: str
    index: str


class StepView(Struct, frozen=True):
    """One step, numbered in source order from 1. `limit` is printed, with the word for time that does not count."""

    id: str
    number: int
    kind: str
    title: str
    lane: str
    limit: str
    exits: tuple[ExitView, ...]
    discloses: tuple[DisclosureView, ...]
    basis: tuple[str, ...]
    forms: tuple[str, ...]
    process: str
    note: str


class ProcessView(Struct, frozen=True):
    """公开流程. `promise`, `statutory` and `reform` are printed durations or ""."""

    id: str
    title: str
    domain: str
    summary: str
    promise: str
    statutory: str
    reform: str
    basis: tuple[str, ...]
    lanes: tuple[str, ...]
    steps: tuple[StepView, ...]


def process_view(project: Project, process_id: str) -> tuple[ProcessView, Refs]:
    """The words of a process that exists."""
    seen = Seen()
    process = project.processes[process_id]
    seen.add("process", process_id)
    for lane in process.lanes:
        seen.add("body", lane.body)
    view = ProcessView(
        id=process.id,
        title=process.title,
        domain=process.domain,
        summary=process.summary,
        promise=printed.duration(process.promise),
        statutory=printed.duration(process.statutory),
        reform=_reform(process),
        basis=basis_texts(process.basis, seen),
        lanes=tuple([lane.written for lane in process.lanes]),
        steps=_steps(project, process, seen),
    )
    return view, seen.refs


def _steps(project: Project, process: Process, seen: Seen) -> tuple[StepView, ...]:
    numbers = {step.id: number for number, step in enumerate(process.steps, 1)}
    return tuple([_step(project, process, step, numbers, seen) for step in process.steps])


def _step(project: Project, process: Process, step: Step, numbers: dict[str, int], seen: Seen) -> StepView:
    return StepView(
        id=step.id,
        number=numbers[step.id],
        kind=step.kind,
        title=step.title,
        lane=step.lane,
        limit=_limit(step),
        exits=tuple([_exit(process, e.target, e.label, numbers) for e in step.exits if e.target in numbers]),
        discloses=tuple([_disclosed(project, id, seen) for id in step.discloses if id in project.items]),
        basis=basis_texts(step.basis, seen),
        forms=step.forms,
        process=step.process,
        note=step.note,
    )


def _limit(step: Step) -> str:
    words = [step.limit_text or printed.duration(step.limit), EXCLUDED if step.excluded else ""]
    return "，".join([word for word in words if word])


def _exit(process: Process, target: str, label: str, numbers: dict[str, int]) -> ExitView:
    step = process.step(target)
    return ExitView(label, numbers[target], step.title if step else "")


def _disclosed(project: Project, item_id: str, seen: Seen) -> DisclosureView:
    seen.add("item", item_id)
    item = project.items[item_id]
    return DisclosureView(item.id, item.title, item.index)


def _reform(process: Process) -> str:
    if process.reform is None:
        return ""
    return f"{printed.duration(process.reform.before)}压缩至{printed.duration(process.reform.after)}"
