"""Open data to bytes.

In: jobs whose payload is a `DataFile`. Out: artifacts of one file each. Uses no template, never writes.
"""

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from gkstd.render.base import Artifact, Job, Output
from gkstd.render.data.sheet import sheet
from gkstd.render.data.table import SCHEMA_VERSION, DataFile, EditionDatum, ItemDatum
from gkstd.render.templates import TemplateSet

BATCH = 0


class Document(Struct, frozen=True):
    """The shape of `items.json`."""

    schema_version: int
    edition: EditionDatum
    items: tuple[ItemDatum, ...]


def render(jobs: Sequence[Job], templates: TemplateSet) -> list[Artifact]:  # noqa: ARG001 - the contract of renderers
    """One file for each job."""
    return [_artifact(job) for job in jobs]


def _artifact(job: Job) -> Artifact:
    file = job.target.payload
    if not isinstance(file, DataFile):
        raise TypeError(f"{job.target.name}: a data target carries a DataFile")
    return Artifact(job.target.name, (Output(f"{file.folder}/{file.path}", _bytes(file)),))


def _bytes(file: DataFile) -> bytes:
    if file.form == "csv":
        return sheet(file.items)
    document = Document(SCHEMA_VERSION, file.edition, file.items)
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"
