"""A process as it is printed: for its chart, and in words for the step list that stands beside it.

In: the project and a process's id. Out: `ProcessView`, its steps numbered in reading order, and what it was made from.
Never draws, never decides whether a process is right (the checks do).
"""

from collections.abc import Sequence
from hashlib import sha256

from msgspec import Struct

from gkstd.model.item import Named
from gkstd.model.process import Process, Step
from gkstd.model.project import Project
from gkstd.render.views import printed
from gkstd.render.views.catalog import basis_texts
from gkstd.render.views.process_time import BarView, TimeView, bars, time_view
from gkstd.render.views.reading import Reading, reading
from gkstd.render.views.seen import Refs, Seen
from gkstd.render.views.sources import marks, meanings, sources

EXCLUDED = "不计入办理期限"
KINDS = {
    "start": "开始", "end": "结束", "step": "处理", "decision": "判断", "data": "数据", "document": "文件",
    "process": "特定处理", "manual": "人工操作", "input": "人工输入", "preparation": "准备", "parallel": "并行", "join": "汇合",
}  # fmt: skip


DOUBTS = {
    "promise": "承诺期限", "statutory": "法定期限", "reform": "期限压缩", "lanes": "参与方", "basis": "流程的依据",
    "summary": "概述", "steps": "各步骤的内容、时限和依据",
}  # fmt: skip
"""What a process can leave unconfirmed, as its chart says it."""
MARKED = ("limit", "basis", "forms")
"""Fields of a step whose doubt stands beside the value in the chart; that of others is said below them."""
STEP_DOUBTS = {
    "title": "内容", "lane": "办理主体", "kind": "类型", "since": "起算", "excluded": "是否计入期限", "discloses": "公开事项",
    "process": "所指流程", "next": "下一步", "note": "说明",
}  # fmt: skip
"""What else of a step can be left unconfirmed."""


class ExitView(Struct, frozen=True):
    """Where a step leads: `label` is the condition ("" if none), `number`, `title` and `target` are those of the next step.

    `back` exits return to a step that came before.
    """

    label: str
    number: int
    title: str
    target: str
    back: bool


class DisclosureView(Struct, frozen=True):
    """An item disclosed at a step."""

    id: str
    title: str
    index: str


class StepView(Struct, frozen=True):
    """One step. `number` counts from 1 in reading order, `row` from 0 by the longest way from the start.

    `lane` is printed, `column` its place from 0; `limit` is printed with the word for time that does not count; `unconfirmed` names
    fields.
    """

    id: str
    number: int
    row: int
    kind: str
    kind_title: str
    title: str
    lane: str
    column: int
    limit: str
    excluded: bool
    exits: tuple[ExitView, ...]
    discloses: tuple[DisclosureView, ...]
    basis: tuple[str, ...]
    forms: tuple[str, ...]
    process: str
    process_title: str
    note: str
    unconfirmed: tuple[str, ...] = ()

    @property
    def said_limit(self) -> str:
        """The limit with its doubt, where there is nothing but text."""
        own = self.limit.removesuffix(EXCLUDED).removesuffix("，") if self.excluded else self.limit
        words = [printed.doubted(own, self.unconfirmed, "limit"), EXCLUDED if self.excluded else ""]
        return "，".join([word for word in words if word])

    @property
    def pending(self) -> str:
        """What is still to be confirmed beside what bears its own mark, in words."""
        return "、".join([STEP_DOUBTS.get(name, name) for name in self.unconfirmed if name not in MARKED])


