"""How many columns each lane gets, and which row a step stands on then.

In: `ProcessView`. Out: the same view with other rows. With fewer columns a chart gets narrower and longer: steps that stood
beside each other in a lane stand below each other. Numbers of steps stay as they are.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from gkstd.render.views.process import ProcessView, StepView

Caps = tuple[int, ...]


def natural(view: ProcessView) -> Caps:
    """For each lane the number of steps in its fullest row: nothing has to move."""
    count: dict[tuple[int, int], int] = {}
    for step in view.steps:
        count[step.column, step.row] = count.get((step.column, step.row), 0) + 1
    lanes = range(max(1, len(view.lanes)))
    return tuple([max((n for (at, _), n in count.items() if at == lane), default=1) for lane in lanes])


def narrower(caps: Caps) -> Iterator[Caps]:
    """These widths and all that follow when the widest lane, the last of several, loses a column each time."""
    yield caps
    while max(caps) > 1:
        widest = max(range(len(caps)), key=lambda lane: (caps[lane], lane))
        caps = tuple([count - (lane == widest) for lane, count in enumerate(caps)])
        yield caps


def arranged(view: ProcessView, caps: Caps) -> ProcessView:
    """The view with rows in which no lane has more steps than columns; each step below those that lead to it."""
    before = _before(view)
    rows: dict[str, int] = {}
    used: dict[tuple[int, int], int] = {}
    for step in view.steps:
        row = max((rows[id] + 1 for id in before.get(step.id, ()) if id in rows), default=0)
        while used.get((step.column, row), 0) >= caps[step.column]:
            row += 1
        used[step.column, row] = used.get((step.column, row), 0) + 1
        rows[step.id] = row
    return with_rows(view.steps, rows, view)


def with_rows(steps: Sequence[StepView], rows: dict[str, int], view: ProcessView) -> ProcessView:
    """The view with these steps on these rows."""
    return replace(view, steps=tuple([replace(step, row=rows[step.id]) for step in steps]))


def _before(view: ProcessView) -> dict[str, list[str]]:
    """Steps that lead to a step, without those that lead back to it."""
    found: dict[str, list[str]] = {}
    for step in view.steps:
        for exit in step.exits:
            if not exit.back:
                found.setdefault(exit.target, []).append(step.id)
    return found
