"""A booklet from an office printer: two pages on a sheet in the order of folding.

In: a finished A4 PDF. Out: A3 sheets, printed on both sides and turned on the short edge, folded in the middle. Pages that lie
across are turned as they are bound. An aid for printing: it has no tags and is not the edition.
"""

from collections.abc import Iterator
from io import BytesIO

import pikepdf

from gkstd.render.paged.press import MM, fill, stand

WIDTH, HEIGHT = 210 * MM, 297 * MM


def booklet(data: bytes) -> bytes:
    """The imposed file."""
    with pikepdf.open(BytesIO(data)) as source, pikepdf.new() as made:
        fill(source, 4)
        for left, right in order(len(source.pages)):
            sheet = made.add_blank_page(page_size=(2 * WIDTH, HEIGHT))
            for at, number in ((0.0, left), (WIDTH, right)):
                page = pikepdf.Page(source.pages[number])
                stand(page)
                sheet.add_overlay(page, pikepdf.Rectangle(at, 0, at + WIDTH, HEIGHT))
        out = BytesIO()
        made.save(out, deterministic_id=True)
        return out.getvalue()


def order(count: int) -> Iterator[tuple[int, int]]:
    """Places of the pages, left and right, side by side; `count` is a multiple of four."""
    for side in range(count // 2):
        first, last = side, count - 1 - side
        yield (last, first) if side % 2 == 0 else (first, last)
