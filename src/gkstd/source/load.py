"""The whole source stage on one page: discover → parse → decode → resolve."""

import gc
import re
from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from gkstd.diagnostics import Diagnostic, Severity, Text, sort
from gkstd.diagnostics.codes import schema
from gkstd.model.places import Places
from gkstd.model.project import Project
from gkstd.source.decode import decode
from gkstd.source.files import Reader
from gkstd.source.held import Held
from gkstd.source.kinds import KINDS, PROJECT, Kind, kind_of
from gkstd.source.parse import parse
from gkstd.source.places import SourcePlaces
from gkstd.source.resolve.project import Decoded, resolve
from gkstd.text import SourceFile, Span

EVERYTHING = tuple(declared for kind in KINDS for declared in kind.declares)
IMAGE = re.compile(r"standards/images/([a-z0-9]+(?:-[a-z0-9]+)*\.(?:png|jpe?g))")
TEMPLATE_ENDINGS = (".html", ".css", ".xml", ".txt", ".svg", ".json")


class Loaded(Struct, frozen=True):
    """A project as far as it could be understood.

    `project` is None only when gkstd.yaml itself cannot be used. `files` are the texts of all project files by name;
    `templates` the project's own templates by name below templates/. `complete` is false when some file was refused.
    """

    project: Project | None
    places: Places
    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, SourceFile]
    templates: Mapping[str, str]
    complete: bool


def load(root: Path) -> Loaded:
    """Read the project in `root`. Never raises for what is in the files."""
    return _quietly(Reader(root))


def load_held(files: Mapping[str, bytes]) -> Loaded:
    """The same of files in memory, by name: an earlier edition."""
    return _quietly(Held(files))


def _quietly(reader: Reader) -> Loaded:
    collecting = gc.isenabled()
    gc.disable()  # loading only builds up: looking for garbage meanwhile costs a tenth and finds none
    try:
        return _load(reader)
    finally:
        if collecting:
            gc.enable()


def _load(reader: Reader) -> Loaded:
    head = reader.read(PROJECT) if reader.has(PROJECT) else None
    if head is None and not reader.found:
        reader.found.append(schema.NO_PROJECT.at(Span(PROJECT, 0, 0), hints=(_init_hint(),), file=PROJECT))
    files = [head] if head else []
    refused = set[str]()
    images: dict[str, bytes] = {}
    for name in reader.tree("standards"):
        if picture := IMAGE.fullmatch(name):
            if data := reader.image(name):
                images[picture[1]] = data
        elif (kind := kind_of(name)) is None:
            reader.found.append(_stray(name))
        elif file := reader.read(name):
            files.append(file)
    for name in reader.refused:
        refused.update(kind.declares if (kind := kind_of(name)) else EVERYTHING)
    found = list(reader.found)
    decoded = _decode(files, found, refused)
    texts = {file.id: file for file in files}
    templates = _templates(reader)
    if head is None or not decoded or decoded[0].tree.file is not head:
        return Loaded(None, SourcePlaces(), sort(found), texts, templates, complete=False)
    project, places, more = resolve(decoded[0], decoded[1:], frozenset(refused))
    project = msgspec.structs.replace(project, images=images)
    complete = not any(d.severity is Severity.ERROR for d in found)
    return Loaded(project, places, sort(found + more), texts, templates, complete)


def _decode(files: list[SourceFile], found: list[Diagnostic], refused: set[str]) -> list[Decoded]:
    decoded = []
    for file in files:
        kind = kind_of(file.id)
        assert kind is not None, "only files of a known kind are read"  # noqa: S101
        tree, faults = parse(file)
        record = None
        if tree is not None:
            record, more = decode(tree, kind.record)
            faults += more
        found += faults
        if any(fault.severity is Severity.ERROR for fault in faults):
            refused.update(kind.declares)
        if tree is not None and record is not None:
            decoded.append(Decoded(tree, record))
    return decoded


def _templates(reader: Reader) -> dict[str, str]:
    names = (name for name in reader.tree("templates") if name.endswith(TEMPLATE_ENDINGS))
    return {name.removeprefix("templates/"): file.text for name in names if (file := reader.read(name))}


def _stray(name: str) -> Diagnostic:
    hint = Text("可以放的文件：{known}", "files that belong: {known}").fill(
        known="、".join([*(_shown(k) for k in KINDS[1:]), "standards/images/*.png"])
    )
    return schema.STRAY_FILE.at(Span(name, 0, 0), hints=(hint,), file=name)


def _shown(kind: Kind) -> str:
    fixed = kind.pattern.split("(")[0].split("[")[0].replace("\\", "")
    return fixed if fixed.endswith(".yaml") else f"{fixed}*.yaml"


def _init_hint() -> Text:
    return Text(
        "在含有 gkstd.yaml 的文件夹里运行，或用 --project 指明",
        "run in the folder that holds gkstd.yaml, or name it with --project",
    )
