"""Which ceilings a clause of a limit is measured by."""

from pathlib import Path

import pytest

from gkstd.build.check import check
from gkstd.checks.limit_ceiling import ceiling_event
from gkstd.diagnostics.explain import Block
from gkstd.source.load import load
from support.overlay import copy_base, overlay

LAW, ITEM = "standards/registers/laws.yaml", "standards/items/demo.yaml"
LICENCE = "ceilings: [{trigger: [作出行政许可决定], limit: 7个工作日内, article: 第四十条}]"


@pytest.mark.parametrize("text", ["自作出决定之日起", "作出决定", "作出决定后", "作出 决定之日"])
def test_one_event_in_several_spellings(text: str) -> None:
    assert ceiling_event(text) == "作出决定"


@pytest.mark.parametrize(
    ("limit", "more", "above"),
    [
        ("自信息形成或者变更之日起20个工作日内", "", 0),
        ("自信息形成或者变更之日起21个工作日内", "", 1),
        ("自信息形成之日起2个月内", "", 1),
        ("自信息形成之日起1个月内", "", 0),
        ("自信息形成或者变更之日起30个工作日内", "method: 依申请公开\naudience: 特定群体：申请人", 0),
        ("长期公开", "", 0),
        ("及时公开", "", 0),
        ("自作出行政许可决定之日起10个工作日内", "", 1),
        ("自作出行政许可决定之日起7个工作日内", "", 0),
        ("自作出行政处罚决定之日起10个工作日内", "", 0),
    ],
)
def test_limits(limit: str, more: str, above: int, tmp_path: Path) -> None:
    root = copy_base(tmp_path / "p")
    overlay(root, [Block(LAW, "plan-law", LICENCE), Block(ITEM, "plan-draft", f"limit: {limit}\n{more}")])
    found = check(load(root))
    assert [one.code for one in found] == ["GK320"] * above


def test_a_law_that_the_item_cites_may_name_its_event_more_loosely(tmp_path: Path) -> None:
    limit = "limit: 自作出行政许可决定并送达之日起10个工作日内"
    for name, item, codes in (("a", "plan-draft", ["GK320"]), ("b", "plan-approved", [])):
        root = copy_base(tmp_path / name)
        overlay(root, [Block(LAW, "plan-law", LICENCE), Block(ITEM, item, limit)])
        assert [one.code for one in check(load(root))] == codes
