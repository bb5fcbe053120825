"""The closed vocabularies: 对象, 方式, 层级, 五公开, 主题分类."""

import pytest

from gkstd.model.values.audience import Audience, AudienceKind, format_audience, parse_audience
from gkstd.model.values.level import Level, parse_level
from gkstd.model.values.method import Method, parse_method
from gkstd.model.values.stage import Stage, parse_stage
from gkstd.model.values.topic import Topic, parse_topic

GROUP = AudienceKind.GROUP
COUNTY, TOWN, VILLAGE = Level.COUNTY, Level.TOWN, Level.VILLAGE


@pytest.mark.parametrize(
    ("text", "audience"),
    [
        ("全社会", Audience(AudienceKind.EVERYBODY)),
        ("全社 会", Audience(AudienceKind.EVERYBODY)),
        ("特定群体", Audience(GROUP)),
        ("特定群众", Audience(GROUP)),
        ("特定群体：被征收人", Audience(GROUP, "被征收人")),
        ("特定群体:被征收人", Audience(GROUP, "被征收人")),
        ("特定群众（申请人）", Audience(GROUP, "申请人")),
    ],
)
def test_audience(text: str, audience: Audience) -> None:
    assert parse_audience(text) == (audience, ())
    assert parse_audience(format_audience(audience)) == (audience, ())


@pytest.mark.parametrize(
    ("text", "kind", "nearest"),
    [
        ("", "empty", ""),
        ("全社回", "unknown-word", "全社会"),
        ("被征收人", "unknown-word", "特定群体：被征收人"),
        ("全体公民", "unknown-word", "全社会"),
        ("全社会、特定群体：申请人", "several-values", ""),
    ],
)
def test_audience_refused(text: str, kind: str, nearest: str) -> None:
    audience, (fault,) = parse_audience(text)
    assert audience is None
    assert (fault.kind, fault.nearest) == (kind, nearest)


@pytest.mark.parametrize(
    ("text", "method", "kinds"),
    [
        ("主动", Method.ACTIVE, []),
        ("主动公开", Method.ACTIVE, []),
        ("依申请", Method.ON_REQUEST, []),
        ("依申请公开", Method.ON_REQUEST, []),
        ("不予公开", None, ["not-disclosed"]),
        ("主动、依申请", None, ["several-values"]),
        ("被动", None, ["unknown-word"]),
    ],
)
def test_method(text: str, method: Method | None, kinds: list[str]) -> None:
    value, faults = parse_method(text)
    assert value is method
    assert [fault.kind for fault in faults] == kinds


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("县级", COUNTY),
        ("乡", TOWN),
        ("镇（街）级", TOWN),
        ("县（市、区）级", COUNTY),
        ("村(社区)级", VILLAGE),
        ("县及", None),
    ],
)
def test_level(text: str, level: Level | None) -> None:
    value, faults = parse_level(text)
    assert value is level
    assert [(fault.kind, fault.nearest) for fault in faults] == ([] if level else [("unknown-word", "县级")])


def test_one_level_takes_no_list() -> None:
    assert parse_level("乡、村级")[1][0].kind == "several-values"


def test_levels_compare_by_height() -> None:
    assert sorted(Level) == [VILLAGE, TOWN, COUNTY, Level.PREFECTURE, Level.PROVINCE, Level.STATE]
    assert COUNTY > TOWN >= TOWN
    assert max(Level) is Level.STATE
    assert min(Level) <= VILLAGE < COUNTY


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("决策", Stage.DECISION),
        ("服务公开", Stage.SERVICE),
        ("结果公开", Stage.RESULT),
        ("公开", None),
        ("决策、执行", None),
    ],
)
def test_stage(text: str, stage: Stage | None) -> None:
    assert parse_stage(text)[0] is stage


def test_topic() -> None:
    assert len(Topic) == 22
    assert parse_topic("城乡建设、环境保护") == (Topic.CONSTRUCTION, ())
    assert parse_topic("民政、乡村振兴、救灾") == (Topic.CIVIL, ())
    assert Topic.CONSTRUCTION.serial == 10
    assert parse_topic("城乡建设，环保")[1][0].nearest == Topic.CONSTRUCTION
