"""HTML for print: one text for each book or standard.

In: a `WorkbookView` or a `StandardView` and the templates. Out: one unpublished artifact holding `<target>.html`. The style
sheets are not in it: `pdf` parses them once for all documents. Never touches the engine.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from gkstd.diagnostics.codes.build import TEMPLATE
from gkstd.render import prose
from gkstd.render.base import Artifact, Finding, Job, Output
from gkstd.render.markup import inline, markup
from gkstd.render.paged import channels, columns, contents
from gkstd.render.paged.codes import Codes
from gkstd.render.templates import TemplateSet, faults, freeze, told
from gkstd.render.views.page import document_address, domain_address
from gkstd.render.views.standard import StandardView
from gkstd.render.views.workbook import WorkbookView

if TYPE_CHECKING:
    from jinja2 import Environment

BATCH = 0
_AFTER_BLANK = re.compile('(?<=[）〕】》”」])(<sup class="pending)(?=">)')
"""待核 after a mark whose right half is blank stands closer to it (`catalog.css`); which marks come before it only the whole text tells."""


def render(jobs: Sequence[Job], templates: TemplateSet) -> list[Artifact]:
    """One HTML text for each job; all of them share the compiled templates."""
    reads: dict[str, str | None] = {}
    environment = _environment(templates, reads)
    pages = [_page(job, environment) for job in jobs]
    return [_with_reads(artifact, reads) for artifact in pages]


def book_html(book: WorkbookView, environment: "Environment", qr: Codes | None = None) -> str:
    """A handbook."""
    context = {
        "book": book,
        "edition": book.edition,
        "qr": qr or Codes(),
        "page": "index.html",
        "name": book.title,
        "lines": contents.book_lines(book),
        "close": contents.close(book),
        "parts": [(str(part.__struct_config__.tag), part) for part in book.parts],
        "first": next((place for place, part in enumerate(book.parts) if hasattr(part, "heading")), -1),
    }
    return environment.get_template("paged/workbook.html").render(context)


def standard_html(standard: StandardView, environment: "Environment", qr: Codes | None = None) -> str:
    """A standard by itself."""
    context = {
        "document": standard.document,
        "edition": standard.edition,
        "qr": qr or Codes(),
        "page": document_address(standard.document.id),
        "name": f"{standard.document.number}　{standard.document.title}",
        "lines": contents.document_lines(standard.document),
    }
    return environment.get_template("paged/standard.html").render(context)


def _environment(templates: TemplateSet, reads: dict[str, str | None]) -> "Environment":
    environment = templates.environment(reads)
    environment.filters["markdown"] = markup
    environment.filters["inline"] = inline
    environment.filters["boxes"] = channels.lines
    environment.filters["shares"] = columns.shares
    environment.filters["step_shares"] = columns.step_shares
    environment.filters.update(prose.filters())
    environment.globals["domain_address"] = domain_address
    environment.globals["no_page"] = prose.nothing_cited
    return environment


def _page(job: Job, environment: "Environment") -> Artifact:
    payload, qr = job.target.payload, Codes()
    if not isinstance(payload, WorkbookView | StandardView):
        raise TypeError(f"no page for {type(payload).__name__}")
    try:
        if isinstance(payload, WorkbookView):
            text = book_html(payload, environment, qr)
        else:
            text = standard_html(payload, environment, qr)
    except faults() as error:
        return Artifact(job.target.name, (), findings=(Finding(TEMPLATE, values=told(error, job.target.name)),))
    near = _AFTER_BLANK.sub(r"\1 near", text)
    return Artifact(job.target.name, (Output(f"{job.target.name}.html", near.encode()), *qr.outputs))


def _with_reads(artifact: Artifact, reads: dict[str, str | None]) -> Artifact:
    return Artifact(artifact.target, artifact.outputs, freeze(reads), artifact.findings)
