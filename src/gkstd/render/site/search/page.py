"""The page of the advanced search: its form with every field, and the plain lists that serve without scripts.

In: the edition and the entries. Out: one page. Values that occur nowhere are not offered.
"""

from collections.abc import Sequence

from msgspec import Struct

from gkstd.model.values.channel import Channel
from gkstd.model.values.level import Level
from gkstd.model.values.stage import Stage
from gkstd.model.values.topic import Topic
from gkstd.render.site import order
from gkstd.render.site.columns import SEARCH
from gkstd.render.site.edition import Edition, refs_of
from gkstd.render.site.page import Page
from gkstd.render.site.search.entry import FACETS, KINDS, Entry

ORDERS = {"topic": tuple(Topic), "stage": tuple(Stage), "level": tuple(Level), "channel": tuple(Channel)}


class Option(Struct, frozen=True):
    """A value of a field: as it stands in addresses, and as it is read."""

    value: str
    text: str


class Choice(Struct, frozen=True):
    """A field with a closed set of values."""

    name: str
    label: str
    options: tuple[Option, ...]


class SearchView(Struct, frozen=True):
    """The form; `example` is an index number of the edition, to show the form of one."""

    choices: tuple[Choice, ...]
    example: str


def page(edition: Edition, entries: Sequence[Entry]) -> Page:
    """The page."""
    kinds = [kind for kind in KINDS if any(entry.kind == kind for entry in entries)]
    choices = [Choice("kind", "类别", tuple([Option(kind, kind) for kind in kinds]))]
    choices += [_choice(edition, facet, entries) for facet in FACETS]
    view = SearchView(
        choices=tuple([choice for choice in choices if choice.options]),
        example=next((entry.number for entry in entries if entry.kind == KINDS[0] and entry.number), ""),
    )
    project = edition.project
    refs = refs_of(("domain", tuple(project.domains)), ("item", tuple(project.items)), ("body", tuple(project.bodies)))
    return edition.listing(SEARCH, "site/search.html", view, refs)


def _choice(edition: Edition, facet: str, entries: Sequence[Entry]) -> Choice:
    found = {value for entry in entries for value in entry.values(facet)}
    titles = _titles(edition, facet)
    ordered = [value for value in titles if value in found] + sorted(found.difference(titles))
    return Choice(facet, FACETS[facet], tuple([Option(value, titles.get(value, value)) for value in ordered]))


def _titles(edition: Edition, facet: str) -> dict[str, str]:
    """Values of a field in their order, with what is read: ids have names."""
    if facet == "domain":
        return {domain.id: domain.title for domain in order.domains(edition.project)}
    if facet == "body":
        return {id: body.name for id, body in edition.project.bodies.items()}
    return {str(value): str(value) for value in ORDERS.get(facet, ())}
