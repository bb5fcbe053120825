"""Long lists in parts: a page that stays light however many items a county has, without scripts.

In: a page with its whole list, the rows of it, and how the view looks with some of them only. Out: that page where the rows
fit, else several. The first keeps its address and all that stands beside it; `laws/x.html` goes on at `laws/x/2.html`,
which no id can stand for. Open data are not parted: whoever takes the first page's has the whole list. Nor is the official
table of a domain, which is one table in print too.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from gkstd.render.site.beside import stem
from gkstd.render.site.page import Link, Page, Part

MOST = 300
"""Rows on a page: items and events, some 80 KB of them."""
LINES = 4 * MOST
"""Rows that are a link and no more."""

Row = TypeVar("Row")


def parted(
    page: Page,
    rows: Sequence[Row],
    view: Callable[[tuple[Row, ...], int], Struct],
    *,
    most: int | None = None,
    weight: Callable[[Row], int] = lambda _: 1,
) -> Iterator[Page]:
    """The page, or its parts; `view` makes that of a part from its rows and its number."""
    cut = _cut(rows, most or MOST, weight)
    if len(cut) < 2:
        yield page
        return
    paths = tuple([_path(page.path, number) for number in range(1, len(cut) + 1)])
    size = sum(map(weight, rows))
    for number, (path, some) in enumerate(zip(paths, cut, strict=True), 1):
        own = replace(page, view=view(some, number), part=Part(number, size, paths))
        yield own if number == 1 else _further(own, path, number)


def starts(path: str, place: int) -> str:
    """The address of the part in which the row at a place stands, where each row counts one."""
    return _path(path, place // MOST + 1)


def _path(path: str, number: int) -> str:
    return path if number == 1 else f"{stem(path)}/{number}.html"


def _cut(rows: Sequence[Row], most: int, weight: Callable[[Row], int]) -> list[tuple[Row, ...]]:
    """In their order, each part as full as can be; a row that is more than that stands alone."""
    cut: list[list[Row]] = [[]]
    full = 0
    for row in rows:
        if cut[-1] and full + weight(row) > most:
            cut.append([])
            full = 0
        cut[-1].append(row)
        full += weight(row)
    return [tuple(part) for part in cut]


def _further(page: Page, path: str, number: int) -> Page:
    """A later part: nothing stands beside it, its title and its way tell its number."""
    head = page.head
    if head is not None:
        name, _, rest = head.title.partition(" - ")
        title = f"{name}（第{number}页）" + (f" - {rest}" if rest else "")
        head = replace(head, title=title, crumbs=(*head.crumbs, Link(f"第{number}页", path)))
    return replace(page, path=path, head=head, items=(), linked="")
