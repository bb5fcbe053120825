"""Who does the work: this process, a local pool, or any `concurrent.futures.Executor` that is handed in (a cluster's, say).

In: how many jobs, which limits. Out: `Workers`, which makes its executor only when there is work. Renders nothing itself.
"""

import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from pathlib import Path
from typing import Any, TypeVar

from gkstd.build.work import Limits, enlist, preload

Result = TypeVar("Result")
SMALL = 300
"""Work that costs less than this (about milliseconds) is done before a pool has started."""

LIGHT = frozenset({"site", "data", "image"})
MANY = 3000
"""Pages are small work that carries much: two workers took a third more CPU for them than one process, and as long."""


class InlineExecutor(Executor):
    """Does the work at once, here: for one job at a time, for little work and for tests."""

    def submit(self, fn: Callable[..., Result], /, *args: Any, **kwargs: Any) -> Future[Result]:
        """A future that is done."""
        future: Future[Result] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # it is the future that raises
            future.set_exception(error)
        return future


class Workers:
    """An executor that is made when first needed, and made anew when a worker died.

    `make` is told which renderers may be needed and what their work costs. `width` is how many batches to keep in flight.
    """

    def __init__(self, make: Callable[[Sequence[str], int], Executor], width: int, *, renewable: bool = True) -> None:
        self._make = make
        self._asked: tuple[Sequence[str], int] = ((), 0)
        self._executor: Executor | None = None
        self.width = width
        self.renewable = renewable

    @property
    def started(self) -> bool:
        """Whether there is an executor yet."""
        return self._executor is not None

    def start(self, renderers: Sequence[str], cost: int) -> None:
        """Make the executor."""
        self._asked = (renderers, cost)
        self._executor = self._make(renderers, cost)

    def submit(self, fn: Callable[..., Result], /, *args: Any) -> Future[Result]:
        """Hand over work; an executor that is already broken gives a future that says so."""
        assert self._executor is not None  # noqa: S101 - `run` starts before it submits
        try:
            return self._executor.submit(fn, *args)
        except BrokenExecutor as error:
            future: Future[Result] = Future()
            future.set_exception(error)
            return future

    def renew(self) -> None:
        """A fresh executor in place of a broken one."""
        self.close(now=True)
        self.start(*self._asked)

    def close(self, *, now: bool) -> None:
        """End it, `now` even if workers are busy. One handed in is its owner's to end."""
        if self._executor is not None and self.renewable:
            if now:
                _kill(self._executor)
            self._executor.shutdown(wait=True, cancel_futures=True)
        self._executor = None


def local(jobs: int | None = None, limits: Limits | None = None) -> Workers:
    """Up to `jobs` processes of this machine (default: one per core); one job or little work runs in this process."""
    count = jobs or os.cpu_count() or 1

    def make(renderers: Sequence[str], cost: int) -> Executor:
        if cost < (MANY if LIGHT.issuperset(renderers) else SMALL):
            return InlineExecutor()
        if count == 1:
            preload(renderers)
            return InlineExecutor()
        return _pool(count, renderers, limits or Limits())

    return Workers(make, count + 1 if count > 1 else 1)


def handed(executor: Executor, width: int) -> Workers:
    """An executor made by somebody else, with `width` batches in flight."""
    return Workers(lambda _renderers, _cost: executor, width, renewable=False)


def _pool(count: int, renderers: Sequence[str], limits: Limits) -> Executor:
    """Processes forked after the engines are imported, so that they share them; spawned where forking is not safe."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    forks = can_fork()
    if forks:
        preload(renderers)
        forks = can_fork()  # an engine may have started a thread
    context = get_context("fork" if forks else "spawn")
    return ProcessPoolExecutor(count, mp_context=context, initializer=enlist, initargs=(tuple(renderers), limits))


def can_fork() -> bool:
    """Whether a forked child would be sound: a Unix other than macOS, and no second thread that could hold a lock."""
    if not hasattr(os, "fork") or sys.platform == "darwin" or threading.active_count() > 1:
        return False
    return any(_single() for _ in range(20))


def _single() -> bool:
    """Whether the kernel sees one thread; one that Python has already joined may take a moment to go."""
    try:
        if len(list(Path("/proc/self/task").iterdir())) == 1:
            return True
    except OSError:
        return True
    time.sleep(0.005)
    return False


def _kill(executor: Executor) -> None:
    """Pools only wait for their workers before Python 3.14; an interrupted build must not."""
    for process in list((getattr(executor, "_processes", None) or {}).values()):
        process.kill()
