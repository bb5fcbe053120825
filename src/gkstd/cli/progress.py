"""Progress of a build: a live line per group on a terminal, one line per finished group elsewhere (CI)."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

import click

from gkstd.build.events import Cached, Event, Failed, Finished, Planned, Started, group_of
from gkstd.build.outputs import LABELS
from gkstd.cli.lang import say

if TYPE_CHECKING:
    from rich.progress import Progress


def _label(group: str) -> str:
    text = LABELS.get(group)
    return say(text.zh, text.en) if text else group


class _Tally:
    """How far each group is."""

    def __init__(self) -> None:
        self.total: dict[str, int] = {}
        self.done: dict[str, int] = {}
        self.reused: dict[str, int] = {}
        self.failed: dict[str, int] = {}
        self.began = time.monotonic()

    def note(self, event: Event) -> str:
        """Count the event; the group it belongs to, "" for none."""
        if isinstance(event, Planned):
            self.total = dict(event.groups)
            return ""
        if not isinstance(event, Cached | Finished | Failed | Started):
            return ""
        group = group_of(event.target)
        if not isinstance(event, Started):
            self.done[group] = self.done.get(group, 0) + 1
        if isinstance(event, Cached):
            self.reused[group] = self.reused.get(group, 0) + 1
        if isinstance(event, Failed):
            self.failed[group] = self.failed.get(group, 0) + 1
        return group

    def finished(self, group: str) -> bool:
        return self.done.get(group, 0) == self.total.get(group)

    def line(self, group: str) -> str:
        """`手册：2 项，其中 1 项沿用上次结果（3.1 秒）`."""
        reused, failed = self.reused.get(group, 0), self.failed.get(group, 0)
        more = say(f"，{reused} 项沿用", f", {reused} reused") if reused else ""
        more += say(f"，{failed} 项失败", f", {failed} failed") if failed else ""
        seconds = f"{time.monotonic() - self.began:.1f}"
        name = _label(group)
        return say(
            f"{name}：{self.total[group]} 项{more}（第 {seconds} 秒）",
            f"{name}: {self.total[group]}{more} (at {seconds} s)",
        )


class Listener(Protocol):
    """Takes events."""

    def __call__(self, event: Event) -> None:
        """Take one event."""


@contextmanager
def listener(quiet: bool) -> Iterator[Callable[[Event], None]]:
    """What to hand to `build` as `on_event`: nothing shown with `quiet`, bars on a terminal, lines elsewhere."""
    if quiet:
        yield lambda _: None
    elif sys.stderr.isatty():
        with _bars() as show:
            yield show
    else:
        yield _lines()


def _lines() -> Callable[[Event], None]:
    tally = _Tally()

    def show(event: Event) -> None:
        group = tally.note(event)
        if group and not isinstance(event, Started) and tally.finished(group):
            click.echo(f"  {tally.line(group)}", err=True)

    return show


@contextmanager
def _bars() -> Iterator[Callable[[Event], None]]:
    """Drawn when an event comes; no thread is started, since workers are forked while this runs."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns: tuple[Any, ...] = (
        TextColumn("{task.description}"),
        BarColumn(24),
        MofNCompleteColumn(),
        TextColumn("{task.fields[now]}"),
    )
    bars = Progress(*columns, console=Console(stderr=True), auto_refresh=False)
    with bars:
        yield _drawer(bars)


def _drawer(bars: "Progress") -> Callable[[Event], None]:
    tally, tasks, last = _Tally(), dict[str, Any](), [0.0]

    def show(event: Event) -> None:
        group = tally.note(event)
        if isinstance(event, Planned):
            for name, total in event.groups:
                tasks[name] = bars.add_task(_label(name), total=total, now="")
        elif group in tasks:
            now = event.target.partition("/")[2] if isinstance(event, Started) else ""
            bars.update(tasks[group], completed=tally.done.get(group, 0), now=now)
            if time.monotonic() - last[0] > 0.05 or tally.finished(group):
                last[0] = time.monotonic()
                bars.refresh()

    return show
