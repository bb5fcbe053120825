"""What may be shown: the files of the site that the last good build claims, and nothing else of the disk.

In: an output folder, the manifest of a build, paths below `site/`. Out: bytes. A path is looked up, never walked; a claimed
file that has become a link, or lies behind one, is not followed.
"""

from importlib.resources import files
from pathlib import Path

from gkstd.build import plain
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
            return plain.read(place)
        except OSError:
            return None


def client(name: str) -> bytes | None:
    """A file that the preview adds to pages: `client.js` or `client.css`."""
    if name not in ("client.js", "client.css"):
        return None
    return (files("gkstd.serve") / "client" / name).read_bytes()
