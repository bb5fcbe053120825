"""GK675 to GK678, GK680, GK690, GK696: how the titles of everything but standards are written; those of standards are in `drafting`.

In: a context. Out: findings, each with its mend. What stands in a register is left as it was issued.
"""

from collections.abc import Iterator

from gkstd.checks.base import Context
from gkstd.checks.drafting import diagnostic
from gkstd.checks.drafting.title_text import Titled, in_titles, title_ends
from gkstd.diagnostics import Diagnostic
from gkstd.model.project import Project
from gkstd.model.prose.place import Place
from gkstd.model.workbook import Workbook


def titles(ctx: Context) -> Iterator[Diagnostic]:
    """Marks in them, around them and after them."""
    written = [(place, title) for place, title in _titles(ctx.project) if title]
    for found in (*in_titles(written), *title_ends(written)):
        yield diagnostic(ctx, found)


def _titles(p: Project) -> Iterator[Titled]:
    for domain in p.domains.values():
        yield _of("domain", domain.id, domain.title)
        for category in domain.categories:
            yield _of("category", f"{domain.id}/{category.id}", category.title)
    for item in p.items.values():
        yield _of("item", item.id, item.title)
    for process in p.processes.values():
        yield _of("process", process.id, process.title)
        for step in process.steps:
            yield _of("step", f"{process.id}/{step.id}", step.title)
    for guide in p.guides.values():
        yield _of("guide", guide.id, guide.title)
    for service in p.services.values():
        yield _of("service", service.id, service.title)
    for table in p.tables.values():
        yield _of("table", table.id, table.title)
        for at, column in enumerate(table.columns):
            yield _of("table", table.id, column.title, "columns", at, "title")
    for form in p.forms.values():
        yield _of("form", form.id, form.title)
    for figure in p.figures.values():
        yield _of("figure", figure.id, figure.title)
    for workbook in p.workbooks.values():
        yield from _workbook(workbook)


def _workbook(book: Workbook) -> Iterator[Titled]:
    yield _of("workbook", book.id, book.title)
    yield _of("workbook", book.id, book.subtitle, "subtitle")
    for at, part in enumerate(book.parts):
        yield _of("workbook", book.id, getattr(part, "title", ""), "parts", at, "title")


def _of(kind: str, id: str, title: str, *path: str | int) -> Titled:
    return Place(kind, id, path or ("title",)), title
