"""`gkstd check` from the folder to the report: nothing is read twice, and what was found about the same bytes is known.

In: a project folder and a day. Out: `Looked`. Reads, and remembers in the cache folder; changes no source and no output.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from gkstd.build.recall import PARTS, Recall, grounds, of_reader, question
from gkstd.diagnostics import Diagnostic
from gkstd.source.gather import Gathered, gather
from gkstd.text import SourceFile

if TYPE_CHECKING:
    from gkstd.source.load import Loaded

LARGEST = 32 << 20
"""Bytes of trees and wordings that are worth keeping."""

Findings = tuple[Diagnostic, ...]


class Report(Struct, frozen=True):
    """As it is remembered."""

    found: Findings


class Looked(Struct, frozen=True):
    """All findings, sorted by place, and the texts to show them in."""

    found: Findings
    files: dict[str, SourceFile]


def look(root: Path, on: date | None = None) -> Looked:
    """What is wrong with the project in `root`, as of `on` or the edition's own day."""
    given = gather(root)
    ground = grounds(given)
    found = findings(Recall(root), ground, lambda: understood(root, ground, given), on)
    return Looked(found, {file.id: file for file in given.files})


def project(root: Path) -> "Loaded":
    """The project in `root`, for those that only show it: what `check` or `build` left is used, and nothing is left."""
    given = gather(root)
    return understood(root, grounds(given), given, leave=False)


def understood(root: Path, ground: str, given: Gathered, leave: bool = True) -> "Loaded":
    """The project in what was gathered; what was made of the same texts before is not made again."""
    from gkstd.source.load import understand
    from gkstd.source.remembered import Parts, Remembered

    recall, asked = Recall(root, PARTS, LARGEST), question(of_reader(ground), "parts")
    remembered = Remembered(recall.find(asked, Parts) or Parts())
    loaded = understand(given, remembered)
    if leave and remembered.new:
        recall.keep(asked, remembered.left)
    return loaded


def findings(recall: Recall, ground: str, loaded: Callable[[], "Loaded"], on: date | None = None) -> Findings:
    """All findings about the project that stands on these grounds, known or new."""
    asked = question(ground, "check", on)
    known = recall.find(asked, Report)
    if known is not None:
        return known.found
    from gkstd.build.check import check
    from gkstd.checks.drafting.facts import Facts

    standards = question(of_reader(ground), "standards")
    remembered = recall.find(standards, dict[str, Facts]) or {}
    found = check(loaded(), on, remembered)
    recall.keep(asked, Report(found), {standards: remembered})
    return found
