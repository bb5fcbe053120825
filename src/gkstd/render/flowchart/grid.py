"""Where steps stand: rows from the view, columns inside lanes in the order dot found.

In: `ProcessView` and the x of each step by dot. Out: `Grid`. A lane has as many columns as it has steps in its fullest row.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations, permutations
from math import inf

from msgspec import Struct

from gkstd.render.views.process import ProcessView

_FIRST, _OTHER, _NONE, _ORDER = 3.0, 1.0, 0.5, 0.6
_ASIDE = 99
"""The place of a line from or to a connector: it moves aside for all others."""
_WEIGHT = {0: _FIRST, _ASIDE: 0.3}
_FEW = 5
"""Up to so many columns a lane tries every order; beyond, that of dot."""

_NO_SIDES: Mapping[int, int] = {}


class Grid(Struct, frozen=True):
    """`cells` are (row, column) of each step in the order of the view; `lanes` the lane of each column, from left to right."""

    rows: int
    lanes: tuple[int, ...]
    cells: tuple[tuple[int, int], ...]


def grid(view: ProcessView, places: Mapping[int, float], sides: Mapping[int, int] = _NO_SIDES) -> Grid:
    """A cell for every step, no cell for two. `sides` moves steps: -1 to the left of those that lead there or follow, 1 to the right."""
    rows = sorted({step.row for step in view.steps})
    lanes: list[int] = []
    columns: dict[int, int] = {}
    for lane in range(max(1, len(view.lanes))):
        inside = _members(view, lane, places)
        width = max((len(members) for members in inside.values()), default=1)
        if _both_sides(view, inside):
            width = max(width, 3)
        width = max(width, 1 + len({side for at, side in sides.items() if side and view.steps[at].column == lane}))
        for at, column in _columns(view, inside, width, sides).items():
            columns[at] = len(lanes) + column
        lanes.extend([lane] * width)
    cells = tuple([(rows.index(step.row), columns[at]) for at, step in enumerate(view.steps)])
    return Grid(len(rows), tuple(lanes), cells)


def _members(view: ProcessView, lane: int, places: Mapping[int, float]) -> dict[int, list[int]]:
    """Steps of a lane by row, from top to bottom, each row from left to right: circles that lead in before, those that lead out after."""
    found: dict[int, list[int]] = {}
    for at, step in enumerate(view.steps):
        if step.column == lane:
            found.setdefault(step.row, []).append(at)
    return {
        row: sorted(found[row], key=lambda at: (places.get(at, -inf if _leads_in(view, at) else inf), at))
        for row in sorted(found)
    }


def _columns(
    view: ProcessView, inside: Mapping[int, list[int]], width: int, sides: Mapping[int, int]
) -> dict[int, int]:
    """Columns of a lane: a step stands below the step that leads to it where it can, so that lines run straight."""
    before = _before(view)
    aside = dict.fromkeys(_lefts(view) | _beside(view, inside), -1) | dict(sides)
    found: dict[int, int] = {}
    shifted = any(aside.get(at, 0) < 0 for members in inside.values() for at in members)
    beside = any(sides.get(at, 0) > 0 for members in inside.values() for at in members)
    last = min(1, width - 1) if shifted else 0 if beside else (width - 1) // 2
    for members in inside.values():
        wanted = [_wanted(at, before, found, last, aside) for at in members]
        among = permutations if width <= _FEW else combinations
        choice = min(among(range(width), len(members)), key=lambda c: (_strain(c, wanted), c))
        found.update(zip(members, choice, strict=True))
        if len(members) == 1:
            last = choice[0] - aside.get(members[0], 0)
        elif not shifted:
            last = min(choice)
    return found


def _leads_in(view: ProcessView, at: int) -> bool:
    return view.steps[at].kind == "connector" and bool(view.steps[at].exits)


def _beside(view: ProcessView, inside: Mapping[int, list[int]]) -> frozenset[int]:
    """Circles that lead in and share their row: on the left, so that their lines do not cross those that lead out."""
    return frozenset(at for members in inside.values() if len(members) > 1 for at in members if _leads_in(view, at))


def _both_sides(view: ProcessView, inside: Mapping[int, list[int]]) -> bool:
    """Whether a lane has circles on the left and, in rows they share, circles that lead out."""
    out = any(
        view.steps[at].kind == "connector" and not view.steps[at].exits
        for members in inside.values()
        if len(members) > 1
        for at in members
    )
    return out and bool(_beside(view, inside))


def _lefts(view: ProcessView) -> frozenset[int]:
    """Circles that belong on the left: of what leaves a decision by its left side."""
    return frozenset(target for _, target in _sidelong(view) if view.steps[target].kind == "connector")


def leftward(view: ProcessView) -> Mapping[int, int]:
    """The sides (see `grid`) that have on the left what leaves a decision by its left side and leads down its lane."""
    return {target: -1 for source, target in _sidelong(view) if _below(view, source, target)}


def homeward(view: ProcessView) -> Iterator[int]:
    """What a decision does not lead to first and what leads on to lanes on the left only: a step down its lane, for each at most one."""
    number = {step.id: at for at, step in enumerate(view.steps)}
    for source, step in enumerate(view.steps):
        targets = [number[exit.target] for exit in step.exits[1:]] if step.kind == "decision" else []
        for at in [target for target in targets if _below(view, source, target)]:
            onward = [view.steps[number[exit.target]].column for exit in view.steps[at].exits]
            if onward and max(onward) < step.column:
                yield at
                break


def _below(view: ProcessView, source: int, target: int) -> bool:
    one, two = view.steps[source], view.steps[target]
    return one.column == two.column and one.row < two.row


def _sidelong(view: ProcessView) -> Iterator[tuple[int, int]]:
    """Decisions with notes on their right, each with the step that its second exit leads to: that exit leaves by the left."""
    number = {step.id: at for at, step in enumerate(view.steps)}
    for at, step in enumerate(view.steps):
        if step.kind == "decision" and (step.limit or step.basis or step.forms or step.discloses):
            for exit in step.exits[1:2]:
                yield at, number[exit.target]


def _strain(columns: tuple[int, ...], wanted: list[tuple[float, float]]) -> float:
    """How far steps stand from where they would like to, and how often they leave the order of dot."""
    far = sum(weight * abs(column - want) for column, (want, weight) in zip(columns, wanted, strict=True))
    return far + _ORDER * sum(one > two for one, two in combinations(columns, 2))


def _wanted(
    at: int, before: dict[int, list[tuple[int, int]]], found: dict[int, int], last: int, aside: Mapping[int, int]
) -> tuple[float, float]:
    """The column a step would like, and how much: below the step whose first way on it is, else below another, else the last.

    What stands `aside` wants to be left (-1) or right (1) of the step that leads to it, and has that step on its other side.
    """
    known = [
        (found[id] - aside.get(id, 0), _WEIGHT.get(place, _OTHER)) for place, id in before.get(at, ()) if id in found
    ]
    side = aside.get(at, 0)
    if side:
        return (known[0][0] if known else last) + side, _OTHER
    return known[0] if known else (last, _NONE)


def _before(view: ProcessView) -> dict[int, list[tuple[int, int]]]:
    """For each step the steps leading to it, as (place among their exits, step), the first way on before others."""
    number = {step.id: at for at, step in enumerate(view.steps)}
    found: dict[int, list[tuple[int, int]]] = {}
    for at, step in enumerate(view.steps):
        for place, exit in enumerate(step.exits):
            if not exit.back:
                rank = _ASIDE if "connector" in (step.kind, view.steps[number[exit.target]].kind) else place
                found.setdefault(number[exit.target], []).append((rank, at))
    return {at: sorted(sources) for at, sources in found.items()}
