"""tables/*.yaml, forms/*.yaml, figures.yaml → tables, forms, figures."""

import re
from datetime import date

from gkstd.diagnostics import Diagnostic, Text
from gkstd.diagnostics.codes import schema, table
from gkstd.model.table import Cell, Column, Field, Figure, Form, Table
from gkstd.source.records.tables import ColumnRecord, FigureRecord, FormFile, TableFile
from gkstd.source.resolve.directory import Directory
from gkstd.source.resolve.scope import Scope
from gkstd.source.tree import Path, Tree
from gkstd.text import Span

SUMMED = ("integer", "decimal", "percent")
_RULES = {
    "integer": (re.compile(r"-?\d+"), Text("只能写整数", "it must be a whole number")),
    "decimal": (re.compile(r"-?\d+(\.\d+)?"), Text("只能写数", "it must be a number")),
    "percent": (re.compile(r"\d+(\.\d+)?%"), Text("写成 99%", "write it as 99%")),
    "date": (
        re.compile(r"\d{4}(-\d{2}(-\d{2})?)?"),
        Text("写成 2018、2018-03 或 2018-03-01", "write 2018, 2018-03 or 2018-03-01"),
    ),
}


def tabled(scope: Scope, directory: Directory, r: TableFile, tree: Tree) -> Table:
    """A table, each cell checked against the kind of its column; a link to a domain is checked by `links`."""
    for i, column in enumerate(r.columns):
        scope.claim("column", column.id, tree, ("columns", i), within=r.id)
        if column.total and column.kind not in SUMMED:
            scope.found.append(_not_summed(tree.span(("columns", i, "total"))))
    rows = []
    for i, row in enumerate(r.rows):
        if len(row) != len(r.columns):
            span = tree.span(("rows", i))
            scope.found.append(table.ROW_LENGTH.at(span, count=len(row), columns=len(r.columns)))
        rows.append(
            tuple(
                _cell(scope, directory, column, cell or "", tree, ("rows", i, j))
                for j, (column, cell) in enumerate(zip(r.columns, (*row, *[None] * len(r.columns)), strict=False))
            )
        )
    columns = tuple(Column(c.id, c.title, c.kind, c.unit or "", c.width or 10, c.total) for c in r.columns)
    return Table(
        r.id, r.title, r.domain or "", r.summary or "", r.source or "", r.counts or "", columns, tuple(rows),
        r.note or "", scope.doubts(r, tree),
    )  # fmt: skip


def _not_summed(place: Span) -> Diagnostic:
    zh, en = "只有 integer、decimal、percent 栏可以合计", "only columns of integer, decimal or percent have a sum"
    return schema.BAD_VALUE.at(place, field="total", value="true", rule_zh=zh, rule_en=en)


def _cell(scope: Scope, directory: Directory, column: ColumnRecord, text: str, tree: Tree, path: Path) -> Cell:
    if not text:
        return Cell("")
    if column.kind == "body":
        return Cell(text, directory.body(text, tree, path).body)
    if column.kind == "law":
        basis = directory.basis(text, tree, path)
        return Cell(text, basis.law if basis else "")
    if column.kind in _RULES and not _fits(column.kind, text):
        rule = _RULES[column.kind][1]
        fault = schema.BAD_VALUE.at(tree.span(path), field=column.title, value=text, rule_zh=rule.zh, rule_en=rule.en)
        scope.found.append(fault)
        return Cell("")
    return Cell(text)


def _fits(kind: str, text: str) -> bool:
    if not _RULES[kind][0].fullmatch(text):
        return False
    if kind == "date":
        try:
            date.fromisoformat((text + "-01-01")[:10])
        except ValueError:
            return False
    return True


def form(r: FormFile) -> Form:
    """A blank form."""
    fields = tuple(Field(f.label, f.lines, f.half, f.choices) for f in r.fields)
    return Form(r.id, r.title, r.domain or "", r.lead or "", fields, r.note or "")


def figure(scope: Scope, r: FigureRecord, tree: Tree, path: Path) -> Figure:
    """A number with its source."""
    return Figure(
        r.id,
        r.title,
        r.value,
        r.unit or "",
        r.about,
        r.date,
        r.group or "",
        r.source,
        r.note or "",
        scope.doubts(r, tree, path),
    )
