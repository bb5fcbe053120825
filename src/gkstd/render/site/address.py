"""Addresses of pages and places in them. An address, once published, stays: ids and index numbers are never reused.

In: ids, index numbers. Out: paths relative to the site's root. No character of the source reaches a path unless it is a
letter, a digit or a hyphen.
"""

from urllib.parse import quote

from gkstd.render.site.page import Frame
from gkstd.render.views.page import document_address, safe
from gkstd.render.views.page import domain_address as of_domain
from gkstd.render.views.page import item_address as of_item

__all__ = [
    "absolute", "annex_anchor", "book_anchor", "category_anchor", "clause_anchor", "of_body", "of_book", "of_category",
    "of_chart", "of_document", "of_domain", "of_guide", "of_image", "of_item", "of_law", "of_list", "of_process", "of_reference", "of_row",
    "of_search", "of_service", "of_town", "reference_anchor", "step_anchor", "table_anchor", "term_anchor",
]  # fmt: skip


def of_category(domain: str, category: str) -> str:
    """A category."""
    return f"domains/{safe(domain)}/{safe(category)}.html"


def of_row(domain: str, category: str) -> str:
    """A category's place in the official table of its domain."""
    return f"{of_domain(domain)}#{category_anchor(category)}"


def of_town(body: str) -> str:
    """The home of a town or village."""
    return f"towns/{safe(body)}.html"


def of_list(name: str) -> str:
    """The items that have a value in common."""
    return f"lists/{safe(name)}.html"


def of_book(id: str) -> str:
    """The PDF of a handbook."""
    return f"workbooks/{safe(id)}.pdf"


def book_anchor(id: str) -> str:
    """The anchor of a handbook on the page of handbooks."""
    return f"book-{safe(id)}"


def of_search(words: str) -> str:
    """What the search finds for these words."""
    return f"search.html?q={quote(words)}"


def category_anchor(category: str) -> str:
    """The anchor of a category."""
    return f"category-{safe(category)}"


def of_body(id: str) -> str:
    """A body and its list."""
    return f"bodies/{safe(id)}.html"


def of_service(id: str) -> str:
    """A service."""
    return f"services/{safe(id)}.html"


def of_guide(id: str) -> str:
    """A body's guide; beside the services, which have ids of their own."""
    return f"services/guides/{safe(id)}.html"


def of_law(id: str) -> str:
    """A law and what rests on it."""
    return f"laws/{safe(id)}.html"


def of_document(id: str, clause: str = "") -> str:
    """A standard of the county's own, or a clause in it."""
    return document_address(id) + (f"#{clause_anchor(clause)}" if clause else "")


def of_reference(id: str) -> str:
    """A cited standard's line in the list of standards."""
    return f"standards/index.html#{reference_anchor(id)}"


def reference_anchor(id: str) -> str:
    """The anchor of a cited standard."""
    return f"reference-{safe(id)}"


def clause_anchor(id: str) -> str:
    """The anchor of a clause: from its id, so that it stays when clauses are renumbered."""
    return f"clause-{safe(id)}"


def of_process(id: str, step: str = "") -> str:
    """A process, or a step in its list."""
    return f"processes/{safe(id)}.html" + (f"#{step_anchor(step)}" if step else "")


def step_anchor(id: str) -> str:
    """The anchor of a step."""
    return f"step-{safe(id)}"


def of_chart(process: str) -> str:
    """The published flowchart of a process."""
    return f"processes/{safe(process)}.svg"


def of_image(name: str) -> str:
    """A picture that standards show (its target gives it this path: `render/image/`)."""
    stem, _, ending = name.rpartition(".")
    return f"images/{safe(stem)}.{safe(ending)}"


def absolute(frame: Frame, path: str) -> str:
    """The permanent address once the portal's base is known; "" until then."""
    if not frame.base:
        return ""
    return frame.base + ("" if path == "index.html" else path)


def table_anchor(id: str) -> str:
    """The anchor of a table."""
    return f"table-{safe(id)}"


def term_anchor(id: str) -> str:
    """The anchor of a term."""
    return f"term-{safe(id)}"


def annex_anchor(id: str) -> str:
    """The anchor of an annex."""
    return f"annex-{safe(id)}"