class ProcessView(Struct, frozen=True):
    """公开流程. `promise`, `statutory` and `reform` are printed durations or ""; `steps` are in reading order.

    `bars` compare terms, `time` adds limits up; `unconfirmed` names fields. `lane_ids` name the lanes by who acts in them: a lane put
    in moves none of them. `face` is the family its chart is drawn in, "" for the free one.
    """

    id: str
    title: str
    domain: str
    domain_title: str
    summary: str
    promise: str
    statutory: str
    reform: str
    basis: tuple[str, ...]
    lanes: tuple[str, ...]
    lane_ids: tuple[str, ...]
    steps: tuple[StepView, ...]
    bars: tuple[BarView, ...] = ()
    time: TimeView | None = None
    unconfirmed: tuple[str, ...] = ()
    face: str = ""

    @property
    def pending(self) -> str:
        """What is still to be confirmed, in words; "" if nothing is."""
        return "；".join([words for field, words in DOUBTS.items() if field in self.unconfirmed])

    @property
    def sources(self) -> tuple[str, ...]:
        """Every basis of the steps; the place of each is its mark."""
        return sources(self.steps)

    @property
    def source_marks(self) -> tuple[str, ...]:
        """The marks of each step, in the order of the steps."""
        known = self.sources
        return tuple([marks(step, known) for step in self.steps])

    @property
    def meanings(self) -> str:
        """What the marks mean, "" where no step has a basis."""
        return "；".join(meanings(self.sources, self.sources))


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
        domain_title=_domain(project, process, seen),
        summary=printed.doubted(process.summary, process.unconfirmed, "summary"),
        promise=printed.duration(process.promise),
        statutory=printed.duration(process.statutory),
        reform=_reform(process),
        basis=basis_texts(process.basis, seen),
        lanes=tuple([lane.written for lane in process.lanes]),
        lane_ids=_lane_ids(process.lanes),
        steps=_steps(project, process, seen),
        bars=bars(process),
        time=time_view(process, reading(process).numbers),
        unconfirmed=process.unconfirmed,
    )
    return view, seen.refs


def _lane_ids(lanes: Sequence[Named]) -> tuple[str, ...]:
    """The body that acts in a lane; where none is known, or a lane before has it, a mark of its name."""
    found: list[str] = []
    for lane in lanes:
        mark = f"name-{sha256(lane.written.encode()).hexdigest()[:8]}"
        found.append(lane.body if lane.body and lane.body not in found else mark)
    return tuple(found)


def _domain(project: Project, process: Process, seen: Seen) -> str:
    domain = project.domains.get(process.domain)
    if domain is None:
        return ""
    seen.add("domain", domain.id)
    return domain.title


def _steps(project: Project, process: Process, seen: Seen) -> tuple[StepView, ...]:
    order = reading(process)
    columns = _columns(process)
    return tuple([_step(project, process, step, columns[step.id], order=order, seen=seen) for step in order.steps])


def _columns(process: Process) -> dict[str, int]:
    """Lane of each step, from 0; a step that names none stays in the lane of the step before it."""
    places = {lane.written: at for at, lane in reversed(tuple(enumerate(process.lanes)))}
    found: dict[str, int] = {}
    last = 0
    for step in process.steps:
        last = found[step.id] = places.get(step.lane, last)
    return found


def _step(project: Project, process: Process, step: Step, column: int, *, order: Reading, seen: Seen) -> StepView:
    linked = project.processes.get(step.process)
    seen.add("process", linked.id if linked else "")
    return StepView(
        id=step.id,
        number=order.numbers[step.id],
        row=order.rows[step.id],
        kind=step.kind,
        kind_title=KINDS.get(step.kind, step.kind),
        title=step.title,
        lane=process.lanes[column].written if process.lanes else step.lane,
        column=column,
        limit=_limit(step),
        excluded=step.excluded,
        exits=_exits(process, step, order),
        discloses=tuple([_disclosed(project, id, seen) for id in step.discloses if id in project.items]),
        basis=basis_texts(step.basis, seen),
        forms=step.forms,
        process=linked.id if linked else "",
        process_title=linked.title if linked else "",
        note=step.note,
        unconfirmed=step.unconfirmed,
    )


def _limit(step: Step) -> str:
    words = [step.limit_text or printed.duration(step.limit), EXCLUDED if step.excluded else ""]
    return "，".join([word for word in words if word])


def _exits(process: Process, step: Step, order: Reading) -> tuple[ExitView, ...]:
    numbers = order.numbers
    targets = [(exit, process.step(exit.target)) for exit in step.exits]
    return tuple(
        [
            ExitView(exit.label, numbers[to.id], to.title, to.id, (step.id, to.id) in order.back)
            for exit, to in targets
            if to
        ]
    )


def _disclosed(project: Project, item_id: str, seen: Seen) -> DisclosureView:
    seen.add("item", item_id)
    item = project.items[item_id]
    return DisclosureView(item.id, item.title, item.index)


def _reform(process: Process) -> str:
    if process.reform is None:
        return ""
    return f"{printed.duration(process.reform.before)}压缩至{printed.duration(process.reform.after)}"
