"""Names of glyphs in a subset face: made equal to their numbers, as the print engine assumes.

In: an OpenType font. Out: the same font; in one with a CID-keyed CFF table (all of Noto CJK) the charset says that glyph n is
CID n. A subset keeps the CIDs of the whole face and renumbers the glyphs, while the engine writes glyph numbers where a PDF
has CIDs: readers that go by the standard (ISO 32000-1, 9.7.4.2) would then show other characters than those that lenient
ones show. Only the charset is touched: the new one is never longer, so nothing moves.
"""

from collections.abc import Iterator
from itertools import pairwise
from struct import pack, unpack_from

_CHARSET, _ROS = 15, 0x0C00 | 30
_FORMAT2 = 5
"""Bytes of a charset of one range: format, first CID, how many follow."""


def by_number(font: bytes) -> bytes:
    """The font with CIDs equal to glyph numbers; a font that has none comes back as it is."""
    tables = _tables(font)
    if b"CFF " not in tables:
        return font
    start, _ = tables[b"CFF "]
    top = _top_dict(font, start)
    if _ROS not in top or _CHARSET not in top:
        return font
    (glyphs,) = unpack_from(">H", font, tables[b"maxp"][0] + 4)
    place = start + top[_CHARSET]
    if _length(font, place, glyphs) < _FORMAT2:
        return font
    return font[:place] + pack(">BHH", 2, 1, glyphs - 2) + font[place + _FORMAT2 :]


def _tables(font: bytes) -> dict[bytes, tuple[int, int]]:
    """Tag → offset and length."""
    (count,) = unpack_from(">H", font, 4)
    entries = [unpack_from(">4s4xII", font, 12 + 16 * n) for n in range(count)]
    return {tag: (offset, length) for tag, offset, length in entries}


def _length(font: bytes, place: int, glyphs: int) -> int:
    """Bytes the charset at `place` takes."""
    form = font[place]
    if form == 0:
        return 1 + 2 * (glyphs - 1)
    size, left, at = (3, 1, place + 1) if form == 1 else (4, 2, place + 1)
    covered = 1
    while covered < glyphs:
        covered += 1 + int.from_bytes(font[at + 2 : at + 2 + left], "big")
        at += size
    return at - place


def _top_dict(font: bytes, cff: int) -> dict[int, int]:
    """Operator → its last operand, of the first font in the table."""
    at = cff + font[cff + 2]
    _, at = _index(font, at)
    spans, _ = _index(font, at)
    first, last = spans[0]
    return dict(_entries(font[first:last]))


def _index(font: bytes, at: int) -> tuple[list[tuple[int, int]], int]:
    """Where the objects of an INDEX stand, and where it ends."""
    (count,) = unpack_from(">H", font, at)
    if not count:
        return [], at + 2
    size = font[at + 2]
    ends = [int.from_bytes(font[at + 3 + size * n : at + 3 + size * (n + 1)], "big") for n in range(count + 1)]
    base = at + 2 + size * (count + 1)
    return [(base + first, base + last) for first, last in pairwise(ends)], base + ends[-1]


def _entries(data: bytes) -> Iterator[tuple[int, int]]:
    operand, at = 0, 0
    while at < len(data):
        byte = data[at]
        at += 1
        if byte <= 21:
            operator = byte
            if byte == 12:
                operator, at = 0x0C00 | data[at], at + 1
            yield operator, operand
        elif byte == 30:
            while data[at] & 0x0F != 0x0F and data[at] >> 4 != 0x0F:
                at += 1
            at += 1
        else:
            operand, at = _number(data, byte, at)


def _number(data: bytes, byte: int, at: int) -> tuple[int, int]:
    if byte == 28:
        return int.from_bytes(data[at : at + 2], "big", signed=True), at + 2
    if byte == 29:
        return int.from_bytes(data[at : at + 4], "big", signed=True), at + 4
    if byte <= 246:
        return byte - 139, at
    if byte <= 250:
        return (byte - 247) * 256 + data[at] + 108, at + 1
    return -(byte - 251) * 256 - data[at] - 108, at + 1
