"""The contract between the builder and the renderers: targets in, artifacts out, all of it plain picklable values.

A renderer is a module with `BATCH` and `render(jobs, templates)`; `registry.py` names them. Artifacts come back in the
order of the jobs. A renderer never opens a
project file: what it needs is in the payload, in the artifacts of the targets it needs, and in the templates.
"""

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from gkstd.diagnostics import Code
from gkstd.render.templates import Reads, TemplateSet


class Output(Struct, frozen=True):
    """One file: its path under `build/` ("/"-separated, no `..`) and its bytes."""

    path: str
    data: bytes


class Target(Struct, frozen=True):
    """One unit of work, cached on its own.

    `payload` is just the slice of the edition this target shows (a frozen Struct of plain values, no spans);
    `needs` are names of targets whose artifacts it is handed; `sources` are the project files it came from;
    `published` targets are written to `build/`, others feed other targets; `cost` orders the work, longest first.
    """

    name: str
    renderer: str
    payload: Struct
    needs: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    published: bool = True
    cost: int = 1


class Subject(Struct, frozen=True):
    """What a finding is about: an object of the model and a path in its record; the builder finds its place."""

    kind: str
    id: str
    path: tuple[str | int, ...] = ()


class Finding(Struct, frozen=True):
    """A diagnostic that has no place yet."""

    code: Code
    subject: Subject | None = None
    values: tuple[tuple[str, str], ...] = ()


class Artifact(Struct, frozen=True):
    """What rendering a target gave. With an error among `findings` it is neither cached nor written."""

    target: str
    outputs: tuple[Output, ...]
    reads: Reads = ()
    findings: tuple[Finding, ...] = ()


class Job(Struct, frozen=True):
    """A target and the artifacts of the targets it needs, in the order of `needs`."""

    target: Target
    inputs: tuple[Artifact, ...] = ()


class EnvironmentProblem(Exception):  # noqa: N818 - it is the machine that lacks something, not the project that errs
    """The machine lacks something: what, in both languages, and the system packages that mend it; the cli exits 3."""

    def __init__(self, what_zh: str, what_en: str, packages: tuple[str, ...]) -> None:
        super().__init__(what_zh, what_en, packages)
        self.what_zh = what_zh
        self.what_en = what_en
        self.packages = packages

    def __str__(self) -> str:
        return self.what_en


class Renderer(Protocol):
    """What the builder asks of a renderer module.

    `BATCH`: how many targets one job may take (1 for documents that take long, more where start-up dominates; 0: all).
    What decides the bytes besides payload, inputs and templates (engine, libraries, fonts, this package's own code) is
    the builder's to know: `build/engines.py`.
    """

    BATCH: int

    def render(self, jobs: Sequence[Job], templates: TemplateSet) -> list[Artifact]:
        """One artifact for each job, in the order of the jobs."""
        ...
