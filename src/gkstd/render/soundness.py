"""Whether an installed face can be set: a file cut short or damaged is found before an engine stumbles over it.

In: a face. Out: why it is not used, in a word and as a finding. The tables that every engine reads must be there in full and agree with
each other, and what the face has for Chinese characters must be drawn near its square. Some engines end the process on a damaged file,
others print blanks; of a face without Chinese every character of a text would be told as missing.
"""

from collections.abc import Mapping
from struct import unpack_from
from typing import Literal

import uharfbuzz as hb

from gkstd.diagnostics import Text
from gkstd.diagnostics.codes.build import FONT_REFUSED
from gkstd.render.base import Finding, Subject

Refusal = Literal["absent", "forbidden", "damaged", "foreign"]
"""Why a family is not used: no such face is installed, its maker allows no embedding, its file cannot be set, it has no Chinese."""
_WHY: Mapping[Refusal, Text] = {
    "absent": Text("没有安装", "is not installed"),
    "forbidden": Text("不许嵌入", "does not allow embedding"),
    "damaged": Text("的文件已损坏", "has a damaged file"),
    "foreign": Text("里没有汉字", "has no Chinese characters"),
}
_MAGIC, _HEAD, _HHEA = 0x5F0F3CF5, 54, 36
_SMALLEST, _LARGEST = 16, 16384
"""What the OpenType standard allows for the square of a face, in its own units."""
_IDEOGRAPHS = range(0x4E00, 0xA000)
_LOOKED_AT, _MOST_BLANK, _FAR = 64, 0.1, 2.0
"""Characters drawn, the share of them that may have no ink, and how far out of its square, in em, ink may stand."""


def refusal(role: str, family: str, why: Refusal, instead: str) -> Finding:
    """What is said of a family that a project names and that is not used."""
    values = (("family", family), ("why_zh", _WHY[why].zh), ("why_en", _WHY[why].en), ("instead", instead))
    return Finding(FONT_REFUSED, Subject("project", "", ("fonts", role)), values)


def against(face: hb.Face) -> Refusal | None:
    """What stands against setting Chinese in it: tables that are not whole, characters that cannot be drawn, or none of ours."""
    known = sorted(face.unicodes)
    if not known or not _tables(face):
        return "damaged"
    chinese = [code for code in known if code in _IDEOGRAPHS]
    if not chinese:
        return "foreign"
    return None if _drawn(face, chinese) else "damaged"


def _tables(face: hb.Face) -> bool:
    head, hhea, hmtx = [bytes(face.reference_table(tag).data or b"") for tag in ("head", "hhea", "hmtx")]
    if len(head) < _HEAD or len(hhea) < _HHEA:
        return False
    (magic, square), (wide,) = unpack_from(">12xI2xH", head), unpack_from(">34xH", hhea)
    whole = bool(0 < wide <= face.glyph_count and len(hmtx) >= 4 * wide)
    return whole and magic == _MAGIC and _SMALLEST <= square <= _LARGEST


def _drawn(face: hb.Face, chinese: list[int]) -> bool:
    font, most = hb.Font(face), _FAR * face.upem
    blank = 0
    looked_at = chinese[:: max(1, len(chinese) // _LOOKED_AT)]
    for code in looked_at:
        glyph = font.get_nominal_glyph(code)
        ink = font.get_glyph_extents(glyph) if glyph else None
        if ink is None or not ink.width or not ink.height:
            blank += 1
        elif (
            max(map(abs, (ink.x_bearing, ink.y_bearing, ink.width, ink.height, font.get_glyph_h_advance(glyph)))) > most
        ):
            return False
    return blank <= _MOST_BLANK * len(looked_at)
