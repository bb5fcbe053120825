"""Findings as the overlay shows them: in one language, with the line they stand in.

In: diagnostics and the texts of their files. Out: `Problem` values, the worst first, and one sentence that counts them.
"""

from collections.abc import Sequence

from msgspec import Struct

from gkstd.build.machine import MachineError
from gkstd.diagnostics import Diagnostic, Severity
from gkstd.diagnostics.format import WORDS, Excerpt, Files, excerpt, place, printable, summary
from gkstd.diagnostics.registry import CODES
from gkstd.text import Span

MOST = 50


class Problem(Struct, frozen=True):
    """`word` is the severity in the reader's language; `lead`, `marked`, `tail` are the line around the place."""

    severity: str
    word: str
    code: str
    name: str
    message: str
    place: str
    lead: str
    marked: str
    tail: str
    labels: tuple[tuple[str, str], ...]
    hints: tuple[str, ...]


def shown(found: Sequence[Diagnostic], files: Files, lang: str) -> tuple[tuple[Problem, ...], str]:
    """Errors and warnings, and how many there are. Notes are for `check`."""
    told = sorted((d for d in found if d.severity is not Severity.NOTE), key=lambda d: d.severity.rank)
    return tuple([_problem(d, files, lang) for d in told[:MOST]]), summary(told, lang) if told else ""


def refused(error: MachineError, lang: str) -> tuple[tuple[Problem, ...], str]:
    """What the machine refuses, in the same form; it has no place."""
    found = [Diagnostic(error.code.id, error.code.severity, Span("", 0, 0), error.text)]
    return shown(found, {}, lang)


def _problem(d: Diagnostic, files: Files, lang: str) -> Problem:
    file = files.get(d.span.file)
    part = excerpt(file, d.span) if file and d.span.end else Excerpt(0, "", "", "")
    return Problem(
        severity=d.severity.value,
        word=WORDS[d.severity][lang],
        code=d.code,
        name=CODES[d.code].name if d.code in CODES else "",
        message=printable(d.message[lang]),
        place=place(files, d.span) if d.span.file else "",
        lead=printable(part.lead),
        marked=printable(part.marked),
        tail=printable(part.tail),
        labels=tuple([(place(files, span), printable(text[lang])) for span, text in d.labels]),
        hints=tuple([printable(hint[lang]) for hint in d.hints]),
    )
