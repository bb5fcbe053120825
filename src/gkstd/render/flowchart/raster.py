"""The PNGs of a finished SVG. The only importer of CairoSVG and Pillow.

In: the SVG text of a chart. Out: PNG bytes for print and, half as large, for the screen. Pixels are never compressed in colours
that are not there: a chart has some hundred, so each pixel is one byte. The SVG refers to nothing outside itself.
"""

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from itertools import product
from math import sqrt
from operator import sub
from typing import TYPE_CHECKING, Any, cast
from xml.etree.ElementTree import ParseError

from msgspec import Struct

from gkstd.render.base import EnvironmentProblem
from gkstd.render.flowchart.boxes import SMALLEST
from gkstd.render.flowchart.paper import LEAST

if TYPE_CHECKING:
    import uharfbuzz as hb
    from PIL.Image import Image

    from gkstd.render.soundness import Refusal

Colour = tuple[int, int, int]
FAMILY, FACE = "Noto Sans CJK SC", "NotoSansCJKsc-Regular"
"""The free 黑体, and what print calls its face."""
_FAMILY_NAME, _TYPOGRAPHIC_FAMILY = 1, 16
_NAMED = re.compile(r"font-family:[^;}]+")
_MEANING = re.compile(r"[-:,=\\]")
"""What ends a family in a pattern of fontconfig."""
_SILENT = frozenset({"Cc", "Cf", "Zl", "Zp"})
ZOOM = 2
MOST_PIXELS, LONGEST = 60_000_000, 32_000
"""Of a picture: what memory takes, and what cairo can count to."""
_SCREEN_DPI = 96.0
_PRINT_DPI = SMALLEST / LEAST * 72
"""So that a chart pasted into a text has its smallest letters as large as in the handbook."""
_MOST_COLOURS, _COLOURS, _APART = 1 << 16, 256, 9
_TIGHT, _QUICK = 4, 2
"""How hard zlib tries: what the portal sends should be small, what is printed may take a third more."""
_UNSEEN = re.compile(r"<(title|desc)\b.*?</\1>|@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}", re.DOTALL)
"""What a picture does not show: words for those who hear the chart, colours of other modes."""
_SIZE = re.compile(r'<svg [^>]*?width="([0-9.]+)" height="([0-9.]+)"')


class Pictures(Struct, frozen=True):
    """One chart, as PNG files."""

    screen: bytes
    paper: bytes


def pictures(svg: str, family: str = FAMILY) -> Pictures:
    """The pictures, in an installed family; a chart too large for memory is drawn at a smaller zoom. ValueError: it is no SVG."""
    zoom = _zoom(svg)
    paper = _drawn(_NAMED.sub(lambda _: f'font-family: "{family}"', _UNSEEN.sub("", svg)), zoom)
    screen = paper.reduce(ZOOM)
    palette = _palette(screen)
    return Pictures(
        _png(screen, palette, _SCREEN_DPI * zoom / ZOOM, _TIGHT), _png(paper, palette, _PRINT_DPI * zoom, _QUICK)
    )


def _zoom(svg: str) -> float:
    found = _SIZE.search(svg)
    wide, tall = (float(found[1]), float(found[2])) if found else (1.0, 1.0)
    return min(ZOOM, sqrt(MOST_PIXELS / max(wide * tall, 1.0)), LONGEST / max(wide, tall, 1.0))


def _drawn(svg: str, zoom: float) -> "Image":
    """The pixels, white behind them."""
    from PIL import Image

    surface = _engine()
    from cairosvg.parser import Tree

    try:
        drawn = surface.PNGSurface(
            Tree(bytestring=svg.encode(), unsafe=False), None, _SCREEN_DPI, scale=zoom, background_color="#ffffff"
        )
    except ParseError as problem:
        raise ValueError(str(problem)) from problem
    pixels = drawn.cairo
    size, stride = (pixels.get_width(), pixels.get_height()), pixels.get_stride()
    return Image.frombuffer("RGB", size, pixels.get_data(), "raw", "BGRX", stride, 1)


@cache
def _engine() -> Any:
    """CairoSVG, which traces the outlines of each text to stroke them and then sets the text. Ours have no stroke: they are only set."""
    try:
        from cairosvg import surface
    except OSError as problem:  # the Python package is there, the library is not
        raise EnvironmentProblem("图形库 cairo", "the library cairo", ("libcairo2",)) from problem
    engine: Any = surface
    whole = engine.text

    def once(drawn: object, node: object, draw_as_text: bool = False) -> None:
        if draw_as_text:
            whole(drawn, node, draw_as_text=True)

    engine.text = engine.TAGS["text"] = once
    return engine


