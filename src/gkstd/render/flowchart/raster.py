"""The PNG of a finished SVG. The only importer of resvg.

In: the SVG text of a chart. Out: PNG bytes at twice the size on screen. Only the named faces are loaded, nothing else of the
machine decides what the picture looks like; the SVG refers to nothing outside itself.
"""

import re
import shutil
import subprocess
import unicodedata
from functools import cache

from gkstd.render.base import EnvironmentProblem

FAMILY = "Noto Sans CJK SC"
_FAMILY_NAME = 1
_SILENT = frozenset({"Cc", "Cf", "Zl", "Zp"})
ZOOM = 2
MOST_PIXELS = 60_000_000
_SIZE = re.compile(r'<svg [^>]*?width="([0-9.]+)" height="([0-9.]+)"')


def png(svg: str) -> bytes:
    """The picture, white behind it; a chart too large for memory is drawn at a smaller zoom."""
    from resvg_py import svg_to_bytes

    found = _SIZE.search(svg)
    pixels = float(found[1]) * float(found[2]) if found else 0.0
    zoom = min(ZOOM, (MOST_PIXELS / max(pixels, 1.0)) ** 0.5)
    return bytes(
        svg_to_bytes(svg_string=svg, zoom=zoom, background="#ffffff", skip_system_fonts=True, font_files=list(faces()))
    )


@cache
def faces() -> tuple[str, ...]:
    """The files of the regular and the bold face, found by fontconfig once."""
    return tuple(dict.fromkeys(_face(style) for style in ("Regular", "Bold")))


def missing(svg: str) -> tuple[str, ...]:
    """Characters of the chart that the face does not have, sorted."""
    known = _coverage()
    chars = {
        char
        for char in re.sub(r"<style.*?</style>", "", svg, flags=re.DOTALL)
        if unicodedata.category(char) not in _SILENT
    }
    return tuple(sorted(char for char in chars if ord(char) not in known))


@cache
def _coverage() -> frozenset[int]:
    """Code points of the regular face."""
    import uharfbuzz as hb

    blob = hb.Blob.from_file_path(faces()[0])
    found = [hb.Face(blob, index) for index in range(max(1, hb.Face(blob, 0).count))]
    return frozenset().union(*[face.unicodes for face in found if face.get_name(_FAMILY_NAME) == FAMILY])


def _face(style: str) -> str:
    """fontconfig always answers something; only the family asked for will do."""
    program = shutil.which("fc-match")
    if program is None:
        raise _missing()
    pattern = f"{FAMILY}:style={style}"
    done = subprocess.run(  # noqa: S603 - fixed words only
        [program, "--format=%{family}\n%{file}", pattern], capture_output=True, text=True, timeout=60, check=False
    )
    family, _, file = done.stdout.partition("\n")
    if FAMILY not in family.split(","):
        raise _missing()
    return file


def _missing() -> EnvironmentProblem:
    return EnvironmentProblem(
        "中文字体 Noto Sans CJK SC", "the font Noto Sans CJK SC", ("fonts-noto-cjk", "fontconfig")
    )
