"""Links to objects of the model, as the pages show them.

In: the project and ids. Out: `Link` values; a name that resolved to nothing is a text without an address.
"""

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from gkstd.model.item import Basis, Item, Named
from gkstd.model.project import Project
from gkstd.render.site import address, standing
from gkstd.render.site.page import Link
from gkstd.render.site.standing import Standing
from gkstd.render.views import printed


class BasisLink(Struct, frozen=True):
    """公开依据 as printed, and the law it stands for with its standing (None: not in the register)."""

    link: Link
    number: str
    standing: Standing | None
    successors: tuple[Link, ...]


class ItemLink(Struct, frozen=True):
    """A line in a list of items."""

    link: Link
    index: str
    domain: Link
    category: str
    limit: str
    method: str


def item(value: Item) -> Link:
    """The item's page."""
    return Link(value.title, address.of_item(value.index, value.id))


def item_lines(project: Project, ids: Iterable[str]) -> tuple[ItemLink, ...]:
    """Lines for the items of these ids."""
    return tuple([_item_line(project, project.items[id]) for id in ids])


def _item_line(project: Project, value: Item) -> ItemLink:
    return ItemLink(
        link=item(value),
        index=value.index,
        domain=domain(project, value.domain),
        category=category_title(project, value),
        limit=printed.limit(value.limit),
        method=str(value.method),
    )


def domain(project: Project, id: str) -> Link:
    """The catalog of a domain; "" leads nowhere."""
    return Link(project.domains[id].title, address.of_domain(id)) if id in project.domains else Link(id)


def category_title(project: Project, value: Item) -> str:
    """The title of the item's category."""
    categories = project.domains[value.domain].categories
    return next((c.title for c in categories if c.id == value.category), "")


def body(name: Named, project: Project) -> Link:
    """The body as the editor wrote it."""
    return Link(name.written, address.of_body(name.body) if name.body in project.bodies else "")


def process(project: Project, id: str) -> Link:
    """A process's page."""
    return Link(project.processes[id].title, address.of_process(id))


def processes(project: Project, ids: Iterable[str]) -> tuple[Link, ...]:
    """Links to the processes of these ids."""
    return tuple([process(project, id) for id in ids if id in project.processes])


def services(project: Project, ids: Iterable[str]) -> tuple[Link, ...]:
    """Links to the services of these ids."""
    return tuple([Link(project.services[id].title, address.of_service(id)) for id in ids])


def standard(project: Project, id: str) -> Link | None:
    """An own standard or a cited one, by id; None for ""."""
    if id in project.documents:
        own = project.documents[id]
        return Link(f"{own.number}　{own.title}", address.of_document(id))
    if id in project.references:
        return Link(printed.standard(project.references[id]), address.of_reference(id))
    return None


def law(project: Project, id: str) -> Link:
    """A law's page, by its title and, to tell editions apart, its number."""
    value = project.laws[id]
    return Link(printed.titled(value) + (f"（{value.number}）" if value.number else ""), address.of_law(id))


def basis(project: Project, entries: Iterable[Basis]) -> tuple[BasisLink, ...]:
    """公开依据 with the standing of each law on the day of the edition."""
    return tuple([_basis(project, entry) for entry in entries])


def _basis(project: Project, entry: Basis) -> BasisLink:
    text = printed.citation(entry.citation)
    found = project.laws.get(entry.law)
    if found is None:
        return BasisLink(Link(text), "", None, ())
    return BasisLink(
        link=Link(text, address.of_law(found.id)),
        number="" if found.number in text else found.number,
        standing=standing.of_law(found, project.identity.as_of),
        successors=tuple([law(project, id) for id in found.successors if id in project.laws]),
    )


def citing(citations: Mapping[str, str], root: str) -> Callable[[str], str]:
    """Where each standard named in a text is told of, by its number; "" for one that no register has."""
    return lambda number: f"{root}{address.of_reference(citations[number])}" if number in citations else ""
