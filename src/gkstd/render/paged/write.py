"""Laid-out pages as a file.

In: a document of the print engine, laid out. Out: the bytes of a PDF that is PDF/A-2a and PDF/UA-1: margins are furniture,
cells know their headers, the metadata declares both. Lays out nothing.
"""

from typing import Any

from gkstd.render.paged import cells, margins
from gkstd.render.paged.finish import finish

ARCHIVAL: dict[str, Any] = {"pdf_variant": "pdf/a-2a", "pdf_tags": True, "uncompressed_pdf": True}
"""Uncompressed, since the metadata must stay so, and `finish` compresses all else."""


def write(document: Any) -> bytes:
    """The file as it is published."""
    with margins.furniture(document.pages):
        data = document.write_pdf(finisher=cells.explain, **ARCHIVAL)
    return finish(bytes(data))
