"""How long a process takes, as it is printed: the critical path step by step, and terms as a pair of bars.

In: a process and the numbers of its steps. Out: `TimeView` and bars. Adds what the limits say and no more: steps without a
limit are counted, not guessed.
"""

from collections.abc import Mapping

from msgspec import Struct

from gkstd.model.durations import span, timing
from gkstd.model.process import Process, Step
from gkstd.model.values.limit import Duration
from gkstd.render.views import printed


class BarView(Struct, frozen=True):
    """A term and its length as a share of the longest, in whole percent."""

    label: str
    text: str
    share: int


class TimeStep(Struct, frozen=True):
    """A step of the critical path; `until` is the time to its end, `limit` what it adds ("" for nothing)."""

    id: str
    number: int
    title: str
    limit: str
    until: str


class TimeView(Struct, frozen=True):
    """`clocked` where the process says what its terms count; `open` is how many steps of the path have no limit."""

    total: str
    clocked: bool
    path: tuple[TimeStep, ...]
    excluded: tuple[str, ...]
    open: int

    @property
    def timed(self) -> tuple[TimeStep, ...]:
        """The steps of the path that take time."""
        return tuple([step for step in self.path if step.limit])


def time_view(process: Process, numbers: Mapping[str, int]) -> TimeView | None:
    """None where no step has a limit."""
    if not any(step.limit for step in process.steps):
        return None
    found = timing(process)
    steps = {step.id: step for step in process.steps}
    path = [steps[id] for id in found.path]
    first = found.path[0] if process.clock and found.path else ""
    return TimeView(
        total=found.total.text,
        clocked=process.clock is not None,
        path=tuple(
            [
                TimeStep(
                    step.id,
                    numbers[step.id],
                    step.title,
                    "" if step.excluded or step.id == first else _limit(step),
                    found.until[step.id].text,
                )
                for step in path
            ]
        ),
        excluded=tuple([steps[id].title for id in found.excluded]),
        open=len(found.open),
    )


def _limit(step: Step) -> str:
    """Printed in brackets, so its doubt stands in none."""
    said = printed.duration(step.limit)
    return f"{said}，待核" if said and "limit" in step.unconfirmed else said


def bars(process: Process) -> tuple[BarView, ...]:
    """Before and after a reform, or else the statutory term and the promise; () where there is nothing to compare."""
    if process.reform:
        return _pair(("改革前", process.reform.before), ("改革后", process.reform.after))
    if process.statutory and process.promise:
        return _pair(("法定", process.statutory), ("承诺", process.promise))
    return ()


def _pair(*terms: tuple[str, Duration]) -> tuple[BarView, ...]:
    longest = max(span(term).weight for _, term in terms)
    if not longest:
        return ()
    return tuple(
        [
            BarView(label, printed.duration(term), max(1, round(100 * span(term).weight / longest)))
            for label, term in terms
        ]
    )
