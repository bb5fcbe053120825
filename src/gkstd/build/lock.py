"""One build at a time per output folder.

In: a folder. Out: a lock in it that names its owner (process, host, start), taken over when that owner is surely gone: a
process of this host that no longer lives, or a number that now belongs to a later process. Advisory: it binds gkstd only.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from gkstd.build.machine import MachineError, writing
from gkstd.diagnostics.codes.build import BUSY

NAME = ".gkstd-lock"


class Owner(Struct, frozen=True):
    """Who builds. `born` tells processes of one number apart: the kernel's start time of the process, "" if unknown."""

    pid: int
    host: str
    since: str
    born: str


@contextmanager
def locked(folder: Path, shown: str) -> Iterator[None]:
    """Hold the lock; MachineError if another build holds it. `shown` is the folder's name for messages."""
    path = folder / NAME
    with writing(f"{shown}/{NAME}"):
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
    try:
        with writing(f"{shown}/{NAME}"), _guarded(handle):
            _claim(handle, f"{shown}/{NAME}")
        yield
    finally:
        with suppress(OSError), _guarded(handle):
            owner = _owner(handle)
            if owner is not None and (owner.pid, owner.born) == (os.getpid(), _born(os.getpid())):
                os.ftruncate(handle, 0)
        os.close(handle)


def _claim(handle: int, shown: str) -> None:
    """Write our name, unless a living build's is there."""
    owner = _owner(handle)
    if owner is not None and _alive(owner):
        raise MachineError(BUSY, pid=owner.pid, host=owner.host, since=owner.since, path=shown)
    os.ftruncate(handle, 0)
    os.pwrite(handle, msgspec.json.encode(_me()), 0)


@contextmanager
def _guarded(handle: int) -> Iterator[None]:
    """Between looking and claiming nobody else looks; the kernel lets go of this guard even if we are killed."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.flock(handle, fcntl.LOCK_UN)


def _owner(handle: int) -> Owner | None:
    """What the lock says; nonsense is nobody."""
    try:
        return msgspec.json.decode(os.pread(handle, 4096, 0), type=Owner)
    except msgspec.DecodeError:
        return None


def _me() -> Owner:
    pid = os.getpid()
    return Owner(pid, os.uname().nodename, time.strftime("%Y-%m-%d %H:%M:%S"), _born(pid))


def _alive(owner: Owner) -> bool:
    """Whether the owner may still be building; of other hosts nothing is known, so they are believed."""
    if owner.host != os.uname().nodename:
        return True
    try:
        os.kill(owner.pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        pass
    return _born(owner.pid) == owner.born


def _born(pid: int) -> str:
    """Boot and start of a process, where the system tells (Linux)."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return f"{boot}/{fields[19]}"
    except (OSError, IndexError):
        return ""
