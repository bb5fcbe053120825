"""Characters that the faces of a book do not have.

In: the texts of a document and its faces. Out: a finding for each such character, with the names of the faces tried. A
character is never left to whatever other face the machine has: it would look foreign, or be an empty box.
"""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import uharfbuzz as hb

from gkstd.diagnostics.codes.build import MISSING_GLYPH
from gkstd.render.base import Finding

_POSTSCRIPT_NAME = 6
_SILENT = frozenset({"Cc", "Cf", "Zl", "Zp"})


def shown(texts: Iterable[str]) -> frozenset[str]:
    """The characters of the texts that need a glyph."""
    return frozenset([char for char in set().union(*texts) if unicodedata.category(char) not in _SILENT])


def missing(texts: Iterable[str], faces: tuple[bytes, ...]) -> tuple[Finding, ...]:
    """A finding for each character of the texts that none of the faces has, by code point."""
    known = frozenset().union(*[_coverage(face) for face in faces])
    return findings([char for char in shown(texts) if ord(char) not in known], faces)


def findings(chars: Iterable[str], faces: tuple[bytes, ...]) -> tuple[Finding, ...]:
    """What is said of characters that are not to be had."""
    tried = "、".join(dict.fromkeys([name(face) for face in faces]))
    return tuple([lacking(char, tried) for char in sorted(set(chars))])


def lacking(char: str, tried: str) -> Finding:
    """One character that the named faces do not have."""
    return Finding(MISSING_GLYPH, values=(("char", char), ("code", f"U+{ord(char):04X}"), ("faces", tried)))


@lru_cache(maxsize=8)
def name(face: bytes) -> str:
    """The PostScript name of the face the font was made from."""
    return hb.Face(hb.Blob(face)).get_name(_POSTSCRIPT_NAME) or "?"


@lru_cache(maxsize=8)
def _coverage(face: bytes) -> frozenset[int]:
    return frozenset(hb.Face(hb.Blob(face)).unicodes)
