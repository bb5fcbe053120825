"""What the browsers are told: which build is shown, what it changed, what is wrong with the sources.

In: the outcome of each build, from one thread. Out: `News` for every browser that waits, on threads of their own. A browser
says which build its page is from; it is told everything since.
"""

import secrets
import threading
from collections.abc import Iterable

from msgspec import Struct

from gkstd.serve.problems import Problem

MOST = 2000
"""More changed pages than this are not listed: the browser then takes all to be changed."""


class News(Struct, frozen=True):
    """`build` names the build shown; `changed` are paths below the site, None for all; `stale`: the last build failed."""

    build: str
    changed: tuple[str, ...] | None
    stale: bool
    problems: tuple[Problem, ...]
    summary: str


class Board:
    """Written to by one thread, read and waited for by others."""

    def __init__(self) -> None:
        self._turn = threading.Condition()
        self._run = secrets.token_hex(4)  # a browser that outlives this server is told that all has changed
        self._count = 0
        self._changed: dict[str, int] = {}
        self._stale = False
        self._problems: tuple[Problem, ...] = ()
        self._summary = ""
        self._closed = False

    @property
    def build(self) -> str:
        """The name of the build shown."""
        with self._turn:
            return self._name()

    @property
    def closed(self) -> bool:
        """Whether the server is ending."""
        with self._turn:
            return self._closed

    def post(self, changed: Iterable[str], problems: tuple[Problem, ...], summary: str, *, stale: bool) -> None:
        """A build has ended."""
        with self._turn:
            self._count += 1
            self._changed.update(dict.fromkeys(changed, self._count))
            self._problems, self._summary, self._stale = problems, summary, stale
            self._turn.notify_all()

    def close(self) -> None:
        """Nothing more will come."""
        with self._turn:
            self._closed = True
            self._turn.notify_all()

    def news(self, since: str, timeout: float = 0) -> News | None:
        """What has happened since a build; waits for something to happen. None if nothing has, or at the end."""
        with self._turn:
            self._turn.wait_for(lambda: self._closed or self._name() != since, timeout)
            if self._closed or self._name() == since:
                return None
            return News(self._name(), self._since(since), self._stale, self._problems, self._summary)

    def now(self, since: str) -> News:
        """The same without waiting, even if nothing has happened: what a page that has just been opened is told."""
        with self._turn:
            return News(self._name(), self._since(since), self._stale, self._problems, self._summary)

    def _name(self) -> str:
        return f"{self._run}-{self._count}"

    def _since(self, since: str) -> tuple[str, ...] | None:
        run, _, count = since.partition("-")
        if run != self._run or not count.isdecimal():
            return None
        changed = tuple([path for path, at in self._changed.items() if at > int(count)])
        return changed if len(changed) <= MOST else None
