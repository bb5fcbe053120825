"""A process on paper: upright or across, on as many sheets as its smallest letters need.

In: `ProcessView` and the x of each step by dot. Out: `Sheets`: the drawn pieces and the one scale of all of them. Tries both
ways a sheet can lie, from the widest lanes to the narrowest, and takes the fewest sheets. Pure.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from gkstd.render.flowchart.arrange import arranged, narrower, natural
from gkstd.render.flowchart.boxes import NORMAL, SMALLEST, TIGHTER, Content, Measure, circle, contents
from gkstd.render.flowchart.cut import CONNECTOR, Piece, Rows, best, pieces, row_heights, severed
from gkstd.render.flowchart.grid import grid
from gkstd.render.flowchart.layout import Layout, layout, least_width
from gkstd.render.flowchart.settle import Sides, settled
from gkstd.render.flowchart.shapes import number
from gkstd.render.flowchart.svg import Chart, Dress, chart, framed
from gkstd.render.flowchart.untangle import Lay, plain, untangled, untwisted
from gkstd.render.views.process import ProcessView

LEAST, LARGEST = 7.0, 8.6
"""Print size in pt of the smallest letters: what may not be gone below, and what a small chart is blown up to."""
MARGIN = 1.0
_SCALE = LEAST / SMALLEST
_WIDER = 1.6
"""How much wider than the paper a chart may be whose pieces are tried on it."""
_UNEVEN = (32.0, 8.0)
"""What it costs, in circles, that one piece is twice as tall as others: first they should be alike."""
_STRAIGHTER = 30.0
"""By how much lines have to cost less to be worth a pt of size; a crossing costs 9."""
_ALIKE = 10.0
"""What size in pt may be lost rather than have a sheet all but empty."""
_LOOSER = 1.12
"""How much smaller letters may become to save a crossing."""
_AROUND = 80.0
"""What headings and texts take of a sheet at least, in px."""
_TRIES = 12
MANY = 60
"""With more steps only the widest and the narrowest lanes are tried, and lines lie as they come: each takes seconds."""
_BEST = 3
"""So many arrangements are looked at again: which of them can do without crossings shows only then."""
_FEW = 2
"""So many sheets are taken without asking what the next paper needs."""

Foot = Callable[[Piece, int], tuple[str, ...]]
"""The texts below a piece, given its number from 0."""


class Paper(Struct, frozen=True):
    """Width and height in pt left for a chart; `across` for landscape. Of its first sheet a chart leaves the height `above`
    to the head of an annex or a part, which would else stand on a page of its own."""

    width: float
    height: float
    across: bool
    above: float = 0.0

    def left(self, at: int) -> float:
        """The height for the piece `at`, from 0."""
        return self.height - (0 if at else self.above)


class Sheets(Struct, frozen=True):
    """All pieces of a process; `scale` is pt per px; `small` says that the smallest letters come out below `LEAST`."""

    charts: tuple[Chart, ...]
    pieces: tuple[Piece, ...]
    paper: Paper
    scale: float

    @property
    def small(self) -> bool:
        """Whether the chart is too large for its paper."""
        return _small(self.scale)


def _small(scale: float) -> bool:
    return scale * SMALLEST < LEAST - 0.01


class _Drawing(Struct, frozen=True):
    """A process arranged for a paper, and what stands in each of its steps."""

    view: ProcessView
    whole: Layout
    cells: Mapping[str, Content]
    places: Mapping[int, float]


class _Cut(Struct, frozen=True):
    """A drawing in pieces on sheets: how tall each is in px, what width in px texts below it are set to, pt per px."""

    drawing: _Drawing
    parts: tuple[Piece, ...]
    plans: tuple[Layout, ...]
    heights: tuple[float, ...]
    paper: Paper
    broad: float
    scale: float

    @property
    def small(self) -> bool:
        """Whether the smallest letters come out too small."""
        return _small(self.scale)


def sheets(view: ProcessView, places: Mapping[int, float], papers: Sequence[Paper], foot: Foot) -> Sheets:
    """The best of the papers, each with what it bears. The first is taken if it does well."""
    found: list[_Cut] = []
    for paper in papers:
        found += _on(view, places, paper, foot)
        best = min(found, key=_rank)
        if not best.small and len(best.plans) <= _FEW:
            break
    well = [cut for cut in sorted(found, key=_rank) if _rank(cut)[:3] == _rank(best)[:3]]
    cut = min([_finished(cut, foot) for cut in well[:_BEST]], key=_rank)
    dressed = zip(cut.parts, cut.plans, _dresses(cut.parts, foot, cut.broad), strict=True)
    charts = tuple([chart(part.view, plan, dress) for part, plan, dress in dressed])
    return Sheets(charts, cut.parts, cut.paper, cut.scale)


def narrowed(view: ProcessView, places: Mapping[int, float], width: float) -> tuple[ProcessView, Layout]:
    """The first arrangement that is no wider than `width` px, or else the narrowest; its steps on the sides that suit its lines."""
    lay = untwisted if len(view.steps) <= MANY else plain
    first = next(_drawings(view, places, width, lay))
    if len(view.steps) > MANY:
        return first.view, first.whole

    def draw(sides: Sides) -> Layout:
        return layout(first.view, grid(first.view, places, sides), tuple(first.cells.values()), lay)

    most = max(width, first.whole.width)
    return first.view, settled(first.view, first.whole, draw, lambda _, found: found.width <= most)


def _drawings(view: ProcessView, places: Mapping[int, float], width: float, lay: Lay = plain) -> Iterator[_Drawing]:
    """Arrangements that fit the width, the roomiest first; if none fits, the narrowest."""
    narrowest = (1,) * max(1, len(view.lanes))
    ways = [(NORMAL, caps) for caps in narrower(natural(view))] + [(by, narrowest) for by in TIGHTER]
    if len(view.steps) > MANY:
        ways = [ways[0], *ways[-2:]]
    written: dict[Measure, tuple[Content, ...]] = {}
    for count, (by, caps) in enumerate(ways, 1):
        cells = written[by] = written.get(by) or contents(view, by)
        shown = arranged(view, caps)
        cell_grid = grid(shown, places)
        if least_width(cell_grid, cells) > width and count < len(ways):
            continue
        whole = layout(shown, cell_grid, cells, lay)
        if whole.width <= width or count == len(ways):
            yield _Drawing(shown, whole, dict(zip([step.id for step in view.steps], cells, strict=True)), places)


def _on(view: ProcessView, places: Mapping[int, float], paper: Paper, foot: Foot) -> list[_Cut]:
    """On one kind of paper. Pieces need fewer columns than the whole, and some more for their circles: which way of arranging
    the steps suits them best shows only in the pieces.
    """
    found: list[_Cut] = []
    for drawing in _drawings(view, places, _WIDER * paper.width / _SCALE):
        found.append(_cut(drawing, paper, foot))
        if len(view.steps) > MANY and not found[-1].small:
            break
    return found


def _rank(cut: _Cut) -> tuple[bool, int, bool, float]:
    """Legible, then fewest sheets, then upright; then lines easy to follow, large letters and sheets alike."""
    lines = sum(plan.cost for plan in cut.plans) / _STRAIGHTER
    spread = _ALIKE * (1 - min(cut.heights) / max(cut.heights)) ** 2
    score = round(lines + spread - cut.scale * SMALLEST, 1)
    return (cut.small, len(cut.plans), cut.paper.across, score)


def _cut(drawing: _Drawing, paper: Paper, foot: Foot) -> _Cut:
    """Pieces that fit and are alike, or else fewer of them that are not."""
    alike = _pieced(drawing, paper, foot, _UNEVEN[0])
    least = (sum(alike.heights) * _SCALE + paper.above) / paper.height
    if len(alike.plans) < 2 or (len(alike.plans) <= ceil(least) and not alike.small):
        return alike
    return min(alike, _pieced(drawing, paper, foot, _UNEVEN[1]), key=_rank)


def _pieced(drawing: _Drawing, paper: Paper, foot: Foot, uneven: float) -> _Cut:
    """Pieces that fit: where one comes out too tall, cut again without it."""
    wide, tall = paper.width / _SCALE - 2 * MARGIN, paper.height / _SCALE
    heights = _heights(drawing.view, drawing.whole)
    heights[0] += paper.above / _SCALE
    rows = Rows(heights, [severed(drawing.view, row) for row in range(len(heights))], tall - _AROUND)
    starts: tuple[int, ...] = (0,)
    for _ in range(_TRIES):
        parts = pieces(drawing.view, starts)
        plans = [_laid(part.view, drawing) for part in parts]
        drawn = _tall(parts, plans, foot, wide)
        spans = pairwise([*starts, len(heights)])
        over = {span for at, span in enumerate(spans) if drawn[at] > paper.left(at) / _SCALE}
        if all(last - first < 2 for first, last in over):
            break
        rows = replace(rows, barred=rows.barred | over)
        starts = best(rows, uneven)
    return _scaled(_Cut(drawing, parts, tuple(plans), drawn, paper, wide, 0.0), foot)


def _finished(cut: _Cut, foot: Foot) -> _Cut:
    """The sheets whose lines are easier to follow, where that makes no letter too small and no sheet too tall."""
    paper, scale = cut.paper, cut.scale
    if len(cut.drawing.view.steps) > MANY:
        return cut
    wide = max(plan.width for plan in cut.plans)
    plans = []
    for at, (part, plan) in enumerate(zip(cut.parts, cut.plans, strict=True)):
        around = cut.heights[at] - plan.height
        same = (max(wide, paper.width / scale - 2 * MARGIN), paper.left(at) / scale - around)
        least = max(_SCALE, scale / _LOOSER)
        most = (min(paper.width / _SCALE - 2 * MARGIN, _LOOSER * wide), paper.left(at) / least - around)
        plans.append(_eased(part.view, plan, cut.drawing, same, most))
    if all(one is two for one, two in zip(plans, cut.plans, strict=True)):
        return cut
    eased = _scaled(replace(cut, plans=tuple(plans)), foot)
    return cut if eased.small else eased


def _scaled(cut: _Cut, foot: Foot) -> _Cut:
    """All pieces at one scale, as large as the paper takes; what stands below them is set to the width of the paper."""
    paper, heights = cut.paper, cut.heights
    wide = max(plan.width for plan in cut.plans) + 2 * MARGIN
    scale = min(LARGEST / SMALLEST, paper.width / wide, _fitting(heights, paper))
    for _ in range(3):
        broad = paper.width / scale - 2 * MARGIN
        heights = _tall(cut.parts, cut.plans, foot, broad)
        fits = _fitting(heights, paper)
        if fits >= scale:
            break
        scale = fits
    return replace(cut, heights=heights, broad=broad, scale=scale)


def _fitting(heights: Sequence[float], paper: Paper) -> float:
    """The scale at which each piece just fits its sheet."""
    return min(paper.left(at) / height for at, height in enumerate(heights))


def _tall(parts: Sequence[Piece], plans: Sequence[Layout], foot: Foot, width: float) -> tuple[float, ...]:
    """The height of each piece with what is around it."""
    dressed = zip(parts, plans, _dresses(parts, foot, width), strict=True)
    return tuple([float(number(framed(part.view, plan, dress).height)) for part, plan, dress in dressed])


def _dresses(parts: Sequence[Piece], foot: Foot, width: float) -> list[Dress]:
    return [
        Dress(titled=False, foot=foot(part, at), key=at == 0, margin=MARGIN, width=width)
        for at, part in enumerate(parts)
    ]


def _laid(shown: ProcessView, drawing: _Drawing, sides: Mapping[int, int] | None = None, lay: Lay = plain) -> Layout:
    number = {step.id: at for at, step in enumerate(drawing.view.steps)}
    known = {
        at: drawing.places[number[s.id]] for at, s in enumerate(shown.steps) if number.get(s.id, -1) in drawing.places
    }
    boxes = [circle(step.title) if step.kind == CONNECTOR else drawing.cells[step.id] for step in shown.steps]
    return layout(shown, grid(shown, known, sides or {}), boxes, lay)


def _eased(
    shown: ProcessView, plan: Layout, drawing: _Drawing, same: tuple[float, float], most: tuple[float, float]
) -> Layout:
    """A piece whose lines are easier to follow, if there is one no wider and no taller than is there; to save a crossing it
    may be as large as `most`.
    """

    def fits(plan: Layout, found: Layout) -> bool:
        wide, tall = most if len(found.tangles) < len(plan.tangles) else same
        return found.width <= max(wide, plan.width) and found.height <= max(tall, plan.height)

    def draw(sides: Sides) -> Layout:
        return _laid(shown, drawing, sides, untangled)

    if plan.tangles:
        found = draw({})
        plan = found if found.cost < plan.cost - 0.5 and fits(plan, found) else plan
    return settled(shown, plan, draw, fits)


def _heights(view: ProcessView, plan: Layout) -> list[float]:
    """Of each row, from its symbols to those of the next."""
    count = 1 + max(step.row for step in view.steps)
    tops = [plan.height] * count
    for step, placed in zip(view.steps, plan.steps, strict=True):
        tall = max(placed.content.height, placed.content.notes_height)
        tops[step.row] = min(tops[step.row], placed.y - tall / 2)
    return row_heights([0.0, *tops[1:]], plan.height)
