"""Pages as pictures against the ones kept, with a tolerance, and a report to look at when they differ.

In: a PDF and the numbers of pages. Out: what differs. `report` writes before, after and difference side by side as one HTML file.
"""

import base64
import html
import io
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct
from PIL import Image, ImageChops

DPI = 50
"""Enough to see a line or a mark move by a millimetre; small enough to keep."""
_SEEN = 96
"""Levels of grey between two pixels that count as different: hinting and font versions change less."""
TOLERANCE = 0.004
"""Share of a page that may differ."""


class Difference(Struct, frozen=True):
    """A page that is not as it was kept; `before` is None for one that is not kept yet."""

    name: str
    share: float
    before: Image.Image | None
    after: Image.Image


def pages(path: Path, numbers: Mapping[str, int]) -> dict[str, Image.Image]:
    """Pages by name, in grey; numbers count from 1."""
    return {name: _page(path, number) for name, number in numbers.items()}


def differences(shown: Mapping[str, Image.Image], kept: Path) -> list[Difference]:
    """Those that differ by more than the tolerance from the files `<name>.png` of a folder."""
    found = [_difference(name, image, kept / f"{name}.png") for name, image in shown.items()]
    return [one for one in found if one.share > TOLERANCE]


def keep(shown: Mapping[str, Image.Image], kept: Path) -> None:
    """Make these the ones to compare with."""
    kept.mkdir(parents=True, exist_ok=True)
    for name, image in shown.items():
        image.quantize(16).save(kept / f"{name}.png", optimize=True)


def report(found: Iterable[Difference], path: Path) -> Path:
    """One HTML file, the pictures in it."""
    rows = "".join(
        f"<h2>{html.escape(one.name)}：{one.share:.2%}</h2><p>{_shown(one.before)} {_shown(one.after)} {_shown(_both(one))}</p>"
        for one in found
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f'<!DOCTYPE html><meta charset="utf-8"><title>页面对照</title><p>原来、现在、差别（不同处为深色）</p>{rows}',
        "utf-8",
    )
    return path


def _page(path: Path, number: int) -> Image.Image:
    command = ["pdftoppm", "-r", str(DPI), "-gray", "-png", "-f", str(number), "-l", str(number), str(path)]
    return Image.open(io.BytesIO(subprocess.run(command, capture_output=True, check=True).stdout)).convert("L")


def _difference(name: str, image: Image.Image, kept: Path) -> Difference:
    if not kept.exists():
        return Difference(name, 1.0, None, image)
    before = Image.open(kept).convert("L")
    if before.size != image.size:
        return Difference(name, 1.0, before, image)
    seen = ImageChops.difference(before, image).point(lambda level: 255 if level > _SEEN else 0)
    return Difference(name, seen.histogram()[255] / (seen.width * seen.height), before, image)


def _both(one: Difference) -> Image.Image | None:
    if one.before is None or one.before.size != one.after.size:
        return None
    return ImageChops.invert(ImageChops.difference(one.before, one.after))


def _shown(image: Image.Image | None) -> str:
    if image is None:
        return "（没有）"
    out = io.BytesIO()
    image.save(out, "PNG")
    return f'<img src="data:image/png;base64,{base64.b64encode(out.getvalue()).decode()}" style="border:1px solid">'
