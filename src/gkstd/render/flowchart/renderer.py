"""Targets `flowcharts/<id>`: a `ProcessView` → `<id>.svg`. All charts of an edition in one job.

A chart that dot gives no order for, whatever the reason, is drawn in the order of its source and said to be. A template that
fails is a finding on its process; the others are delivered. What the machine lacks is an `EnvironmentProblem`.
"""

import re
from collections.abc import Callable, Sequence

from jinja2 import Environment, TemplateError
from markupsafe import Markup

from gkstd.diagnostics.codes.build import TEMPLATE, UNORDERED
from gkstd.render.base import Artifact, Finding, Job, Output, Subject, Target
from gkstd.render.flowchart.dot import places, source
from gkstd.render.flowchart.image import LayoutFailed, layouts
from gkstd.render.flowchart.legend import legend
from gkstd.render.flowchart.paper import narrowed
from gkstd.render.flowchart.plain import plain
from gkstd.render.flowchart.svg import Chart, Dress, chart
from gkstd.render.templates import TemplateSet, freeze, told
from gkstd.render.views.process import ProcessView

BATCH = 0
Drawn = tuple[tuple[Output, ...], tuple[Finding, ...]]
Draw = Callable[[ProcessView, str, TemplateSet, dict[str, str | None]], Drawn]
"""From a process, the answer of dot, templates and what they read, to files and findings."""
SCREEN = 1120.0
"""Width in px that a chart keeps to on the screen, if it can."""
_STRANGE = re.compile(r"""["'\\<>&;{}\x00-\x1f\x7f]""")
CHART, STYLE, MODES = "flowchart/chart.svg", "flowchart/chart.css", "flowchart/modes.css"


def render(jobs: Sequence[Job], templates: TemplateSet) -> list[Artifact]:
    """One artifact for each job, in the order of the jobs; dot runs once."""
    return delivered(jobs, templates, _outputs)


def delivered(jobs: Sequence[Job], templates: TemplateSet, draw: Draw) -> list[Artifact]:
    """What `draw` makes of each job's process and of what dot says about it."""
    views = [plain(job.target.payload, ProcessView) for job in jobs]
    answers = layouts([source(view) for view in views])
    return [
        _artifact(job.target, view, answer, templates, draw)
        for job, view, answer in zip(jobs, views, answers, strict=True)
    ]


def _artifact(
    target: Target, view: ProcessView, answer: str | LayoutFailed, templates: TemplateSet, draw: Draw
) -> Artifact:
    unordered: tuple[Finding, ...] = ()
    if isinstance(answer, LayoutFailed):
        values = (("title", view.title), ("why", str(answer)))
        answer, unordered = "", (Finding(UNORDERED, Subject("process", view.id), values),)
    reads: dict[str, str | None] = {}
    try:
        outputs, findings = draw(view, answer, templates, reads)
    except TemplateError as problem:
        why = Finding(TEMPLATE, Subject("process", view.id), told(problem, CHART))
        return Artifact(target.name, (), freeze(reads), (why,))
    return Artifact(target.name, outputs, freeze(reads), (*unordered, *findings))


def _outputs(view: ProcessView, answer: str, templates: TemplateSet, reads: dict[str, str | None]) -> Drawn:
    return (Output(f"flowcharts/{view.id}.svg", draw(view, answer, templates, reads).encode()),), ()


def draw(view: ProcessView, answer: str, templates: TemplateSet, reads: dict[str, str | None]) -> str:
    """The SVG of a process for the screen, given what dot said about it."""
    shown, plan = narrowed(view, places(answer), SCREEN)
    return inked(chart(shown, plan, Dress(foot=legend(view).lines(view.steps), linked=True)), templates, reads)


def quoted(family: str) -> str:
    """The name of a family as CSS and XML can hold it, "" for none."""
    text = _STRANGE.sub(lambda found: f"\\{ord(found[0]):x} ", family)
    return f'"{text}"' if family else ""


def inked(drawn: Chart, templates: TemplateSet, reads: dict[str, str | None]) -> str:
    """The text of an SVG."""
    environment: Environment = templates.environment(reads)
    style, modes = (Markup(templates.text(name, reads).replace("<", "")) for name in (STYLE, MODES))  # noqa: S704 - no data
    values = {"chart": drawn, "style": style, "modes": modes, "face": Markup(quoted(drawn.view.face))}  # noqa: S704 - escaped
    return environment.get_template(CHART).render(values)
