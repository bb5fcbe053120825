"""What git says of the sources: which commit they are, and what differs from it.

In: the project's folder. Out: a `Revision`, or None where there is no git or no repository. Runs nothing but `git`, asks it for
nothing that runs programs of the repository's settings, never writes.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
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


def files(root: Path, name: str, folders: tuple[str, ...]) -> dict[str, bytes] | None:
    """Files of the project in an earlier commit, by their names below `root`; None where it cannot be had."""
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    listed = _git(root, "ls-tree", "-r", "-z", commit.strip(), "--", *folders) if commit else None
    if listed is None:
        return None
    entries = [entry.partition("\t") for entry in listed.split("\0") if entry.startswith("100")]
    wanted = {path: about.split()[2] for about, _, path in entries}
    blobs = _run(root, ("cat-file", "--batch"), "".join(f"{blob}\n" for blob in wanted.values()).encode())
    held = [] if blobs is None else list(_blobs(blobs))
    return dict(zip(wanted, held, strict=True)) if len(held) == len(wanted) else None


def _blobs(answer: bytes) -> Iterator[bytes]:
    """The contents in an answer of `cat-file --batch`: a line that ends in the size, then so many bytes.

    Ends at an object that the repository lacks: of that, there is only a line that says so.
    """
    at = 0
    while at < len(answer):
        line = answer.index(b"\n", at)
        about = answer[at:line].split()
        if len(about) != 3:
            return
        size = int(about[2])
        yield answer[line + 1 : line + 1 + size]
        at = line + 2 + size


def _git(root: Path, *words: str) -> str | None:
    done = _run(root, words)
    return None if done is None else done.decode(errors="replace")


def _run(root: Path, words: tuple[str, ...], given: bytes = b"") -> bytes | None:
    program = shutil.which("git")
    if program is None:
        return None
    plain = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program with fixed words
            [program, *_QUIET, *words],
            cwd=root,
            env={**plain, "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"},
            input=given,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
