"""What runs in a worker: rendering one batch under limits. Everything that comes in or goes out can be pickled.

In: a renderer's name, jobs, templates, limits. Out: one artifact per job, in order. A renderer that raises costs only the
target it raised for; one that takes too long is stopped; one that eats the memory is refused more of it. Writes nothing.
"""

import faulthandler
import gc
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from types import FrameType

from msgspec import Struct

from gkstd.diagnostics import Text
from gkstd.diagnostics.codes.build import MISSING_PROGRAM, RENDER, TEMPLATE, TIME_LIMIT, WORKER_DIED
from gkstd.render.base import Artifact, EnvironmentProblem, Finding, Job
from gkstd.render.registry import renderer
from gkstd.render.templates import TemplateSet, place

_GRACE = 5.0
"""Seconds between asking a render to stop and ending its process, for code that never returns to Python."""


class Limits(Struct, frozen=True):
    """For one document: wall time in seconds, and memory of a worker in megabytes; 0 for none."""

    seconds: float = 300.0
    megabytes: int = 4096


class Overtime(BaseException):
    """Raised inside a render that took too long; not an Exception, so that engines do not swallow it."""


def work(name: str, jobs: Sequence[Job], templates: TemplateSet, limits: Limits) -> list[Artifact]:
    """Render a batch; if it fails as a whole, one by one, so that only the culprit is blamed."""
    found = _attempt(name, jobs, templates, limits)
    if not isinstance(found, Finding):
        return found
    if len(jobs) == 1:
        return [failure(jobs[0].target.name, found)]
    return [artifact for job in jobs for artifact in work(name, [job], templates, limits)]


def failure(target: str, finding: Finding) -> Artifact:
    """What a target gives that could not be rendered; the finding learns its name."""
    return Artifact(
        target, (), findings=(Finding(finding.code, finding.subject, (*finding.values, ("target", target))),)
    )


def died(limits: Limits) -> Finding:
    """The worker is gone or had no memory left."""
    return Finding(WORKER_DIED, values=(("megabytes", str(limits.megabytes)),))


def _attempt(name: str, jobs: Sequence[Job], templates: TemplateSet, limits: Limits) -> list[Artifact] | Finding:
    try:
        with _watched(limits.seconds):
            artifacts = renderer(name).render(jobs, templates)
        given, asked = [a.target for a in artifacts], [job.target.name for job in jobs]
        return artifacts if given == asked else _broken(f"{name} gave {given} for {asked}")
    except (KeyboardInterrupt, SystemExit):
        raise
    except Overtime:
        return Finding(TIME_LIMIT, values=(("seconds", f"{limits.seconds:g}"),))
    except MemoryError as fault:
        return _hungry(fault, limits)
    except EnvironmentProblem as lack:
        return _lacking(lack)
    except BaseException as error:  # engines raise BaseException subclasses of their own
        return _broken(f"{type(error).__name__}: {error}")


def _hungry(fault: MemoryError, limits: Limits) -> Finding:
    """Where a template asked for it, its place; the target alone would send its author looking for a process."""
    template = place(fault, "")
    if not template:
        return died(limits)
    why = Text(f"要的内存超过 {limits.megabytes} MB", f"it asked for more than {limits.megabytes} MB of memory")
    return Finding(TEMPLATE, values=(("template", template), ("why_zh", why.zh), ("why_en", why.en)))


def _lacking(lack: EnvironmentProblem) -> Finding:
    """The same for every target, so that it is reported once."""
    command = f"apt-get install {' '.join(lack.packages)}"
    return Finding(MISSING_PROGRAM, values=(("what_zh", lack.what_zh), ("what_en", lack.what_en), ("command", command)))


def _broken(why: str) -> Finding:
    line = why.strip().partition("\n")[0]
    return Finding(RENDER, values=(("why", line[:300]),))


@contextmanager
def _watched(seconds: float) -> Iterator[None]:
    """Raises Overtime in the main thread; a worker that does not react even to that is ended from outside Python."""
    if not seconds or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _overtime)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    if _in_worker():
        faulthandler.dump_traceback_later(seconds + _GRACE, exit=True, file=_nowhere())
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        if _in_worker():
            faulthandler.cancel_dump_traceback_later()


def _overtime(_number: int, _frame: FrameType | None) -> None:
    raise Overtime


def _in_worker() -> bool:
    """Whether this process exists for work only."""
    module = sys.modules.get("multiprocessing")
    return module is not None and module.parent_process() is not None


_sink: list[int] = []


def _nowhere() -> int:
    """A descriptor for the traceback nobody reads, opened once per worker."""
    if not _sink:
        _sink.append(os.open(os.devnull, os.O_WRONLY))
    return _sink[0]


def preload(names: Sequence[str]) -> None:
    """Import renderers and with them their engines; then spare all of it from garbage collection."""
    for name in names:
        with suppress(Exception):  # whatever is wrong shows when rendering, with a finding
            renderer(name)
    gc.collect()
    gc.freeze()


def enlist(names: Sequence[str], limits: Limits) -> None:
    """Start of a local worker: it leaves signals to its parent, dies with it, and gets no more memory than its share."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_die_with_parent, daemon=True).start()
    with suppress(ImportError, OSError, ValueError):
        import resource

        if limits.megabytes:
            _, hard = resource.getrlimit(resource.RLIMIT_AS)
            resource.setrlimit(resource.RLIMIT_AS, (limits.megabytes << 20, hard))
    preload(names)


def _die_with_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
