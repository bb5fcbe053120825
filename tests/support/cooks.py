"""A renderer of a few lines that does what its payload says, for tests of the builder."""

import os
import signal
import time
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from gkstd.diagnostics import Severity
from gkstd.diagnostics.codes.build import MISSING_GLYPH, RENDER
from gkstd.render.base import Artifact, EnvironmentProblem, Finding, Job, Output, Subject
from gkstd.render.templates import TemplateSet, freeze

BATCH = 3
_WARNING = replace(MISSING_GLYPH, severity=Severity.WARNING)


class Dish(Struct, frozen=True):
    """`act`: what happens instead of, or besides, giving `text` at `path`; `template` is read and put before it."""

    text: str = ""
    path: str = ""
    template: str = ""
    act: str = ""


def render(jobs: Sequence[Job], templates: TemplateSet) -> list[Artifact]:
    return [_one(job, templates) for job in jobs]


def _one(job: Job, templates: TemplateSet) -> Artifact:
    dish, name = job.target.payload, job.target.name
    assert isinstance(dish, Dish)
    findings = _act(dish, name)
    reads: dict[str, str | None] = {}
    head = templates.text(dish.template, reads) if dish.template else ""
    inputs = b"".join(output.data for artifact in job.inputs for output in artifact.outputs)
    data = head.encode() + inputs + dish.text.encode()
    return Artifact(name, (Output(dish.path or name, data),), freeze(reads), findings)


def _act(dish: Dish, name: str) -> tuple[Finding, ...]:
    match dish.act:
        case "raise":
            raise ValueError(f"no {name}\nand more")
        case "fatal":
            raise GeneratorExit("an engine's own")
        case "die":
            os.kill(os.getpid(), signal.SIGKILL)
        case "loop":
            while True:
                time.sleep(0.01)
        case "eat":
            _ = bytearray(1 << 40)
        case "error":
            return (Finding(RENDER, Subject("item", "x"), (("target", name), ("why", "because"))),)
        case "lack":
            raise EnvironmentProblem("锅", "a pan", ("pans",))
        case "warn":
            return (Finding(_WARNING, values=(("char", "㐂"), ("code", "U+3402"), ("faces", "Song"))),)
        case "slow":
            time.sleep(0.3)
        case _:
            pass
    return ()
