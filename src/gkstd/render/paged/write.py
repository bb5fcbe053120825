"""Laid-out pages as a file.

In: a document of the print engine, laid out. Out: the bytes of a PDF that is PDF/A-2a and PDF/UA-1: margins are furniture,
cells know their headers, the metadata declares both. Lays out nothing.
"""

from typing import Any

from gkstd.render.paged import cells, margins
from gkstd.render.paged.finish import SCREEN, finish
from gkstd.render.views.issue import Issue

ARCHIVAL: dict[str, Any] = {"pdf_variant": "pdf/a-2a", "pdf_tags": True, "uncompressed_pdf": True}
"""Uncompressed, since the metadata must stay so, and `finish` compresses all else."""


FAMILIES = ("GK Song", "GK Hei")
"""The faces of the book as the style sheets name them."""


class StrayError(Exception):
    """Characters were set in a face that is not of the book."""

    def __init__(self, chars: frozenset[str]) -> None:
        super().__init__("".join(sorted(chars)))
        self.chars = chars


def write(document: Any, issue: Issue = SCREEN) -> bytes:
    """The file as it is published; StrayError when the engine had to take another face than those of the book."""
    with margins.furniture(document.pages):
        data = document.write_pdf(finisher=cells.explain, **ARCHIVAL)
    if chars := strays(document):
        raise StrayError(chars)
    return finish(bytes(data), issue)


def strays(document: Any) -> frozenset[str]:
    """Characters of a written document in a face that is not of the book."""
    others = [font for font in document.fonts.values() if font.family not in FAMILIES]
    return frozenset("".join([text for font in others for text in font.to_unicode.values()]))
