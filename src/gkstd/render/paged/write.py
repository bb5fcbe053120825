"""Laid-out pages as a file.

In: a document of the print engine, laid out. Out: the bytes of a PDF for `finish`: margins are furniture, cells know their
headers. Lays out nothing.
"""

from typing import Any

from gkstd.render.paged import cells, labels, margins, memory
from gkstd.render.paged.faces import FAMILIES

ARCHIVAL: dict[str, Any] = {
    "pdf_variant": "pdf/a-2a",
    "pdf_tags": True,
    "uncompressed_pdf": True,
    "pdf_identifier": False,
}
"""Uncompressed, since the metadata must stay so, and `finish` compresses all else; it makes the identifier as well."""


class StrayError(Exception):
    """Characters were set in a face that is not of the book."""

    def __init__(self, chars: frozenset[str]) -> None:
        super().__init__("".join(sorted(chars)))
        self.chars = chars


def write(document: Any) -> bytes:
    """The pages as the engine writes them, for `finish`; StrayError when it had to take another face than those of the book."""
    memory.give_back(cycles=False)
    numbers = labels.tree(document.pages)

    def complete(document: Any, pdf: Any) -> None:
        _complete(document, pdf)
        pdf.catalog.update({"PageLabels": numbers} if numbers else {})

    with margins.furniture(document.pages):
        data = document.write_pdf(finisher=complete, **ARCHIVAL)
    if chars := strays(document):
        raise StrayError(chars)
    return bytes(data)


def _complete(document: Any, pdf: Any) -> None:
    """All that is still to be told of the pages; after that the boxes may go, so that the file takes their memory."""
    cells.explain(document, pdf)
    for page in document.pages:
        page._page_box = None
    memory.give_back(cycles=False)


def strays(document: Any) -> frozenset[str]:
    """Characters of a written document in a face that is not of the book."""
    others = [font for font in document.fonts.values() if font.family not in FAMILIES.values()]
    return frozenset("".join([text for font in others for text in font.to_unicode.values()]))
