"""Targets `flowcharts/<id>.png`: the SVG of a chart → its pictures: `<id>.png` for the screen, `<id>.print.png` for paper.

Apart from the SVG, since pixels cost ten times as much and only those who paste a chart somewhere wait for them.
"""

from collections.abc import Sequence

from gkstd.diagnostics.codes.build import MISSING_GLYPH, RENDER
from gkstd.render.base import Artifact, Finding, Job, Output
from gkstd.render.flowchart import raster
from gkstd.render.templates import TemplateSet

BATCH = 1


def render(jobs: Sequence[Job], templates: TemplateSet) -> list[Artifact]:  # noqa: ARG001 - the contract of a renderer
    """For each job the picture whose path is the target's name, and the one for print."""
    return [_artifact(job) for job in jobs]


def _artifact(job: Job) -> Artifact:
    name = job.target.name
    (svg,) = [output for artifact in job.inputs for output in artifact.outputs if output.path.endswith(".svg")]
    if lacking := raster.missing(svg.data.decode()):
        return Artifact(name, (), findings=tuple([_lacking(char) for char in lacking]))
    try:
        made = raster.pictures(svg.data.decode())
        return Artifact(name, (Output(name, made.screen), Output(name.removesuffix(".png") + ".print.png", made.paper)))
    except ValueError as problem:
        return Artifact(name, (), findings=(Finding(RENDER, values=(("target", name), ("why", str(problem)))),))


def _lacking(char: str) -> Finding:
    values = (("char", char), ("code", f"U+{ord(char):04X}"), ("faces", raster.FAMILY))
    return Finding(MISSING_GLYPH, values=values)
