"""Files that earlier runs left in the cache and in output folders, read as what a stranger may have put there.

In: paths. Out: bytes, or the value in them; an OSError, or None, where that is not a plain file or not such a value. A
checkout can bring along links, also such that never end, and a value nested deeper than any parser goes.
"""

import os
import stat
from io import BufferedReader
from pathlib import Path
from typing import TypeVar

import msgspec

T = TypeVar("T")
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def opened(path: Path | str) -> BufferedReader:
    """The file at a path; never follows a link, never waits on a pipe."""
    handle = os.open(path, _FLAGS)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise FileNotFoundError(path)
    return open(handle, "rb")  # noqa: PTH123 - a descriptor, not a path; the caller closes it


def read(path: Path | str) -> bytes:
    """All of the file at a path."""
    with opened(path) as file:
        return file.read()


def decoded(body: bytes | msgspec.Raw, kind: type[T]) -> T | None:
    """The value in JSON; None where it is no such value."""
    try:
        return msgspec.json.decode(body, type=kind)
    except (ValueError, RecursionError):  # a faulty value or encoding; brackets without end
        return None