def _palette(drawn: "Image") -> "Image | None":
    """At most 256 colours that cover most, None for a picture with too many to count."""
    from PIL import Image

    counts = cast("list[tuple[int, Colour]] | None", drawn.getcolors(_MOST_COLOURS))
    if counts is None:
        return None
    most = [colour for _, colour in sorted(counts, reverse=True)[: 2 * _COLOURS]]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in _apart(most)[:_COLOURS] for part in colour])
    return palette


def _apart(colours: Sequence[Colour]) -> list[Colour]:
    """The first of the colours, none near one before it: Pillow does not tell near ones apart, and white has to stay white."""
    cells: dict[Colour, list[Colour]] = {}
    found: list[Colour] = []
    for colour in colours:
        red, green, blue = (part // _APART for part in colour)
        around = product((red - 1, red, red + 1), (green - 1, green, green + 1), (blue - 1, blue, blue + 1))
        near = [known for cell in around for known in cells.get(cell, ())]
        if all(max(map(abs, map(sub, colour, known))) >= _APART for known in near):
            cells.setdefault((red, green, blue), []).append(colour)
            found.append(colour)
    return found


def _png(drawn: "Image", palette: "Image | None", dpi: float, level: int) -> bytes:
    """A PNG in the colours of the palette: what is between them becomes the nearest."""
    from PIL import Image

    found = BytesIO()
    if palette is not None:
        drawn = drawn.quantize(palette=palette, dither=Image.Dither.NONE)
    drawn.save(found, "PNG", compress_level=level, dpi=(dpi, dpi))
    return found.getvalue()


@cache
def faces(family: str = FAMILY) -> tuple[str, ...]:
    """The files of the regular and the bold face of a family, found by fontconfig once; () where it is not installed."""
    found = [_face(family, style) for style in ("Regular", "Bold")]
    if family == FAMILY and not all(found):
        raise _missing()
    return tuple(dict.fromkeys(found)) if all(found) else ()


def missing(svg: str, family: str = FAMILY) -> tuple[str, ...]:
    """Characters of the chart that the face does not have, sorted."""
    known = _coverage(family)
    strange = {char for char in set(re.sub(r"<style.*?</style>", "", svg, flags=re.DOTALL)) if ord(char) not in known}
    return tuple(sorted(char for char in strange if unicodedata.category(char) not in _SILENT))


def against(family: str) -> "Refusal | None":
    """Why a family is not used, if it is not: it is not installed, or something stands against its regular face."""
    from gkstd.render import soundness

    if not faces(family):
        return "absent"
    found = _regular(family)
    return next(filter(None, map(soundness.against, found)), None) if found else "damaged"


@cache
def _coverage(family: str) -> frozenset[int]:
    """Code points of the regular face."""
    return frozenset().union(*[face.unicodes for face in _regular(family)])


def _regular(family: str) -> "list[hb.Face]":
    import uharfbuzz as hb

    blob = hb.Blob.from_file_path(faces(family)[0])
    found = [hb.Face(blob, index) for index in range(max(1, hb.Face(blob, 0).count))]
    return [face for face in found if family in _names(face)]


def _names(face: "hb.Face") -> set[str]:
    """What a face says its family is called, in every language."""
    wanted = (_FAMILY_NAME, _TYPOGRAPHIC_FAMILY)
    return {face.get_name(number, language) or "" for number, language in face.list_names() if number in wanted}


def _face(family: str, style: str) -> str:
    """fontconfig always answers something; only the family asked for will do: "" for another."""
    program = shutil.which("fc-match")
    if program is None:
        raise _missing()
    pattern = f"{_MEANING.sub(_escaped, family)}:style={style}"
    done = subprocess.run(  # noqa: S603 - the family is one argument, and what has a meaning in it is escaped
        [program, "--format=%{family}\n%{file}", "--", pattern],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    known, _, file = done.stdout.partition("\n")
    return file if family in known.split(",") else ""


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def _missing() -> EnvironmentProblem:
    return EnvironmentProblem(
        "中文字体 Noto Sans CJK SC", "the font Noto Sans CJK SC", ("fonts-noto-cjk", "fontconfig")
    )
