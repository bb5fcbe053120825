"""A chart too long for a page → pieces joined by connectors (GB/T 1526 连接符).

In: a view with rows, and the row at which each piece begins. Out: pieces, each a view of its own, in which an exit to another
piece leads to a circle with a letter, and the same letter leads on there. Nothing is drawn across a page's edge.
"""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from gkstd.render.views.process import ExitView, ProcessView, StepView

CONNECTOR = "connector"


class Link(Struct, frozen=True):
    """What one letter joins: printed numbers of the steps it comes from and of the one it leads to, with their pieces."""

    letter: str
    sources: tuple[tuple[int, int], ...]
    target: int
    piece: int


class Piece(Struct, frozen=True):
    """One piece, and the letters that lead out of it or into it."""

    view: ProcessView
    leaving: tuple[Link, ...]
    coming: tuple[Link, ...]


def pieces(view: ProcessView, starts: Sequence[int]) -> tuple[Piece, ...]:
    """The pieces that begin at these rows, the first of them 0; a single one is the view itself."""
    if len(starts) < 2:
        return (Piece(view, (), ()),)
    ends = [*starts[1:], 1 + max(step.row for step in view.steps)]
    place = {
        step.id: at
        for step in view.steps
        for at, rows in enumerate(zip(starts, ends, strict=True))
        if rows[0] <= step.row < rows[1]
    }
    links = _links(view, place)
    return tuple([_piece(view, at, place, links) for at in range(len(starts))])


def severed(view: ProcessView, row: int) -> int:
    """How many circles a cut above a row costs: one for each exit that crosses it and one for each step that such exits reach."""
    rows = {step.id: step.row for step in view.steps}
    cut = [exit.target for step in view.steps for exit in step.exits if (step.row < row) != (rows[exit.target] < row)]
    return len(cut) + len(set(cut))


def _links(view: ProcessView, place: dict[str, int]) -> dict[str, Link]:
    """By step: the letter that leads to it, in the order of the steps reached."""
    cut: dict[str, list[tuple[int, int]]] = {}
    for step in view.steps:
        for exit in step.exits:
            if place[step.id] != place[exit.target]:
                cut.setdefault(exit.target, []).append((step.number, place[step.id]))
    found: dict[str, Link] = {}
    for step in view.steps:
        if step.id in cut:
            found[step.id] = Link(_letter(len(found)), tuple(cut[step.id]), step.number, place[step.id])
    return found


def _letter(at: int) -> str:
    """A … Z, then A1 … Z1 and so on."""
    return chr(ord("A") + at % 26) + (str(at // 26) if at >= 26 else "")


def _piece(view: ProcessView, at: int, place: dict[str, int], links: dict[str, Link]) -> Piece:
    steps: list[StepView] = []
    for step in view.steps:
        if place[step.id] != at:
            continue
        if step.id in links:
            steps.append(_entrance(step, links[step.id]))
        exits, circles = _exits(step, place, links)
        steps += [replace(step, exits=exits), *circles]
    rows = sorted({step.row for step in steps})
    steps = [replace(step, row=rows.index(step.row)) for step in steps]
    leaving = [link for link in links.values() if any(piece == at for _, piece in link.sources)]
    coming = [link for link in links.values() if link.piece == at]
    return Piece(replace(view, steps=tuple(steps)), tuple(leaving), tuple(coming))


def _entrance(step: StepView, link: Link) -> StepView:
    exit = ExitView("", step.number, step.title, step.id, back=False)
    return _circle(step, f"from-{link.letter}", link, step.row - 1, (exit,))


def _exits(
    step: StepView, place: dict[str, int], links: dict[str, Link]
) -> tuple[tuple[ExitView, ...], list[StepView]]:
    """The exits of a step inside its piece, and the circles that stand for steps of other pieces."""
    exits: list[ExitView] = []
    circles: list[StepView] = []
    for count, exit in enumerate(step.exits):
        if place[exit.target] == place[step.id]:
            exits.append(exit)
            continue
        id = f"to-{links[exit.target].letter}-{step.id}-{count}"
        circles.append(_circle(step, id, links[exit.target], step.row + 1, ()))
        exits.append(replace(exit, target=id, back=False))
    return tuple(exits), circles


def _circle(step: StepView, id: str, link: Link, row: int, exits: tuple[ExitView, ...]) -> StepView:
    return replace(
        step, id=id, number=0, row=row, kind=CONNECTOR, kind_title="连接符", title=link.letter, limit="", excluded=False,
        exits=exits, discloses=(), basis=(), forms=(), process="", process_title="", note="",
    )  # fmt: skip


_Begun = tuple[float, tuple[int, ...]]
"""Some pieces: what they cost and where they begin."""


class Rows(Struct, frozen=True):
    """What is to be cut: the heights of the rows, what a cut above each costs, what a page holds, and pieces (from row, to row)
    known to be too tall for it.
    """

    heights: Sequence[float]
    costs: Sequence[int]
    capacity: float
    barred: frozenset[tuple[int, int]] = frozenset()

    def holds(self, start: int, end: int) -> bool:
        """Whether a page may hold these rows. A row taller than the page stands alone."""
        if start == end - 1:
            return True
        known = any(start <= first and last <= end for first, last in self.barred)
        return not known and sum(self.heights[start:end]) <= self.capacity


def best(rows: Rows, uneven: float = 32.0) -> tuple[int, ...]:
    """Where pieces begin: fewest pieces, then cheap cuts and pieces that are alike; `uneven` is what a piece costs that is twice
    as tall as the others.
    """
    count = len(rows.heights)
    for number in range(1, count + 1):
        found: list[_Begun | None] = [(0.0, ()), *[None] * count]
        for _ in range(number):
            found = [_longer(found, end, rows, uneven * number**2) for end in range(count + 1)]
        if found[-1]:
            return found[-1][1]
    return tuple(range(count))


def _longer(found: Sequence[_Begun | None], end: int, rows: Rows, uneven: float) -> _Begun | None:
    """The best way to go on to the row `end` with one piece more; `uneven` counts for a piece as tall as all rows."""
    options = []
    for start in range(end - 1, -1, -1):
        if not rows.holds(start, end):
            break
        if before := found[start]:
            part = sum(rows.heights[start:end]) / max(sum(rows.heights), 1.0)
            cost = (rows.costs[start] if start else 0) + uneven * part**2
            options.append((before[0] + cost, (*before[1], start)))
    return min(options, default=None)


def row_heights(tops: Sequence[float], height: float) -> list[float]:
    """From where rows begin to how tall each is, the gap below included."""
    return [after - before for before, after in pairwise([*tops, height])]
