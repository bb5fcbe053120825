"""GK501, GK502, GK503: workbook parts that print nothing, and domains and standards that no workbook prints."""

from collections.abc import Iterator

from gkstd.checks.base import Context
from gkstd.checks.written import nothing_written
from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import document as codes
from gkstd.model.workbook import Catalog, Figures, Flowcharts, Forms, Laws, Services, Standards, Tables

Listing = Standards | Flowcharts | Services | Tables | Forms
SOURCES = Catalog | Flowcharts | Services | Tables


IDS = Text("在 ids 里列出编号，或去掉这一部分", "list ids in `ids`, or take the part out")
FIGURES = Text(
    "在 standards/registers/figures.yaml 里写上数字，或去掉这一部分",
    "write figures in standards/registers/figures.yaml, or take the part out",
)
GATHERED = Text(
    "所引依据从目录表、流程图和表中汇总：先加上其中一种，或去掉这一部分",
    "its laws are gathered from catalogs, flowcharts and tables: add one of those, or take the part out",
)


def empty_part(ctx: Context) -> Iterator[Diagnostic]:
    """Lists with nothing in them; figures where the project has none; an annex of laws in a book that cites none."""
    for workbook in ctx.project.workbooks.values():
        sources = any(isinstance(part, SOURCES) for part in workbook.parts)
        for at, part in enumerate(workbook.parts):
            hint: Text | None = None
            if isinstance(part, Listing) and not part.ids:
                hint = IDS if nothing_written(ctx.places, "workbook", workbook.id, "parts", at, "ids") else None
            elif isinstance(part, Figures) and not ctx.project.figures and not part.ids:
                hint = FIGURES if "standards/registers/figures.yaml" not in ctx.gaps else None
            elif isinstance(part, Laws) and not sources:
                hint = GATHERED
            if hint and isinstance(part, Listing | Figures | Laws):
                place = ctx.places.span("workbook", workbook.id, "parts", at, "kind")
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
