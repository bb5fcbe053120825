"""Whether an installed face can be set: a file cut short or damaged is found before an engine stumbles over it.

In: a face. Out: yes or no. The tables that every engine reads must be there in full and agree with each other, and what the face has
for Chinese characters must be drawn near its square. Some engines end the process on such a file, others print blanks.
"""

from struct import unpack_from

import uharfbuzz as hb

_MAGIC, _HEAD, _HHEA = 0x5F0F3CF5, 54, 36
_SMALLEST, _LARGEST = 16, 16384
"""What the OpenType standard allows for the square of a face, in its own units."""
_IDEOGRAPHS = range(0x4E00, 0xA000)
_LOOKED_AT, _MOST_BLANK, _FAR = 64, 0.1, 2.0
"""Characters drawn, the share of them that may have no ink, and how far out of its square, in em, ink may stand."""


def sound(face: hb.Face) -> bool:
    """Whether its tables are whole and its characters can be drawn."""
    return _tables(face) and _drawn(face)


def _tables(face: hb.Face) -> bool:
    head, hhea, hmtx = [bytes(face.reference_table(tag).data or b"") for tag in ("head", "hhea", "hmtx")]
    if len(head) < _HEAD or len(hhea) < _HHEA:
        return False
    (magic, square), (wide,) = unpack_from(">12xI2xH", head), unpack_from(">34xH", hhea)
    whole = bool(0 < wide <= face.glyph_count and len(hmtx) >= 4 * wide)
    return whole and magic == _MAGIC and _SMALLEST <= square <= _LARGEST


def _drawn(face: hb.Face) -> bool:
    known = sorted(face.unicodes)
    chars = [code for code in known if code in _IDEOGRAPHS] or [code for code in known if chr(code).isalnum()]
    font, most = hb.Font(face), _FAR * face.upem
    blank = 0
    looked_at = chars[:: max(1, len(chars) // _LOOKED_AT)]
    for code in looked_at:
        glyph = font.get_nominal_glyph(code)
        ink = font.get_glyph_extents(glyph) if glyph else None
        if ink is None or not ink.width or not ink.height:
            blank += 1
        elif (
            max(map(abs, (ink.x_bearing, ink.y_bearing, ink.width, ink.height, font.get_glyph_h_advance(glyph)))) > most
        ):
            return False
    return bool(looked_at) and blank <= _MOST_BLANK * len(looked_at)
