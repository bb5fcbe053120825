"""A process in words: what its chart shows, for a terminal, a screen reader or an e-mail.

In: a `ProcessView`. Out: lines of text, one numbered step after the other: who, what, limit, next.
"""

from collections.abc import Iterator

from gkstd.cli.lang import say
from gkstd.render.views.printed import doubted
from gkstd.render.views.process import ProcessView, StepView
from gkstd.render.views.process_time import TimeView


def outline(view: ProcessView) -> str:
    """The whole process."""
    return "\n".join(_lines(view))


def _lines(view: ProcessView) -> Iterator[str]:
    yield f"{view.title}（{view.id}）"
    terms = [(say("法定时限", "statutory"), view.statutory), (say("承诺时限", "promise"), view.promise)]
    terms.append((say("改革", "reform"), view.reform))
    if told := say("；", "; ").join([f"{name}{say('：', ': ')}{text}" for name, text in terms if text]):
        yield told
    if view.pending:
        yield say("待核：", "still to be confirmed: ") + view.pending
    yield ""
    wide = len(str(len(view.steps)))
    for step in view.steps:
        yield f"{step.number:>{wide}}. {_head(step)}"
        for line in _details(step):
            yield f"{'':{wide}}  {line}"
    if view.time and view.time.timed:
        yield ""
        yield _time(view.time)


def _head(step: StepView) -> str:
    kind = "" if step.kind == "step" else f"〔{step.kind_title}〕"
    return f"{step.lane}{say('：', ': ')}{kind}{step.title}"


def _details(step: StepView) -> Iterator[str]:
    if step.limit:
        yield f"{say('时限：', 'limit: ')}{step.said_limit}"
    if step.discloses:
        yield say("公开：", "discloses: ") + "、".join(
            [f"{item.title}（{item.index or item.id}）" for item in step.discloses]
        )
    if step.basis:
        yield say("依据：", "basis: ") + doubted("；".join(step.basis), step.unconfirmed, "basis")
    if step.forms:
        yield say("表单：", "forms: ") + doubted("、".join(step.forms), step.unconfirmed, "forms")
    if step.process:
        yield say("按流程：", "process: ") + f"{step.process_title}（{step.process}）"
    if step.note:
        yield say("说明：", "note: ") + step.note
    if step.pending:
        yield say("待核：", "still to be confirmed: ") + step.pending
    for exit in step.exits:
        back = say("回到", "back to ") if exit.back else ""
        label = f"{exit.label} " if exit.label else ""
        yield f"→ {label}{back}{exit.number}. {exit.title}"


def _time(time: TimeView) -> str:
    """The critical path."""
    way = " → ".join([f"{step.number}（{step.limit}）" for step in time.timed])
    text = say(f"最长的一条路：{time.total}：{way}", f"the longest way takes {time.total}: {way}")
    if time.open:
        text += say(f"；另有 {time.open} 步未规定时限", f"; {time.open} more steps have no limit")
    if time.excluded:
        names = "、".join(time.excluded)
        text += say(f"；不计入：{names}", f"; not counted: {names}")
    return text
