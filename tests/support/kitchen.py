"""A project without YAML: any plan can be carried out in it, and what happened be asked."""

from concurrent.futures import Executor
from datetime import date
from pathlib import Path

from gkstd.build.events import Cached, Event, Failed, Started
from gkstd.build.executor import handed, local
from gkstd.build.making import make
from gkstd.build.outputs import GROUPS
from gkstd.build.plan import arrange
from gkstd.build.result import BuildResult
from gkstd.build.tools import Means
from gkstd.build.work import Limits
from gkstd.model.project import Edition, Identity, Portal, Region
from gkstd.render.base import Target
from gkstd.source.load import Loaded
from gkstd.source.places import SourcePlaces
from gkstd.text import SourceFile
from support.cooks import Dish

IDENTITY = Identity(
    name="试点",
    region=Region("610824", "靖边县", "靖边"),
    as_of=date(2018, 12, 31),
    edition=Edition("e", "版", date(2018, 12, 31), ""),
    index_scheme="",
    portal=Portal("", "", "", "", "", "", "", ""),
    publisher="",
    expected={},
)


def target(
    name: str, text: str = "", *needs: str, act: str = "", template: str = "", path: str = "", **more: object
) -> Target:
    """A target of the fake renderer; names that begin with "html/" are not published."""
    published = not name.startswith("html/")
    return Target(name, "fake", Dish(text, path, template, act), needs, published=published, **more)  # type: ignore[arg-type]


class Kitchen:
    """`cook` builds targets in `root`; `last` are the events of the last time."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.templates: dict[str, str] = {}
        self.files: dict[str, str] = {"gkstd.yaml": "name: x\n"}
        self.last: list[Event] = []

    def cook(
        self,
        *targets: Target,
        groups: tuple[str, ...] = GROUPS,
        jobs: int = 1,
        executor: Executor | None = None,
        limits: Limits | None = None,
        caching: bool = True,
    ) -> BuildResult:
        self.last = []
        workers = handed(executor, jobs) if executor else local(jobs, limits)
        means = Means(self.root, self.root / "build", workers, limits or Limits(), caching=caching)
        files = {name: SourceFile(name, text) for name, text in self.files.items()}
        loaded = Loaded(None, SourcePlaces(), (), files, self.templates, complete=True)
        return make(loaded, IDENTITY, arrange(targets, groups), means, self.last.append)

    @property
    def ran(self) -> list[str]:
        """Targets that were rendered, sorted."""
        return sorted({event.target for event in self.last if isinstance(event, Started)})

    @property
    def cached(self) -> list[str]:
        return sorted(event.target for event in self.last if isinstance(event, Cached))

    @property
    def failed(self) -> list[str]:
        return sorted(event.target for event in self.last if isinstance(event, Failed))

    def read(self, path: str) -> str:
        return (self.root / "build" / path).read_text("utf-8")

    def tree(self) -> dict[str, bytes]:
        """Every file of build/ by path, the lock left out."""
        folder = self.root / "build"
        paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != ".gkstd-lock")
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
