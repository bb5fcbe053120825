"""GK501 to GK504: workbook parts that print nothing or twice, and domains and standards that no workbook prints."""

from collections.abc import Iterator

from gkstd.checks.base import Context
from gkstd.checks.written import nothing_written
from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import document as codes
from gkstd.model.project import Project
from gkstd.model.workbook import Catalog, Figures, Flowcharts, Forms, Laws, Part, Register, Services, Standards, Tables

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

COUNTED = Text("先在数据里写上要列的内容，或去掉这一部分", "write what is to be listed, or take the part out")
ONCE = Text("留下一处，删去另一处", "keep one of them, take the other out")


def empty_part(ctx: Context) -> Iterator[Diagnostic]:
    """Lists with nothing in them; figures and registers where the project has none; an annex of laws in a book that cites none."""
    for workbook in ctx.project.workbooks.values():
        sources = any(isinstance(part, SOURCES) for part in workbook.parts)
        for at, part in enumerate(workbook.parts):
            hint: Text | None = None
            if isinstance(part, Listing) and not part.ids:
                hint = IDS if nothing_written(ctx.places, "workbook", workbook.id, "parts", at, "ids") else None
            elif isinstance(part, Figures) and not ctx.project.figures and not part.ids:
                hint = FIGURES if "standards/registers/figures.yaml" not in ctx.gaps else None
            elif isinstance(part, Register) and not ctx.gaps:
                hint = None if _counts(ctx.project, part.of) else COUNTED
            elif isinstance(part, Laws) and not sources:
                hint = GATHERED
            if hint and isinstance(part, Listing | Figures | Register | Laws):
                place = ctx.places.span("workbook", workbook.id, "parts", at, "kind")
                yield codes.EMPTY_PART.at(place, hints=(hint,), part=part.title)


def _counts(project: Project, of: str) -> bool:
    """Whether a register has anything to list."""
    match of:
        case "domains":
            return bool(project.domains)
        case "standards":
            return bool(project.documents or project.references)
        case "processes":
            return bool(project.processes)
        case "centre":
            return any(body.centre for body in project.bodies.values())
        case _:
            return bool(project.bodies)


def printed_twice(ctx: Context) -> Iterator[Diagnostic]:
    """What a workbook shows a second time: a reference to it could not tell which one is meant."""
    for workbook in ctx.project.workbooks.values():
        first: dict[tuple[str, str], tuple[str | int, ...]] = {}
        for at, part in enumerate(workbook.parts):
            for what, path in _shown(part, at):
                if what not in first:
                    first[what] = path
                    continue
                span = ctx.places.span("workbook", workbook.id, *path)
                earlier = (
                    ctx.places.span("workbook", workbook.id, *first[what]),
                    Text("第一次在这里", "first shown here"),
                )
                yield codes.PRINTED_TWICE.at(span, labels=(earlier,), hints=(ONCE,), id=what[1])


def _shown(part: Part, at: int) -> Iterator[tuple[tuple[str, str], tuple[str | int, ...]]]:
    """Kind and id of what a part shows, and where it is written."""
    kind = type(part).__name__
    if isinstance(part, Listing):
        for place, id in enumerate(part.ids):
            yield (kind, id), ("parts", at, "ids", place)
    elif isinstance(part, Catalog):
        yield (kind, part.domain), ("parts", at, "domain")


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
