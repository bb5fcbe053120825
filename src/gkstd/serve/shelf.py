"""What may be shown: the files of the site that the last good build claims, and nothing else of the disk.

In: an output folder, the manifest of a build, paths below `site/`. Out: bytes. A path is looked up, never walked; a claimed
file that has become a link, or lies behind one, is not followed.
"""

import os
import stat
from importlib.resources import files
from pathlib import Path

from gkstd.build.manifest import NAME, Manifest, read
from gkstd.build.paths import inside

SITE = "site/"


class Shelf:
    """The site of one output folder. `fill` is called between builds, the rest by any thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.paths: frozenset[str] = frozenset()
        self.fill(read(folder / NAME))

    def fill(self, manifest: Manifest | None) -> None:
        """Show what this build claims; without a manifest, what was shown before."""
        if manifest is not None:
            names = [entry.path for entry in manifest.outputs if entry.path.startswith(SITE)]
            self.paths = frozenset(name.removeprefix(SITE) for name in names)

    def bytes_of(self, path: str) -> bytes | None:
        """A file of the site, or None."""
        place = inside(self._folder, SITE + path) if path in self.paths else None
        if place is None:
            return None
        try:
            return _plain(os.open(place, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)))
        except OSError:
            return None


def _plain(handle: int) -> bytes | None:
    """What an open file holds, if it is a plain one."""
    try:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            return None
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read()
    finally:
        os.close(handle)


def client(name: str) -> bytes | None:
    """A file that the preview adds to pages: `client.js` or `client.css`."""
    if name not in ("client.js", "client.css"):
        return None
    return (files("gkstd.serve") / "client" / name).read_bytes()
