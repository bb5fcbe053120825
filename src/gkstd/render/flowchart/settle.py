"""Steps and circles try other sides of their lanes; where lines are easier to follow, there they stay.

In: a view, its first layout, and how to lay it out with steps on given sides (see `grid`). Out: the best layout that was found.
Only what stands at the end of a line that crosses or climbs is tried, the circles beside that, and circles that a line bends for.
"""

from collections.abc import Callable, Container, Iterator, Mapping

from gkstd.render.flowchart.cut import CONNECTOR
from gkstd.render.flowchart.grid import homeward, leftward
from gkstd.render.flowchart.layout import Drawn, Layout
from gkstd.render.views.process import ProcessView

Sides = Mapping[int, int]
Draw = Callable[[Sides], Layout]
Fits = Callable[[Layout, Layout], bool]
"""Whether the second may take the place of the first."""


def settled(view: ProcessView, plan: Layout, draw: Draw, fits: Fits) -> Layout:
    """The layout after every move that made it better."""
    sides: dict[int, int] = {}
    tried: list[Sides] = []
    moved = True
    while moved:
        moved = False
        for move in _moves(view, plan):
            now = sides | dict(move)
            if now == sides or now in tried:
                continue
            tried.append(now)
            found = draw(now)
            if _easier(found, plan) and fits(plan, found):
                plan, sides, moved = found, now, True
                break
    return plan


def _easier(found: Layout, plan: Layout) -> bool:
    climbs, cost = plan.burden
    return found.burden < (climbs, cost - 0.5)


def _moves(view: ProcessView, plan: Layout) -> Iterator[Sides]:
    """The sides to try next: all that a decision sends to its left, each of these alone, what goes home on the left, circles. What
    comes to the former and what leaves the latter has to cross or to climb.
    """
    lines = [drawn.line for drawn in _caught(plan)]
    sources, targets = {line.source for line in lines}, {line.target for line in lines}
    caught = sources | targets
    left = leftward(view)
    if targets & set(left):
        yield left
    for at in dict.fromkeys((*left, *homeward(view))):
        if at in (targets if at in left else sources):
            yield {at: -1}
    near = caught | _beside(plan, caught) | _bending(plan)
    for at, step in enumerate(view.steps):
        if step.kind == CONNECTOR and at in near:
            yield from ({at: side} for side in (-1, 1, 0))


def _caught(plan: Layout) -> list[Drawn]:
    """Lines that cross, and those that climb though they lead on."""
    return [*[plan.exits[at] for pair in plan.tangles for at in pair], *[one for one in plan.exits if one.climbs]]


def _beside(plan: Layout, caught: Container[int]) -> set[int]:
    """The other ends of all their lines."""
    lines = [drawn.line for drawn in plan.exits]
    return {line.target for line in lines if line.source in caught} | {
        line.source for line in lines if line.target in caught
    }


def _bending(plan: Layout) -> set[int]:
    """The ends of lines that bend, and what stands in the way of lines that could else run straight down."""
    found: set[int] = set()
    for drawn in plan.exits:
        if len(drawn.points) > 2:
            found |= {drawn.line.source, drawn.line.target, *_between(plan, drawn)}
    return found


def _between(plan: Layout, drawn: Drawn) -> Iterator[int]:
    start, end = plan.steps[drawn.line.source], plan.steps[drawn.line.target]
    if start.x == end.x:
        for at, placed in enumerate(plan.steps):
            if placed.x == start.x and start.y < placed.y < end.y:
                yield at
