import pytest
from hypothesis import given
from hypothesis import strategies as st

from gkstd.model.values.numerals import to_chinese, to_int


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("20", 20),
        ("２０", 20),
        ("二十", 20),
        ("十", 10),
        ("十五", 15),
        ("二十一", 21),
        ("一百零五", 105),
        ("一百一十", 110),
        ("两", 2),
        ("二〇一六", 2016),
        ("七百一十一", 711),
        ("一千零二", 1002),
        ("三万零五十", 30050),
        ("", None),
        ("百千", None),
        ("十百", None),
        ("一二十", None),
        ("万", None),
        ("1234567890", None),
        ("廿", None),
    ],
)
def test_value(numeral: str, value: int | None) -> None:
    assert to_int(numeral) == value


@pytest.mark.parametrize(
    ("value", "numeral"),
    [
        (0, "零"),
        (5, "五"),
        (10, "十"),
        (15, "十五"),
        (20, "二十"),
        (105, "一百零五"),
        (110, "一百一十"),
        (10015, "一万零一十五"),
    ],
)
def test_chinese(value: int, numeral: str) -> None:
    assert to_chinese(value) == numeral


@given(st.integers(0, 99_999))
def test_there_and_back(value: int) -> None:
    assert to_int(to_chinese(value)) == value
