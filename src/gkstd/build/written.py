"""Where in the project a character was written that cannot be printed.

In: the character, the texts of the project files a target was made from, the project's templates. Out: places, the most
likely first: in values, then as an escape, then in comments, then in templates.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from gkstd.diagnostics import Diagnostic, Text
from gkstd.render.base import Finding
from gkstd.text import SourceFile, Span

MOST = 9
"""Further places that are named; a slip is mended everywhere at once, a name stands in many."""
_COMMENT = re.compile(r"(?:^|\s)#")
_HERE = Text("这里也有", "here too")
_HINT = Text(
    "核对是不是写错了字；字是对的，就换用或加装收有这个字的字体",
    "check the spelling; if it is right, install a font that has the character",
)


def missing_glyph(finding: Finding, files: Mapping[str, SourceFile], sources: Iterable[str]) -> Diagnostic | None:
    """The diagnostic at the character, further places as labels; None when none of the sources has it."""
    values: dict[str, Any] = dict(finding.values)
    found = places(values["char"], [files[name] for name in sources if name in files])
    if not found:
        return None
    labels = tuple([(span, _HERE) for span in found[1 : MOST + 1]])
    return finding.code.at(found[0], labels=labels, hints=(_HINT,), **values)


def places(char: str, files: Iterable[SourceFile]) -> tuple[Span, ...]:
    """Every place of a character, values before escapes before comments; in the order of the files."""
    found = [(rank, span) for file in files for rank, span in _in_file(char, file)]
    best = min([rank for rank, _ in found], default=0)
    return tuple([span for rank, span in found if rank == best])


def _in_file(char: str, file: SourceFile) -> Iterator[tuple[int, Span]]:
    escape = rf"\\U0*{ord(char):x}(?![0-9a-f])|\\u0*{ord(char):x}(?![0-9a-f])"
    for match in re.finditer(f"{re.escape(char)}|(?i:{escape})", file.text):
        before = file.text[file.text.rfind("\n", 0, match.start()) + 1 : match.start()]
        rank = 1 if match[0] != char else 2 if _COMMENT.search(before) else 0
        yield rank, Span(file.id, *match.span())
