"""Whether `build/` still is what its manifest says.

In: an output folder. Out: what is missing, changed, or there without a claim. Reads everything, believes no cache.
"""

import os
from pathlib import Path

from msgspec import Struct

from gkstd.build import manifest
from gkstd.build.digests import Digests
from gkstd.build.folder import MARKER
from gkstd.build.lock import NAME as LOCK
from gkstd.build.paths import inside

OWN = frozenset((MARKER, LOCK, manifest.NAME))


class Verdict(Struct, frozen=True):
    """Paths under the folder, sorted. `manifest` is false if there is none that can be read."""

    manifest: bool
    missing: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unclaimed: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether every output is as the manifest says."""
        return self.manifest and not (self.missing or self.changed)


def verify(folder: Path) -> Verdict:
    """Hash everything anew."""
    known = manifest.read(folder / manifest.NAME)
    if known is None:
        return Verdict(False)
    digests = Digests(None)
    missing, changed = [], []
    for entry in known.outputs:
        place = inside(folder, entry.path)
        found = digests.file(str(place)) if place else None
        if found is None:
            missing.append(entry.path)
        elif found != entry.sha256:
            changed.append(entry.path)
    claimed = {entry.path for entry in known.outputs}
    return Verdict(
        True, tuple(missing), tuple(changed), tuple([path for path in _files(folder) if path not in claimed])
    )


def _files(folder: Path) -> list[str]:
    found = []
    for here, _, names in os.walk(folder):
        found += [Path(here, name).relative_to(folder).as_posix() for name in names]
    return sorted(path for path in found if path not in OWN)
