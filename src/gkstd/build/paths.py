"""The one place that decides which paths may be written or removed under an output folder.

In: relative paths, from renderers or from an old manifest. Out: whether they are plain names below the folder, and the
folders they lead through, none of which may be a link to somewhere else.
"""

import os
import stat
from functools import lru_cache
from pathlib import Path

RESERVED = "manifest.json"
_FORBIDDEN = frozenset('\\:*?"<>|') | {chr(number) for number in range(32)} | {"\x7f"}


@lru_cache(1 << 14)
def fault(path: str) -> str:
    """What is wrong with an output path, or ""; asked of each several times a build."""
    parts = path.split("/")
    if (
        not path
        or len(path.encode(errors="replace")) > 1024
        or any(len(part.encode(errors="replace")) > 240 for part in parts)
    ):
        return f"the output path {path[:60]!r} is empty or too long"
    if path[0] in "~." or any(map(_improper, parts)) or _FORBIDDEN & set(path) or not _text(path):
        return f"the output path {path[:200]!r} is not a plain relative path"
    if path.casefold() == RESERVED:
        return f"the output path {path!r} is reserved"
    return ""


def _improper(part: str) -> bool:
    return not part or part[-1] in " ." or part.casefold() == ".git"


def _text(path: str) -> bool:
    """False for half a character, which no file system takes."""
    return not any("\ud800" <= char <= "\udfff" for char in path)


def inside(folder: Path, path: str) -> Path | None:
    """The place of an output, or None if the path is no plain one or leads through a link."""
    if fault(path):
        return None
    here = str(folder)
    for part in path.split("/")[:-1]:
        here = os.path.join(here, part)  # noqa: PTH118 - thousands of them
        if not _folder_or_absent(here):
            return None
    return folder / path


def _folder_or_absent(path: str) -> bool:
    """False for a link; a plain file in the way is the caller's to find out, when the system says so."""
    try:
        return not stat.S_ISLNK(os.lstat(path).st_mode)
    except OSError:
        return True
