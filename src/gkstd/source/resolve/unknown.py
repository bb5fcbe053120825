"""Names that no register and no file has: one finding for each name in each file, however often it is written there."""

from collections.abc import Callable

from msgspec import Struct

from gkstd.diagnostics import Code, Diagnostic, Text
from gkstd.model.values.nearest import nearest
from gkstd.text import Span

LABELS = 3
GUESSES = 20
_COMMON = "中华人民共和国"


class _Missing(Struct):
    """A missing name in one file: the finding's code and values, and every place where it is written."""

    code: Code
    values: dict[str, str]
    known: Callable[[], tuple[str, ...]]
    otherwise: tuple[Text, ...]
    places: list[Span]


class Unknowns:
    """Gathers while resolving; says it at the end. Only the first names get a guess: guessing is slow work."""

    def __init__(self) -> None:
        self._missing: dict[tuple[str, str, str], _Missing] = {}

    def note(
        self,
        code: Code,
        span: Span,
        known: Callable[[], tuple[str, ...]],
        otherwise: tuple[Text, ...] = (),
        **values: str,
    ) -> None:
        """A name that is not known, where; `known` gives the names to guess from, `otherwise` the hint without a guess."""
        key = (code.id, span.file, "\0".join(values.values()))
        missing = self._missing.setdefault(key, _Missing(code, values, known, otherwise, []))
        missing.places.append(span)

    def findings(self) -> list[Diagnostic]:
        """One for each name and file."""
        return [_finding(missing, guess=n < GUESSES) for n, missing in enumerate(self._missing.values())]


def _finding(missing: _Missing, *, guess: bool) -> Diagnostic:
    first, *more = missing.places
    labels = tuple((span, Text("这里也是", "here too")) for span in more[:LABELS])
    hints = missing.otherwise
    if guess and (near := closest(next(iter(missing.values.values())), missing.known())):
        hints = (Text("您是不是想写“{near}”？", "did you mean `{near}`?").fill(near=near),)
    if len(more) > LABELS:
        hints += (Text("同一文件里共 {n} 处", "{n} places in this file").fill(n=len(more) + 1),)
    message = missing.code.message.fill(**missing.values)
    return Diagnostic(missing.code.id, missing.code.severity, first, message, labels, hints)


def closest(word: str, known: tuple[str, ...]) -> str:
    """The nearest known name, "" for none. The name of the state, which most laws begin with, is no likeness."""
    short = {name.removeprefix(_COMMON): name for name in reversed(known)}
    near = nearest(word.removeprefix(_COMMON), short)
    return short[near[0]] if near else ""
