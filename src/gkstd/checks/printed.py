"""GK501, GK502, GK503: workbook parts that print nothing, and domains and standards that no workbook prints."""

from collections.abc import Iterator

from gkstd.checks.base import Context
from gkstd.checks.written import nothing_written
from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import document as codes
from gkstd.model.workbook import Catalog, Flowcharts, Laws, Standards, Workbook

SOURCES = Catalog | Flowcharts


def empty_part(ctx: Context) -> Iterator[Diagnostic]:
    """Lists of standards or flowcharts with nothing in them; an annex of laws in a book that cites none."""
    for workbook in ctx.project.workbooks.values():
        for at, part in enumerate(workbook.parts):
            place = ctx.places.span("workbook", workbook.id, "parts", at, "kind")
            if isinstance(part, Standards | Flowcharts) and _empty(ctx, workbook, at, part):
                hint = Text("在 ids 里列出编号，或去掉这一部分", "list ids in `ids`, or take the part out")
                yield codes.EMPTY_PART.at(place, hints=(hint,), part=part.title)
            elif isinstance(part, Laws) and not any(isinstance(other, SOURCES) for other in workbook.parts):
                hint = Text(
                    "所引依据从目录表和流程图汇总：先加 catalog 或 flowcharts，或去掉这一部分",
                    "its laws are gathered from catalogs and flowcharts: add one of those, or take the part out",
                )
                yield codes.EMPTY_PART.at(place, hints=(hint,), part=part.title)


def domain_printed(ctx: Context) -> Iterator[Diagnostic]:
    """Domains in no workbook; a project without any workbook has chosen not to print."""
    parts = [part for workbook in ctx.project.workbooks.values() for part in workbook.parts]
    printed = {part.domain for part in parts if isinstance(part, Catalog)}
    for domain in ctx.project.domains.values() if ctx.project.workbooks else ():
        if domain.id not in printed:
            hint = Text(
                f"在手册里加一部分：{{kind: catalog, domain: {domain.id}}}",
                f"add a part to a workbook: `{{kind: catalog, domain: {domain.id}}}`",
            )
            yield codes.NO_CATALOG.at(ctx.places.span("domain", domain.id, "title"), hints=(hint,), title=domain.title)


def standard_printed(ctx: Context) -> Iterator[Diagnostic]:
    """Own standards in no workbook."""
    parts = [part for workbook in ctx.project.workbooks.values() for part in workbook.parts]
    printed = {id for part in parts if isinstance(part, Standards) for id in part.ids}
    for document in ctx.project.documents.values() if ctx.project.workbooks else ():
        if document.id not in printed:
            hint = Text(
                f"在手册的 standards 部分的 ids 里加上 {document.id}",
                f"add `{document.id}` to the `ids` of a standards part",
            )
            place = ctx.places.span("document", document.id, "title")
            yield codes.UNPRINTED.at(place, hints=(hint,), title=document.title)


def _empty(ctx: Context, workbook: Workbook, at: int, part: Standards | Flowcharts) -> bool:
    return not part.ids and nothing_written(ctx.places, "workbook", workbook.id, "parts", at, "ids")
