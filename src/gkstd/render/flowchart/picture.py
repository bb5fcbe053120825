"""Targets `flowcharts/<id>.png`: the SVG of a chart → its pictures: `<id>.png` for the screen, `<id>.print.png` for paper.

In the 黑体 that the project names, like the books. Apart from the SVG, since pixels cost ten times as much and only those who paste a chart somewhere wait for them.
"""

from collections.abc import Sequence

from gkstd.diagnostics.codes.build import MISSING_GLYPH, RENDER
from gkstd.model.project import Fonts
from gkstd.render.base import Artifact, Finding, Job, Output
from gkstd.render.flowchart import raster
from gkstd.render.soundness import refusal
from gkstd.render.templates import TemplateSet

BATCH = 1


def render(jobs: Sequence[Job], templates: TemplateSet) -> list[Artifact]:  # noqa: ARG001 - the contract of a renderer
    """For each job the picture whose path is the target's name, and the one for print."""
    return [_artifact(job) for job in jobs]


def _artifact(job: Job) -> Artifact:
    name = job.target.name
    (svg,) = [output for artifact in job.inputs for output in artifact.outputs if output.path.endswith(".svg")]
    text, (family, refused) = svg.data.decode(), _family(job.target.payload)
    if lacking := raster.missing(text, family):
        return Artifact(name, (), findings=(*refused, *[_lacking(char, family) for char in lacking]))
    try:
        made = raster.pictures(text, family)
    except ValueError as problem:
        return Artifact(name, (), findings=(Finding(RENDER, values=(("target", name), ("why", str(problem)))),))
    outputs = (Output(name, made.screen), Output(name.removesuffix(".png") + ".print.png", made.paper))
    return Artifact(name, outputs, findings=refused)


def _family(payload: object) -> tuple[str, tuple[Finding, ...]]:
    """The 黑体 of the project, and what is said where it is not installed."""
    wanted = payload.hei if isinstance(payload, Fonts) else ""
    if not wanted:
        return raster.FAMILY, ()
    why = raster.against(wanted)
    return (wanted, ()) if why is None else (raster.FAMILY, (refusal("hei", wanted, why, raster.FACE),))


def _lacking(char: str, family: str) -> Finding:
    return Finding(MISSING_GLYPH, values=(("char", char), ("code", f"U+{ord(char):04X}"), ("faces", family)))
