"""A process on paper: upright or across, on as many sheets as its smallest letters need.

In: `ProcessView` and the x of each step by dot. Out: `Sheets`: the drawn pieces and the one scale of all of them. Tries both
ways a sheet can lie, from the widest lanes to the narrowest, and takes the fewest sheets. Pure.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from gkstd.render.flowchart.arrange import arranged, narrower, natural
from gkstd.render.flowchart.boxes import NORMAL, SMALLEST, TIGHTER, Content, circle, contents
from gkstd.render.flowchart.cut import CONNECTOR, Piece, best, pieces, row_heights, severed
from gkstd.render.flowchart.grid import grid
from gkstd.render.flowchart.layout import Layout, layout
from gkstd.render.flowchart.svg import Chart, Dress, chart
from gkstd.render.views.process import ProcessView

LEAST, LARGEST = 7.0, 8.6
"""Print size in pt of the smallest letters: what may not be gone below, and what a small chart is blown up to."""
MARGIN = 1.0
_SCALE = LEAST / SMALLEST
_WIDER = 1.6
"""How much wider than the paper a chart may be whose pieces are tried on it."""
_AROUND, _CIRCLES = 110.0, 48.0
_TRIES = 8
_MANY = 60
"""With more steps only the widest and the narrowest lanes are tried: each takes seconds."""
_FEW = 2
"""So many sheets are taken without asking what the next paper needs."""

Foot = Callable[[Piece, int], tuple[str, ...]]
"""The texts below a piece, given its number from 0."""


class Paper(Struct, frozen=True):
    """Width and height in pt left for a chart; `across` for landscape."""

    width: float
    height: float
    across: bool


class Sheets(Struct, frozen=True):
    """All pieces of a process; `scale` is pt per px; `small` says that the smallest letters come out below `LEAST`."""

    charts: tuple[Chart, ...]
    pieces: tuple[Piece, ...]
    paper: Paper
    scale: float

    @property
    def small(self) -> bool:
        """Whether the chart is too large for its paper."""
        return self.scale * SMALLEST < LEAST - 0.01


class _Drawing(Struct, frozen=True):
    """A process arranged for a paper, and what stands in each of its steps."""

    view: ProcessView
    whole: Layout
    cells: Mapping[str, Content]
    places: Mapping[int, float]


def sheets(view: ProcessView, places: Mapping[int, float], papers: Sequence[Paper], foot: Foot) -> Sheets:
    """The best of the papers: legible, then fewest sheets, then the larger letters. The first is taken if it does well."""
    found: list[Sheets] = []
    for paper in papers:
        found.append(_on(view, places, paper, foot))
        if not found[-1].small and len(found[-1].charts) <= _FEW:
            break
    return min(found, key=_rank)


def narrowed(view: ProcessView, places: Mapping[int, float], width: float) -> tuple[ProcessView, Layout]:
    """The first arrangement that is no wider than `width` px, or else the narrowest."""
    first = next(_drawings(view, places, width))
    return first.view, first.whole


def _drawings(view: ProcessView, places: Mapping[int, float], width: float) -> Iterator[_Drawing]:
    """Arrangements that fit the width, the roomiest first; if none fits, the narrowest."""
    narrowest = (1,) * max(1, len(view.lanes))
    ways = [(NORMAL, caps) for caps in narrower(natural(view))] + [(by, narrowest) for by in TIGHTER]
    if len(view.steps) > _MANY:
        ways = [ways[0], *ways[-2:]]
    for count, (by, caps) in enumerate(ways, 1):
        cells, shown = contents(view, by), arranged(view, caps)
        whole = layout(shown, grid(shown, places), cells)
        if whole.width <= width or count == len(ways):
            yield _Drawing(shown, whole, dict(zip([step.id for step in view.steps], cells, strict=True)), places)


def _on(view: ProcessView, places: Mapping[int, float], paper: Paper, foot: Foot) -> Sheets:
    """On one kind of paper. Pieces need fewer columns than the whole, and some more for their circles: which way of arranging
    the steps suits them best shows only in the pieces.
    """
    made: list[Sheets] = []
    for drawing in _drawings(view, places, _WIDER * paper.width / _SCALE):
        made.append(_cut(drawing, paper, foot))
        if len(view.steps) > _MANY and not made[-1].small:
            break
    return min(made, key=_rank)


def _rank(made: Sheets) -> tuple[bool, int, float]:
    """Legible, then fewest sheets, then the larger letters."""
    return (made.small, len(made.charts), -round(made.scale, 2))


def _cut(drawing: _Drawing, paper: Paper, foot: Foot) -> Sheets:
    """Pieces that fit: if one comes out too tall, cut again with less on a sheet."""
    wide, tall = paper.width / _SCALE - 2 * MARGIN, paper.height / _SCALE
    heights = _heights(drawing.view, drawing.whole)
    costs = [severed(drawing.view, row) for row in range(len(heights))]
    starts: tuple[int, ...] = (0,)
    capacity = tall - _AROUND - _CIRCLES
    for _ in range(_TRIES):
        parts = pieces(drawing.view, starts)
        plans = [_laid(part.view, drawing) for part in parts]
        charts = [
            chart(part.view, plan, _dress(part, at, foot, wide))
            for at, (part, plan) in enumerate(zip(parts, plans, strict=True))
        ]
        over, worst = max((float(drawn.height) - tall, at) for at, drawn in enumerate(charts))
        if over <= 0 or len(starts) == len(heights):
            break
        if len(starts) > 1:
            worst_height = sum(heights[starts[worst] : (*starts, len(heights))[worst + 1]])
            capacity = min(capacity, worst_height) - max(6.0, 0.6 * over)
        starts = best(heights, capacity, costs)
    return _scaled(parts, plans, charts, paper, foot)


def _scaled(
    parts: Sequence[Piece], plans: Sequence[Layout], charts: Sequence[Chart], paper: Paper, foot: Foot
) -> Sheets:
    """All pieces at one scale, as large as the paper takes; what stands below them is set to the width of the paper."""
    wide = max(plan.width for plan in plans) + 2 * MARGIN
    scale = min(LARGEST / SMALLEST, paper.width / wide, *[paper.height / float(drawn.height) for drawn in charts])
    for _ in range(3):
        dressed = [
            chart(part.view, plan, _dress(part, at, foot, paper.width / scale - 2 * MARGIN))
            for at, (part, plan) in enumerate(zip(parts, plans, strict=True))
        ]
        fits = min(paper.height / float(drawn.height) for drawn in dressed)
        if fits >= scale:
            break
        scale = fits
    return Sheets(tuple(dressed), tuple(parts), paper, scale)


def _dress(part: Piece, at: int, foot: Foot, width: float) -> Dress:
    return Dress(titled=False, foot=foot(part, at), key=at == 0, margin=MARGIN, width=width)


def _laid(shown: ProcessView, drawing: _Drawing) -> Layout:
    number = {step.id: at for at, step in enumerate(drawing.view.steps)}
    known = {
        at: drawing.places[number[s.id]] for at, s in enumerate(shown.steps) if number.get(s.id, -1) in drawing.places
    }
    boxes = [circle(step.title) if step.kind == CONNECTOR else drawing.cells[step.id] for step in shown.steps]
    return layout(shown, grid(shown, known), boxes)


def _heights(view: ProcessView, plan: Layout) -> list[float]:
    """Of each row, from its symbols to those of the next."""
    count = 1 + max(step.row for step in view.steps)
    tops = [plan.height] * count
    for step, placed in zip(view.steps, plan.steps, strict=True):
        tall = max(placed.content.height, placed.content.notes_height)
        tops[step.row] = min(tops[step.row], placed.y - tall / 2)
    return row_heights([0.0, *tops[1:]], plan.height)
