"""Places in a text: offsets to lines and columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gkstd.text import SourceFile, Span

FILE = SourceFile("a.yaml", "甲: 1\r\n乙: 2\n\n丙")


@pytest.mark.parametrize(
    ("offset", "place"), [(0, (1, 1)), (3, (1, 4)), (6, (2, 1)), (11, (3, 1)), (12, (4, 1)), (13, (4, 2))]
)
def test_columns_count_characters_from_one(offset: int, place: tuple[int, int]) -> None:
    assert FILE.locate(offset) == place


@pytest.mark.parametrize(("offset", "place"), [(-5, (1, 1)), (999, (4, 2))])
def test_offsets_outside_the_text_are_brought_to_its_ends(offset: int, place: tuple[int, int]) -> None:
    assert FILE.locate(offset) == place


def test_lines_come_without_their_ends() -> None:
    assert [FILE.line(n) for n in range(6)] == ["", "甲: 1", "乙: 2", "", "丙", ""]


def test_an_empty_text_has_one_empty_line() -> None:
    empty = SourceFile("e.yaml", "")
    assert empty.locate(0) == (1, 1)
    assert empty.line(1) == ""


@given(st.text(alphabet="ab\n甲", max_size=40), st.integers(0, 40))
def test_a_place_leads_back_to_its_offset(text: str, offset: int) -> None:
    file = SourceFile("f", text)
    offset = min(offset, len(text))
    line, column = file.locate(offset)
    assert file.line_starts[line - 1] + column - 1 == offset
    assert column - 1 <= len(file.line(line)) + 1


def test_spans_sort_by_place() -> None:
    spans = [Span("b", 0, 1), Span("a", 5, 6), Span("a", 0, 9)]
    assert sorted(spans) == [Span("a", 0, 9), Span("a", 5, 6), Span("b", 0, 1)]
