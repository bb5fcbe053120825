"""A build in which nothing is new: the same sources, tools and wishes as before, and their outputs still in place.

In: what was gathered, what is wished for. Out: the `BuildResult` that a build would give, without reading, planning or rendering
anything; or None, and then a build has to. The outputs are verified as any build does it; a single one that differs is
reason enough.
"""

from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from gkstd.build import folder, manifest
from gkstd.build.cache import FOLDER, digests_table, opened
from gkstd.build.digests import Digests
from gkstd.build.engines import Engines
from gkstd.build.events import Cached, Committed, Listener, Planned
from gkstd.build.fingerprint import Stored
from gkstd.build.interrupt import interruptible
from gkstd.build.lock import locked
from gkstd.build.output import Output
from gkstd.build.recall import Recall, question
from gkstd.build.result import BuildResult
from gkstd.diagnostics import Diagnostic
from gkstd.diagnostics.codes.build import PASSING
from gkstd.render.registry import MODULES
from gkstd.source.gather import Gathered
from gkstd.text import SourceFile


class Wish(Struct, frozen=True):
    """What is to be built, and where: as asked for, before the project's own settings are known."""

    root: Path
    groups: tuple[str, ...]
    only: tuple[str, ...]
    profile: str
    out: Path | None
    release: bool = False


class Outcome(Struct, frozen=True):
    """What is remembered of a build without a failure.

    `manifest` is the digest of its manifest.json, `outputs` the paths it was asked for, `targets` all it looked at.
    """

    profile: str
    planned: Planned
    targets: tuple[str, ...]
    outputs: tuple[str, ...]
    manifest: str
    diagnostics: tuple[Diagnostic, ...]


class Memory:
    """Asks and answers about one wish on the grounds of one set of bytes; "" for none, when nothing is remembered.

    Nor is it for a release, which git has a say in.
    """

    def __init__(self, recall: Recall, ground: str, wish: Wish) -> None:
        self._recall, self._wish = recall, wish
        self._digests = Digests(digests_table(opened(wish.root / FOLDER, make=False)))
        sure = ground and not wish.release
        self._asked = question(ground, "build", wish, self._engines()) if sure else ""

    def _engines(self) -> list[str]:
        """Everything installed that decides bytes, as the cache's keys know it."""
        engines = Engines(self._digests)
        return [engines.digest(renderer) for renderer in sorted(MODULES)]

    def result(self, given: Gathered, tell: Listener) -> BuildResult | None:
        """The result of the same build as last time, if it is all still there."""
        known = self._recall.find(self._asked, Outcome)
        if known is None:
            return None
        out = self._wish.out or folder.of(self._wish.root, known.profile)
        name = folder.shown(self._wish.root, out)
        folder.prepare(self._wish.root, out)
        with interruptible(), locked(out, name), Output(out, name, self._digests) as output:
            last = output.last
            if last is None or not _intact(output, last, known):
                return None
            self._digests.save()
        tell(known.planned)
        for target in known.targets:
            tell(Cached(target))
        tell(Committed(0, len(known.outputs), 0))
        return BuildResult(
            diagnostics=known.diagnostics, files=texts(given), folder=name, unchanged=known.outputs, manifest=last
        )

    def keep(self, result: BuildResult, profile: str, planned: Planned, targets: tuple[str, ...]) -> None:
        """Remember a build that went well."""
        passing = any(found.code in PASSING for found in result.diagnostics)
        if result.manifest is None or result.failed or passing:
            return
        digest = sha256(manifest.encode(result.manifest)).hexdigest()
        outputs = tuple(sorted([*result.written, *result.unchanged]))
        self._recall.keep(self._asked, Outcome(profile, planned, targets, outputs, digest, result.diagnostics))


def texts(given: Gathered) -> dict[str, SourceFile]:
    """What findings may point into, by name; templates last."""
    templates = [SourceFile(f"templates/{name}", text) for name, text in given.templates.items()]
    return {file.id: file for file in (*given.files, *templates)}


def _intact(output: Output, last: manifest.Manifest, known: Outcome) -> bool:
    """Whether the folder is as that build left it; what it was not asked for has at least to be there."""
    asked = frozenset(known.outputs)
    return output.settled(known.manifest) and all(
        output.has(Stored(entry.path, entry.sha256, entry.bytes)) if entry.path in asked else output.exists(entry.path)
        for entry in last.outputs
    )
