"""The reading order of a process: which row a step stands on, and which exits lead back.

In: a process. Out: rows, back exits, steps in reading order. Stable: ways are followed in the order of the source.
"""

from msgspec import Struct

from gkstd.model.process import Process, Step


class Reading(Struct, frozen=True):
    """`steps` in reading order, `rows` by step id (0 at the start), `back` as (from, to)."""

    steps: tuple[Step, ...]
    rows: dict[str, int]
    back: frozenset[tuple[str, str]]

    @property
    def numbers(self) -> dict[str, int]:
        """The printed number of each step, from 1."""
        return {step.id: number for number, step in enumerate(self.steps, 1)}


def reading(process: Process) -> Reading:
    """Steps by the length of the longest way to them from the start, then as in the source.

    Steps without a way from the start (the checks report them) are ranked among themselves.
    """
    known = {step.id for step in process.steps}
    exits = {step.id: [e.target for e in step.exits if e.target in known] for step in process.steps}
    starts = [step.id for step in process.steps if step.kind == "start"]
    order, back = _depth_first([*starts, *exits], exits)
    rows = dict.fromkeys(order, 0)
    for id in order:
        for target in exits[id]:
            if (id, target) not in back:
                rows[target] = max(rows[target], rows[id] + 1)
    return Reading(tuple(sorted(process.steps, key=lambda step: rows[step.id])), rows, back)


def _depth_first(roots: list[str], exits: dict[str, list[str]]) -> tuple[list[str], frozenset[tuple[str, str]]]:
    """A topological order, and the edges that close a cycle; without recursion, since a process may be long."""
    done: list[str] = []
    seen: set[str] = set()
    back: set[tuple[str, str]] = set()
    for root in roots:
        if root in seen:
            continue
        seen.add(root)
        active = {root}
        stack = [(root, iter(exits[root]))]
        while stack:
            id, rest = stack[-1]
            target = next(rest, None)
            if target is None:
                stack.pop()
                active.discard(id)
                done.append(id)
            elif target in active:
                back.add((id, target))
            elif target not in seen:
                seen.add(target)
                active.add(target)
                stack.append((target, iter(exits[target])))
    return done[::-1], frozenset(back)
