"""Runs `dot`. The only importer of graphviz.

In: DOT sources. Out: one plain-text layout each. dot reads and writes pipes only; it gets an empty environment, in which
`SERVER_NAME` makes it refuse to open files, an empty folder to work in, and limits on time and memory.
"""

import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from tempfile import TemporaryDirectory

from graphviz import CalledProcessError, ExecutableNotFound
from graphviz.backend.dot_command import command
from graphviz.backend.execute import run_check

from gkstd.render.base import EnvironmentProblem

_ENVIRONMENT = {"SERVER_NAME": "gkstd"}
_SECONDS, _MEMORY_KIB, _FILE_BLOCKS = 10, 512 * 1024, 32 * 2048
_NO_LINES = "-Gsplines=none"
"""Its lines are not asked for: places are the same without them."""
_LIMITED = 'ulimit -t "$1"; ulimit -v "$2"; ulimit -f "$3"; shift 3; exec "$@"'
"""Limits are set by the shell and inherited: a hook in the forked child would not be safe in a threaded worker."""


class LayoutFailed(Exception):  # noqa: N818 - what happened, not an error of ours
    """dot gave up on a graph; the text says why."""


def layouts(sources: Sequence[str]) -> list[str | LayoutFailed]:
    """The layout of each graph: one run of dot for all; only if that fails, one run each to tell which graph it was."""
    if len(sources) == 1:
        return [_one(sources[0])]
    try:
        return list(_run(sources))
    except LayoutFailed:
        return [_one(source) for source in sources]


def _one(source: str) -> str | LayoutFailed:
    try:
        return _run([source])[0]
    except LayoutFailed as problem:
        return problem


def _run(sources: Sequence[str]) -> list[str]:
    """One run; dot answers the graphs in order, each answer ending in a line `stop`."""
    if not sources:
        return []
    seconds = _SECONDS + len(sources)
    limits = [str(seconds), str(_MEMORY_KIB), str(_FILE_BLOCKS)]
    _, *arguments = command("dot", "plain")
    with TemporaryDirectory(prefix="gkstd-") as empty:
        try:
            done = run_check(
                ["/bin/sh", "-c", _LIMITED, "sh", *limits, program(), *(str(a) for a in arguments), _NO_LINES],
                input="".join(sources).encode(),
                capture_output=True,
                env=_ENVIRONMENT,
                cwd=empty,
                timeout=2 * seconds,
                quiet=True,
            )
        except (CalledProcessError, subprocess.TimeoutExpired) as problem:
            raise LayoutFailed(_why(problem)) from problem
        except ExecutableNotFound as problem:
            raise _missing() from problem
    answers: list[str] = done.stdout.decode(errors="replace").split("\nstop\n")[:-1]
    if len(answers) != len(sources):
        raise LayoutFailed(f"{len(answers)} of {len(sources)} graphs")
    return answers


def _why(problem: CalledProcessError | subprocess.TimeoutExpired) -> str:
    lines = (problem.stderr or b"").decode(errors="replace").strip().splitlines()
    return lines[0] if lines else str(problem).split(" [stderr")[0].rpartition("]' ")[2]


@cache
def program() -> str:
    """The absolute path of dot, looked up once."""
    found = shutil.which("dot")
    if found is None:
        raise _missing()
    return found


def _missing() -> EnvironmentProblem:
    return EnvironmentProblem("流程图排版程序 dot（Graphviz）", "the program `dot` (Graphviz)", ("graphviz",))
