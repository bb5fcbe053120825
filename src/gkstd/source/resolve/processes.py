"""processes/*.yaml → processes."""

from msgspec.structs import replace

from gkstd.diagnostics.codes import content
from gkstd.model.process import Clock, Exit, Process, Reform, Step
from gkstd.model.values.limit import Duration, parse_duration
from gkstd.source.records.processes import ProcessFile, StepRecord
from gkstd.source.resolve.directory import Directory
from gkstd.source.resolve.scope import Scope
from gkstd.source.tree import Path, Tree


def process(scope: Scope, directory: Directory, r: ProcessFile, tree: Tree) -> Process:
    """A process; whether its graph can be followed is for the checks, links to items and processes for `links`."""
    steps = []
    known = frozenset(step.id for step in r.steps)
    for i, record in enumerate(r.steps):
        if scope.claim("step", record.id, tree, ("steps", i), within=r.id):
            since = scope.link("step", record.since, known, tree, ("steps", i, "since"))
            steps.append(replace(_step(scope, directory, record, tree, ("steps", i)), since=since))
    return Process(
        id=r.id,
        title=r.title,
        domain=r.domain or "",
        summary=r.summary or "",
        promise=_duration(scope, r.promise, tree, ("promise",)),
        statutory=_duration(scope, r.statutory, tree, ("statutory",)),
        reform=_reform(scope, r, tree),
        basis=directory.bases(r.basis, tree, ("basis",)),
        lanes=tuple(directory.body(lane, tree, ("lanes", i)) for i, lane in enumerate(r.lanes)),
        steps=tuple(steps),
        unconfirmed=scope.doubts(r, tree),
        clock=_clock(scope, r, tree),
    )


def _clock(scope: Scope, r: ProcessFile, tree: Tree) -> Clock | None:
    """The clock, if its steps exist."""
    if r.clock is None:
        return None
    several = not isinstance(r.clock.end, str)
    ends = r.clock.end if not isinstance(r.clock.end, str) else (r.clock.end,)
    known = frozenset(step.id for step in r.steps)
    start = scope.link("step", r.clock.start, known, tree, ("clock", "start"))
    found = [
        scope.link("step", end, known, tree, ("clock", "end", at) if several else ("clock", "end"))
        for at, end in enumerate(ends)
    ]
    return Clock(start, tuple(found)) if start and all(found) and found else None


def _step(scope: Scope, directory: Directory, r: StepRecord, tree: Tree, path: Path) -> Step:
    return Step(
        id=r.id,
        kind=r.kind,
        lane=r.lane or "",
        title=r.title,
        limit=_duration(scope, r.limit, tree, (*path, "limit")),
        limit_text=r.limit or "",
        excluded=r.excluded,
        discloses=r.discloses,
        basis=directory.bases(r.basis, tree, (*path, "basis")),
        forms=r.forms,
        process=r.process or "",
        exits=_exits(r),
        note=r.note or "",
        unconfirmed=scope.doubts(r, tree, path),
    )


def _exits(r: StepRecord) -> tuple[Exit, ...]:
    if r.next is None:
        return ()
    if isinstance(r.next, str):
        return (Exit(r.next, ""),)
    if isinstance(r.next, dict):
        return tuple(Exit(target, label) for label, target in r.next.items())
    return tuple(Exit(target, "") for target in r.next)


def _duration(scope: Scope, text: str | None, tree: Tree, path: Path) -> Duration | None:
    return scope.parse(parse_duration, content.LIMIT, text, tree, path) if text else None


def _reform(scope: Scope, r: ProcessFile, tree: Tree) -> Reform | None:
    if r.reform is None:
        return None
    before = _duration(scope, r.reform.before, tree, ("reform", "before"))
    after = _duration(scope, r.reform.after, tree, ("reform", "after"))
    return Reform(before, after, r.reform.note or "") if before and after else None
