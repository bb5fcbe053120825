import pytest

from gkstd.model.values.limit import Duration, Relation, Unit, parse_duration

WITHIN, WORKDAY = Relation.WITHIN, Unit.WORKDAY


@pytest.mark.parametrize(
    ("text", "number", "unit", "relation", "extension"),
    [
        ("5个工作日内", 5, WORKDAY, WITHIN, None),
        ("25个工作日", 25, WORKDAY, WITHIN, None),
        ("７工作日", 7, WORKDAY, WITHIN, None),
        ("十五个工作日", 15, WORKDAY, WITHIN, None),
        ("15个工作日，可延长15个工作日", 15, WORKDAY, WITHIN, 15),
        ("60日内，经批准可延60日", 60, Unit.DAY, WITHIN, 60),
        ("当场", 0, None, WITHIN, None),
        ("即时", 0, None, WITHIN, None),
        ("3个月", 3, Unit.MONTH, WITHIN, None),
        ("48小时内", 48, Unit.HOUR, WITHIN, None),
        ("30日（报告书60日）", 30, Unit.DAY, WITHIN, None),
        ("公示不少于5个工作日", 5, WORKDAY, Relation.NOT_LESS, None),
        ("不少于30日", 30, Unit.DAY, Relation.NOT_LESS, None),
        ("公示7天", 7, Unit.DAY, Relation.LASTING, None),
    ],
)
def test_duration(text: str, number: int, unit: Unit | None, relation: Relation, extension: int | None) -> None:
    assert parse_duration(f" {text} ") == (Duration(number, unit, relation, text, extension), ())


@pytest.mark.parametrize(
    ("text", "kind", "nearest"),
    [
        ("", "empty", ""),
        ("5", "no-unit", ""),
        ("当场—3个工作日", "range", "3个工作日内"),
        ("3-5个工作日", "range", "5个工作日内"),
        ("15个工作日，可延长15日", "unknown-form", "15个工作日，可延长15个工作日"),
        ("20个工作曰", "near-miss", "20个工作日"),
        ("即使", "unknown-form", "即时"),
        ("按省规", "unknown-form", ""),
        ("0个工作日内", "unknown-form", "5个工作日内"),
    ],
)
def test_refused(text: str, kind: str, nearest: str) -> None:
    (fault,) = parse_duration(text)[1]
    assert (fault.kind, fault.nearest, fault.found) == (kind, nearest, text)


def test_at_once() -> None:
    duration, _ = parse_duration("当场")
    assert duration is not None
    assert duration.immediate
