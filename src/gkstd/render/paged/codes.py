"""QR codes of one document.

In: addresses, as templates ask for them. Out: an address inside the document for each, and the pictures as SVG. A code is
larger than it needs to be rather than smaller: printed codes are read off curved pages.
"""

from hashlib import sha256
from io import BytesIO

import segno

from gkstd.render.base import Output


class Codes:
    """Handed to the templates of one document as `qr`."""

    def __init__(self) -> None:
        self._made: dict[str, bytes] = {}

    def __call__(self, url: str) -> str:
        """The `src` of the code for an address."""
        name = f"qr/{sha256(url.encode()).hexdigest()[:16]}.svg"
        if name not in self._made:
            out = BytesIO()
            segno.make(url, error="m", micro=False).save(
                out, kind="svg", xmldecl=False, svgclass=None, lineclass=None, scale=4
            )
            self._made[name] = out.getvalue()
        return f"gkstd:{name}"

    @property
    def outputs(self) -> tuple[Output, ...]:
        """The pictures, sorted by name."""
        return tuple([Output(name, data) for name, data in sorted(self._made.items())])
