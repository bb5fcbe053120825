"""What a finding is: a code, where, what, and how to mend it, in Chinese and English.

In: facts from any stage. Out: `Diagnostic` values. Never prints; `format.py` does.
"""

import enum

import msgspec

from gkstd.text import Span


class Severity(enum.StrEnum):
    """How bad a finding is; `error` stops a build, `warning` does under `--strict`, `note` never does."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return _RANK[self]


_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


class Text(msgspec.Struct, frozen=True):
    """One sentence in both languages; `fill` puts values into its `{names}`."""

    zh: str
    en: str

    def fill(self, **values: object) -> "Text":
        """The same sentence with the values put in; the values themselves are never read as patterns."""
        return Text(self.zh.format(**values), self.en.format(**values)) if values else self

    def __getitem__(self, lang: str) -> str:
        return self.en if lang == "en" else self.zh


class Fix(msgspec.Struct, frozen=True):
    """A mechanical mend: `old`, which stands at the span, becomes `new`."""

    span: Span
    old: str
    new: str


class Diagnostic(msgspec.Struct, frozen=True):
    """One finding. `labels` are other places with a word on each; `hints` say how to mend it, kept out of the message.

    `fixes` are edits that mend it together, where that needs no judgement. One that `follows` goes when others are mended.
    """

    code: str
    severity: Severity
    span: Span
    message: Text
    labels: tuple[tuple[Span, Text], ...] = ()
    hints: tuple[Text, ...] = ()
    fixes: tuple[Fix, ...] = ()
    follows: bool = False

    @property
    def order(self) -> tuple[str, int, int, bool, str, str]:
        """Sort key: by place, causes before what follows from them, then by code, whatever the order of work was."""
        return (self.span.file, self.span.start, self.span.end, self.follows, self.code, self.message.en)


class Code(msgspec.Struct, frozen=True):
    """A kind of finding. `id` is never reused or renumbered; `name` reads well after "allow".

    `follows`: it comes of another finding, and is told after it.
    """

    id: str
    name: str
    severity: Severity
    message: Text
    follows: bool = False

    def at(
        self,
        span: Span,
        *,
        labels: tuple[tuple[Span, Text], ...] = (),
        hints: tuple[Text, ...] = (),
        severity: Severity | None = None,
        fixes: tuple[Fix, ...] = (),
        **values: object,
    ) -> Diagnostic:
        """A finding of this kind at a place; `values` fill the message. This is how every diagnostic is born."""
        message = self.message.fill(**values)
        return Diagnostic(self.id, severity or self.severity, span, message, labels, hints, fixes, self.follows)


def sort(diagnostics: "list[Diagnostic] | tuple[Diagnostic, ...]") -> tuple[Diagnostic, ...]:
    """By place, without repeats."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda d: d.order))
