import pytest

from gkstd.model.values.limit import (
    LimitClause,
    calendar_days,
    exceeds,
    falls_short,
    parse_duration,
    parse_limit,
    starts_at_formation,
)


def clause(text: str) -> LimitClause:
    limit, faults = parse_limit(text)
    assert faults == ()
    return limit.clauses[0]


@pytest.mark.parametrize(
    ("text", "ceiling", "answer"),
    [
        ("30个工作日内", "20个工作日内", True),
        ("20个工作日内", "20个工作日内", False),
        ("7个工作日内", "20个工作日内", False),
        ("10日内", "20个工作日内", False),
        ("30日内", "20个工作日内", None),
        ("60日内", "20个工作日内", True),
        ("1个月内", "20个工作日内", None),
        ("3个月内", "20个工作日内", True),
        ("20个工作日内", "10日内", True),
        ("20个工作日内", "20日内", True),
        ("半年内", "1年内", False),
        ("48小时内", "1日内", True),
        ("及时公开", "20个工作日内", False),
        ("长期公开", "20个工作日内", None),
        ("每年1月31日前", "20个工作日内", None),
        ("公示不少于30日", "20个工作日内", None),
        ("听证7个工作日前", "20个工作日内", None),
        ("认定后次月公告", "20个工作日内", None),
        ("自收到申请之日起30个工作日内", "自收到申请之日起20个工作日内", True),
    ],
)
def test_exceeds(text: str, ceiling: str, answer: bool | None) -> None:
    assert exceeds(clause(text), clause(ceiling)) is answer


@pytest.mark.parametrize(
    ("text", "floor", "answer"),
    [
        ("公示7日", "公示不少于30日", True),
        ("公示不少于30日", "公示不少于30日", False),
        ("公示7个工作日", "公示不少于30日", True),
        ("公示20个工作日", "公示不少于30日", None),
        ("及时公开", "公示不少于30日", None),
        ("20个工作日内", "公示不少于30日", None),
    ],
)
def test_falls_short(text: str, floor: str, answer: bool | None) -> None:
    assert falls_short(clause(text), clause(floor)) is answer


def test_durations_compare_too() -> None:
    promise, legal = parse_duration("当场")[0], parse_duration("5个工作日")[0]
    assert promise is not None
    assert legal is not None
    assert exceeds(promise, legal) is False
    assert exceeds(legal, clause("3个工作日内")) is True
    assert calendar_days(promise) == (0, 0)


# The least and the most days found over every start from 2004 to 2026 under the official working-day calendars.
OFFICIAL = {1: (1, 11), 5: (5, 15), 7: (7, 19), 10: (10, 22), 15: (17, 29), 20: (25, 38), 30: (39, 52), 60: (81, 96),
            90: (123, 140), 120: (169, 182), 180: (254, 272), 250: (357, 375)}  # fmt: skip


@pytest.mark.parametrize("number", OFFICIAL)
def test_working_days_stay_within_the_range(number: int) -> None:
    days = calendar_days(clause(f"{number}个工作日内"))
    assert days is not None
    least, most = OFFICIAL[number]
    assert days[0] <= least
    assert most <= days[1]
    assert days[1] - days[0] <= 16 + number // 10


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("20日内", (20, 20)),
        ("2周内", (14, 14)),
        ("1个月内", (28, 31)),
        ("1季内", (89, 92)),
        ("1年内", (365, 366)),
        ("30小时内", (1, 2)),
    ],
)
def test_other_units(text: str, days: tuple[int, int]) -> None:
    assert calendar_days(clause(text)) == days


def test_a_term_without_a_length_has_no_days() -> None:
    assert calendar_days(clause("及时公开")) is None


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("自该信息形成或者变更之日起20个工作日内", True),
        ("20个工作日内", True),
        ("制定或获取信息之日起10个工作日内", True),
        ("自作出行政决定之日起7个工作日内", False),
        ("自收到申请之日起20个工作日内", False),
        ("及时公开", False),
    ],
)
def test_formation(text: str, answer: bool) -> None:
    assert starts_at_formation(clause(text)) is answer
