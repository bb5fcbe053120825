"""草案 across each page of a draft.

In: the 黑体 of the book. Out: a picture with the two characters as outlines, pale, and the style that puts it behind the text.
Outlines, so that the words are neither read aloud, nor found, nor copied with the text.
"""

from functools import lru_cache

import uharfbuzz as hb

WORDS = "草案"
NAME = "draft.svg"
STYLE = f'@page {{ background: url("gkstd:{NAME}") center / 150mm no-repeat }}\n'
_COLOUR = "#e6e6e6"
_SLANT = -35


@lru_cache(maxsize=2)
def watermark(face: bytes) -> bytes:
    """The SVG, as wide as it is high."""
    loaded = hb.Face(hb.Blob(face))
    font = hb.Font(loaded)
    em = loaded.upem
    paths = "".join(
        f'<path transform="translate({place * em},0)" d="{_outline(font, char)}"/>' for place, char in enumerate(WORDS)
    )
    size = len(WORDS) * em
    turned = (
        f"translate({size / 2:g},{size / 2:g}) rotate({_SLANT}) scale(.86,-.86) translate({-size / 2:g},{-0.38 * em:g})"
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="{size}" height="{size}">'
        f'<g fill="{_COLOUR}" transform="{turned}">{paths}</g></svg>'
    ).encode()


def _outline(font: hb.Font, char: str) -> str:
    """The glyph as an SVG path in font units, upwards."""
    glyph = font.get_nominal_glyph(ord(char))
    drawn: list[str] = []
    pen = hb.DrawFuncs()
    pen.set_move_to_func(lambda x, y, _: drawn.append(f"M{x:g},{y:g}"))
    pen.set_line_to_func(lambda x, y, _: drawn.append(f"L{x:g},{y:g}"))
    pen.set_quadratic_to_func(lambda a, b, x, y, _: drawn.append(f"Q{a:g},{b:g} {x:g},{y:g}"))
    pen.set_cubic_to_func(lambda a, b, c, d, x, y, _: drawn.append(f"C{a:g},{b:g} {c:g},{d:g} {x:g},{y:g}"))
    pen.set_close_path_func(lambda _: drawn.append("Z"))
    font.draw_glyph(glyph, pen)
    return "".join(drawn)
