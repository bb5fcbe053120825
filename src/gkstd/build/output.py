"""The one writer: puts finished files into the output folder, and takes away what nothing claims any more.

In: bytes by path, as they come. Out: files, all of them whole. New bytes wait in a folder of their own on the same disk;
only when everything is there and on the disk are they moved into place, one atomic step per file, manifest last. Killed
before that, the last good build is untouched; killed during it, every file is a whole one, and the next build repairs
the rest: a journal names what was about to be claimed. An unchanged file is never rewritten.
"""

import os
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

import msgspec

from gkstd.build import atomic, plain
from gkstd.build import manifest as manifests
from gkstd.build.digests import Digests
from gkstd.build.fingerprint import Stored
from gkstd.build.machine import MachineError, writing
from gkstd.build.paths import fault, inside
from gkstd.diagnostics.codes.build import NOT_OURS

STAGE = ".gkstd-tmp"
JOURNAL = ".gkstd-journal"
_MANY = 16


class Output:
    """The output folder during one build; `name` is what messages call it. Hold the lock around it."""

    def __init__(self, folder: Path, name: str, digests: Digests) -> None:
        self._folder, self._name, self._digests = folder, name, digests
        self._stage = folder / STAGE
        self._staged: dict[str, Path] = {}
        self.last = manifests.read(folder / manifests.NAME)

    def __enter__(self) -> "Output":
        """Clear what a killed build left."""
        self.reset()
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):  # the next build clears it
            self._clear()

    def reset(self) -> None:
        """Nothing is staged."""
        with writing(f"{self._name}/{STAGE}"):
            self._clear()

    def has(self, what: Stored) -> bool:
        """Whether the file is already there with these bytes."""
        return self._digests.file(str(self._place(what.path))) == what.sha256

    def settled(self, manifest: str) -> bool:
        """Whether the last build ended, with a manifest of this digest."""
        try:
            text = plain.read(self._folder / manifests.NAME)
        except OSError:
            return False
        return sha256(text).hexdigest() == manifest and not self._journal()

    def stage(self, path: str, data: bytes) -> None:
        """Have bytes ready for a path."""
        self._place(path)
        part = self._stage / str(len(self._staged))
        with writing(f"{self._name}/{path}"):
            if not self._staged:
                self._stage.mkdir(exist_ok=True)
            part.write_bytes(data)
        self._staged[path] = part

    def unclaimed(self, claimed: Iterable[str]) -> list[str]:
        """Files that an earlier build put here and that nobody claims now, sorted."""
        earlier = {entry.path for entry in self.last.outputs} if self.last else set()
        gone = (earlier | self._journal()).difference(claimed)
        return sorted(path for path in gone if self.exists(path))

    def commit(self, manifest: manifests.Manifest, prune: Iterable[str]) -> None:
        """Move everything into place, remove what is to be pruned, and put the manifest on top."""
        prune = list(prune)
        text = manifests.encode(manifest)
        if not self._staged and not prune and self._same_manifest(text):
            return
        touched = self._journal().union(self._staged)
        with writing(self._name):
            self._flush()
            self._note(touched)
        with _undisturbed():
            self._move(prune)
            with writing(f"{self._name}/{manifests.NAME}"):
                atomic.write(self._folder / manifests.NAME, text, durable=True)
                self._note(touched.difference(prune, [entry.path for entry in manifest.outputs]))
                _settle([self._folder])

    def _note(self, paths: set[str]) -> None:
        """Keep a journal of paths that no manifest may come to claim; none is needed for none."""
        if paths:
            atomic.write(self._folder / JOURNAL, msgspec.json.encode(sorted(paths)), durable=True)
        else:
            (self._folder / JOURNAL).unlink(missing_ok=True)

    def _move(self, prune: list[str]) -> None:
        """New files first and old ones last, except where an old file stands in the way of a new folder or the reverse."""
        ways = {way for path in self._staged for way in _ways(path)}
        blocking = [path for path in prune if path in ways or self._blocks(path)]
        self._remove(blocking)
        folders = {self._folder}
        for path, part in self._staged.items():
            place = self._place(path)
            with writing(f"{self._name}/{path}"):
                if place.parent not in folders:
                    place.parent.mkdir(parents=True, exist_ok=True)
                part.replace(place)
            folders.add(place.parent)
        with writing(self._name):
            _settle(sorted(folders))
        self._remove([path for path in prune if path not in blocking])

    def _blocks(self, path: str) -> bool:
        """Whether a new file is to stand where this file's folder is."""
        return any(way in self._staged for way in _ways(path))

    def _remove(self, paths: list[str]) -> None:
        for path in paths:
            place = self._place(path)
            with writing(f"{self._name}/{path}"), suppress(FileNotFoundError, NotADirectoryError):
                place.unlink()
            for parent in list(place.parents)[: path.count("/")]:
                with suppress(OSError):  # not empty: not ours to remove
                    parent.rmdir()

    def _flush(self) -> None:
        """Everything staged is on the disk.

        Many small files one by one wait for the disk each time: 300 files took 1.1 s, one sync of the system 0.04 s.
        Linux's sync returns when the data is written; other systems may only promise to.
        """
        if len(self._staged) > _MANY and sys.platform == "linux":
            os.sync()
            return
        for part in self._staged.values():
            atomic.sync(part)

    def _same_manifest(self, manifest: bytes) -> bool:
        try:
            return plain.read(self._folder / manifests.NAME) == manifest and not (self._folder / JOURNAL).exists()
        except OSError:
            return False

    def _journal(self) -> set[str]:
        """What a killed build may have put here."""
        try:
            paths = plain.decoded(plain.read(self._folder / JOURNAL), list[str]) or []
        except OSError:
            return set()
        return {path for path in paths if not fault(path)}

    def exists(self, path: str) -> bool:
        """Whether anything is at a path."""
        place = inside(self._folder, path)
        return place is not None and os.path.lexists(place)

    def _place(self, path: str) -> Path:
        place = inside(self._folder, path)
        if place is None:
            why_zh, why_en = (
                "路径不正规，或经过符号链接",
                "the path is not a plain one or leads through a symbolic link",
            )
            raise MachineError(NOT_OURS, path=f"{self._name}/{path}", why_zh=why_zh, why_en=why_en)
        return place

    def _clear(self) -> None:
        """No staged file is left; a link of that name is removed, not followed."""
        self._staged.clear()
        with suppress(FileNotFoundError):
            if self._stage.is_symlink():
                self._stage.unlink()
            for part in self._stage.iterdir():
                part.unlink()
            self._stage.rmdir()


def _ways(path: str) -> list[str]:
    """The folders a path leads through: "a/b/c" → "a", "a/b"."""
    parts = path.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts))]


def _settle(folders: list[Path]) -> None:
    """Names in these folders are on the disk. Windows cannot open a folder."""
    if os.name != "nt":
        for folder in folders:
            atomic.sync(folder)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Signals wait while files are moved: milliseconds, and all of an edition changes hands together."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
