"""What renderers found, given a place.

In: findings, which name an object of the model. Out: diagnostics, which name a file and an offset. A finding about nothing
in particular is one about the project.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from gkstd.diagnostics import Diagnostic
from gkstd.model.places import Places
from gkstd.render.base import Finding, Subject


def placed(findings: Iterable[Finding], places: Places) -> Iterator[Diagnostic]:
    """One diagnostic for each finding, in their order."""
    for finding in findings:
        subject = finding.subject or Subject("project", "")
        span = places.span(subject.kind, subject.id, *subject.path)
        values: dict[str, Any] = dict(finding.values)
        yield finding.code.at(span, **values)
