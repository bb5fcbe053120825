"""Cases of tests/diagnostics: a project changed, and what is reported, written beside the line it is reported for.

    === a title, perhaps with --as-of 2019-01-10
    --- standards/items/demo.yaml          the whole file follows
    ~~~ standards/items/demo.yaml          changes to the file of the base project follow
    -        limit: 公示不少于30日           lines that the file has (once)
    +        limit: 尽早  # error[GK301] 16: 看不懂…   lines that take their place; the remark is not part of the file
    ! warning[GK313] standards/items/demo.yaml:15:15: …   what is reported for lines that the case does not show

A case without remarks says that nothing is reported.
"""

import re
from collections import defaultdict
from datetime import date
from pathlib import Path

from msgspec import Struct

from gkstd.build.check import check
from gkstd.source.load import load
from support.overlay import BASE, copy_base

_REMARK = re.compile(r"(?:  )?# (error|warning|note)\[GK\d+\].*$")
_AS_OF = re.compile(r"--as-of (\S+)")


class Case(Struct):
    """One case: its title line and its lines as written, remarks included."""

    title: str
    lines: list[str]

    @property
    def on(self) -> date | None:
        day = _AS_OF.search(self.title)
        return date.fromisoformat(day[1]) if day else None


def read(text: str) -> list[Case]:
    """The cases of a file."""
    cases: list[Case] = []
    for line in text.splitlines():
        if line.startswith("=== "):
            cases.append(Case(line[4:], []))
        elif cases:
            cases[-1].lines.append(line)
    for case in cases:
        while case.lines and not case.lines[-1]:
            case.lines.pop()
    return cases


def write(cases: list[Case]) -> str:
    """The cases as a file."""
    return "\n\n".join("\n".join((f"=== {case.title}", *case.lines)) for case in cases) + "\n"


def actual(case: Case, root: Path) -> Case:
    """The case with the remarks that are true of it."""
    kept = [_REMARK.sub("", line) for line in case.lines if not line.startswith("! ")]
    where = _lay_out(kept, copy_base(root))
    loaded = load(root)
    beside: dict[int, list[str]] = defaultdict(list)
    apart: list[str] = []
    for one in check(loaded, case.on):
        file = loaded.files.get(one.span.file)
        line, column = file.locate(one.span.start) if file else (0, 0)
        head, message = f"{one.severity}[{one.code}]", one.message.zh
        if (one.span.file, line) in where:
            beside[where[one.span.file, line]].append(f"  # {head} {column}: {message}")
        else:
            apart.append(f"! {head} {one.span.file}:{line}:{column}: {message}")
    shown = [line + "".join(beside[number]) for number, line in enumerate(kept)]
    return Case(case.title, [*shown, *apart])


def _lay_out(lines: list[str], root: Path) -> dict[tuple[str, int], int]:
    """Write the files of a case; the line of the case for each of their lines that it shows."""
    where: dict[tuple[str, int], int] = {}
    starts = [number for number, line in enumerate(lines) if line.startswith(("--- ", "~~~ "))]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        name = lines[start][4:].strip()
        body = list(enumerate(lines))[start + 1 : end]
        while body and not body[-1][1]:
            body.pop()
        rows = _edited(name, body) if lines[start].startswith("~~~") else [(number, line) for number, line in body]
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("".join(f"{line}\n" for _, line in rows), encoding="utf-8")
        where |= {(name, at): number for at, (number, _) in enumerate(rows, 1) if number is not None}
    return where


def _edited(name: str, body: list[tuple[int, str]]) -> list[tuple[int | None, str]]:
    rows: list[tuple[int | None, str]] = [
        (None, line) for line in (BASE / name).read_text(encoding="utf-8").splitlines()
    ]
    at = 0
    for number, line in body:
        if line.startswith("-"):
            found = [row for row, (_, text) in enumerate(rows) if text == line[1:]]
            assert len(found) == 1, f"{name} has {len(found)} lines {line[1:]!r}"
            at = found[0]
            del rows[at]
        elif line.startswith("+"):
            rows.insert(at, (number, line[1:]))
            at += 1
    return rows
