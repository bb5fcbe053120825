"""Findings as text: `human` (with the source line), `short` (one line each), `json` (a stable shape to script against).

In: findings and the texts of their files. Out: text. Colour is the caller's choice; nothing is printed here.
"""

from collections.abc import Iterable, Mapping
from unicodedata import east_asian_width

from msgspec import Struct

from gkstd.diagnostics.diagnostic import Diagnostic, Fix, Severity, Text
from gkstd.text import SourceFile, Span

SCHEMA_VERSION = 1
WORDS = {
    Severity.ERROR: Text("错误", "error"),
    Severity.WARNING: Text("警告", "warning"),
    Severity.NOTE: Text("提示", "note"),
}
_COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.NOTE: "\x1b[1;36m"}
_HINT = Text("办法", "help")
WIDEST = 100

Files = Mapping[str, SourceFile]


def human(found: Iterable[Diagnostic], files: Files, lang: str, colour: bool = False) -> str:
    """A paragraph each: severity, code and message; the line with the place underlined; labels; how to mend it."""
    return "\n".join(_paragraph(d, files, lang, colour) for d in found)


def short(found: Iterable[Diagnostic], files: Files, lang: str) -> str:
    """`file:line:column: severity[CODE] message`, one line each, as editors and `grep` like it."""
    return "\n".join(
        f"{place(files, d.span)}: {WORDS[d.severity][lang]}[{d.code}] {printable(d.message[lang])}" for d in found
    )


def as_json(found: Iterable[Diagnostic], files: Files, lang: str) -> str:
    """`{"schema_version": 1, "diagnostics": [{code, severity, message, file, line, column, …}]}`; lines and columns from 1."""
    import json

    listed = [_entry(d, files, lang) for d in found]
    text = json.dumps({"schema_version": SCHEMA_VERSION, "diagnostics": listed}, ensure_ascii=False, indent=2)
    return text.encode(errors="backslashreplace").decode()  # a file name need not be text: its odd bytes become \udcxx


def summary(found: Iterable[Diagnostic], lang: str) -> str:
    """`3 个错误，1 个警告` or `no problems found`."""
    counts = dict.fromkeys(Severity, 0)
    for d in found:
        counts[d.severity] += 1
    if not any(counts.values()):
        return Text("没有发现问题", "no problems found")[lang]
    if lang == "en":
        return ", ".join(f"{n} {s}{'s' if n > 1 else ''}" for s, n in counts.items() if n)
    return "，".join(
        f"{n} 个{WORDS[s].zh}" if s is not Severity.NOTE else f"{n} 条提示" for s, n in counts.items() if n
    )


def printable(text: str) -> str:
    """The text with control characters shown, so that data cannot speak to the terminal."""
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)


def _entry(d: Diagnostic, files: Files, lang: str) -> dict[str, object]:
    line, column = _locate(files, d.span.file, d.span.start)
    end_line, end_column = _locate(files, d.span.file, d.span.end)
    return {
        "code": d.code,
        "severity": d.severity.value,
        "message": d.message[lang],
        "file": d.span.file,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "hints": [hint[lang] for hint in d.hints],
        "labels": [_label(files, span, text[lang]) for span, text in d.labels],
        "fixes": [_fix(files, fix) for fix in d.fixes],
    }


def _fix(files: Files, fix: Fix) -> dict[str, object]:
    line, column = _locate(files, fix.span.file, fix.span.start)
    end_line, end_column = _locate(files, fix.span.file, fix.span.end)
    return {
        "file": fix.span.file,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "text": fix.new,
    }


def _label(files: Files, span: Span, message: str) -> dict[str, object]:
    line, column = _locate(files, span.file, span.start)
    return {"file": span.file, "line": line, "column": column, "message": message}


def _paragraph(d: Diagnostic, files: Files, lang: str, colour: bool) -> str:
    paint = (lambda code, text: f"{code}{text}\x1b[0m") if colour else (lambda _, text: text)
    head = paint(_COLOURS[d.severity], f"{WORDS[d.severity][lang]}[{d.code}]")
    lines = [f"{head}: {paint(chr(27) + '[1m', printable(d.message[lang]))}"]
    lines += _frame(files, d.span, "", lambda text: paint(_COLOURS[d.severity], text))
    for span, text in d.labels:
        lines += _frame(files, span, printable(text[lang]), lambda text: paint("\x1b[1;34m", text))
    lines += [f"  {paint(chr(27) + '[1;32m', _HINT[lang])}: {printable(hint[lang])}" for hint in d.hints]
    return "\n".join(lines) + "\n"


def _frame(files: Files, span: Span, word: str, paint: object) -> list[str]:
    assert callable(paint)  # noqa: S101
    file = files.get(span.file)
    lines = [f"  --> {place(files, span)}"]
    if file is None or (span.start == span.end == 0):
        return [*lines, f"      {word}"] if word else lines
    part = excerpt(file, span)
    gutter = str(part.row)
    blank = " " * len(gutter)
    mark = " " * width(part.lead) + "^" * max(1, width(part.marked))
    shown = printable(part.lead + part.marked + part.tail)
    return [*lines, f" {gutter} | {shown}", f" {blank} | {paint((mark + ' ' + word).rstrip())}"]


class Excerpt(Struct, frozen=True):
    """A line of a file, from 1, or the part of a long one around a place: what is before, at and after it."""

    row: int
    lead: str
    marked: str
    tail: str


def excerpt(file: SourceFile, span: Span) -> Excerpt:
    """The line in which a place begins."""
    row, column = file.locate(span.start)
    text = file.line(row)
    last, until = file.locate(span.end)
    end = until - 1 if last == row else len(text)
    shown, start, end = _window(text, column - 1, max(end, column))
    return Excerpt(row, shown[:start], shown[start:end], shown[end:])


def _window(text: str, start: int, end: int) -> tuple[str, int, int]:
    """The part of a long line around `[start, end)`, with … where it is cut."""
    text = text.replace("\t", " ")
    if width(text) <= WIDEST:
        return text, start, end
    first = max(0, start - 24)
    part, cut = text[first : first + 72], "…" if first else ""
    tail = "…" if first + 72 < len(text) else ""
    return cut + part + tail, start - first + len(cut), min(end - first, len(part)) + len(cut)


def width(text: str) -> int:
    """Columns a text takes on a terminal: two for each wide character."""
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)


def _locate(files: Files, name: str, offset: int) -> tuple[int, int]:
    file = files.get(name)
    return file.locate(offset) if file else (1, 1)


def place(files: Files, span: Span) -> str:
    """`file:line:column`."""
    line, column = _locate(files, span.file, span.start)
    return f"{printable(span.file)}:{line}:{column}"
