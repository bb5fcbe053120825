"""Targets `sheets/<id>`: a `ProcessView` → `sheets/<id>/<n>.svg`, the pieces of its chart as handbooks print them.

Sizes are in pt. A piece with `data-across` lies across. Never published: handbooks and standards take it in.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from gkstd.diagnostics.codes.process import CHART_TOO_LARGE
from gkstd.render.base import Artifact, Finding, Job, Output, Subject
from gkstd.render.flowchart.boxes import SMALLEST
from gkstd.render.flowchart.cut import Link, Piece
from gkstd.render.flowchart.dot import places
from gkstd.render.flowchart.legend import legend
from gkstd.render.flowchart.paper import Paper, Sheets, sheets
from gkstd.render.flowchart.renderer import Drawn, delivered, inked
from gkstd.render.flowchart.svg import Chart
from gkstd.render.templates import TemplateSet
from gkstd.render.views.process import ProcessView

BATCH = 6
UPRIGHT, ACROSS = Paper(515.0, 670.0, across=False, above=80.0), Paper(729.0, 472.0, across=True)
"""What A4 leaves below the heading of a chart, in pt, with the margins of `paged/flowchart.css`; see `paged/charts.py` for
what shares the page of a first sheet."""


def render(jobs: Sequence[Job], templates: TemplateSet) -> list[Artifact]:
    """One artifact for each job, in the order of the jobs; dot runs once."""
    return delivered(jobs, templates, _outputs)


def _outputs(view: ProcessView, answer: str, templates: TemplateSet, reads: dict[str, str | None]) -> Drawn:
    marks = legend(view)
    made = sheets(
        view, places(answer), (UPRIGHT, ACROSS), lambda part, at: (*joined(part, at), *marks.lines(part.view.steps))
    )
    outputs = [
        Output(f"sheets/{view.id}/{at + 1:02}.svg", inked(printed(drawn, made), templates, reads).encode())
        for at, drawn in enumerate(made.charts)
    ]
    return tuple(outputs), (_too_large(view, made),) if made.small else ()


def _too_large(view: ProcessView, made: Sheets) -> Finding:
    size = f"{made.scale * SMALLEST:.1f}"
    return Finding(CHART_TOO_LARGE, Subject("process", view.id, ("lanes",)), (("size", size),))


def printed(drawn: Chart, made: Sheets) -> Chart:
    """A piece with its size on paper."""
    size = (round(float(drawn.width) * made.scale, 2), round(float(drawn.height) * made.scale, 2))
    return replace(drawn, printed=size, across=made.paper.across)


def joined(piece: Piece, at: int) -> tuple[str, ...]:
    """Where the letters of a piece lead to and come from, in words; () for a whole chart."""
    told = [_leads(link, at) for link in piece.leaving] + [_comes(link, at) for link in piece.coming]
    return ("连接符：" + "；".join(told),) if told else ()


def _leads(link: Link, at: int) -> str:
    where = "下页" if link.piece == at + 1 else "上页" if link.piece == at - 1 else f"第{link.piece + 1}页"
    return f"{link.letter} 转{where}步骤{link.target}"


def _comes(link: Link, at: int) -> str:
    steps = "、".join([str(number) for number, piece in link.sources if piece != at])
    return f"{link.letter} 由步骤{steps}转来"
