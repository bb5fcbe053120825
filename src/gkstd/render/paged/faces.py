"""Which installed font files the book is set in.

In: the font folders of the machine, which is the one place outside the project that gkstd reads. Out: a `Face` for each
role, or `EnvironmentProblem`. Faces are found by their PostScript names, since their place in a collection differs between
distributions.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import uharfbuzz as hb
from msgspec import Struct

from gkstd.render.base import EnvironmentProblem

ROLES: dict[str, tuple[str, ...]] = {
    "song": ("NotoSerifCJKsc-Regular", "SourceHanSerifSC-Regular"),
    "hei": ("NotoSansCJKsc-Regular", "SourceHanSansSC-Regular"),
}
"""宋体 for text and 黑体 for headings: PostScript names, best first."""

PACKAGE = "fonts-noto-cjk"
_FILES = ("Noto*CJK*", "SourceHan*")
_POSTSCRIPT_NAME = 6


class Face(Struct, frozen=True):
    """One face in a font file; `index` is its place in a collection."""

    role: str
    name: str
    path: str
    index: int


def installed() -> tuple[Face, ...]:
    """The face of every role, in the order of `ROLES`; EnvironmentProblem if one is not installed."""
    names = {name: role for role, wanted in ROLES.items() for name in wanted}
    found: dict[str, Face] = {}
    for path in _files():
        for index, name in _names(path):
            if name in names:
                found.setdefault(name, Face(names[name], name, str(path), index))
    return tuple([_best(role, wanted, found) for role, wanted in ROLES.items()])


def load(face: Face) -> hb.Face:
    """The face, its file mapped into memory."""
    return hb.Face(hb.Blob.from_file_path(face.path), face.index)


def folders() -> tuple[Path, ...]:
    """Where fonts are installed, the user's own first."""
    home = Path.home()
    data = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    own = (home / ".local/share/fonts", home / ".fonts", home / "Library/Fonts")
    shared = tuple(Path(folder) / "fonts" for folder in data.split(os.pathsep) if folder)
    return (*own, *shared, Path("/Library/Fonts"), Path(os.environ.get("WINDIR", "/Windows")) / "Fonts")


def _best(role: str, wanted: tuple[str, ...], found: dict[str, Face]) -> Face:
    for name in wanted:
        if name in found:
            return found[name]
    what = {
        "song": ("宋体（思源宋体）", "a Song face (Noto Serif CJK SC)"),
        "hei": ("黑体（思源黑体）", "a Hei face (Noto Sans CJK SC)"),
    }
    raise EnvironmentProblem(*what[role], (PACKAGE,))


def _files() -> Iterator[Path]:
    for folder in dict.fromkeys(folders()):
        if folder.is_dir():
            paths = sorted({path for pattern in _FILES for path in folder.rglob(pattern)})
            yield from [path for path in paths if path.suffix.lower() in (".ttc", ".otc", ".otf", ".ttf")]


def _names(path: Path) -> list[tuple[int, str]]:
    """PostScript names in a font file; none when it cannot be read as a font."""
    try:
        blob = hb.Blob.from_file_path(str(path))
    except OSError:
        return []
    count = max(1, hb.Face(blob, 0).count)
    return [(index, hb.Face(blob, index).get_name(_POSTSCRIPT_NAME) or "") for index in range(count)]
