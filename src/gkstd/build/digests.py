"""SHA-256 of files, read again only when their size, times or inode changed.

In: paths. Out: hex digests. What was learnt is kept as JSON with a checksum; a damaged table is an empty one. A file
touched within a moment of the table being saved is not believed next time: its clock may not have ticked since.
"""

import os
import stat
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import msgspec

from gkstd.build import atomic, plain

Stamp = tuple[int, int, int, int]
_TICK = 50_000_000
"""Nanoseconds; the coarsest clock of a common file system kernel ticks every 10 ms."""


class Digests:
    """The memory of one build; `table` is where it is kept, None for nowhere."""

    def __init__(self, table: Path | None) -> None:
        self._table = table
        self._known: dict[str, tuple[Stamp, str]] = _load(table)
        self._used: dict[str, tuple[Stamp, str]] = {}

    def file(self, path: str) -> str | None:
        """The digest of a regular file, not through a symbolic link at its end; None if there is none to be read."""
        try:
            status = os.lstat(path)
        except OSError:
            return None
        if not stat.S_ISREG(status.st_mode):
            return None
        stamp = _stamp(status)
        known = self._known.get(path)
        if known is None or known[0] != stamp:
            digest = _read(path)
            if digest is None:
                return None
            known = (stamp, digest)
        self._used[path] = known
        return known[1]

    def save(self) -> None:
        """Keep what was asked for this time; not being able to is no error, only slower."""
        now = time.time_ns()
        kept = {path: known for path, known in sorted(self._used.items()) if known[0][2] < now - _TICK}
        if self._table is None or kept == self._known:
            return
        with suppress(OSError):
            atomic.write(self._table, seal(msgspec.json.encode(kept)))


def stamps(folder: str) -> str:
    """One digest for the names, sizes and times of all files below a folder: enough to tell whether it is still the same here."""
    found = []
    for here, below, names in os.walk(folder):
        below[:] = sorted(name for name in below if name != "__pycache__")
        for name in sorted(names):
            path = os.path.join(here, name)  # noqa: PTH118 - hundreds of them
            found.append((path, _stamp(os.lstat(path))))
    return sha256(repr(found).encode()).hexdigest()


def seal(body: bytes) -> bytes:
    """The body under a line with its digest."""
    return sha256(body).hexdigest().encode() + b"\n" + body


def unseal(data: bytes) -> bytes | None:
    """The body, or None if a single bit of it changed."""
    head, _, body = data.partition(b"\n")
    return body if head == sha256(body).hexdigest().encode() else None


def _load(table: Path | None) -> dict[str, tuple[Stamp, str]]:
    if table is None:
        return {}
    try:
        body = unseal(plain.read(table))
    except OSError:
        return {}
    return plain.decoded(body or b"{}", dict[str, tuple[Stamp, str]]) or {}


def _stamp(status: os.stat_result) -> Stamp:
    return (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def _read(path: str) -> str | None:
    try:
        with plain.opened(path) as file:
            total = sha256()
            while block := file.read(1 << 20):
                total.update(block)
            return total.hexdigest()
    except OSError:
        return None
