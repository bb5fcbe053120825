"""Squeezed punctuation (标点挤压): two adjacent full-width marks take one and a half squares, as CLREQ has it.

In: a face. Out: the same face with a class pair adjustment among its marks. Which marks have their blank half where is read from
their outlines, so faces that centre them are left as they are. The pairs are part of `kern`, which is on by default: a feature of
its own (`chws`) would have to be asked for at every text, and the print engine leaks a little memory each time.
"""

from io import BytesIO
from typing import Any

import uharfbuzz as hb
from fontTools.otlLib.builder import buildLookup, buildPairPosClassesSubtable, buildValue
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables import otTables

MARKS = "、。，．：；！？（）〔〕［］｛｝【】《》〈〉「」『』〖〗“”‘’"
_KERN = "kern"
_NEAR = 0.06
"""How far, in em, ink may reach over the middle of its square."""


def squeezed(font: bytes) -> bytes:
    """The face with its marks squeezed; a face without such marks comes back as it is."""
    before, after, square = _halves(font)
    if not before and not after:
        return font
    face = TTFont(BytesIO(font), lazy=True, recalcBBoxes=False, recalcTimestamp=False)
    face.setGlyphOrder([f"g{number}" for number in range(face["maxp"].numGlyphs)])
    _add(face, _pairs(before, after, square // 2, face.getReverseGlyphMap()))
    out = BytesIO()
    face.save(out, reorderTables=None)
    return out.getvalue()


def _halves(font: bytes) -> tuple[tuple[str, ...], tuple[str, ...], int]:
    """Marks with a blank half before their ink, those with one after it, and the side of the square."""
    face = hb.Face(hb.Blob(font))
    drawn = hb.Font(face)
    square = face.upem
    before, after = [], []
    for char in MARKS:
        glyph = drawn.get_nominal_glyph(ord(char))
        extents = drawn.get_glyph_extents(glyph) if glyph else None
        if glyph is None or extents is None or drawn.get_glyph_h_advance(glyph) != square:
            continue
        left, right = extents.x_bearing, extents.x_bearing + extents.width
        if left >= square * (0.5 - _NEAR):
            before.append(f"g{glyph}")
        elif right <= square * (0.5 + _NEAR):
            after.append(f"g{glyph}")
    return tuple(sorted(set(before))), tuple(sorted(set(after))), square


def _pairs(before: tuple[str, ...], after: tuple[str, ...], half: int, glyphs: dict[str, int]) -> Any:
    """Half a square less where a blank half follows one or comes before one: ）（ 》、 （（, but not （）."""
    less = buildValue({"XAdvance": -half})
    pairs = {}
    if after:
        pairs[(after, after)] = (less, None)
    if before:
        pairs[(before, before)] = (less, None)
    if before and after:
        pairs[(after, before)] = (less, None)
    return buildLookup([buildPairPosClassesSubtable(pairs, glyphs)])


def _add(face: TTFont, lookup: Any) -> None:
    """Put the lookup into `kern` of every script and language of the face."""
    if "GPOS" not in face:
        face["GPOS"] = _empty()
    table = face["GPOS"].table
    table.LookupList.Lookup.append(lookup)
    table.LookupList.LookupCount = len(table.LookupList.Lookup)
    place = len(table.LookupList.Lookup) - 1
    records = table.FeatureList.FeatureRecord
    for record in records:
        if record.FeatureTag == _KERN:
            record.Feature.LookupListIndex.append(place)
            record.Feature.LookupCount = len(record.Feature.LookupListIndex)
    kern = {number for number, record in enumerate(records) if record.FeatureTag == _KERN}
    without = [system for system in _systems(table) if not kern.intersection(system.FeatureIndex)]
    if without:
        records.append(_feature(place))
        table.FeatureList.FeatureCount = len(records)
        for system in without:
            system.FeatureIndex.append(len(records) - 1)
            system.FeatureCount = len(system.FeatureIndex)


def _systems(table: Any) -> list[Any]:
    scripts = [record.Script for record in table.ScriptList.ScriptRecord]
    found = [script.DefaultLangSys for script in scripts if script.DefaultLangSys is not None]
    return [*found, *[record.LangSys for script in scripts for record in script.LangSysRecord]]


def _feature(place: int) -> Any:
    record = otTables.FeatureRecord()
    record.FeatureTag, record.Feature = _KERN, otTables.Feature()
    record.Feature.FeatureParams, record.Feature.LookupListIndex, record.Feature.LookupCount = None, [place], 1
    return record


def _empty() -> Any:
    """A table with one script, which stands for all."""
    made = newTable("GPOS")
    made.table = table = otTables.GPOS()
    table.Version = 0x00010000
    table.ScriptList, table.FeatureList, table.LookupList = (
        otTables.ScriptList(), otTables.FeatureList(), otTables.LookupList(),
    )  # fmt: skip
    record = otTables.ScriptRecord()
    record.ScriptTag, record.Script = "DFLT", otTables.Script()
    system = record.Script.DefaultLangSys = otTables.DefaultLangSys()
    system.LookupOrder, system.ReqFeatureIndex, system.FeatureIndex, system.FeatureCount = None, 0xFFFF, [], 0
    record.Script.LangSysRecord, record.Script.LangSysCount = [], 0
    table.ScriptList.ScriptRecord, table.ScriptList.ScriptCount = [record], 1
    table.FeatureList.FeatureRecord, table.FeatureList.FeatureCount = [], 0
    table.LookupList.Lookup, table.LookupList.LookupCount = [], 0
    return made
