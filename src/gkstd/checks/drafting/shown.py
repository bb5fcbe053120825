"""What a standard shows from data, as plain text: catalogs, tables, forms and processes of its annexes and its text.

In: a desk. Out: one string, for looking up words. Built only when a rule has found nothing in the text itself.
"""

from collections.abc import Iterator

from gkstd.checks.drafting.found import Desk
from gkstd.model.project import Project
from gkstd.model.prose.tree import Figure, Table

FIELDS = ("catalog", "process", "table", "form")


def shown_text(desk: Desk) -> str:
    """Everything shown, and the titles of the clauses."""
    return "\n".join(_pieces(desk))


def _pieces(desk: Desk) -> Iterator[str]:
    for annex in desk.draft.document.annexes:
        yield annex.title
        for field in FIELDS:
            if id := getattr(annex, field):
                yield from _shown(desk.project, field, id)
    for _, block in desk.blocks:
        if isinstance(block, Table | Figure) and block.source:
            kind, _, id = block.source.partition(":")
            yield from _shown(desk.project, kind, id)


def _shown(project: Project, kind: str, id: str) -> Iterator[str]:
    """The values as they are written; `str` of a frozen value holds all its texts."""
    tables = {"catalog": project.domains, "process": project.processes, "table": project.tables, "form": project.forms}
    value = tables.get(kind, {}).get(id)
    if value is not None:
        yield str(value)
    if kind == "catalog":
        yield from (str(item) for item in project.items.values() if item.domain == id)
