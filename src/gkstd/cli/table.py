"""Rows as text: aligned columns (wide characters count two), JSON, or CSV."""

import csv
import io
import json
from collections.abc import Mapping, Sequence

from gkstd.diagnostics.format import printable, width

Row = Mapping[str, object]


def as_table(rows: Sequence[Row], columns: Sequence[str]) -> str:
    """Columns padded to their widest cell, two spaces between, no trailing spaces."""
    lines = [list(columns), *([_cell(row[c]) for c in columns] for row in rows)]
    widths = [max(width(line[i]) for line in lines) for i in range(len(columns))]
    return "\n".join(
        "  ".join(cell + " " * (w - width(cell)) for cell, w in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def as_csv(rows: Sequence[Row], columns: Sequence[str]) -> str:
    """CSV with a header; a cell that a spreadsheet would run as a formula gets a leading apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_safe(_cell(row[c])) for c in columns] for row in rows)
    return out.getvalue().rstrip("\n")


def as_json(value: object) -> str:
    """JSON as people read it."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def _cell(value: object) -> str:
    if isinstance(value, list | tuple):
        return "、".join(map(str, value))
    return printable("" if value is None else str(value))


def _safe(cell: str) -> str:
    return f"'{cell}" if cell[:1] in tuple("=+-@\t\r\n＝＋－＠") and cell else cell
