"""The permanent address as a QR code, drawn in the page: no picture from elsewhere, nothing in a style attribute.

In: an address. Out: SVG. The quiet zone of four modules is part of it; the style gives the size.
"""

from io import BytesIO

from markupsafe import Markup


def qr(url: str) -> Markup:
    """The code; the text beside it says the same."""
    import segno  # and with it much of the standard library that pages without an address do not need

    out = BytesIO()
    code = segno.make(url, error="m", micro=False)
    code.save(
        out, kind="svg", border=4, omitsize=True, xmldecl=False, nl=False, svgclass="qr", lineclass=None, light="#fff"
    )
    return Markup(out.getvalue().decode())  # noqa: S704 - only squares: the address is not part of the drawing
