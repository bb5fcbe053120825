import pytest
from hypothesis import given
from hypothesis import strategies as st

from gkstd.model.values.stdnumber import StandardNumber, format_standard_number, parse_standard_number


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("GB/T 1.1-2009", "GB/T 1.1—2009"),
        ("GB/T 1.1—2020", "GB/T 1.1—2020"),
        ("GB/T1.1－2009", "GB/T 1.1—2009"),
        ("gb/t 1526–1989", "GB/T 1526—1989"),
        ("ＧＢ／Ｔ　１５２６", "GB/T 1526"),
        ("GB 2312—1980", "GB 2312—1980"),
        ("GB/Z 1—2020", "GB/Z 1—2020"),
        ("GB/T 32169（所有部分）", "GB/T 32169（所有部分）"),
        ("GB/T 32169(所有部分)", "GB/T 32169（所有部分）"),
        ("HJ/T 2.1—1993", "HJ/T 2.1—1993"),
        ("JGJ 100—2015", "JGJ 100—2015"),
        ("DB61/T 1234—2018", "DB61/T 1234—2018"),
        ("DB6108/T 12—2020", "DB6108/T 12—2020"),
        ("T/CAS 1.1—2017", "T/CAS 1.1—2017"),
        ("Q/JBZW 001—2018", "Q/JBZW 001—2018"),
        ("Q/JB ZW-TG-01—2018", "Q/JB ZW-TG-01—2018"),
        ("ISO 9001:2015", "ISO 9001:2015"),
    ],
)
def test_print(text: str, printed: str) -> None:
    number, faults = parse_standard_number(text)
    assert faults == ()
    assert number is not None
    assert format_standard_number(number) == printed
    assert parse_standard_number(printed) == (number, ())


def test_fields() -> None:
    assert parse_standard_number("GB/T 24421.1.2-2009")[0] == StandardNumber("GB/T", "24421", "1.2", 2009, False)
    assert parse_standard_number("GB/T 32169（所有部分）")[0] == StandardNumber("GB/T", "32169", "", None, True)


@pytest.mark.parametrize(
    ("text", "kind", "nearest"),
    [
        ("", "empty", ""),
        ("1.1-2009", "unknown-form", ""),
        ("GBT 1.1-2020", "unknown-form", "GB/T 1.1—2020"),
        ("GB-T 1.1", "unknown-form", "GB/T 1.1"),
        ("GB/T 1.1-20099", "unknown-form", ""),
        ("GB/T 1526-89", "two-digit-year", "GB/T 1526—1989"),
        ("GB/T 1.1—3009", "implausible-year", ""),
        ("国办发〔2016〕80号", "unknown-form", ""),
    ],
)
def test_refused(text: str, kind: str, nearest: str) -> None:
    (fault,) = parse_standard_number(text)[1]
    assert (fault.kind, fault.nearest, fault.found) == (kind, nearest, text)


def test_text_after_the_number_is_pointed_at() -> None:
    number, (fault,) = parse_standard_number("  GB/T 1.1—2009 导则 ")
    assert number == StandardNumber("GB/T", "1", "1", 2009)
    assert (fault.start, fault.end, fault.kind, fault.found) == (16, 18, "trailing-text", "导则")


@given(
    st.builds(
        StandardNumber,
        prefix=st.sampled_from(["GB", "GB/T", "HJ", "DB61/T", "T/CAS", "Q/JBZW", "ISO"]),
        number=st.integers(1, 99999).map(str),
        part=st.sampled_from(["", "1", "2.3"]),
        year=st.none() | st.integers(1950, 2100),
        all_parts=st.booleans(),
    )
)
def test_there_and_back(number: StandardNumber) -> None:
    assert parse_standard_number(format_standard_number(number)) == (number, ())
