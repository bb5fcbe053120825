"""Processes: the chart beside the numbered list of steps that says the same in words.

In: the edition. Out: pages, each of which needs the target of its flowchart and publishes the picture beside itself.
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from gkstd.model.process import Process
from gkstd.render.site import address, linked, links, order
from gkstd.render.site.beside import with_linked
from gkstd.render.site.columns import PROCESSES
from gkstd.render.site.edition import Edition, refs_of
from gkstd.render.site.head import Article
from gkstd.render.site.links import BasisLink, ItemLink
from gkstd.render.site.page import Link, Page
from gkstd.render.views import printed
from gkstd.render.views.process import ProcessView, process_view


class ProcessLine(Struct, frozen=True):
    """A process in the list."""

    link: Link
    summary: str
    promise: str
    steps: int
    disclosures: int
    unconfirmed: tuple[str, ...]


class ProcessGroup(Struct, frozen=True):
    """General processes, or those of a domain."""

    title: str
    processes: tuple[ProcessLine, ...]


class ProcessIndex(Struct, frozen=True):
    """All processes, the general ones first."""

    groups: tuple[ProcessGroup, ...]


class ProcessPage(Struct, frozen=True):
    """A process's page. `chart` is the published picture; `step_basis` goes with the steps of `process`, in order."""

    process: ProcessView
    chart: str
    domain: Link | None
    lanes: tuple[Link, ...]
    basis: tuple[BasisLink, ...]
    step_basis: tuple[tuple[BasisLink, ...], ...]
    items: tuple[ItemLink, ...]
    services: tuple[Link, ...]
    unconfirmed: tuple[str, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The list, then each process."""
    yield _index(edition)
    for process in edition.project.processes.values():
        yield with_linked(_page(edition, process), linked.process(edition, process))


def _index(edition: Edition) -> Page:
    project = edition.project
    titles = {"": "通用流程"} | {domain.id: domain.title for domain in order.domains(project)}
    groups = [
        ProcessGroup(title, tuple([_line(p) for p in project.processes.values() if p.domain == id]))
        for id, title in titles.items()
    ]
    refs = refs_of(("process", tuple(project.processes)), ("domain", tuple(project.domains)))
    view = ProcessIndex(tuple([group for group in groups if group.processes]))
    return edition.listing(PROCESSES, "site/processes.html", view, refs)


def _line(process: Process) -> ProcessLine:
    return ProcessLine(
        link=Link(process.title, address.of_process(process.id)),
        summary=process.summary,
        promise=printed.duration(process.promise),
        steps=len(process.steps),
        disclosures=len({item for step in process.steps for item in step.discloses}),
        unconfirmed=process.doubts,
    )


def _page(edition: Edition, process: Process) -> Page:
    project = edition.project
    view, refs = process_view(project, process.id)
    items = edition.lookup.items_by_process.get(process.id, ())
    services = edition.lookup.services_by_process.get(process.id, ())
    bases = {step.id: links.basis(project, step.basis) for step in process.steps}
    shown = ProcessPage(
        process=view,
        chart=address.of_chart(process.id),
        domain=links.domain(project, process.domain) if process.domain in project.domains else None,
        lanes=tuple([links.body(lane, project) for lane in process.lanes]),
        basis=links.basis(project, process.basis),
        step_basis=tuple([bases[step.id] for step in view.steps]),
        items=links.item_lines(project, items),
        services=links.services(project, services),
        unconfirmed=process.doubts,
    )
    article = Article(process.title, project.identity.edition.date, edition.frame.publisher, (process.title,))
    crumb = Link(process.title, address.of_process(process.id))
    refs = (*refs, *refs_of(("item", items), ("service", services)))
    page = edition.content(PROCESSES, (crumb,), article, "site/process.html", shown, refs=refs)
    return _with_chart(page, process.id)


def _with_chart(page: Page, process: str) -> Page:
    return replace(page, needs=(f"flowcharts/{process}",))
