"""Whole files or none: bytes go into a temporary file beside their place and are moved onto it.

In: a path and bytes. Out: the file. `durable=True` waits for the disk, for what must survive a power cut.
"""

import os
from contextlib import suppress
from itertools import count
from pathlib import Path

TEMPORARY = ".tmp-"
_numbers = count()


def write(path: Path, data: bytes, *, durable: bool = False) -> None:
    """Put `data` at `path`. OSError leaves what was there before."""
    part = path.with_name(f"{TEMPORARY}{os.getpid()}-{next(_numbers)}")
    try:
        with part.open("xb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def sync(path: Path) -> None:
    """Wait until a file or a folder's list of names is on the disk; file systems that cannot, need not."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
