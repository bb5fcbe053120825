"""Waits for the sources to change: looks at names, times and sizes again and again.

In: the project's folder. Out: the names that changed, once the folder has come to rest. Looking works on every file system, network
drives and shared folders included, where the system's own notices do not come; a look at 200 files takes 2 ms.
"""

import time
from collections.abc import Callable, Mapping
from pathlib import Path

from gkstd.source.files import Stamp, stamps

PAUSE = 0.15
REST = 0.04
SHARE = 25
"""Pauses are this many times as long as a look, so that a large project costs no more than a small one."""

Look = Callable[[Path], Mapping[str, Stamp]]


class Watch:
    """What was last seen of a project."""

    def __init__(self, root: Path, look: Look = stamps, sleep: Callable[[float], None] = time.sleep) -> None:
        self._root, self._look, self._sleep = root, look, sleep
        self._seen = look(root)

    def wait(self) -> tuple[str, ...]:
        """The names that differ from what was last seen, sorted. Comes back when there are some and nothing moves any more."""
        while True:
            began = time.monotonic()
            now = self._look(self._root)
            if now != self._seen:
                break
            self._sleep(max(PAUSE, SHARE * (time.monotonic() - began)))
        while True:  # a checkout changes many files, and an editor may write one in two steps
            self._sleep(REST)
            later = self._look(self._root)
            if later == now:
                break
            now = later
        before, self._seen = self._seen, now
        return differing(before, now)


def differing(before: Mapping[str, Stamp], after: Mapping[str, Stamp]) -> tuple[str, ...]:
    """Names that came, went or changed."""
    return tuple(sorted(name for name in {*before, *after} if before.get(name) != after.get(name)))
