"""The pictures of the README, from real outputs: `python docs/pictures.py [BUILD]` (default build/).

In: a built `build/`, and on the path `pdftoppm`, `pdftotext` and a Chromium. Out: docs/images/*.png, small enough for a README.
Run it after a change that is visible; nothing else needs it.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageOps

HERE = Path(__file__).parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
HEIGHT, GAP, GREY = 1000, 24, (228, 229, 232)
COLOURS = 96


def main(build: Path) -> None:
    """Make every picture."""
    book = build / "workbooks/environment.pdf"
    item = build / "site/items/610824-HB-2018-0001.html"
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        catalog = page(book, first_with(book, "序号"), work)
        chart = Image.open(build / "flowcharts/eia-approval.png").convert("RGB")
        side_by_side("print.png", [page(book, 1, work), catalog, chart])
        side_by_side("site.png", [shot(item, 1280, 1280, work), shot(item, 390, 900, work)])


def first_with(pdf: Path, word: str) -> int:
    """The first wide page that holds the word: the catalog."""
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
    sizes = subprocess.run(["pdfinfo", "-f", "1", "-l", "999", pdf], check=True, capture_output=True, text=True).stdout
    wide = {
        int(line.split()[1])
        for line in sizes.splitlines()
        if line.startswith("Page ") and "size" in line and float(line.split()[3]) > float(line.split()[5])
    }
    return next(n for n, page in enumerate(text.split("\f"), 1) if word in page and n in wide)


def page(pdf: Path, number: int, work: Path) -> Image.Image:
    """One page of a PDF."""
    stem = work / f"page-{number}"
    subprocess.run(
        ["pdftoppm", "-r", "130", "-f", str(number), "-l", str(number), "-singlefile", "-png", pdf, stem], check=True
    )
    return Image.open(stem.with_suffix(".png")).convert("RGB")


def shot(html: Path, width: int, height: int, work: Path) -> Image.Image:
    """A page of the site in a window of this size. Narrow windows are framed, since browsers have a least width."""
    browser = next(path for name in BROWSERS if (path := shutil.which(name)))
    frame, picture = work / f"{width}.html", work / f"{width}.png"
    frame.write_text(
        f'<body style="margin:0"><iframe src="{html.resolve().as_uri()}" width="{width}" height="{height}" style="border:0">'
    )
    command = [
        browser,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        "--allow-file-access-from-files",
    ]
    command += [
        f"--user-data-dir={work}/profile",
        f"--window-size={max(width, 600)},{height}",
        f"--screenshot={picture}",
        frame.as_uri(),
    ]
    subprocess.run(command, check=True, capture_output=True)
    return Image.open(picture).convert("RGB").crop((0, 0, width, height))


def side_by_side(name: str, pictures: list[Image.Image]) -> None:
    """The pictures at one height on grey, in few colours."""
    scaled = [
        ImageOps.expand(
            p.resize((round(p.width * HEIGHT / p.height), HEIGHT), Image.Resampling.LANCZOS), 1, (170, 172, 176)
        )
        for p in pictures
    ]
    sheet = Image.new("RGB", (sum(p.width + GAP for p in scaled) + GAP, HEIGHT + 2 * GAP), GREY)
    x = GAP
    for picture in scaled:
        sheet.paste(picture, (x, GAP))
        x += picture.width + GAP
    (HERE / "images").mkdir(exist_ok=True)
    sheet.quantize(COLOURS, dither=Image.Dither.NONE).save(HERE / "images" / name, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "build")
