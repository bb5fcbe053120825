"""Titled tables with typed columns, blank forms, and figures with their source."""

from datetime import date
from decimal import Decimal

from msgspec import Struct


class Column(Struct, frozen=True):
    """`kind`: text, integer, decimal, percent, date, body, law. `total` asks for a sum in a last row."""

    id: str
    title: str
    kind: str
    unit: str
    width: int
    total: bool


class Cell(Struct, frozen=True):
    """What is printed, and for a body or law the register entry it stands for ("" otherwise)."""

    text: str
    entry: str = ""


class Table(Struct, frozen=True):
    """A register of its own: every row has one cell per column. `counts` names the figure its rows count towards."""

    id: str
    title: str
    domain: str
    summary: str
    source: str
    counts: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str
    unconfirmed: tuple[str, ...]

    @property
    def totals(self) -> tuple[str, ...]:
        """Sums of the columns that ask for one, "" for the others; () when none does."""
        if not any(column.total for column in self.columns):
            return ()
        return tuple(_sum(self.rows, i, column.kind) if column.total else "" for i, column in enumerate(self.columns))


class Field(Struct, frozen=True):
    """One place to fill in: its label, how many lines, whether the next stands beside it, what can be ticked."""

    label: str
    lines: int
    half: bool
    choices: tuple[str, ...]


class Form(Struct, frozen=True):
    """A blank form."""

    id: str
    title: str
    domain: str
    lead: str
    fields: tuple[Field, ...]
    note: str


class Figure(Struct, frozen=True):
    """A number with its source; `about` when the source says so itself."""

    id: str
    title: str
    value: str
    unit: str
    about: bool
    date: date | None
    group: str
    source: str
    note: str
    unconfirmed: tuple[str, ...]

    @property
    def printed(self) -> str:
        """约5000人."""
        return f"{'约' if self.about else ''}{self.value}{self.unit}"


def _sum(rows: tuple[tuple[Cell, ...], ...], column: int, kind: str) -> str:
    """Of a column of numbers (others are refused where they are read); percentages stay percentages."""
    texts = (row[column].text.removesuffix("%") for row in rows)
    return str(sum((Decimal(text) for text in texts if text), Decimal(0))) + ("%" if kind == "percent" else "")
