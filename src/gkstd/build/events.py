"""What happens during a build, as values that a progress display or a test can collect.

Every event is handed to `on_event` on the thread that called `build`, in the order in which things happen; that order
depends on the machine. What must not depend on it (diagnostics, manifest, bytes) comes from `BuildResult`, in plan order.
A display should draw when it is called and start no thread of its own: while threads run, workers cannot be forked.
"""

from collections.abc import Callable

from msgspec import Struct

from gkstd.render.base import Finding


class Planned(Struct, frozen=True):
    """The plan stands: `groups` asked for, and how many targets each has (name of the group, count), work or not."""

    groups: tuple[tuple[str, int], ...]
    total: int


class Started(Struct, frozen=True):
    """A target is handed to a worker. Never comes for a cached one."""

    target: str


class Cached(Struct, frozen=True):
    """A target's result was in the cache."""

    target: str


class Finished(Struct, frozen=True):
    """A target was rendered."""

    target: str


class Failed(Struct, frozen=True):
    """A target gave no result: it had errors, or (`skipped`) something it needs did."""

    target: str
    findings: tuple[Finding, ...]
    skipped: bool = False


class Committed(Struct, frozen=True):
    """Files are in place under `build/`: how many were written, were already right, were removed."""

    written: int
    unchanged: int
    pruned: int


Event = Planned | Started | Cached | Finished | Failed | Committed
Listener = Callable[[Event], None]


def group_of(target: str) -> str:
    """The group a target belongs to: "workbooks", "standards", …; helpers such as "html/…" have their own."""
    return target.partition("/")[0]
