"""The standard system: everything is in it once, the figures add up, and the chart stays on its page."""

from itertools import combinations
from pathlib import Path

import pytest
from msgspec.structs import replace

from gkstd.model.project import Project
from gkstd.model.system import Branch, System, level_of
from gkstd.render.views.seen import Seen
from gkstd.render.views.system import SystemView, has_system, system_view
from gkstd.render.views.system_chart import MOST, WIDTH, NodeBox, charts
from gkstd.source.load import load

ROOT = Path(__file__).parents[4]


@pytest.fixture(scope="module")
def edition() -> Project:
    project = load(ROOT).project
    assert project is not None
    return project


@pytest.fixture(scope="module")
def view(edition: Project) -> SystemView:
    return system_view(edition, Seen())


def test_every_standard_of_the_system_is_listed_once(edition: Project, view: SystemView) -> None:
    wanted = {one.number for one in edition.references.values() if one.adopted}
    wanted |= {one.number for one in edition.documents.values()}
    listed = [row[2] for row in view.details.rows]
    assert sorted(listed) == sorted(wanted)
    assert len({row[1] for row in view.details.rows}) == len(listed), "each has a number of its own in the system"


def test_the_statistics_add_up_to_what_was_published(view: SystemView) -> None:
    levels, branches = view.statistics
    assert levels.rows == (("国家标准", "29", "29", "100"), ("企业标准", "33", "33", "100"))
    assert levels.totals == ("合计", "62", "62", "100")
    assert branches.totals == ("合计", "29", "33", "62")
    top = [row for row in branches.rows if not row[0].startswith("　")]
    assert [sum(int(row[column]) for row in top) for column in (1, 2, 3)] == [29, 33, 62]
    assert sum(node.count for node in view.nodes) == view.count == 62


def test_states_are_those_of_the_day(edition: Project) -> None:
    later = replace(edition, identity=replace(edition.identity, as_of=edition.identity.as_of.replace(year=2026)))
    rows = {row[2]: row for row in system_view(later, Seen()).details.rows}
    assert rows["GB/T 1.1—2009"][6:] == ("废止", "由GB/T 1.1—2020代替")
    rows = {row[2]: row for row in system_view(edition, Seen()).details.rows}
    assert {row[6] for row in rows.values()} == {"现行"}


def test_what_is_to_be_confirmed_is_marked_in_the_list(edition: Project, view: SystemView) -> None:
    documents = {one.number: "number" in one.unconfirmed for one in edition.documents.values()}
    marked = {row[2]: 2 in columns for row, columns in zip(view.details.rows, view.details.pending, strict=True)}
    assert any(documents.values())
    assert {number: marked[number] for number in documents} == documents
    sure = replace(
        edition,
        documents={id: replace(one, unconfirmed=()) for id, one in edition.documents.items()},
        references={id: replace(one, unconfirmed=()) for id, one in edition.references.items()},
    )
    details = system_view(sure, Seen()).details
    assert (details.pending, details.doubts) == ((), "")


def test_without_a_tree_the_branches_are_those_named(edition: Project) -> None:
    view = system_view(replace(edition, system=None), Seen())
    assert view.count == 62
    assert [node.title for node in view.nodes][:1] == ["服务通用基础标准体系"]
    assert view.title == "靖边县标准体系"


def test_a_project_without_branches_has_no_system(edition: Project) -> None:
    documents = {id: replace(one, system="") for id, one in edition.documents.items()}
    references = {id: replace(one, adopted=False) for id, one in edition.references.items()}
    assert has_system(edition)
    assert not has_system(replace(edition, documents=documents, references=references))


def test_boxes_stay_apart_and_on_the_page(view: SystemView) -> None:
    (chart,) = view.charts
    assert chart.height < 125, "the landscape page has 158 mm and a title"
    for box in chart.boxes:
        assert box.x >= 0 and box.x + box.width <= WIDTH + 0.01, box.title
        assert box.y >= 0 and box.y + box.height <= chart.height + 0.01, box.title
    for a, b in combinations(chart.boxes, 2):
        beside = a.x + a.width <= b.x + 0.01 or b.x + b.width <= a.x + 0.01
        above = a.y + a.height <= b.y + 0.01 or b.y + b.height <= a.y + 0.01
        assert beside or above, (a.title, b.title)
    assert [box.kind for box in chart.boxes].count("root") == 1
    assert sum(box.count for box in chart.boxes if box.kind == "leaf") == 62
    assert sum(stroke.dashed for stroke in chart.strokes) == 1


def test_a_chart_that_would_be_too_wide_is_taken_apart() -> None:
    below = tuple(NodeBox(str(n), f"分支{n}", 1, ("Q/JBZW 1—2018",), ()) for n in range(MOST))
    nodes = (NodeBox("A", "甲", MOST, (), below), NodeBox("B", "乙", 1, ("Q/JBZW 9—2018",), ()))
    made = charts("体系", MOST + 1, (), nodes)
    assert [chart.title for chart in made] == ["总图", "A　甲", "B　乙"]
    assert [len(chart.boxes) for chart in made] == [3, MOST + 1, 1]
    assert all(box.x >= 0 and box.x + box.width <= WIDTH + 0.01 for chart in made for box in chart.boxes)


def test_a_crowded_box_counts_the_rest() -> None:
    (chart,) = charts("体系", 30, (), (NodeBox("A", "甲", 30, tuple(f"Q/JBZW {n}—2018" for n in range(30)), ()),))
    assert chart.boxes[-1].numbers[-1] == "等30项"


@pytest.mark.parametrize(
    ("number", "level"),
    [
        ("GB/T 1.1—2009", "国家标准"),
        ("HJ/T 10—2010", "行业标准"),
        ("DB61/T 1—2016", "地方标准"),
        ("T/CAS 1—2017", "团体标准"),
        ("Q/JBZW 101—2018", "企业标准"),
        ("ISO 9001:2015", "国际标准"),
    ],
)
def test_the_code_tells_the_level(number: str, level: str) -> None:
    assert level_of(number) == level


def test_deep_branches_are_all_found() -> None:
    system = System("体系", branches=(Branch("1", "甲", (Branch("1.1", "乙", (Branch("1.1.1", "丙"),)),)),))
    assert [branch.title for branch in system.all()] == ["甲", "乙", "丙"]
