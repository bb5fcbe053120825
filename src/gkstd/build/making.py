"""The second half of a build: plan → run → commit, for a project that is without error.

In: a loaded project, a plan, means. Out: the files of the output folder and a `BuildResult`. A target that fails keeps its last
good output; all others are built.
"""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import closing

from msgspec import Struct
from msgspec.structs import replace

from gkstd.build import edition, folder, report
from gkstd.build.cache import Damaged
from gkstd.build.events import Committed, Listener, Planned, group_of
from gkstd.build.executor import Workers, handed, local
from gkstd.build.groups import plan
from gkstd.build.interrupt import interruptible
from gkstd.build.lock import locked
from gkstd.build.only import astray, concerned
from gkstd.build.output import Output
from gkstd.build.plan import Plan, object_of
from gkstd.build.previous import previous
from gkstd.build.release import faults as release_faults
from gkstd.build.result import BuildResult
from gkstd.build.run import Run
from gkstd.build.tools import Means, Tools
from gkstd.build.unchanged import Memory, Wish
from gkstd.build.work import Limits
from gkstd.diagnostics import Diagnostic, sort
from gkstd.model.project import Identity
from gkstd.render.views.issue import Issue
from gkstd.source.load import Loaded


class Hands(Struct, frozen=True):
    """Who does the work, as asked for: see `pipeline.build`."""

    jobs: int = 0
    executor: Executor | None = None
    limits: Limits | None = None
    caching: bool = True

    def workers(self) -> Workers:
        """Made when there is work."""
        return handed(self.executor, self.jobs or 1) if self.executor else local(self.jobs, self.limits)


def carry_out(
    loaded: Loaded, found: tuple[Diagnostic, ...], wish: Wish, hands: Hands, memory: Memory, on_event: Listener
) -> BuildResult:
    """Everything after the checks, which `found` nothing that is in the way."""
    assert loaded.project is not None, "a project that cannot be used has errors"  # noqa: S101
    revision, faults = _release(loaded, wish) if wish.release else ("", ())
    if faults:
        return BuildResult(diagnostics=sort([*found, *faults]), files=loaded.files)
    settings = loaded.project.identity.outputs
    issue = Issue(wish.profile or settings.profile, not wish.release, revision, settings.paper, settings.multiple)
    before, lacking = previous(loaded, wish.root)
    found = sort([*found, *lacking])
    wanted = plan(loaded.project, loaded.places, wish.groups, wish.only, issue, before)
    known = {object_of(target.name) for target in wanted.targets if wanted.publishes(target)}
    if unknown := tuple([astray(loaded.project, wish.groups, id) for id in wish.only if id not in known]):
        return BuildResult(diagnostics=found, files=loaded.files, unknown=unknown)
    out = wish.out or folder.of(wish.root, issue.profile)
    means = Means(wish.root, out, hands.workers(), hands.limits or Limits(), caching=hands.caching)
    result = make(loaded, loaded.project.identity, wanted, means, on_event)
    result = replace(result, diagnostics=sort([*found, *result.diagnostics]))
    if loaded.project.identity.edition.previous is None:  # git has a say in what an earlier edition was
        memory.keep(result, issue.profile, planned(wanted), tuple([target.name for target in wanted.targets]))
    return result


def _release(loaded: Loaded, wish: Wish) -> tuple[str, tuple[Diagnostic, ...]]:
    """The commit, and what is in the way of what is asked for."""
    assert loaded.project is not None  # noqa: S101
    about = concerned(loaded.project, wish.groups, wish.only)
    # Of nothing but the project: the ids are such that nothing is compiled for, as will be said.
    nothing = about is not None and len(about) == 1
    return ("", ()) if nothing else release_faults(loaded, wish.root, about)


def make(
    loaded: Loaded, identity: Identity, wanted: Plan, means: Means, on_event: Listener = lambda _: None
) -> BuildResult:
    """Bring the output folder in line with a plan; the diagnostics are those of rendering only."""
    name = folder.shown(means.root, means.out)
    folder.prepare(means.root, means.out)
    with interruptible(), locked(means.out, name):
        tools = Tools(means, loaded.templates, on_event)
        tools.tell(planned(wanted))
        with Output(means.out, name, tools.digests) as output:
            result = replace(_make(loaded, identity, wanted, tools, output), folder=name)
        tools.put_away()
    return result


def _make(loaded: Loaded, identity: Identity, wanted: Plan, tools: Tools, output: Output) -> BuildResult:
    """Render what has changed and put it in place."""
    run, claims, written = _render(wanted, tools, output)
    tools.note(run)
    failed = frozenset(run.failed) | frozenset(claims.clashes)
    stay = edition.staying(output.last, wanted, claims, failed)
    stay = frozenset(path for path in stay if output.exists(path))
    claimed = [claim.output.path for claim in claims.files]
    pruned = [path for path in output.unclaimed([*claimed, *stay]) if edition.concerned(wanted, path)]
    renderers = tuple(sorted({target.renderer for target in wanted.targets}))
    versions = (tools.engines.versions, renderers)
    manifest = edition.manifest(loaded, identity, claims, (output.last, stay), versions)
    output.commit(manifest, pruned)
    tools.tell(Committed(len(written), len(claimed) - len(written), len(pruned)))
    origin = report.origin(loaded)
    return BuildResult(
        diagnostics=tuple(_said(wanted, run, claims, origin)),
        files=origin.files,
        written=tuple(sorted(written)),
        unchanged=tuple(sorted(set(claimed).difference(written))),
        pruned=tuple(pruned),
        failed=tuple(sorted(failed)),
        manifest=manifest,
    )


def _said(wanted: Plan, run: Run, claims: edition.Claims, origin: report.Origin) -> Iterator[Diagnostic]:
    """What rendering found, target by target: failures by name, then what came with the rest."""
    sources = {target.name: target.sources for target in wanted.targets}
    for name in sorted(run.failed):
        yield from report.placed(run.failed[name], sources[name], origin)
    yield from report.placed(claims.clashes.values(), (), origin)
    for name, trace in run.results.items():
        yield from report.placed(trace.findings, sources[name], origin)


def _render(wanted: Plan, tools: Tools, output: Output) -> tuple[Run, edition.Claims, list[str]]:
    """The run, who claims which file, and the files that are new. Cached bytes that turn out damaged are made again."""
    while True:
        run = tools.run(wanted)
        try:
            with closing(iter(run)) as events:
                for event in events:
                    tools.tell(event)
            claims = edition.claim(wanted, run.results)
            new = [claim.output for claim in claims.files if not output.has(claim.output)]
            for what in new:
                output.stage(what.path, tools.cache.data(what))
        except Damaged:
            output.reset()
        else:
            return run, claims, [what.path for what in new]


def planned(wanted: Plan) -> Planned:
    """What the plan holds, for whoever listens."""
    counts: dict[str, int] = {}
    for target in wanted.targets:
        group = group_of(target.name)
        counts[group] = counts.get(group, 0) + 1
    return Planned(tuple(sorted(counts.items())), len(wanted.targets))
