"""草案 across each page of a draft.

In: the 黑体 of the book and a finished PDF. Out: the same PDF with the two characters across whatever is on a page, pale; a page
on which there is nothing stays empty. They are multiplied with the page, as ink is: black stays black, and white that covers
something (the dots before a number in the contents, a box of a chart) does not cover them. Outlines, so that the words are neither read aloud, nor found, nor copied; one for all
pages, put in when everything is laid out, so that a draft takes no longer than a release.
"""

from functools import lru_cache
from math import cos, radians, sin

import pikepdf
import uharfbuzz as hb

from gkstd.render.paged.press import MM

WORDS = "草案"
NAME = "/Draft"
_INK = "/Ink"
_WIDTH = 150 * MM
_GREY = 0.95
"""Paler than any tint of the pages: letters of 7 pt stand on it."""
_SLANT = radians(35)
_SCALE, _MIDDLE = 0.86, 0.38
"""How much of the width the words take, turned; and half the height of a character above its baseline, in em."""


@lru_cache(maxsize=2)
def watermark(face: bytes) -> bytes:
    """The words as operators of a content stream, in font units."""
    loaded = hb.Face(hb.Blob(face))
    font = hb.Font(loaded)
    drawn = "\n".join([_outline(font, char, place * loaded.upem) for place, char in enumerate(WORDS)])
    size = len(WORDS) * loaded.upem
    scale = _SCALE * _WIDTH / size
    across, up = scale * cos(_SLANT), scale * sin(_SLANT)
    middle = _MIDDLE * loaded.upem
    x, y = -size / 2 * across + middle * up, -size / 2 * up - middle * across
    return f"{_INK} gs {_GREY} g {across:.6f} {up:.6f} {-up:.6f} {across:.6f} {x:.4f} {y:.4f} cm\n{drawn}\nf".encode()


def mark(document: pikepdf.Pdf, drawn: bytes) -> None:
    """Put the words of `watermark` across each page that is not empty."""
    half = _WIDTH / 2
    form = document.make_stream(drawn)
    form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    form.BBox = pikepdf.Array([-half, -half, half, half])
    form.Resources = pikepdf.Dictionary(
        ExtGState=pikepdf.Dictionary({_INK: pikepdf.Dictionary(Type=pikepdf.Name.ExtGState, BM=pikepdf.Name.Multiply)})
    )
    for page in document.pages:
        contents = bytes(page.Contents.get_stream_buffer())
        if not any(operator in contents for operator in (b"TJ", b"Tj", b" Do")):
            continue
        left, bottom, right, top = [float(edge) for edge in page.mediabox]
        page.resources.XObject[NAME] = form
        put = f"Q q /Artifact <</Type /Pagination /Subtype /Watermark>> BDC 1 0 0 1 {(left + right) / 2:.4f} {(bottom + top) / 2:.4f} cm {NAME} Do EMC Q\n"
        page.contents_add(document.make_stream(b"q\n"), prepend=True)
        page.contents_add(document.make_stream(put.encode()))


def _outline(font: hb.Font, char: str, start: float) -> str:
    """The glyph as a path, moved right by `start`."""
    glyph = font.get_nominal_glyph(ord(char))
    drawn: list[str] = []
    pen = hb.DrawFuncs()
    pen.set_move_to_func(lambda x, y, _: drawn.append(f"{x + start:g} {y:g} m"))
    pen.set_line_to_func(lambda x, y, _: drawn.append(f"{x + start:g} {y:g} l"))
    pen.set_cubic_to_func(
        lambda a, b, c, d, x, y, _: drawn.append(f"{a + start:g} {b:g} {c + start:g} {d:g} {x + start:g} {y:g} c")
    )
    pen.set_quadratic_to_func(lambda a, b, x, y, _: drawn.append(_cubic(drawn[-1], start, (a, b), (x, y))))
    pen.set_close_path_func(lambda _: drawn.append("h"))
    font.draw_glyph(glyph, pen)
    return "\n".join(drawn)


def _cubic(before: str, start: float, control: tuple[float, float], end: tuple[float, float]) -> str:
    """A quadratic curve, which PDF does not have, after the operator that ended where it begins."""
    from_x, from_y = [float(value) for value in before.split()[-3:-1]]
    (a, b), (x, y) = (control[0] + start, control[1]), (end[0] + start, end[1])
    first = (from_x + 2 * (a - from_x) / 3, from_y + 2 * (b - from_y) / 3)
    second = (x + 2 * (a - x) / 3, y + 2 * (b - y) / 3)
    return f"{first[0]:g} {first[1]:g} {second[0]:g} {second[1]:g} {x:g} {y:g} c"
