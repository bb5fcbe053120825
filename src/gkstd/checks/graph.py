"""The graph of a process, and the steps that go astray in it. All walks are linear in steps and exits.

In: edges by step id. Out: ids. Never looks at places or texts.
"""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from gkstd.model.process import Process

Edges = Mapping[str, tuple[str, ...]]


class Astray(Struct, frozen=True):
    """A step that is the cause of being astray, and the others that share its fate through it."""

    step: str
    others: tuple[str, ...]


def edges(process: Process) -> dict[str, tuple[str, ...]]:
    """Step id → ids of the next steps; exits to nowhere and loops on the step itself are left out."""
    known = {step.id for step in process.steps}
    return {
        step.id: tuple(exit.target for exit in step.exits if exit.target in known and exit.target != step.id)
        for step in process.steps
    }


def reverse(forward: Edges) -> dict[str, tuple[str, ...]]:
    """The same edges the other way round."""
    back: dict[str, list[str]] = {id: [] for id in forward}
    for id, targets in forward.items():
        for target in targets:
            back[target].append(id)
    return {id: tuple(sources) for id, sources in back.items()}


def reach(forward: Edges, starts: Iterable[str]) -> dict[str, None]:
    """All steps reached from `starts`, in the order of the walk, the starts included."""
    found = dict.fromkeys(starts)
    ahead = list(found)
    while ahead:
        fresh = [id for id in forward.get(ahead.pop(), ()) if id not in found]
        found.update(dict.fromkeys(fresh))
        ahead += fresh
    return found


def astray(forward: Edges, goals: Iterable[str]) -> Iterator[Astray]:
    """Steps from which no goal can be reached, told by their causes: first those without a way on, then closed loops.

    On reversed edges, with the starts as goals, these are the steps that no start reaches.
    """
    back = reverse(forward)
    safe = reach(back, goals)
    lost = {id: None for id in forward if id not in safe}
    for id in [id for id in lost if not forward[id]]:
        yield Astray(id, _explained(back, (id,), lost))
    order = {id: number for number, id in enumerate(forward)}
    for id in [*lost]:
        if id in lost:
            loop = _loop(forward, id)
            cause = min(loop, key=order.__getitem__)
            yield Astray(cause, _explained(back, loop, lost, cause))


def _loop(forward: Edges, start: str) -> dict[str, None]:
    """The closed loop that the first exits lead into."""
    path: dict[str, None] = {}
    at = start
    while at not in path:
        path[at] = None
        at = forward[at][0]
    steps = list(path)
    return dict.fromkeys(steps[steps.index(at) :])


def _explained(back: Edges, causes: Iterable[str], lost: dict[str, None], but: str = "") -> tuple[str, ...]:
    """The lost steps that this cause accounts for; they are lost no longer."""
    roots = tuple(causes)
    led = [id for id in reach(back, roots) if id in lost]
    for id in led:
        del lost[id]
    return tuple(id for id in led if id != (but or roots[0]))
