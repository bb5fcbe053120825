"""Open data to bytes.

In: jobs whose payload is a `DataFile`, a `ServicesFile`, `PageFiles` or `PageServices`. Out: artifacts. Uses no template, never writes.
"""

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from gkstd.render.base import Artifact, Job, Output
from gkstd.render.data import services
from gkstd.render.data.beside import PageFiles, PageServices
from gkstd.render.data.services import ServiceDatum, ServicesFile
from gkstd.render.data.sheet import sheet
from gkstd.render.data.table import SCHEMA_VERSION, DataFile, EditionDatum, ItemDatum
from gkstd.render.templates import TemplateSet

BATCH = 0
FORMS = ("json", "csv")


class Document(Struct, frozen=True):
    """The shape of `items.json`."""

    schema_version: int
    edition: EditionDatum
    items: tuple[ItemDatum, ...]


class Services(Struct, frozen=True):
    """The shape of `services.json`."""

    schema_version: int
    edition: EditionDatum
    services: tuple[ServiceDatum, ...]


def render(jobs: Sequence[Job], templates: TemplateSet) -> list[Artifact]:  # noqa: ARG001 - the contract of renderers
    """One file for each job, or the two beside a page."""
    return [Artifact(job.target.name, _outputs(job)) for job in jobs]


def _outputs(job: Job) -> tuple[Output, ...]:
    match job.target.payload:
        case DataFile(path=path, form=form) as file:
            return (Output(f"data/{path}", _bytes(form, file)),)
        case ServicesFile(path=path) as offered:
            return (Output(f"data/{path}", _services(offered.form, offered)),)
        case PageFiles(stem=stem) as files:
            return tuple([Output(f"site/{stem}.{form}", _bytes(form, files)) for form in FORMS])
        case PageServices(stem=stem) as shown:
            return tuple([Output(f"site/{stem}.{form}", _services(form, shown)) for form in FORMS])
        case _:
            raise TypeError(
                f"{job.target.name}: a data target carries a DataFile, a ServicesFile, PageFiles or PageServices"
            )


def _services(form: str, file: ServicesFile | PageServices) -> bytes:
    if form == "csv":
        return services.sheet(file.services)
    document = Services(SCHEMA_VERSION, file.edition, file.services)
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def _bytes(form: str, file: DataFile | PageFiles) -> bytes:
    if form == "csv":
        return sheet(file.items)
    document = Document(SCHEMA_VERSION, file.edition, file.items)
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"
