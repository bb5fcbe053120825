"""A booklet from an office printer: two pages on a sheet in the order of folding.

In: a finished A4 PDF. Out: A3 sheets, printed on both sides and turned on the short edge, folded in the middle; what is too thick
to be folded at once comes in sections, each folded by itself and laid on the one before. Pages that lie across are turned as
they are bound. An aid for printing: it has no tags and is not the edition.
"""

from collections.abc import Iterator
from io import BytesIO

import pikepdf

from gkstd.render.paged.press import MM, fill, stand

THICKEST = 80
"""Pages that can be folded together: twenty sheets of office paper."""
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
    start = 0
    for size in sections(count):
        for side in range(size // 2):
            first, last = start + side, start + size - 1 - side
            yield (last, first) if side % 2 == 0 else (first, last)
        start += size


def sections(count: int) -> list[int]:
    """Pages of each section, nearly alike, the thicker ones first."""
    number = -(-count // THICKEST)
    sheets, more = divmod(count // 4, number)
    return [4 * (sheets + (place < more)) for place in range(number)]
