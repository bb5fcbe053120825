"""What git says of the sources: which commit they are, and what differs from it.

In: the project's folder. Out: a `Revision`, or None where there is no git or no repository. Runs nothing but `git`, asks it for
nothing that runs programs of the repository's settings, never writes.
"""

import os
import shutil
import subprocess
from pathlib import Path

from msgspec import Struct

_QUIET = (
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "core.quotePath=false",
    "--no-optional-locks",
)
_SECONDS = 60


class Revision(Struct, frozen=True):
    """The commit in full, and the names of the project's files that differ from it or are not in it, sorted."""

    commit: str
    changed: tuple[str, ...]

    @property
    def short(self) -> str:
        """Twelve digits, as the colophon prints it."""
        return self.commit[:12]


def revision(root: Path) -> Revision | None:
    """The state of the work tree below `root`."""
    commit = _git(root, "rev-parse", "--verify", "HEAD")
    prefix = _git(root, "rev-parse", "--show-prefix")
    status = _git(root, "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", ".")
    if commit is None or prefix is None or status is None:
        return None
    names = [line[3:].removeprefix(prefix.strip()) for line in status.split("\0") if line]
    return Revision(commit.strip(), tuple(sorted(names)))


def _git(root: Path, *words: str) -> str | None:
    program = shutil.which("git")
    if program is None:
        return None
    plain = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program with fixed words
            [program, *_QUIET, *words],
            cwd=root,
            env={**plain, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode(errors="replace") if done.returncode == 0 else None
