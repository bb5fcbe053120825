"""What renderers found, given a place.

In: findings, which name an object of the model. Out: diagnostics, which name a file and an offset. A character that cannot be
printed is looked for in the sources. A finding about nothing in particular is one about the project.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from gkstd.build.written import missing_glyph
from gkstd.diagnostics import Diagnostic
from gkstd.diagnostics.codes.build import MISSING_GLYPH
from gkstd.model.places import Places
from gkstd.render.base import Finding, Subject
from gkstd.source.load import Loaded
from gkstd.text import SourceFile


class Origin(Struct, frozen=True):
    """Where findings can lead to: the objects of the project, and the texts of its files, templates last."""

    places: Places
    files: Mapping[str, SourceFile]


def origin(loaded: Loaded) -> Origin:
    """The origin of what was rendered from a project."""
    templates = {f"templates/{name}": SourceFile(f"templates/{name}", text) for name, text in loaded.templates.items()}
    return Origin(loaded.places, {**loaded.files, **templates})


def placed(findings: Iterable[Finding], sources: Iterable[str], origin: Origin) -> Iterator[Diagnostic]:
    """One diagnostic for each finding about a target made from these sources, in their order."""
    templates = [name for name in origin.files if name.startswith("templates/")]
    for finding in findings:
        found = None
        if finding.code.id == MISSING_GLYPH.id:
            found = missing_glyph(finding, origin.files, [*sources, *templates])
        yield found or _of_object(finding, origin.places)


def _of_object(finding: Finding, places: Places) -> Diagnostic:
    subject = finding.subject or Subject("project", "")
    span = places.span(subject.kind, subject.id, *subject.path)
    values: dict[str, Any] = dict(finding.values)
    return finding.code.at(span, **values)
