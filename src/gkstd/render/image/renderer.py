"""A picture of the project, handed on as it is to the targets that show it.

In: jobs whose payload is an `ImageFile`. Out: artifacts of one file each, `site/images/<name>`, where the portal shows it.
Print finds it under the same name. Reads and writes nothing.
"""

from collections.abc import Sequence

from gkstd.render.base import Artifact, Job, Output
from gkstd.render.templates import TemplateSet
from gkstd.render.views.shown import ImageFile

BATCH = 0


def render(jobs: Sequence[Job], templates: TemplateSet) -> list[Artifact]:  # noqa: ARG001 - the contract of renderers
    """One file for each job."""
    return [_artifact(job) for job in jobs]


def _artifact(job: Job) -> Artifact:
    image = job.target.payload
    if not isinstance(image, ImageFile):
        raise TypeError(f"{job.target.name}: an image target carries an ImageFile")
    return Artifact(job.target.name, (Output(f"site/images/{image.name}", image.data),))
