"""From targets to waves."""

import pytest

from gkstd.build.plan import arrange
from support.kitchen import target


def test_waves_follow_needs_and_names() -> None:
    plan = arrange([target("site/b", "", "html/x"), target("site/a"), target("html/x")], ("site",))
    assert [[t.name for t in wave] for wave in plan.waves] == [["html/x", "site/a"], ["site/b"]]


def test_only_what_is_asked_for_and_what_that_needs() -> None:
    targets = [target("html/x"), target("html/y"), target("site/b", "", "html/x"), target("data/d")]
    plan = arrange(targets, ("site",))
    assert [t.name for t in plan.targets] == ["html/x", "site/b"]
    assert [plan.publishes(t) for t in plan.targets] == [False, True]


def test_only_these_objects() -> None:
    targets = [
        target("flowcharts/a"),
        target("flowcharts/a.png", "", "flowcharts/a"),
        target("flowcharts/b"),
        target("workbooks/a.pdf", "", "flowcharts/b"),
        target("site/a/index.html"),
    ]
    plan = arrange(targets, ("flowcharts", "workbooks", "site"), ("a",))
    published = [t.name for t in plan.targets if plan.publishes(t)]
    assert sorted(published) == ["flowcharts/a", "flowcharts/a.png", "site/a/index.html", "workbooks/a.pdf"]
    assert [t.name for t in plan.targets if t.name == "flowcharts/b"], "what a handbook needs is made, not written"
    assert plan.concerns("flowcharts/a.svg")
    assert not plan.concerns("flowcharts/b.svg")


def test_weight_is_the_longest_chain_that_waits() -> None:
    plan = arrange(
        [target("html/x", cost=1), target("site/b", "", "html/x", cost=50), target("site/c", "", "html/x", cost=9)],
        ("site",),
    )
    assert plan.weights == {"html/x": 51, "site/b": 50, "site/c": 9}


@pytest.mark.parametrize(
    ("targets", "message"),
    [
        ([target("site/a"), target("site/a", "2")], "two targets are called site/a"),
        ([target("site/a", "", "html/no")], "nothing makes html/no"),
        ([target("site/a", "", "site/b"), target("site/b", "", "site/a")], "need each other: site/a, site/b"),
    ],
)
def test_bugs_of_planners_are_told(targets: list[object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        arrange(targets, ("site",))  # type: ignore[arg-type]
