"""What earlier builds made: bytes by their digest, and for each key a trace of what rendering gave and read.

In: keys (`fingerprint.py`) and artifacts. Out: traces, bytes. An entry counts only if its checksum holds, if every
template it read still holds, and if its bytes are there. Whatever is wrong with the folder, the answer is "not cached";
where it cannot be written, results are held in memory for this build. JSON and plain bytes: nothing in it is ever executed.

Making a file costs more than writing some more bytes to one: what is small follows its trace in the same file.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from gkstd.build import atomic, plain
from gkstd.build.digests import seal, unseal
from gkstd.build.fingerprint import Stored, stored
from gkstd.diagnostics.codes.build import PASSING
from gkstd.render.base import Artifact, Finding
from gkstd.render.templates import Reads

VERSION = "v1"
FOLDER, TAG = ".gkstd-cache", "CACHEDIR.TAG"
SMALL = 1 << 16
"""Bytes; outputs that are fewer together stand behind their trace."""
_WORDS = "Signature: 8a477f597d28d172789f06886806bc55\n# Results of earlier builds by gkstd; safe to delete.\n"


class Trace(Struct, frozen=True):
    """What rendering a target gave, without the bytes; `key` tells an entry that was moved to another's place.

    `whole`: the bytes of the outputs follow in the same file, in their order; else each is an object of its own.
    """

    key: str
    target: str
    outputs: tuple[Stored, ...]
    reads: Reads = ()
    findings: tuple[Finding, ...] = ()
    whole: bool = False


class Damaged(Exception):  # noqa: N818 - what happened to the bytes, not an error of anybody
    """Bytes that a trace promised are gone or changed. They are forgotten now: running again renders them."""


class Cache:
    """`root` is the folder (`.gkstd-cache`), None to keep nothing; `holds` tells the present digest of a template read."""

    def __init__(self, root: Path | None, holds: Callable[[str], str | None]) -> None:
        self._folder = opened(root, make=True)
        self._holds = holds
        self._memory: dict[str, bytes] = {}
        self._bad: set[str] = set()
        self._behind: dict[str, tuple[str, int]] = {}
        self._shelves: set[Path] = set()
        self.grown = False

    @property
    def digests_table(self) -> Path | None:
        """See `digests_table`."""
        return digests_table(self._folder)

    def find(self, key: str) -> Trace | None:
        """The trace kept under a key, if all of it still holds."""
        if self._folder is None or key in self._bad:
            return None
        try:
            with plain.opened(_spot(self._folder, "traces", key)) as file:
                head = file.readline() + file.readline()
                behind = os.fstat(file.fileno()).st_size - len(head)
        except OSError:
            return None
        body = unseal(head.removesuffix(b"\n"))
        trace = plain.decoded(body, Trace) if body else None
        if trace is None or trace.key != key or not self._current(trace, behind):
            return None
        self._note(trace, len(head))
        return trace

    def keep(self, key: str, artifact: Artifact) -> Trace:
        """Store a clean artifact and give its trace."""
        outputs = tuple([stored(output.path, output.data) for output in artifact.outputs])
        passing = any(finding.code.id in PASSING for finding in artifact.findings)
        whole = not passing and sum(output.size for output in outputs) < SMALL
        trace = Trace(key, artifact.target, outputs, artifact.reads, artifact.findings, whole)
        if whole:
            self._keep_whole(trace, [output.data for output in artifact.outputs])
            return trace
        for what, output in zip(outputs, artifact.outputs, strict=True):
            self._put(what, output.data)
        if not passing:
            self._write("traces", key, seal(msgspec.json.encode(trace)))
        return trace

    def data(self, what: Stored) -> bytes:
        """The bytes, verified."""
        data = self._memory.get(what.sha256)
        if data is not None:
            return data
        data = self._read(what)
        if data is None or sha256(data).hexdigest() != what.sha256:
            self._forget(what.sha256)
            raise Damaged(what.path)
        return data

    def _keep_whole(self, trace: Trace, data: list[bytes]) -> None:
        head = seal(msgspec.json.encode(trace)) + b"\n"
        if trace.key not in self._bad and self._write("traces", trace.key, b"".join([head, *data])):
            self._note(trace, len(head))
        else:
            self._memory.update(zip([what.sha256 for what in trace.outputs], data, strict=True))

    def _note(self, trace: Trace, at: int) -> None:
        """Remember where the bytes of a trace begin that has them with it."""
        for what in trace.outputs if trace.whole else ():
            self._behind[what.sha256] = (trace.key, at)
            at += what.size

    def _current(self, trace: Trace, behind: int) -> bool:
        """Whether what was read holds and the bytes are there; `behind` are those that follow the trace."""
        if not all(self._holds(name) == digest for name, digest in trace.reads):
            return False
        if trace.whole:
            return sum(what.size for what in trace.outputs) == behind
        return all(self._present(what) for what in trace.outputs)

    def _present(self, what: Stored) -> bool:
        if what.sha256 in self._memory:
            return True
        if what.sha256 in self._bad:
            return False
        try:
            return _spot(self._folder, "objects", what.sha256).stat().st_size == what.size if self._folder else False
        except OSError:
            return False

    def _put(self, what: Stored, data: bytes) -> None:
        if not self._present(what) and (not self._write("objects", what.sha256, data) or what.sha256 in self._bad):
            self._memory[what.sha256] = data

    def _write(self, kind: str, name: str, data: bytes) -> bool:
        if self._folder is None:
            return False
        spot = _spot(self._folder, kind, name)
        try:
            if spot.parent not in self._shelves:
                spot.parent.mkdir(parents=True, exist_ok=True)
                self._shelves.add(spot.parent)
            atomic.write(spot, data)
        except OSError:
            return False
        self.grown = True
        return True

    def _read(self, what: Stored) -> bytes | None:
        if self._folder is None:
            return None
        key, at = self._behind.get(what.sha256, ("", 0))
        try:
            if not key:
                return plain.read(_spot(self._folder, "objects", what.sha256))
            with plain.opened(_spot(self._folder, "traces", key)) as file:
                file.seek(at)
                return file.read(what.size)
        except OSError:
            return None

    def _forget(self, name: str) -> None:
        """Never believe the disk about these bytes again in this build, even if they cannot be removed."""
        key, _ = self._behind.pop(name, ("", 0))
        self._bad.add(key or name)
        if self._folder:
            with suppress(OSError):
                (_spot(self._folder, "traces", key) if key else _spot(self._folder, "objects", name)).unlink()


def digests_table(folder: Path | None) -> Path | None:
    """Where the builder keeps what it knows of files on this disk."""
    return folder / "files.json" if folder else None


def _spot(folder: Path, kind: str, name: str) -> Path:
    """Names are hex digests; what a damaged or forged trace holds instead must not become a path."""
    if len(name) != 64 or not name.isalnum() or not name.isascii():
        raise FileNotFoundError(name)
    return folder / kind / name[:2] / name


def opened(root: Path | None, *, make: bool) -> Path | None:
    """The folder of this version of the format, made if need be; None if there is none."""
    if root is None or root.is_symlink() or (root / VERSION).is_symlink():
        return None
    folder = root / VERSION
    try:
        if make and not folder.is_dir():
            folder.mkdir(parents=True)
            atomic.write(root / TAG, _WORDS.encode())
            atomic.write(root / ".gitignore", b"*\n")
    except OSError:
        pass
    return folder if folder.is_dir() else None
