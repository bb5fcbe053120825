"""The whole flow on one page: gather → (nothing new? done) → load → check → plan → run → commit.

In: a project folder. Out: the files of `build/` and a `BuildResult`. With an error in the sources nothing is rendered and
nothing is touched. The machine's refusals (a full disk, a folder that is not ours, a build under way) are `MachineError`.
What reads, plans and renders is imported when there is something to do.
"""

from functools import cache as remembered
from pathlib import Path
from typing import TYPE_CHECKING

from gkstd.build.events import Listener
from gkstd.build.look import findings, understood
from gkstd.build.outputs import GROUPS
from gkstd.build.recall import Recall, grounds
from gkstd.build.result import BuildResult
from gkstd.build.unchanged import Memory, Wish, texts
from gkstd.diagnostics import Severity
from gkstd.source.gather import gather

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from gkstd.build.work import Limits

__all__ = ["BuildResult", "build"]


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
    limits: "Limits | None" = None,
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
    given = gather(root)
    wish = Wish(root, tuple(groups), tuple(only), profile, out, release)
    recall, ground = Recall(root), grounds(given) if caching else ""
    memory = Memory(recall, ground, wish)
    if known := memory.result(given, on_event):
        return known
    loaded = remembered(lambda: understood(root, ground, given))
    found = findings(recall, ground, loaded)
    if any(finding.severity is Severity.ERROR for finding in found):
        return BuildResult(diagnostics=found, files=texts(given))
    from gkstd.build.making import Hands, carry_out

    return carry_out(loaded(), found, wish, Hands(jobs, executor, limits, caching), memory, on_event)
