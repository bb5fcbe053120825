"""What a standard shows from data, as plain text: catalogs, tables, forms and processes of its annexes and its text.

In: a desk. Out: one string, for looking up words. Built only when a rule has found nothing in the text itself.
"""

from collections.abc import Iterator

from gkstd.checks.drafting.desk import Desk
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
                yield from desk.looks.shown(field, id)
    for _, block in desk.blocks:
        if isinstance(block, Table | Figure) and block.source:
            kind, _, id = block.source.partition(":")
            yield from desk.looks.shown(kind, id)
