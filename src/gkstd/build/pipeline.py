"""The whole flow on one page: load → check → plan → run → commit.

In: a project folder. Out: the files of `build/` and a `BuildResult`. With an error in the sources nothing is rendered and
nothing is touched. A target that fails keeps its last good output; all others are built. The machine's refusals (a full
disk, a folder that is not ours, a build under way) are `MachineError`.
"""

from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from gkstd.build import edition, folder, report
from gkstd.build.cache import Damaged
from gkstd.build.check import check
from gkstd.build.events import Committed, Planned, group_of
from gkstd.build.executor import handed, local
from gkstd.build.groups import GROUPS, plan
from gkstd.build.interrupt import interruptible
from gkstd.build.lock import locked
from gkstd.build.manifest import Manifest
from gkstd.build.output import Output
from gkstd.build.plan import Plan, object_of
from gkstd.build.previous import previous
from gkstd.build.release import faults as release_faults
from gkstd.build.run import Run
from gkstd.build.tools import Listener, Means, Tools
from gkstd.build.work import Limits
from gkstd.diagnostics import Diagnostic, Severity, sort
from gkstd.model.project import Identity
from gkstd.render.views.issue import Issue
from gkstd.source.load import Loaded, load
from gkstd.text import SourceFile

if TYPE_CHECKING:
    from concurrent.futures import Executor


class BuildResult(Struct, frozen=True, kw_only=True):
    """What a build did. Paths are under `build/`, sorted; `failed` are targets; `manifest` is None if nothing was built:
    for errors in the sources, or because no object has an id of `unknown`.

    `diagnostics` are all findings, of sources and of rendering, sorted by place; `files` are the texts to show them in.
    Errors among them whose code begins with GK9 are the machine's (exit 3), all others the project's (exit 1).
    """

    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, SourceFile]
    unknown: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    pruned: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    manifest: Manifest | None = None


def build(
    root: Path,
    groups: tuple[str, ...] = GROUPS,
    *,
    only: tuple[str, ...] = (),
    profile: str = "",
    release: bool = False,
    jobs: int = 0,
    on_event: Listener = lambda _: None,
    executor: "Executor | None" = None,
    limits: Limits | None = None,
    out: Path | None = None,
    caching: bool = True,
) -> BuildResult:
    """Build these groups of the project in `root`, or of them `only` the objects of these ids, into `out`.

    `profile`: screen, office or press, "" for the one in gkstd.yaml; each has a folder of its own by default (`build/` for
    screen). Without `release` the pages are marked as drafts; with it, what may not be released is an error.

    `jobs`: local processes (0: one a core), or batches to keep in flight where an `executor` (any of
    `concurrent.futures`) is handed in. `on_event` is called on this thread (`events.py`). None of these changes a byte.
    Raises MachineError, KeyboardInterrupt and Terminated; the last good outputs stay in all cases.
    """
    loaded = load(root)
    found = check(loaded)
    if loaded.project is None or any(finding.severity is Severity.ERROR for finding in found):
        return BuildResult(diagnostics=found, files=loaded.files)
    revision, faults = release_faults(loaded, root) if release else ("", ())
    if faults:
        return BuildResult(diagnostics=sort([*found, *faults]), files=loaded.files)
    settings = loaded.project.identity.outputs
    issue = Issue(profile or settings.profile, not release, revision, settings.paper, settings.multiple)
    before, lacking = previous(loaded, root)
    found = sort([*found, *lacking])
    wanted = plan(loaded.project, loaded.places, tuple(groups), tuple(only), issue, before)
    known = {object_of(target.name) for target in wanted.targets if wanted.publishes(target)}
    if unknown := tuple([id for id in only if id not in known]):
        return BuildResult(diagnostics=found, files=loaded.files, unknown=unknown)
    workers = handed(executor, jobs or 1) if executor else local(jobs, limits)
    means = Means(root, out or folder.of(root, issue.profile), workers, limits or Limits(), caching=caching)
    result = make(loaded, loaded.project.identity, wanted, means, on_event)
    return replace(result, diagnostics=sort([*found, *result.diagnostics]))


def make(
    loaded: Loaded, identity: Identity, wanted: Plan, means: Means, on_event: Listener = lambda _: None
) -> BuildResult:
    """Bring the output folder in line with a plan; the diagnostics are those of rendering only."""
    name = folder.shown(means.root, means.out)
    folder.prepare(means.root, means.out)
    with interruptible(), locked(means.out, name):
        tools = Tools(means, loaded.templates, on_event)
        tools.tell(_planned(wanted))
        with Output(means.out, name, tools.digests) as output:
            result = _make(loaded, identity, wanted, tools, output)
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


def _planned(wanted: Plan) -> Planned:
    counts: dict[str, int] = {}
    for target in wanted.targets:
        group = group_of(target.name)
        counts[group] = counts.get(group, 0) + 1
    return Planned(tuple(sorted(counts.items())), len(wanted.targets))
