"""A new entry stands at the end of its list, in the layout of its neighbours, and nothing else has changed."""

import pytest

from gkstd.build.insert import appended
from gkstd.text import SourceFile

ENTRY = "- id: new\n  title: 新 # 备注\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a:\n  - id: x\n", "a:\n  - id: x\n  - id: new\n    title: 新 # 备注\n"),
        ("a:\n  - id: x", "a:\n  - id: x\n  - id: new\n    title: 新 # 备注\n"),
        ("a:\n- id: x\nb: 1\n", "a:\n- id: x\n- id: new\n  title: 新 # 备注\nb: 1\n"),
        (
            "a:\n  - id: x\n    # of x\n\n  # of b\nb: 1 # of b\n",
            "a:\n  - id: x\n    # of x\n  - id: new\n    title: 新 # 备注\n\n  # of b\nb: 1 # of b\n",
        ),
        ("a:\r\n  - id: x\r\nb: 1\r\n", "a:\r\n  - id: x\r\n  - id: new\r\n    title: 新 # 备注\r\nb: 1\r\n"),
        (
            "a:\n  - id: x\n    t: |\n      text\n\n",
            "a:\n  - id: x\n    t: |\n      text\n  - id: new\n    title: 新 # 备注\n\n",
        ),
    ],
)
def test_at_the_end_of_its_list(before: str, after: str) -> None:
    assert appended(SourceFile("t.yaml", before), ("a",), ENTRY) == after


@pytest.mark.parametrize("before", ["a: [{id: x}]\n", "a:\n  - {id: x}\n  -\n    id: y\n", "a：\n"])
def test_where_it_cannot_be_told_nothing_is_written(before: str) -> None:
    assert appended(SourceFile("t.yaml", before), ("a",), ENTRY) is None


def test_the_list_that_is_meant() -> None:
    text = "a:\n  - id: x\n    b:\n      - id: y\n  - id: z\n    b:\n      - id: w\n"
    made = appended(SourceFile("t.yaml", text), ("a", 0, "b"), ENTRY)
    assert made == text.replace("  - id: z", "      - id: new\n        title: 新 # 备注\n  - id: z")
