"""Which installed font files the book is set in.

In: the font folders of the machine, which is the one place outside the project that gkstd reads, and the families a project
names. Out: a `Face` for each role, or `EnvironmentProblem`. Stock faces are found by their PostScript names, since their place
in a collection differs between distributions; a project names families, as its print shop does, never files.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import uharfbuzz as hb
from msgspec import Struct

from gkstd.render.base import EnvironmentProblem
from gkstd.render.soundness import Refusal, against

ROLES: dict[str, tuple[str, ...]] = {
    "song": ("NotoSerifCJKsc-Regular", "SourceHanSerifSC-Regular"),
    "hei": ("NotoSansCJKsc-Regular", "SourceHanSansSC-Regular"),
    "kai": ("LXGWWenKai-Regular", "LXGWWenKaiGB-Regular", "FandolKai-Regular"),
    "fang": ("FandolFang-Regular",),
}
"""宋体 for text, 黑体 for headings, 楷体 for emphasis, 仿宋 for quoted documents: PostScript names, best first."""
NEEDED = ("song", "hei")
"""Without the others their text is set in what `text.css` names next: 仿宋 in 楷体, 楷体 in 宋体."""
FAMILIES = {"song": "GK Song", "hei": "GK Hei", "kai": "GK Kai", "fang": "GK Fang"}
"""What the style sheets call the roles."""

PACKAGES = {"song": "fonts-noto-cjk", "hei": "fonts-noto-cjk", "kai": "fonts-lxgw-wenkai"}
_STOCK = ("Noto*CJK*", "SourceHan*", "LXGWWenKai*", "Fandol*")
_FAMILY, _STYLE, _POSTSCRIPT_NAME, _TYPOGRAPHIC_FAMILY = 1, 2, 6, 16
_REGULAR = frozenset({"Regular", "常规", "Normal", "Book"})


class Face(Struct, frozen=True):
    """One face in a font file; `index` is its place in a collection."""

    role: str
    name: str
    path: str
    index: int


def installed(families: Mapping[str, str] | None = None) -> tuple[Face, ...]:
    """The face of each role that has one, in the order of `ROLES`: of the family named for it, or else a stock one.

    EnvironmentProblem if a role that is needed has none.
    """
    own = {role: face for role, family in (families or {}).items() if (face := _of_family(role, family)[0])}
    stock = _stock()
    return tuple([face for role in ROLES if (face := own.get(role) or _best(role, stock))])


def refused(families: Mapping[str, str]) -> dict[str, Refusal]:
    """Roles whose family is not used, and why."""
    found = {role: _of_family(role, family) for role, family in families.items()}
    return {role: why or "absent" for role, (face, why) in found.items() if face is None}


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


def _stock() -> dict[str, Face]:
    names = {name: role for role, wanted in ROLES.items() for name in wanted}
    found: dict[str, Face] = {}
    for path in _files(_STOCK):
        for index, face in enumerate(_faces(path)):
            name = face.get_name(_POSTSCRIPT_NAME) or ""
            if name in names and against(face) is None:
                found.setdefault(name, Face(names[name], name, str(path), index))
    return found


def _best(role: str, found: Mapping[str, Face]) -> Face | None:
    for name in ROLES[role]:
        if name in found:
            return found[name]
    what = {
        "song": ("宋体（思源宋体）", "a Song face (Noto Serif CJK SC)"),
        "hei": ("黑体（思源黑体）", "a Hei face (Noto Sans CJK SC)"),
    }
    if role in NEEDED:
        raise EnvironmentProblem(*what[role], (PACKAGES[role],))
    return None


def _of_family(role: str, family: str) -> tuple[Face | None, Refusal | None]:
    """The regular face of a family, by any of its names in any language; or why the first such face is not used."""
    why: Refusal | None = None
    for path in _files(("*",)):
        for index, face in enumerate(_faces(path)):
            names = _names(face, _FAMILY) | _names(face, _TYPOGRAPHIC_FAMILY)
            if family in names and _is_regular(face):
                reason = _against(face)
                if reason is None:
                    return Face(role, face.get_name(_POSTSCRIPT_NAME) or family, str(path), index), None
                why = why or reason
    return None, why


def _against(face: hb.Face) -> Refusal | None:
    return against(face) or (None if _may_be_embedded(face) else "forbidden")


def _names(face: hb.Face, wanted: int) -> set[str]:
    """One of its names in every language the face has it in."""
    return {face.get_name(number, language) or "" for number, language in face.list_names() if number == wanted}


def _is_regular(face: hb.Face) -> bool:
    return not _names(face, _STYLE) or bool(_names(face, _STYLE) & _REGULAR)


def _may_be_embedded(face: hb.Face) -> bool:
    """Not so where OS/2 says "restricted licence" (`fsType` 2)."""
    table = bytes(face.reference_table("OS/2").data or b"")
    return len(table) < 10 or int.from_bytes(table[8:10], "big") & 0x000F != 2


def _files(patterns: tuple[str, ...]) -> Iterator[Path]:
    for folder in dict.fromkeys(folders()):
        if folder.is_dir():
            paths = sorted({path for pattern in patterns for path in folder.rglob(pattern)})
            yield from [
                path for path in paths if path.suffix.lower() in (".ttc", ".otc", ".otf", ".ttf") and path.is_file()
            ]


def _faces(path: Path) -> list[hb.Face]:
    """The faces in a font file; none when it cannot be read as a font."""
    try:
        blob = hb.Blob.from_file_path(str(path))
    except (OSError, hb.HarfBuzzError):
        return []
    count = max(1, hb.Face(blob, 0).count)
    return [hb.Face(blob, index) for index in range(count)]
