"""How long a process may take: from the limits of its steps to the time of each path.

In: a process. Out: `Timing`. 工作日 and 日 are never converted into each other: a `Span` holds each unit by itself, and only to
find the longest of several paths are spans weighed in calendar days. Never consults a calendar.

A limit runs from the end of the step before, or, where `since` says so, from the end of an earlier one: then all that lies
between is inside it. Waiting that the law excludes takes no time here and is listed. Loops back are not counted.
"""

from collections.abc import Mapping

from msgspec import Struct

from gkstd.model.process import Process, Step
from gkstd.model.values.limit import Duration, Unit

_DAYS = {Unit.WORKDAY: 1.4, Unit.DAY: 1.0, Unit.WEEK: 7.0, Unit.MONTH: 30.4, Unit.QUARTER: 91.3, Unit.YEAR: 365.25}
_HOURS = 24.0
ROUTINE = frozenset(("step", "document", "manual", "data", "input", "preparation", "process"))
"""Kinds of steps that take time."""


class Span(Struct, frozen=True):
    """A length of time, unit by unit, in the order of `Unit`; only units that occur."""

    parts: tuple[tuple[Unit, int], ...] = ()

    def __add__(self, other: "Span") -> "Span":
        counts = dict(self.parts)
        for unit, number in other.parts:
            counts[unit] = counts.get(unit, 0) + number
        return Span(tuple([(unit, counts[unit]) for unit in Unit if counts.get(unit)]))

    @property
    def weight(self) -> float:
        """About so many calendar days; for comparing paths only."""
        return sum(number * _DAYS.get(unit, 1 / _HOURS) for unit, number in self.parts)

    @property
    def text(self) -> str:
        """As printed: 35个工作日+30日; "" for none."""
        return "+".join([f"{number}{_printed(unit)}" for unit, number in self.parts])

    def number(self, unit: Unit) -> int | None:
        """The whole span in one unit, or None if another unit is in it as well."""
        return sum(number for _, number in self.parts) if all(own is unit for own, _ in self.parts) else None


class Timing(Struct, frozen=True):
    """`total` is the time of the critical path, `path` its steps from the start of the clock to its end.

    `excluded` are steps whose time the law does not count, `open` those of the path that take time but have no limit:
    with any of them the total is what is known, not an upper bound. `until` is the span to the end of each step reached.
    """

    total: Span
    path: tuple[str, ...]
    excluded: tuple[str, ...]
    open: tuple[str, ...]
    until: Mapping[str, Span]


def timing(process: Process) -> Timing:
    """Over the process's clock, or from its start to its ends where it has none."""
    steps = {step.id: step for step in process.steps}
    start = process.clock.start if process.clock else next((s.id for s in process.steps if s.kind == "start"), "")
    ends = process.clock.ends if process.clock else tuple([step.id for step in process.steps if step.kind == "end"])
    if start not in steps:
        return Timing(Span(), (), (), (), {})
    until, before = _walk(process, steps, start)
    reached = [end for end in ends if end in until]
    last = max(reached, key=lambda end: until[end].weight, default=start)
    path = _back(before, last)
    excluded = [step.id for step in process.steps if step.excluded and step.id in until]
    return Timing(until[last], path, tuple(excluded), _open(steps, path), until)


def span(duration: Duration | None) -> Span:
    """The span of a duration; nothing for 当场 or for none."""
    if duration is None or duration.unit is None or not duration.number:
        return Span()
    return Span(((duration.unit, duration.number),))


def _walk(process: Process, steps: Mapping[str, Step], start: str) -> tuple[dict[str, Span], dict[str, str]]:
    """The longest span to the end of each step, in an order in which those before come first, and the step it came by."""
    until = {start: Span() if process.clock else span(steps[start].limit)}
    before: dict[str, str] = {}
    order = _order(steps, start)
    place = {id: at for at, id in enumerate(order)}
    sources: dict[str, list[str]] = {}
    for id in order:
        for exit in steps[id].exits:
            if exit.target in place and place[exit.target] > place[id]:
                sources.setdefault(exit.target, []).append(id)
    for id in order[1:]:
        came = max(sources[id], key=lambda source: until[source].weight)
        since = steps[id].since
        base = until.get(since, Span()) if since else until[came]
        own = Span() if steps[id].excluded else span(steps[id].limit)
        until[id], before[id] = base + own, came
    return until, before


def _order(steps: Mapping[str, Step], start: str) -> list[str]:
    """Steps reached from the start, each after those that lead to it; exits that close a loop are left out."""
    done: list[str] = []
    seen = {start}
    stack = [(start, iter([exit.target for exit in steps[start].exits if exit.target in steps]))]
    while stack:
        id, rest = stack[-1]
        target = next(rest, None)
        if target is None:
            stack.pop()
            done.append(id)
        elif target not in seen:
            seen.add(target)
            stack.append((target, iter([exit.target for exit in steps[target].exits if exit.target in steps])))
    return done[::-1]


def _back(before: Mapping[str, str], last: str) -> tuple[str, ...]:
    path = [last]
    while path[-1] in before:
        path.append(before[path[-1]])
    return tuple(path[::-1])


def _open(steps: Mapping[str, Step], path: tuple[str, ...]) -> tuple[str, ...]:
    """Steps of the path without a limit, except those that lie inside the limit of a later one."""
    place = {id: at for at, id in enumerate(path)}
    covered = {
        path[at] for id in path if steps[id].since for at in range(place.get(steps[id].since, -1) + 1, place[id])
    }
    found = [id for id in path[1:] if steps[id].kind in ROUTINE and steps[id].limit is None]
    return tuple([id for id in found if id not in covered and not steps[id].excluded])


def _printed(unit: Unit) -> str:
    return {Unit.WORKDAY: "个工作日", Unit.MONTH: "个月", Unit.HOUR: "小时"}.get(unit, unit.value)
