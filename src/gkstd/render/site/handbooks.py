"""PDFs on the site: their bytes as their targets gave them, with size and pages for who is about to load one.

In: a job. Out: the PDFs among what its page needs, by target.
"""

from collections.abc import Mapping
from io import BytesIO

from msgspec import Struct

from gkstd.render.base import Job

KILO = 1024


class PdfFile(Struct, frozen=True):
    """A PDF; `size` is in words: 683 KB, 2.3 MB."""

    data: bytes
    pages: int
    size: str


def files(job: Job) -> Mapping[str, PdfFile]:
    """By target; a target may give other files as well, such as a booklet."""
    found = {
        a.target: o.data for a in job.inputs for o in a.outputs if o.path == a.target and a.target.endswith(".pdf")
    }
    return {target: PdfFile(data, _pages(data), _size(len(data))) for target, data in found.items()}


def _pages(data: bytes) -> int:
    import pikepdf

    with pikepdf.open(BytesIO(data)) as pdf:
        return len(pdf.pages)


def _size(count: int) -> str:
    return f"{count / KILO / KILO:.1f} MB" if count >= KILO * KILO else f"{count / KILO:.0f} KB"
