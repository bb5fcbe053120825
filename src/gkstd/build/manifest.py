"""manifest.json: every output with its hash and where it came from.

In: results of a build and the manifest of the last one. Out: the same text for the same sources and tools, however the
build went about it: nothing in it knows of the cache, the clock, the machine's paths or the number of jobs.
"""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from gkstd.build import plain
from gkstd.build.paths import fault

SCHEMA = 1
NAME = "manifest.json"
TEMPLATES = "templates/"


class Entry(Struct, frozen=True):
    """One output: path under `build/`, SHA-256, size, the target that gave it, the project files it was made from.

    `stale` is true for an output of an earlier build when its sources, or any template of the project, have changed since:
    its target failed, or its group was not asked for.
    """

    path: str
    sha256: str
    bytes: int
    target: str
    sources: tuple[str, ...]
    stale: bool = False


class Edition(Struct, frozen=True):
    """Which edition this is."""

    id: str
    title: str
    date: str


class Manifest(Struct, frozen=True, kw_only=True):
    """`engines`: renderer → name → version. `sources`: project file → SHA-256. Outputs are sorted by path."""

    schema_version: int
    gkstd: str
    edition: Edition
    as_of: str
    engines: Mapping[str, Mapping[str, str]]
    sources: Mapping[str, str]
    outputs: tuple[Entry, ...]


def encode(manifest: Manifest) -> bytes:
    """As it is written."""
    return msgspec.json.format(msgspec.json.encode(manifest, order="deterministic"), indent=2) + b"\n"


def read(path: Path) -> Manifest | None:
    """The manifest of the last build; None if there is none, or none that this version understands and can trust."""
    try:
        manifest = plain.decoded(plain.read(path), Manifest)
    except OSError:
        return None
    if manifest is None:
        return None
    sound = manifest.schema_version == SCHEMA and not any(fault(entry.path) for entry in manifest.outputs)
    return manifest if sound else None


def kept(last: Manifest | None, sources: Mapping[str, str], keep: Iterable[str]) -> list[Entry]:
    """Entries of the last manifest for the outputs at `keep`, marked stale where their sources changed since."""
    if last is None:
        return []
    wanted = frozenset(keep)
    changed = {name for name in {*last.sources, *sources} if last.sources.get(name) != sources.get(name)}
    restyled = any(name.startswith(TEMPLATES) for name in changed)
    return [
        msgspec.structs.replace(entry, stale=entry.stale or restyled or not changed.isdisjoint(entry.sources))
        for entry in last.outputs
        if entry.path in wanted
    ]


def source_digests(files: Mapping[str, bytes]) -> dict[str, str]:
    """Project file → SHA-256 of its bytes (of a text, in UTF-8)."""
    return {name: sha256(data).hexdigest() for name, data in sorted(files.items())}
