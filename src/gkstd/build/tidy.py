"""Keeps the cache within its bound.

In: the cache's folder, the digests and keys that the present build uses, a bound in bytes. Out: nothing; the oldest entries
that the present build does not use are gone. Another build that loses an entry renders it again.
"""

import os
import time
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from gkstd.build.atomic import TEMPORARY
from gkstd.build.cache import VERSION

BOUND = 1 << 30
"""One gibibyte: some twenty editions of a county."""


def tidy(root: Path, used: Collection[str], bound: int = BOUND) -> None:
    """Remove the least recent unused entries until at most `bound` bytes are left; abandoned temporary files too."""
    entries = sorted(_entries(root / VERSION))
    excess = sum(size for _, _, size in entries) - bound
    hour_ago = time.time_ns() - 3600 * 10**9
    for changed, path, size in entries:
        name = path.rpartition(os.sep)[2]
        if (name.startswith(TEMPORARY) and changed < hour_ago) or (excess > 0 and name not in used):
            excess -= size
            with suppress(OSError):
                os.unlink(path)  # noqa: PTH108 - thousands of them


def _entries(folder: Path) -> Iterator[tuple[int, str, int]]:
    """(time of last change, path, size) of every file two levels down."""
    for kind in ("objects", "traces"):
        for shelf in _scan(str(folder / kind)):
            for entry in _scan(shelf.path):
                with suppress(OSError):
                    status = entry.stat(follow_symlinks=False)
                    yield status.st_mtime_ns, entry.path, status.st_size


def _scan(path: str) -> list["os.DirEntry[str]"]:
    try:
        with os.scandir(path) as entries:
            return list(entries)
    except OSError:
        return []
