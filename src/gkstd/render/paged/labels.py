"""Page labels: what a reader of the file calls a page is what is printed on it, I, II and III before 1, 2 and 3.

In: laid-out pages, before they are written. Out: the number tree of a PDF (ISO 32000-1, 12.4.2), or None where no page has a number.
Blank pages count with those before them; pages before the first number are 封1, 封2.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct
from weasyprint.formatting_structure import boxes
from weasyprint.pdf import pydyf

_NUMBER = re.compile(r"(?:— )?(?:(\d+)|([IVXLC]+))(?: —)?")
_BEFORE = "封"
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


class Label(Struct, frozen=True):
    """From the page at `place` on (from 0) pages are numbered from `start` in `style` (D or R), after a `prefix`."""

    place: int
    style: str
    start: int
    prefix: str = ""


def tree(pages: Sequence[Any]) -> Any:
    """The number tree, or None."""
    found = labels([_printed(page) for page in pages])
    if found[-1].prefix:
        return None
    numbers: list[Any] = []
    for label in found:
        values = {"S": f"/{label.style}", "St": label.start}
        numbers += [label.place, pydyf.Dictionary(values | ({"P": pydyf.String(label.prefix)} if label.prefix else {}))]
    return pydyf.Dictionary({"Nums": pydyf.Array(numbers)})


def labels(printed: Sequence[str]) -> tuple[Label, ...]:
    """From what is printed on each page as its number, "" for none."""
    found = [Label(0, "D", 1, _BEFORE)]
    for place, text in enumerate(printed):
        number = _NUMBER.fullmatch(text)
        if number is None:
            continue
        style, value = ("D", int(number[1])) if number[1] else ("R", _of_roman(number[2]))
        last = found[-1]
        if (style, value) != (last.style, last.start + place - last.place) or last.prefix:
            found[len(found) - (last.place == place) :] = [Label(place, style, value)]
    return tuple(found)


def _of_roman(text: str) -> int:
    values = [_ROMAN[char] for char in text]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _printed(page: Any) -> str:
    """The text of the margin box that is a number."""
    margins = [box for box in page._page_box.children if isinstance(box, boxes.MarginBox)]
    return next((text for box in margins if _NUMBER.fullmatch(text := "".join(_texts(box)).strip())), "")


def _texts(box: Any) -> Iterator[str]:
    if isinstance(box, boxes.TextBox):
        yield box.text
    for child in getattr(box, "children", ()):
        yield from _texts(child)
