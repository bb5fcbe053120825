"""Works through a plan: what is cached is taken, the rest is rendered, heaviest first, as soon as what it needs is there.

In: a plan, the cache, templates, engines, workers. Out: events as things happen, and in `results` what each target gave.
Which worker does what, and when, changes no byte: a target's result depends on its key alone. Writes nothing to `build/`.
"""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from heapq import heapify, heappop, heappush

from gkstd.build.cache import Cache, Trace
from gkstd.build.events import Cached, Event, Failed, Finished, Started
from gkstd.build.executor import Workers
from gkstd.build.fingerprint import fingerprint
from gkstd.build.paths import fault
from gkstd.build.plan import Plan
from gkstd.build.work import Limits, died, failure, work
from gkstd.diagnostics import Severity
from gkstd.diagnostics.codes.build import RENDER, SKIPPED
from gkstd.render.base import Artifact, Finding, Job, Output, Target
from gkstd.render.registry import renderer
from gkstd.render.templates import TemplateSet

Batch = tuple[Target, ...]


class Run:
    """One pass over a plan. `results` are the traces of what succeeded, `failed` the findings of what did not."""

    def __init__(
        self,
        plan: Plan,
        cache: Cache,
        templates: TemplateSet,
        *,
        engine: Callable[[str], str],
        workers: Workers,
        limits: Limits | None = None,
    ) -> None:
        self.results: dict[str, Trace] = {}
        self.failed: dict[str, tuple[Finding, ...]] = {}
        self.keys: dict[str, str] = {}
        self._plan, self._cache, self._templates = plan, cache, templates
        self._engine, self._workers, self._limits = engine, workers, limits or Limits()
        self._targets = {target.name: target for target in plan.targets}
        self._left = {target.name: len(target.needs) for target in plan.targets}
        self._users: dict[str, list[Target]] = {}
        for target in plan.targets:
            for need in target.needs:
                self._users.setdefault(need, []).append(target)
        self._ready: list[tuple[int, str]] = []
        self._alone: deque[Target] = deque()
        self._flying: dict[Future[list[Artifact]], Batch] = {}

    def __iter__(self) -> Generator[Event]:
        """Do it. `Damaged` means that cached bytes are gone: a new run over the same plan makes them again."""
        try:
            yield from self._look(target for target in self._plan.targets if not target.needs)
            while self._ready or self._alone or self._flying:
                yield from self._launch()
                yield from self._land()
        finally:
            self._workers.close(now=bool(self._flying))

    def _look(self, targets: Iterable[Target]) -> Iterator[Event]:
        """Settle what needs no work: skipped and cached targets, and what waited for them. The rest is ready."""
        queue = deque(targets)
        while queue:
            target = queue.popleft()
            trace = None
            lost = [need for need in target.needs if need in self.failed]
            if lost:
                finding = Finding(SKIPPED, values=(("target", target.name), ("needs", "、".join(lost))))
                self.failed[target.name] = (finding,)
                yield Failed(target.name, (finding,), skipped=True)
            else:
                trace = self._cache.find(self._key(target))
                if trace:
                    self.results[target.name] = trace
                    yield Cached(target.name)
            if lost or trace:
                queue.extend(self._freed(target))
            else:
                heappush(self._ready, (-self._plan.weights[target.name], target.name))

    def _key(self, target: Target) -> str:
        inputs = [self.results[need].outputs for need in target.needs]
        self.keys[target.name] = fingerprint(target, inputs, self._engine(target.renderer))
        return self.keys[target.name]

    def _freed(self, target: Target) -> list[Target]:
        """Targets that waited for this one only."""
        users = self._users.get(target.name, [])
        for user in users:
            self._left[user.name] -= 1
        return [user for user in users if self._left[user.name] == 0]

    def _launch(self) -> Iterator[Event]:
        """Hand over batches until enough are in flight; suspects of a worker's death go one at a time."""
        if not self._workers.started and (self._ready or self._alone):
            left = [t for t in self._plan.targets if t.name not in self.results and t.name not in self.failed]
            self._workers.start(sorted({t.renderer for t in left}), sum(t.cost for t in left))
        while batch := self._next():
            jobs = [self._job(target) for target in batch]
            for target in batch:
                yield Started(target.name)
            future = self._workers.submit(work, batch[0].renderer, jobs, self._templates, self._limits)
            self._flying[future] = batch

    def _next(self) -> Batch:
        if self._alone:
            return () if self._flying else (self._alone.popleft(),)
        if not self._ready or len(self._flying) >= self._workers.width:
            return ()
        return self._batch()

    def _batch(self) -> Batch:
        """The heaviest ready target and others for the same renderer, as many as it takes at once."""
        first = self._targets[heappop(self._ready)[1]]
        size = _batch_size(first.renderer)
        fellows: list[Target] = []
        rest: list[tuple[int, str]] = []
        for entry in sorted(self._ready):
            target = self._targets[entry[1]]
            fits = target.renderer == first.renderer and (size == 0 or len(fellows) + 1 < size)
            fellows.append(target) if fits else rest.append(entry)
        heapify(rest)
        self._ready = rest
        return (first, *fellows)

    def _job(self, target: Target) -> Job:
        return Job(target, tuple([self._artifact(need) for need in target.needs]))

    def _artifact(self, name: str) -> Artifact:
        trace = self.results[name]
        outputs = tuple([Output(stored.path, self._cache.data(stored)) for stored in trace.outputs])
        return Artifact(name, outputs, trace.reads, trace.findings)

    def _land(self) -> Iterator[Event]:
        """Take what is finished, in the order in which it was handed over."""
        done, _ = wait(self._flying, return_when=FIRST_COMPLETED)
        suspects: list[Batch] = []
        for future in [future for future in self._flying if future in done]:
            batch = self._flying.pop(future)
            artifacts = self._result(future, batch)
            if artifacts is None:
                suspects.append(batch)
            for target, artifact in zip(batch, artifacts or [], strict=False):
                yield from self._settle(target, artifact)
        if suspects:
            yield from self._investigate(suspects)

    def _result(self, future: Future[list[Artifact]], batch: Batch) -> list[Artifact] | None:
        """What a batch gave; None if its worker died."""
        try:
            return future.result()
        except BrokenExecutor:
            return None
        except Exception as error:  # whatever an executor raises is no reason to end the build
            return [failure(target.name, Finding(RENDER, values=(("why", repr(error)),))) for target in batch]

    def _investigate(self, suspects: Sequence[Batch]) -> Iterator[Event]:
        """A worker died, and all that was in flight with it. Who dies alone is to blame; the others get another chance."""
        for batch in self._flying.values():
            suspects = [*suspects, batch]
        self._flying.clear()
        targets = [target for batch in suspects for target in batch]
        if self._workers.renewable:
            self._workers.renew()
        if len(targets) > 1 and self._workers.renewable:
            self._alone.extend(targets)
            return
        for target in targets:
            yield from self._settle(target, failure(target.name, died(self._limits)))

    def _settle(self, target: Target, artifact: Artifact) -> Iterator[Event]:
        findings = artifact.findings + _faults(target, artifact)
        if any(finding.code.severity is Severity.ERROR for finding in findings):
            self.failed[target.name] = findings
            yield Failed(target.name, findings)
        else:
            self.results[target.name] = self._cache.keep(self.keys[target.name], artifact)
            yield Finished(target.name)
        yield from self._look(self._freed(target))


def _batch_size(name: str) -> int:
    """1 for a renderer that cannot even be imported: the worker will say why."""
    try:
        return renderer(name).BATCH
    except Exception:
        return 1


def _faults(target: Target, artifact: Artifact) -> tuple[Finding, ...]:
    """Output paths that must not be written; only a bug in a renderer makes one."""
    whys = [why for output in artifact.outputs if (why := fault(output.path))]
    return tuple([Finding(RENDER, values=(("target", target.name), ("why", why))) for why in whys])
