"""公开流程: a graph of steps in lanes."""

from msgspec import Struct

from gkstd.model.doubts import of_parts
from gkstd.model.item import Basis, Named
from gkstd.model.values.limit import Duration


class Exit(Struct, frozen=True):
    """A way on: the id of the next step and, at a decision, the condition."""

    target: str
    label: str


class Step(Struct, frozen=True):
    """One step. `kind` is the GB/T 1526 symbol; `lane` is the lane's printed name; `discloses` are item ids.

    `since` is the step from whose end the limit runs; "" where it runs from the step before. `unconfirmed` names fields of this step.
    """

    id: str
    kind: str
    lane: str
    title: str
    limit: Duration | None
    limit_text: str
    excluded: bool
    discloses: tuple[str, ...]
    basis: tuple[Basis, ...]
    forms: tuple[str, ...]
    process: str
    exits: tuple[Exit, ...]
    note: str
    since: str = ""
    unconfirmed: tuple[str, ...] = ()


class Reform(Struct, frozen=True):
    """Total duration before and after a reform, e.g. 120个工作日 → 45个工作日."""

    before: Duration
    after: Duration
    note: str


class Clock(Struct, frozen=True):
    """What a promise and the statutory term count: from the end of the step `start` to the end of one of `ends`."""

    start: str
    ends: tuple[str, ...]


class Process(Struct, frozen=True):
    """公开流程; `domain` is "" for a general process. Lanes are from left to right."""

    id: str
    title: str
    domain: str
    summary: str
    promise: Duration | None
    statutory: Duration | None
    reform: Reform | None
    basis: tuple[Basis, ...]
    lanes: tuple[Named, ...]
    steps: tuple[Step, ...]
    unconfirmed: tuple[str, ...]
    clock: Clock | None = None

    @property
    def doubts(self) -> tuple[str, ...]:
        """All that is still to be confirmed: fields of the process, then those of its steps."""
        return (*self.unconfirmed, *of_parts("steps", [(step.id, step.unconfirmed) for step in self.steps]))

    def step(self, id: str) -> Step | None:
        """The step of that id, or None."""
        return next((s for s in self.steps if s.id == id), None)
