"""Targets `poster/<id>`: a `ProcessView` → the whole chart on one large sheet, as an SVG and the page that holds it.

Paper is the smallest of A3 to A0, either way round, on which the smallest letters can be read from a step away. Never
published: the print engine makes `posters/<id>.pdf` of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from gkstd.render.base import Artifact, Job, Output
from gkstd.render.flowchart.arrange import arranged, narrower, natural
from gkstd.render.flowchart.boxes import SMALLEST, Content, contents
from gkstd.render.flowchart.dot import places
from gkstd.render.flowchart.grid import grid
from gkstd.render.flowchart.layout import Layout, layout
from gkstd.render.flowchart.legend import legend
from gkstd.render.flowchart.paper import MANY
from gkstd.render.flowchart.renderer import Drawn, delivered, inked
from gkstd.render.flowchart.settle import Sides, settled
from gkstd.render.flowchart.svg import Chart, Dress, chart
from gkstd.render.flowchart.untangle import Lay, plain, untangled
from gkstd.render.templates import TemplateSet
from gkstd.render.views.process import ProcessView

BATCH = 4
PAGE = "paged/poster.html"
LEAST = 12.0
"""The smallest letters, in pt: legible from about a metre."""
_STRAIGHTER = 15.0
"""By how much lines have to cost less to be worth a pt of size: half of what it is on A4, since all letters can be read."""
_MM = 72 / 25.4
_MARGIN = 12 * _MM
_SIZES = (("A3", 297, 420), ("A2", 420, 594), ("A1", 594, 841), ("A0", 841, 1189))


class Sheet(Struct, frozen=True):
    """A sheet of paper, in mm."""

    name: str
    width: int
    height: int


SHEETS = tuple([Sheet(name, *size) for name, short, long in _SIZES for size in ((short, long), (long, short))])


def render(jobs: Sequence[Job], templates: TemplateSet) -> list[Artifact]:
    """One artifact for each job, in the order of the jobs; dot runs once."""
    return delivered(jobs, templates, _outputs)


def _outputs(view: ProcessView, answer: str, templates: TemplateSet, reads: dict[str, str | None]) -> Drawn:
    sheet, drawn = poster(view, places(answer))
    svg = f"posters/{view.id}.svg"
    page = templates.environment(reads).get_template(PAGE).render(view=view, sheet=sheet, size=drawn.printed, svg=svg)
    return (Output(svg, inked(drawn, templates, reads).encode()), Output(f"posters/{view.id}.html", page.encode())), ()


def poster(view: ProcessView, known: Mapping[int, float]) -> tuple[Sheet, Chart]:
    """On the smallest sheet that will do the chart whose lines are easy to follow and whose letters are large, or else the largest
    letters A0 can give.
    """
    charts = list(_charts(view, known))
    for sheet in SHEETS:
        legible = [at for at, (drawn, _) in enumerate(charts) if _scale(drawn, sheet) * SMALLEST >= LEAST]
        if legible:
            best = min(legible, key=lambda at: charts[at][1] / _STRAIGHTER - _scale(charts[at][0], sheet) * SMALLEST)
            break
    else:
        options = [(_scale(drawn, sheet), -at, sheet) for at, (drawn, _) in enumerate(charts) for sheet in SHEETS[-2:]]
        _, place, sheet = max(options, key=lambda found: found[:2])
        best = -place
    chosen, scale = charts[best][0], _scale(charts[best][0], sheet)
    return sheet, replace(
        chosen, printed=(round(float(chosen.width) * scale, 2), round(float(chosen.height) * scale, 2))
    )


def _charts(view: ProcessView, known: Mapping[int, float]) -> Iterator[tuple[Chart, float]]:
    """The chart with wider and narrower lanes, each with its steps on the sides from where its lines are easier to follow, and what
    these lines cost.
    """
    cells, foot = contents(view), legend(view).lines(view.steps)
    lay = untangled if len(view.steps) <= MANY else plain
    for caps in narrower(natural(view)):
        shown = arranged(view, caps)
        draw = partial(_drawn, shown, known, cells, lay)
        plan = draw({})
        if len(view.steps) <= MANY:
            plan = settled(shown, plan, draw, lambda _plan, _found: True)
        yield chart(shown, plan, Dress(foot=foot, margin=1.0)), plan.cost


def _drawn(view: ProcessView, known: Mapping[int, float], cells: Sequence[Content], lay: Lay, sides: Sides) -> Layout:
    return layout(view, grid(view, known, sides), cells, lay)


def _scale(drawn: Chart, sheet: Sheet) -> float:
    """pt per px."""
    return min(
        (sheet.width * _MM - 2 * _MARGIN) / float(drawn.width), (sheet.height * _MM - 2 * _MARGIN) / float(drawn.height)
    )
