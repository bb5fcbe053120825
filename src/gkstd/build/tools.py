"""What one build works with, put together once.

In: the project's folder and templates, workers, limits, a listener. Out: cache, digests, engines and runs that know of each
other. Never decides what is built.
"""

from collections.abc import Mapping
from functools import cache as remembered
from pathlib import Path

from msgspec import Struct

from gkstd.build.cache import FOLDER, Cache
from gkstd.build.digests import Digests
from gkstd.build.engines import Engines
from gkstd.build.events import Event, Listener
from gkstd.build.executor import Workers
from gkstd.build.plan import Plan
from gkstd.build.run import Run
from gkstd.build.stock import stock
from gkstd.build.tidy import tidy
from gkstd.build.work import Limits
from gkstd.render.templates import TemplateSet


class Means(Struct, frozen=True):
    """Where and with whom to build; none of it changes a byte."""

    root: Path
    out: Path
    workers: Workers
    limits: Limits = Limits()
    caching: bool = True


class Tools:
    """Cache, digests and engines of one build."""

    def __init__(self, means: Means, overrides: Mapping[str, str], on_event: Listener) -> None:
        self._means = means
        self.templates = TemplateSet(stock(), overrides)
        self._home = means.root / FOLDER if means.caching else None
        self.cache = Cache(self._home, remembered(self.templates.lookup))
        self.digests = Digests(self.cache.digests_table)
        self.engines = Engines(self.digests)
        self._used: set[str] = set()
        self._on_event = on_event
        self._told: set[Event] = set()

    def tell(self, event: Event) -> None:
        """Hand an event to whoever listens; a second pass over a plan tells nothing twice."""
        if event not in self._told:
            self._told.add(event)
            self._on_event(event)

    def run(self, wanted: Plan) -> Run:
        """One pass over a plan."""
        means = self._means
        return Run(
            wanted, self.cache, self.templates, engine=self.engines.digest, workers=means.workers, limits=means.limits
        )

    def note(self, run: Run) -> None:
        """Remember what is in use, so that it stays in the cache."""
        self._used.update(run.keys.values())
        self._used.update(output.sha256 for trace in run.results.values() for output in trace.outputs)

    def put_away(self) -> None:
        """Keep what was learnt, and the cache within its bound."""
        self.digests.save()
        if self._home and self.cache.grown:
            tidy(self._home, self._used)
