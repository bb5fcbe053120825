"""The whole source stage on one page: discover → parse → decode → resolve."""

import gc
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from gkstd.diagnostics import Diagnostic, Severity, sort
from gkstd.model.places import Places
from gkstd.model.project import Project
from gkstd.source.decode import decode
from gkstd.source.gather import Gathered, gather, read
from gkstd.source.held import Held
from gkstd.source.kinds import KINDS, kind_of
from gkstd.source.places import SourcePlaces
from gkstd.source.remembered import Remembered
from gkstd.source.resolve.project import Decoded, resolve
from gkstd.source.resolve.wordings import Wordings
from gkstd.source.strays import missing
from gkstd.source.tree import Tree
from gkstd.text import SourceFile

Parser = Callable[[SourceFile], tuple[Tree | None, list[Diagnostic]]]
EVERYTHING = tuple(declared for kind in KINDS for declared in kind.declares)


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
    return understand(gather(root))


def load_held(files: Mapping[str, bytes]) -> Loaded:
    """The same of files in memory, by name: an earlier edition."""
    return understand(read(Held(files)))


def understand(given: Gathered, remembered: Remembered | None = None) -> Loaded:
    """The project in what was gathered; `remembered` knows files that were parsed before."""
    collecting = gc.isenabled()
    gc.disable()  # loading only builds up: looking for garbage meanwhile costs a tenth and finds none
    try:
        return _understand(given, remembered)
    finally:
        if collecting:
            gc.enable()


def _parser(remembered: Remembered | None) -> Parser:
    if remembered is not None:
        return remembered.parse
    from gkstd.source.parse import parse

    return parse


def _understand(given: Gathered, remembered: Remembered | None) -> Loaded:
    refused = set[str]()
    for name in given.refused:
        refused.update(kind.declares if (kind := kind_of(name)) else EVERYTHING)
    for name in given.strays:
        refused.update(missing(name))
    found = list(given.found)
    decoded = _decode(given.files, _parser(remembered), found, refused)
    texts = {file.id: file for file in given.files}
    if given.head is None or not decoded or decoded[0].tree.file is not given.head:
        return Loaded(None, SourcePlaces(), sort(found), texts, given.templates, complete=False)
    wordings = remembered.known.wordings if remembered else Wordings()
    project, places, more, read = resolve(decoded[0], decoded[1:], frozenset(refused), wordings)
    if remembered:
        remembered.left.wordings = read
    project = msgspec.structs.replace(project, images=given.images)
    complete = not any(d.severity is Severity.ERROR for d in found)
    return Loaded(project, places, sort(found + more), texts, given.templates, complete)


def _decode(files: Sequence[SourceFile], parse: Parser, found: list[Diagnostic], refused: set[str]) -> list[Decoded]:
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
