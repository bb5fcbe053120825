"""Discover and read everything a project may hold, and nothing more: the first half of `load`.

In: a folder. Out: `Gathered`, the names and bytes that decide all that follows. Knows which file may stand where, not what
is in it, so that whoever finds the bytes unchanged need not read on.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import schema
from gkstd.source.files import PROJECT, Reader
from gkstd.source.kinds import kind_of
from gkstd.source.strays import stray
from gkstd.text import SourceFile, Span

IMAGE = re.compile(r"standards/images/([a-z0-9]+(?:-[a-z0-9]+)*\.(?:png|jpe?g))")
TEMPLATE_ENDINGS = (".html", ".css", ".xml", ".txt", ".svg", ".json")


class Gathered(Struct, frozen=True):
    """`files` are the texts in which the project is written, gkstd.yaml first if it is there (`head`), else by name.

    `images` and `templates` go by their names below their folders; `found` is what was refused or means nothing, `refused`
    the names of what could not be read, `strays` those that mean nothing.
    """

    head: SourceFile | None
    files: tuple[SourceFile, ...]
    images: Mapping[str, bytes]
    templates: Mapping[str, str]
    found: tuple[Diagnostic, ...]
    refused: tuple[str, ...]
    strays: tuple[str, ...] = ()

    def parts(self) -> Iterator[tuple[str, bytes]]:
        """Everything that was read, as (name, bytes), each in its own order; what was refused is not among it."""
        for file in self.files:
            yield file.id, file.text.encode()
        for name, data in self.images.items():
            yield f"standards/images/{name}", data
        for name, text in self.templates.items():
            yield f"templates/{name}", text.encode()


def gather(root: Path) -> Gathered:
    """What stands in `root`. Never raises for what is in the files."""
    return read(Reader(root))


def read(reader: Reader) -> Gathered:
    """Everything a reader gives."""
    head = reader.read(PROJECT) if reader.has(PROJECT) else None
    if head is None and not reader.found:
        reader.found.append(schema.NO_PROJECT.at(Span(PROJECT, 0, 0), hints=(_init_hint(),), file=PROJECT))
    files = [head] if head else []
    images: dict[str, bytes] = {}
    strays: list[str] = []
    for name in reader.tree("standards"):
        if picture := IMAGE.fullmatch(name):
            if data := reader.image(name):
                images[picture[1]] = data
        elif kind_of(name) is None:
            reader.found.append(stray(name))
            strays.append(name)
        elif file := reader.read(name):
            files.append(file)
    refused = tuple(reader.refused)  # of the sources: a template that cannot be read hides no object
    templates = _templates(reader)
    return Gathered(head, tuple(files), images, templates, tuple(reader.found), refused, tuple(strays))


def _templates(reader: Reader) -> dict[str, str]:
    names = (name for name in reader.tree("templates") if name.endswith(TEMPLATE_ENDINGS))
    return {name.removeprefix("templates/"): file.text for name in names if (file := reader.read(name))}


def _init_hint() -> Text:
    return Text(
        "在含有 gkstd.yaml 的文件夹里运行，或用 --project 指明；新项目用 gkstd init 建立",
        "run in the folder that holds gkstd.yaml, or name it with --project; `gkstd init` starts a new project",
    )
