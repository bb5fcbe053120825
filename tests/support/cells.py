"""Cells and tables of laid-out pages: characters alone on a last line, and how many rows of a table stand on each of its pages.

In: pages of the print engine, before they are written. Out: what a reader would see of them.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from weasyprint.formatting_structure import boxes

_CONTINUED = re.compile(r"[^\S\n]+")


def lone(pages: Sequence[Any]) -> list[str]:
    """Texts whose last line is one character. A unit in brackets, （元）, is a word by itself; the small 待核 is none."""
    return [
        f"{number}: {words}"
        for number, page in enumerate(pages, 1)
        for block in _blocks(page)
        for words in _lone(block)
    ]


def rows(pages: Sequence[Any]) -> list[tuple[str, list[int]]]:
    """Tables that stand on several pages, by their class, with how many rows of their body each has."""
    counts: dict[Any, list[int]] = {}
    for page in pages:
        for table in _tables(page._page_box):
            groups = [group for group in table.children if not getattr(group, "is_header", False)]
            counts.setdefault(table.element, []).append(sum(len(group.children) for group in groups))
    return [(element.get("class", ""), found) for element, found in counts.items() if len(found) > 1]


def _children(box: Any) -> Iterator[Any]:
    for child in getattr(box, "children", ()):
        yield getattr(child, "_box", child)


def _tables(box: Any) -> Iterator[Any]:
    if isinstance(box, boxes.TableBox):
        yield box
    for child in _children(box):
        yield from _tables(child)


def _blocks(page: Any) -> Iterator[Any]:
    """Boxes of lines, those of the margins left out."""
    waiting = [page._page_box]
    while waiting:
        box = waiting.pop()
        if isinstance(box, boxes.MarginBox):
            continue
        if box.element is not None and sum(isinstance(child, boxes.LineBox) for child in box.children or ()) > 1:
            yield box
        waiting.extend(_children(box))


def _lone(block: Any) -> Iterator[str]:
    """The last two lines of each paragraph that ends with a character alone."""
    source = _CONTINUED.sub("", _source(block.element))
    lines = ["".join(_text(line).split()) for line in block.children if isinstance(line, boxes.LineBox)]
    for before, line, after in zip(lines, lines[1:], [*lines[2:], ""], strict=False):
        goes_on = before + line in source
        ends = not after or line + after not in source
        if before and goes_on and ends and len(_plain(line)) == 1 and not line.startswith("（"):
            yield f"{before}/{line}"


def _plain(line: str) -> list[str]:
    return [char for char in line.replace("待核", "") if char.isalnum()]


def _text(box: Any) -> str:
    return box.text if isinstance(box, boxes.TextBox) else "".join(map(_text, _children(box)))


def _source(element: Any) -> str:
    parts = [(chr(10) if child.tag == "br" else _source(child)) + (child.tail or "") for child in element]
    return (element.text or "") + "".join(parts)
