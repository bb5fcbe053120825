"""Sums of table columns: which columns may have one, and what it is."""

from collections.abc import Callable
from pathlib import Path

from gkstd.source.load import Loaded, load

Where = Callable[[Loaded, str], list[str]]


def with_table(base: Path, column: str, *cells: str) -> Loaded:
    (base / "standards/tables").mkdir()
    rows = "".join(f"  - [{cell}]\n" for cell in cells)
    (base / "standards/tables/t.yaml").write_text(f"id: t\ntitle: 表\ncolumns:\n  - {column}\nrows:\n{rows}", "utf-8")
    return load(base)


def totals(loaded: Loaded) -> tuple[str, ...]:
    assert loaded.project is not None
    return loaded.project.tables["t"].totals


def test_decimals_keep_their_places_and_percentages_their_sign(base: Path) -> None:
    assert totals(with_table(base, "{id: a, title: 分值, kind: decimal, total: true}", "0.96", "0.04", "~")) == (
        "1.00",
    )
    (base / "standards/tables/t.yaml").unlink()
    (base / "standards/tables").rmdir()
    assert totals(with_table(base, "{id: a, title: 比例, kind: percent, total: true}", "40%", "60%")) == ("100%",)


def test_a_column_of_words_has_no_sum(base: Path, where: Where) -> None:
    loaded = with_table(base, "{id: a, title: 名称, total: true}", "甲")
    assert where(loaded, "GK104") == ["standards/tables/t.yaml:4:31"]
