"""The preview on one page: listen → build → show → wait for a change → build → tell the browsers → wait.

In: a project's folder, a port, a language. Out: files of `build/`, as `gkstd build site` makes them, replies to this machine's
browsers, and events for whoever listens. Ends when interrupted. With errors in the sources the last good pages stay.
"""

import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from msgspec import Struct

from gkstd.build import folder
from gkstd.build.events import Listener
from gkstd.build.interrupt import interruptible
from gkstd.build.machine import MachineError
from gkstd.build.pipeline import BuildResult, build
from gkstd.diagnostics.codes.build import BUSY
from gkstd.serve import problems
from gkstd.serve.board import Board
from gkstd.serve.server import Server
from gkstd.serve.shelf import SITE, Shelf
from gkstd.serve.watch import Watch

GROUPS = ("site",)
AGAIN = 0.5
"""Seconds after which a build is tried again while another one is running."""


class Built(Struct, frozen=True):
    """A build has ended: the files that led to it (none for the first), what it gave, how long it took."""

    names: tuple[str, ...]
    result: BuildResult
    seconds: float


class Refused(Struct, frozen=True):
    """The machine refused a build; the preview goes on."""

    names: tuple[str, ...]
    error: MachineError


class Ready(Struct, frozen=True):
    """The pages can be looked at."""

    url: str


Event = Built | Refused | Ready


class Preview:
    """Builds and tells; `listen` hears of each build, `progress` of the first one's steps."""

    def __init__(self, root: Path, lang: str, listen: Callable[[Event], None]) -> None:
        self.root, self.lang, self.listen = root, lang, listen
        self.out = folder.of(root, "screen")
        self.shelf, self.board = Shelf(self.out), Board()
        self.watch = Watch(root)
        self._refusal = ""

    def build(self, names: tuple[str, ...] = (), progress: Listener = lambda _: None) -> bool:
        """Build what changed, and say so; False if another build is in the way. What else the machine refuses is shown."""
        began = time.monotonic()
        try:
            result = build(self.root, GROUPS, jobs=1 if names else 0, on_event=progress)
        except MachineError as error:
            if not names:
                raise
            self._refused(names, error)
            return error.code is not BUSY
        self.shelf.fill(result.manifest)
        changed = [path.removeprefix(SITE) for path in (*result.written, *result.pruned) if path.startswith(SITE)]
        found, summary = problems.shown(result.diagnostics, result.files, self.lang)
        self.board.post(changed, found, summary, stale=result.manifest is None or bool(result.failed))
        self._refusal = ""
        self.listen(Built(names, result, time.monotonic() - began))
        return True

    def _refused(self, names: tuple[str, ...], error: MachineError) -> None:
        if error.text.en != self._refusal:  # said once, however often it is tried
            self._refusal = error.text.en
            found, summary = problems.refused(error, self.lang)
            self.board.post((), found, summary, stale=True)
            self.listen(Refused(names, error))

    def run(self, port: int, progress: Listener) -> None:
        """Until interrupted. MachineError if the port is not free, or if the first build is refused."""
        with interruptible(), closing(Server(self.shelf, self.board, port, self.lang)) as server:
            self.build(progress=progress)
            server.start()
            self.listen(Ready(server.url))
            while True:
                names = self.watch.wait()
                while not self.build(names):
                    time.sleep(AGAIN)
